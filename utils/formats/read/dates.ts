import type { IsoDate, IsoInstant } from '@/utils/domain/paper';
import { isDay } from '../fields/work-date';

/** A date as far as somebody told it; the month is 1 to 12. */
export type PartialDate = {
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const LONGEST = 100;

/** Reads `2021-06-17`, `2021/06/17/`, `17 June 2021`, `Jun 2021`, `2021`; what is doubtful is left out. */
export function readDate(text: string): PartialDate | undefined {
  const given = text.slice(0, LONGEST);
  const numbers = /(?<!\d)(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d))?/.exec(given);
  if (numbers?.[1] !== undefined) return date(numbers[1], Number(numbers[2]), Number(numbers[3]));
  const year = /(?<!\d)(?:1[4-9]|20)\d{2}(?!\d)/.exec(given)?.[0];
  if (year === undefined) return undefined;
  const name = /[a-z]{3}/i.exec(given)?.[0].toLowerCase() ?? '';
  const day = /(?<!\d)([0-3]?\d)(?!\d)/.exec(given)?.[1];
  return date(year, MONTHS.indexOf(name) + 1, Number(day));
}

/** A date from its numbers; those that are none are left out. */
export function date(year: string, month: number, day: number): PartialDate | undefined {
  if (!/^[12]\d{3}$/.test(year)) return undefined;
  if (!(month >= 1 && month <= 12)) return { year };
  return isDay(Number(year), month, day) ? { year, month, day } : { year, month };
}

/** The day, when all of it is known. */
export function dayOf({ year, month, day }: PartialDate): IsoDate | undefined {
  if (month === undefined || day === undefined) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/**
 * An instant from what programs store: ISO 8601, a `Date` as text, or a count since 1970 in seconds,
 * milli- or microseconds. Without a time zone it is UTC, so that all machines read the same.
 */
export function readInstant(value: unknown): IsoInstant | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const given = text.trim();
  const time = /^\d{9,17}(?:\.\d+)?$/.test(given) ? fromCount(Number(given)) : fromText(given);
  // Before 1990 nobody saved a paper, and a clock that runs a century ahead is broken.
  const isSane = time >= Date.UTC(1990, 0) && time < Date.UTC(2100, 0);
  return isSane ? new Date(time).toISOString() : undefined;
}

function fromCount(count: number): number {
  if (count > 1e14) return count / 1000;
  return count > 1e11 ? count : count * 1000;
}

function fromText(text: string): number {
  const iso =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text,
    );
  if (iso) return Date.parse(`${iso[1]}T${iso[2] ?? '00:00'}${iso[3] ?? 'Z'}`);
  return /GMT|UTC|[+-]\d{4}\b/.test(text) ? Date.parse(text) : Number.NaN;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
