import type { ListingKind } from '@/utils/domain/listing';
import type { IsoDate } from '@/utils/domain/paper';
import { attribute } from '@/utils/page/select';
import { dayOf, isoDate, mondayOf, monthNumber, readShownDate, weekOf } from '../reading/dates';

/** The listings that have a date: of a day, of a week from Monday, of a month from its first. */
export type Period = Extract<ListingKind, 'daily' | 'weekly' | 'monthly'>;

const PERIODS: Readonly<Record<string, Period>> = {
  date: 'daily',
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
};

/** The kind of period the site calls `day`, `week` or `month`, in an address also `date`. */
export function periodNamed(name: string | undefined): Period | undefined {
  return name !== undefined && Object.hasOwn(PERIODS, name) ? PERIODS[name] : undefined;
}

// `/papers/date/2026-09-25`, `/papers/week/2026-W39`, `/papers/month/2026-09` (2025 on), and
// `/papers?date=2024-07-31` (until 2024, and still in links of 2025-10).
const LISTING_LINK = /\/papers(?:\/(date|week|month)\/([\w-]+)|\/?\?(?:[^#]*&)?date=([\d-]+))/;

/** Which period's listing an address leads to, and its first day. */
export function linkedPeriod(address: string): { period: Period; start: IsoDate } | undefined {
  const [, name = 'date', value, day] = LISTING_LINK.exec(address) ?? [];
  const period = periodNamed(name);
  const start = period && startOf(period, value ?? day ?? '');
  return period && start !== undefined ? { period, start } : undefined;
}

/** Whether a link leads to the listing of some day, week or month. */
export function isListingLink(link: Element): boolean {
  return LISTING_LINK.test(attribute(link, 'href') ?? '');
}

/** The first day of the period that `2026-09-28`, `2026-W39` or `2026-09` names or is in. */
export function startOf(period: Period, text: string): IsoDate | undefined {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const day =
    mondayOf(text) ?? dayOf(text) ?? (year && isoDate(Number(year), Number(month), 1)) ?? '';
  if (day === '') return undefined;
  if (period === 'weekly') return weekOf(day);
  return period === 'monthly' ? `${day.slice(0, 8)}01` : day;
}

/** A listing's label; without a year the candidates that agree with it tell which. */
export function readLabel(
  period: Period,
  label: string,
  today: IsoDate,
  candidates: readonly IsoDate[],
): IsoDate | undefined {
  if (period === 'monthly') return labelledMonth(label, today, candidates);
  const [, week, year] = /^week (\d{1,2})(?:, ?(\d{4}))?$/i.exec(label) ?? [];
  if (period === 'weekly' && week !== undefined) {
    return labelledWeek(week, year, today, candidates);
  }
  // A week may be labelled with its days, `Sep 28 - Oct 4`.
  const shown = readShownDate(label.split(/ ?[-–—] ?/u)[0] ?? '', today);
  const start = shown && startOf(period, shown.date);
  if (!shown || shown.hasYear) return start;
  return candidates.find((date) => start && date.slice(5) === start.slice(5)) ?? start;
}

function labelledWeek(
  week: string,
  year: string | undefined,
  today: IsoDate,
  candidates: readonly IsoDate[],
): IsoDate | undefined {
  const mondays = (of: number): IsoDate[] => [mondayOf(`${of}-W${week}`) ?? []].flat();
  if (year !== undefined) return mondays(Number(year))[0];
  const agreeing = candidates.find((date) => {
    const around = Number(date.slice(0, 4));
    return [around, around + 1].flatMap(mondays).includes(date);
  });
  const thisYear = Number(today.slice(0, 4));
  const latest = [thisYear + 1, thisYear, thisYear - 1].flatMap(mondays);
  return agreeing ?? latest.find((date) => date <= today);
}

function labelledMonth(
  label: string,
  today: IsoDate,
  candidates: readonly IsoDate[],
): IsoDate | undefined {
  const [, name, year] = /^([a-z]{3,9})\.?,?(?: (\d{4}))?$/i.exec(label) ?? [];
  const month = monthNumber(name);
  if (month === undefined) return undefined;
  if (year !== undefined) return isoDate(Number(year), month, 1);
  const thisYear = Number(today.slice(0, 4));
  const shown = [thisYear, thisYear - 1].flatMap((of) => isoDate(of, month, 1) ?? []);
  const latest = shown.find((date) => date <= today);
  return candidates.find((date) => date.slice(5, 7) === latest?.slice(5, 7)) ?? latest;
}
