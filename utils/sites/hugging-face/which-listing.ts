import type { Listing } from '@/utils/domain/listing';
import type { IsoDate } from '@/utils/domain/paper';
import { all, attribute, maybe, textOf } from '@/utils/page/select';
import { dayOf, isoDate, mondayOf, readShownDate } from './dates';
import type { Embedded } from './embedded';
import { shownPaper } from './paper-link';
import type { Page } from '../site';

/** Which listing a page of Hugging Face shows. */
export function whichListing(page: Page, { date: shipped }: Embedded): Listing {
  const { url } = page;
  const query = url.searchParams.get('q')?.trim();
  if (query) return { kind: 'search', query: query.slice(0, 500) };
  if (shownPaper(url)) return { kind: 'paper' };
  const [, kind, value = ''] = /^\/papers\/(week|month|date)\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  if (/^\/papers\/trending\/?$/.test(url.pathname)) return { kind: 'trending' };
  if (kind === 'week') return dated('weekly', mondayOf(value) ?? shipped);
  if (kind === 'month') return dated('monthly', firstOf(value) ?? shipped);
  const asked = dayOf(kind === 'date' ? value : (url.searchParams.get('date') ?? undefined));
  return dated('daily', shownDay(page, [shipped, asked]) ?? shipped ?? asked);
}

function dated(kind: 'daily' | 'weekly' | 'monthly', date: IsoDate | undefined): Listing {
  return { kind, ...(date !== undefined && { date }) };
}

function firstOf(month: string): IsoDate | undefined {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  return year === undefined ? undefined : isoDate(Number(year), Number(number), 1);
}

/**
 * The day the page says it shows: an unknown day is answered with another one. Its label has no
 * year in the current one, so a full date that agrees on month and day is taken for it.
 */
function shownDay(
  { document, today }: Page,
  candidates: readonly (IsoDate | undefined)[],
): IsoDate | undefined {
  // Seen 2024-08: `<time datetime="2024-08-01T00:00:00.000Z">`.
  const time = maybe(document, 'time[datetime]');
  const exact = dayOf(time && attribute(time, 'datetime'));
  if (exact !== undefined) return exact;
  // Seen 2026-09: the label stands between the links to the day before and after.
  for (const link of all(document, 'a[href*="/papers/date/"]')) {
    for (const sibling of Array.from(link.parentElement?.children ?? [])) {
      const shown = readShownDate(textOf(sibling, 40), today)?.date;
      if (shown === undefined) continue;
      return candidates.find((date) => date?.slice(5) === shown.slice(5)) ?? shown;
    }
  }
  return undefined;
}
