import type { RawFields } from '../bib-file/raw-fields';
import { isDay } from '../fields/work-date';

/** When a work came out, as far as an entry tells. */
export type EntryDate = { readonly year?: string; readonly month?: number; readonly day?: number };

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The date in `date` (biblatex, ISO 8601; the start of a range), or in `year`, `month` and `day`. */
export function dateOf(fields: RawFields): EntryDate {
  const whole = /^\s*(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(fields.get('date') ?? '');
  const year = whole?.[1] ?? /\b\d{4}\b/.exec(fields.get('year') ?? '')?.[0];
  if (year === undefined || year < '1000') return {};
  const month = whole?.[2] === undefined ? monthIn(fields.get('month') ?? '') : Number(whole[2]);
  if (month === undefined || month < 1 || month > 12) return { year };
  const day = whole === null ? dayIn(fields) : Number(whole[3]);
  return day !== undefined && isDay(Number(year), month, day)
    ? { year, month, day }
    : { year, month };
}

/** `jun`, `June`, `6`, `10~jun`, `jun # " 10"`, `jan/feb`: the first month named. */
function monthIn(text: string): number | undefined {
  const word = /[a-z]{3,9}/i.exec(text)?.[0].slice(0, 3).toLowerCase();
  if (word !== undefined) return MONTHS.indexOf(word) + 1 || undefined;
  const number = Number(/^\s*(\d{1,2})\s*$/.exec(text)?.[1]);
  return number >= 1 && number <= 12 ? number : undefined;
}

function dayIn(fields: RawFields): number | undefined {
  const text = fields.get('day') ?? fields.get('month') ?? '';
  if (!fields.has('day') && !/[a-z]/i.test(text)) return undefined;
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0];
  return day === undefined ? undefined : Number(day);
}
