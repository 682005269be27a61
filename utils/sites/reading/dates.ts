import type { IsoDate } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// `Oct 14, 2023`, `Published on Sep 28`, and `Oct 2 2`, `Mar 19, 2024 4` or `May 29, 20246`, where a
// number of comments follows the date. `Oct 22` is one day: glued to a bare day, no count is certain.
const SHOWN_DATE = new RegExp(
  `(?:^|[·•|]|\\bon)\\s*${MONTH}\\.? (\\d{1,2})(?:, ?(\\d{4}))?(?:(?<=\\d{4}) ?(\\d{1,6})| (\\d{1,6}))?$`,
  'i',
);

/** A date as the site writes it. */
export type ShownDate = {
  readonly date: IsoDate;
  /** The site leaves the year out where it is the current one. */
  readonly hasYear: boolean;
  /** The count of comments where that stands right after the date. */
  readonly comments?: number;
};

/**
 * Reads a date as the site writes it. Without a year it is this year's, or last year's when this
 * year's would lie after `today`. `undefined` when the text ends in no date.
 */
export function readShownDate(text: string, today: IsoDate): ShownDate | undefined {
  const [, name, day, year, glued, apart] = SHOWN_DATE.exec(text.trim()) ?? [];
  const month = monthNumber(name);
  if (month === undefined) return undefined;
  const date =
    year === undefined
      ? latest(month, Number(day), today)
      : isoDate(Number(year), month, Number(day));
  if (date === undefined) return undefined;
  const comments = glued ?? apart;
  const hasYear = year !== undefined;
  return comments === undefined ? { date, hasYear } : { date, hasYear, comments: Number(comments) };
}

/** 1 for `Jan` or `january`; `undefined` for what is no month. */
export function monthNumber(name: string | undefined): number | undefined {
  const index = MONTHS.indexOf(name?.slice(0, 3).toLowerCase() ?? '');
  return index < 0 ? undefined : index + 1;
}

function latest(month: number, day: number, today: IsoDate): IsoDate | undefined {
  const year = Number(today.slice(0, 4));
  // 29 February is not in every year, and at most seven years in a row are without it.
  return [0, 1, 2, 3, 4, 5, 6, 7, 8]
    .map((back) => isoDate(year - back, month, day))
    .find((date) => date !== undefined && date <= today);
}

/**
 * The same day a year later where only that fits the paper: a reader west of the site may see
 * tomorrow's date on a paper whose identifier is of this month.
 */
export function notBefore(shown: ShownDate, id: PaperId, today: IsoDate): IsoDate {
  const [, year, month] = /^arxiv:(\d{2})(\d{2})\./.exec(id) ?? [];
  const tomorrow = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10);
  const isOfThisMonth = tomorrow.startsWith(`20${year}-${month}-`);
  return !shown.hasYear && isOfThisMonth && shown.date.slice(5) === tomorrow.slice(5)
    ? tomorrow
    : shown.date;
}

/** `YYYY-MM-DD`, or `undefined` for a day that does not exist. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists && year > 1900 && year < 2200 ? moment.toISOString().slice(0, 10) : undefined;
}

/** The day of an ISO instant or date; `undefined` when the text is none. */
export function dayOf(text: string | undefined): IsoDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]|$)/.exec(text ?? '') ?? [];
  return year === undefined ? undefined : isoDate(Number(year), Number(month), Number(day));
}

/** The Monday of an ISO week such as `2025-W44`; `undefined` for a week that year does not have. */
export function mondayOf(week: string): IsoDate | undefined {
  const [, year, number] = /^(\d{4})-W(\d{1,2})$/i.exec(week) ?? [];
  if (year === undefined || Number(number) < 1) return undefined;
  // ISO 8601: week 1 holds 4 January, and a week is of the year its Thursday is in.
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (Number(number) - 1) * 7;
  const thursday = new Date(Date.UTC(Number(year), 0, monday + 3));
  if (thursday.getUTCFullYear() !== Number(year)) return undefined;
  return new Date(Date.UTC(Number(year), 0, monday)).toISOString().slice(0, 10);
}

/** The Monday of the week this day is in. */
export function weekOf(day: IsoDate): IsoDate {
  const moment = new Date(Date.parse(day));
  const sinceMonday = (moment.getUTCDay() + 6) % 7;
  return new Date(moment.getTime() - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

/** How many days lie between two dates. */
export function daysBetween(one: IsoDate, other: IsoDate): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / DAY_MS;
}
