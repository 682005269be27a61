import type { Listing } from '@/utils/domain/listing';
import type { IsoDate } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { LONGEST, attribute, named, textOf, tidy } from '@/utils/page/select';
import { type FoundCard, cardIn, idOf, keyIn } from './papers-cool/card';
import { dayOf } from './reading/dates';
import { type Cards, UNKNOWN, openedListing } from './reading/listing-page';
import { hasClass, ownParts } from './reading/parts';
import { paperAt } from './reading/paper-address';
import { wordsIn } from './reading/words';
import type { OpenListing, Page, Site } from './site';

const CATEGORY = /^\/arxiv\/[a-z-]+(?:\.[A-Za-z-]+)?(?:,[a-z-]+(?:\.[A-Za-z-]+)?)*\/?$/;
const VENUE = /^\/venue\/[\w-]+\.\d{4}\/?$/;
const SEARCH = /^\/(?:arxiv|venue)\/search\/?$/;

/** papers.cool: the day's papers of a category, of a conference, and searches. */
export const papersCool: Site = {
  id: 'papers-cool',
  name: 'papers.cool',
  matches: ['https://papers.cool/arxiv/*', 'https://papers.cool/venue/*'],
  claims: (url) =>
    url.protocol === 'https:' &&
    url.hostname === 'papers.cool' &&
    [SEARCH, CATEGORY, VENUE].some((form) => form.test(url.pathname)),
  open,
  hydrating: () => false,
};

function open({ document, url }: Page): OpenListing {
  const listing = listingOf(url);
  const lists = named(document, 'div').filter((div) => hasClass(div, 'papers'));
  const [list] = lists;
  const found = lists.length === 1 && list ? cardsIn(document, list, listing.date) : UNKNOWN;
  return openedListing(document, listing, found, linkedPaper, list);
}

function listingOf(url: URL): Listing {
  if (SEARCH.test(url.pathname)) {
    const query = tidy(url.searchParams.get('query') ?? '', 500);
    return query === '' ? { kind: 'search' } : { kind: 'search', query };
  }
  if (VENUE.test(url.pathname)) return { kind: 'venue' };
  const date = dayOf(url.searchParams.get('date') ?? undefined);
  return date === undefined ? { kind: 'daily' } : { kind: 'daily', date };
}

function cardsIn(document: Document, list: Element, listed: IsoDate | undefined): Cards {
  const panels = ownParts(list);
  const found = panels.flatMap((panel) => {
    const isPanel = hasClass(panel, 'panel') && hasClass(panel, 'paper');
    return (isPanel && cardIn(panel, listed)) || [];
  });
  const understood =
    found.length === panels.length &&
    (found.length > 0 ? areCounted(found, totalSaid(document)) : totalSaid(document) === 0) &&
    areStarred(document, found);
  return { cards: found.map(({ card }) => card), understood };
}

/** `Total: 1000`, above the papers. */
function totalSaid(document: Document): number | undefined {
  const said = named(document, 'p').filter((line) => hasClass(line, 'info'));
  const [, total] = /\bTotal: (\d{1,7})$/.exec(said[0] ? textOf(said[0]) : '') ?? [];
  return said.length === 1 && total !== undefined ? Number(total) : undefined;
}

/** Papers carry their number, whatever order the reader puts them in; a lost one leaves a gap. */
function areCounted(found: readonly FoundCard[], total: number | undefined): boolean {
  const numbers = new Set(found.map(({ number }) => number));
  return (
    numbers.size === found.length &&
    new Set(found.map(({ key }) => key)).size === found.length &&
    Math.max(...numbers) - Math.min(...numbers) + 1 === found.length &&
    found.every((card) => card.total === total && card.number <= card.total)
  );
}

const STAR = 'app-bar-star-';

/** The bar beside the page holds each paper's title again, for the stars. */
function areStarred(document: Document, found: readonly FoundCard[]): boolean {
  const lines = named(document, 'p').filter((line) => attribute(line, 'id')?.startsWith(STAR));
  if (lines.length === 0) return true;
  const titles = new Map(
    lines.map((line) => {
      const link = named(line, 'a').find((a) => hasClass(a, 'i-title'));
      return [attribute(line, 'id')?.slice(STAR.length), link && wordsIn(link, LONGEST.title)];
    }),
  );
  return (
    lines.length === found.length &&
    found.every(({ key, title }) => bare(titles.get(key) ?? '') === bare(title))
  );
}

/** Formulas may be typeset in one place and not yet in the other. */
function bare(title: string): string {
  return title.replace(/[\s$]|\\[()]/g, '');
}

function linkedPaper(link: Element): PaperId | undefined {
  const address = attribute(link, 'href') ?? '';
  return paperAt(address) ?? idOf(keyIn(address) ?? '');
}
