import type { IsoDate } from '@/utils/domain/paper';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// `Oct 14, 2023`, `Published on Sep 28`, and `Oct 2 2` or `Mar 19, 2024 4`, where a number of
// comments follows the date.
const SHOWN_DATE =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})(?:, ?(\d{4}))?(?: (\d{1,6}))?\s*$/i;

/** A date as the site writes it, and the count of comments where that stands right after it. */
export type ShownDate = { readonly date: IsoDate; readonly comments?: number };

/**
 * Reads a date as the site writes it. Without a year it is this year's, or last year's when this
 * year's would lie after `today`. `undefined` when the text ends in no date.
 */
export function readShownDate(text: string, today: IsoDate): ShownDate | undefined {
  const [, name = '', day = '', year, comments] = SHOWN_DATE.exec(text.trim()) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return undefined;
  const date =
    year === undefined
      ? latest(month, Number(day), today)
      : isoDate(Number(year), month, Number(day));
  if (date === undefined) return undefined;
  return comments === undefined ? { date } : { date, comments: Number(comments) };
}

function latest(month: number, day: number, today: IsoDate): IsoDate | undefined {
  const year = Number(today.slice(0, 4));
  const thisYear = isoDate(year, month, day);
  if (thisYear !== undefined && thisYear <= today) return thisYear;
  // 29 February is not in every year.
  return [1, 2, 3, 4, 5, 6, 7, 8]
    .map((back) => isoDate(year - back, month, day))
    .find((date) => date !== undefined);
}

/** `YYYY-MM-DD`, or `undefined` for a day that does not exist. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists && year > 1900 && year < 2200 ? moment.toISOString().slice(0, 10) : undefined;
}

/** The day of an ISO instant or date; `undefined` when the text is none. */
export function dayOf(text: string | undefined): IsoDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(text ?? '') ?? [];
  return year === undefined ? undefined : isoDate(Number(year), Number(month), Number(day));
}

/** The Monday of an ISO week such as `2025-W44`. */
export function mondayOf(week: string): IsoDate | undefined {
  const [, year, number] = /^(\d{4})-W(\d{1,2})$/.exec(week) ?? [];
  if (year === undefined || Number(number) < 1 || Number(number) > 53) return undefined;
  // ISO 8601: week 1 holds 4 January.
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (Number(number) - 1) * 7;
  return new Date(Date.UTC(Number(year), 0, monday)).toISOString().slice(0, 10);
}

/** How many days lie between two dates. */
export function daysBetween(one: IsoDate, other: IsoDate): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}
