import type { IsoDate } from '@/utils/domain/paper';

/** Numbers from and to, both inside; one of them may be open. */
export type NumberRange = { readonly from?: number; readonly to?: number };

/** Days from, and before; one of them may be open. */
export type DateRange = { readonly from?: IsoDate; readonly before?: IsoDate };

export type Age = { readonly days: number; readonly than: 'younger' | 'older' };

/** Reads `10`, `>10`, `>=10`, `<10`, `<=10`, `10..20`, `10..` and `..20`; `undefined` for anything else. */
export function readNumberRange(text: string): NumberRange | undefined {
  const [, sign, number] = /^(>=|<=|>|<|=|)(\d{1,9})$/.exec(text) ?? [];
  if (number !== undefined) {
    const value = Number(number);
    if (sign === '<' && value === 0) return undefined;
    const ranges: Record<string, NumberRange> = {
      '>': { from: value + 1 },
      '>=': { from: value },
      '<': { to: value - 1 },
      '<=': { to: value },
    };
    return ranges[sign ?? ''] ?? { from: value, to: value };
  }
  const [, from, to] = /^(\d{0,9})\.\.(\d{0,9})$/.exec(text) ?? [];
  if (from === undefined || to === undefined || from + to === '') return undefined;
  return { ...(from !== '' && { from: Number(from) }), ...(to !== '' && { to: Number(to) }) };
}

/** Reads `2025`, `2025-03` or `2025-03-14`, alone, with a sign, or as a range; `undefined` for anything else. */
export function readDateRange(text: string): DateRange | undefined {
  const [, sign, date] = /^(>=|<=|>|<|=|)(\d{4}[\d-]*)$/.exec(text) ?? [];
  if (date !== undefined) {
    const period = readPeriod(date);
    if (!period) return undefined;
    const { from, before } = period;
    const ranges: Record<string, DateRange> = {
      '>': { from: before },
      '>=': { from },
      '<': { before: from },
      '<=': { before },
    };
    return ranges[sign ?? ''] ?? period;
  }
  const [, first = '', last = ''] = /^([\d-]*)\.\.([\d-]*)$/.exec(text) ?? [];
  if (first + last === '') return undefined;
  const from = first === '' ? undefined : readPeriod(first);
  const to = last === '' ? undefined : readPeriod(last);
  if ((first !== '' && !from) || (last !== '' && !to)) return undefined;
  return { ...(from && { from: from.from }), ...(to && { before: to.before }) };
}

/** Reads `<7d` (younger than a week), `>2w`, `<=3m`, `1y`; without a sign it means younger. */
export function readAge(text: string): Age | undefined {
  const [, sign, number, unit] = /^(>=|<=|>|<|)(\d{1,4})([dwmy])$/i.exec(text) ?? [];
  const length = DAYS[unit?.toLowerCase() ?? ''];
  if (number === undefined || length === undefined) return undefined;
  return { days: Number(number) * length, than: sign?.startsWith('>') ? 'older' : 'younger' };
}

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** A year, a month or a day as its first day and the first one after it. */
function readPeriod(text: string): { from: IsoDate; before: IsoDate } | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const from = isoDate(y, m, d);
  // A day that does not exist comes out as another one.
  if (!from || from !== [year, month ?? '01', day ?? '01'].join('-')) return undefined;
  const before =
    month === undefined
      ? isoDate(y + 1, 1, 1)
      : day === undefined
        ? isoDate(y, m + 1, 1)
        : isoDate(y, m, d + 1);
  return before === undefined ? undefined : { from, before };
}

function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (year < 1900 || year > 2200) return undefined;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
