import type { Listing } from '@/utils/domain/listing';
import type { IsoDate } from '@/utils/domain/paper';
import { attribute, childrenOf, named, nearest, parentOf, textOf, tidy } from '@/utils/page/select';
import type { Page } from '../site';
import { daysBetween, dayOf } from '../reading/dates';
import type { Embedded } from './embedded';
import { shownPaper } from './paper-link';
import { linkedPeriod, type Period, periodNamed, readLabel, startOf } from './period';

/** Which listing a page of Hugging Face shows. */
export function whichListing(page: Page, embedded: Embedded): Listing {
  const { pathname, searchParams } = page.url;
  if (shownPaper(page.url)) return { kind: 'paper' };
  const query = tidy(searchParams.get('q') ?? '', 500);
  if (query !== '') return { kind: 'search', query };
  if (/^\/papers\/trending\/?$/.test(pathname)) return { kind: 'trending' };
  const [, name, value] = /^\/papers\/(date|week|month)\/([^/]+)\/?$/.exec(pathname) ?? [];
  const neighbours = neighboursIn(page.document);
  const kind = periodNamed(name) ?? unnamedPeriod(neighbours, embedded);
  const asked = startOf(kind, value ?? searchParams.get('date') ?? '');
  const shipped = shippedStart(kind, embedded);
  const date = shownStart(kind, page, neighbours, present([shipped, asked])) ?? shipped ?? asked;
  return { kind, ...(date !== undefined && { date }) };
}

/** A link to the listing before or after this one. */
type Neighbour = { readonly link: Element; readonly period: Period; readonly start: IsoDate };

function neighboursIn(document: Document): Neighbour[] {
  return named(document, 'a').flatMap((link) => {
    const linked = linkedPeriod(attribute(link, 'href') ?? '');
    return linked ? [{ link, ...linked }] : [];
  });
}

/** What plain `/papers` shows: the period last looked at, which the links beside it tell. */
function unnamedPeriod(neighbours: readonly Neighbour[], { period }: Embedded): Period {
  const periods = new Set(neighbours.map((neighbour) => neighbour.period));
  const [only] = periods;
  const isAgreed = periods.size === 1 && (period === undefined || periodNamed(period) === only);
  return (isAgreed && only) || 'daily';
}

function shippedStart(kind: Period, { date, period }: Embedded): IsoDate | undefined {
  const isAnother = period !== undefined && periodNamed(period) !== kind;
  return isAnother || date === undefined ? undefined : startOf(kind, date);
}

/**
 * The date the page says it shows: an unknown one is answered with another, and what the page ships
 * may be of the listing before. First its label, then what fits between the listings beside it.
 */
function shownStart(
  kind: Period,
  { document, today }: Page,
  all: readonly Neighbour[],
  candidates: readonly IsoDate[],
): IsoDate | undefined {
  const neighbours = all.filter(({ period }) => period === kind);
  return (
    machineDate(kind, document) ??
    labelled(kind, neighbours, today, candidates) ??
    between(kind, neighbours, candidates)
  );
}

/** Seen 2024-08: `<time datetime="2024-08-01T00:00:00.000Z">` between the links. */
function machineDate(kind: Period, document: Document): IsoDate | undefined {
  const times = named(document, 'time').filter((time) => !nearest(time, 'article'));
  const [day] = present(times.map((time) => dayOf(attribute(time, 'datetime'))));
  return day === undefined ? undefined : startOf(kind, day);
}

/** Seen 2026-09: the label `Sep 28` between the links to the listings before and after. */
function labelled(
  kind: Period,
  neighbours: readonly Neighbour[],
  today: IsoDate,
  candidates: readonly IsoDate[],
): IsoDate | undefined {
  for (const { link } of neighbours) {
    const parent = parentOf(link);
    for (const sibling of parent ? childrenOf(parent).slice(0, 10) : []) {
      const start = readLabel(kind, textOf(sibling, 40), today, candidates);
      if (start !== undefined) return start;
    }
  }
  return undefined;
}

const LONGEST_PERIOD = { daily: 1, weekly: 7, monthly: 31 } as const;

function between(
  kind: Period,
  neighbours: readonly Neighbour[],
  candidates: readonly IsoDate[],
): IsoDate | undefined {
  const [before, after] = [...new Set(neighbours.map(({ start }) => start))].sort();
  if (before === undefined) return undefined;
  const fitting = candidates.find((date) => date > before && (!after || date < after));
  if (fitting !== undefined || after === undefined) return fitting;
  const isOneApart = daysBetween(before, after) <= 2 * LONGEST_PERIOD[kind];
  const next = new Date(Date.parse(before) + LONGEST_PERIOD[kind] * 86_400_000);
  return isOneApart ? startOf(kind, next.toISOString().slice(0, 10)) : undefined;
}

function present<Value>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined);
}
