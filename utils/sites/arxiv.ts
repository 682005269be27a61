import type { Listing } from '@/utils/domain/listing';
import type { PaperId } from '@/utils/domain/paper-id';
import { childrenOf, maybe, nameOf, named, textOf, tidy } from '@/utils/page/select';
import { abstractEntry } from './arxiv/abstract-page';
import { type Entries, listEntries } from './arxiv/list-page';
import { linkedPaper, namedPaper, paperIn } from './arxiv/paper-link';
import { searchEntries } from './arxiv/search-page';
import { dayIn } from './arxiv/shown-dates';
import { enclosing } from './reading/enclosing';
import { looseCards } from './reading/loose-links';
import { isoDate } from './reading/dates';
import type { OpenListing, Opening, Page, Site } from './site';

const LIST = /^\/list\/[\w.-]+\/(new|recent|pastweek|current|\d{2,4}|\d{4}-\d{2})\/?$/;
const CATCHUP = /^\/catchup\/[\w.-]+\/(\d{4})-(\d{2})-(\d{2})\/?$/;
const SEARCH = /^\/search(?:\/(?:advanced|[a-z-]+))?\/?$/;
const AUTHOR = /^\/a\/[\w.-]+\/?$/;

/** arXiv: its lists, catch-up pages, searches, authors' pages and the pages of single papers. */
export const arxiv: Site = {
  id: 'arxiv',
  name: 'arXiv',
  matches: [
    'https://arxiv.org/list/*',
    'https://arxiv.org/catchup/*',
    'https://arxiv.org/search*',
    'https://arxiv.org/a/*',
    'https://arxiv.org/abs/*',
  ],
  claims: (url) =>
    url.protocol === 'https:' && url.hostname === 'arxiv.org' && kindOf(url) !== undefined,
  open,
  opening,
  hydrating: () => false,
};

type ArxivPage =
  | 'new'
  | 'recent'
  | 'monthly'
  | 'yearly'
  | 'catchup'
  | 'search'
  | 'author'
  | 'paper';

function kindOf(url: URL): ArxivPage | undefined {
  const { pathname } = url;
  if (shownPaper(url)) return 'paper';
  if (CATCHUP.test(pathname)) return 'catchup';
  if (SEARCH.test(pathname)) return 'search';
  if (AUTHOR.test(pathname) && !/\.atom\d?$/.test(pathname)) return 'author';
  const period = LIST.exec(pathname)?.[1];
  if (period === undefined) return undefined;
  if (period === 'new') return 'new';
  if (/^[a-z]/.test(period)) return period === 'current' ? 'monthly' : 'recent';
  return /^(?:\d{2}|[12]\d{3})$/.test(period) && !isMonth(period) ? 'yearly' : 'monthly';
}

/** `2401` is January 2024, `2024` the year. */
function isMonth(period: string): boolean {
  const [, month] = /^\d{2}(\d{2})$/.exec(period) ?? [];
  return Number(month) >= 1 && Number(month) <= 12 && !/^20[0-3]\d$/.test(period);
}

function shownPaper(url: URL): PaperId | undefined {
  const paper = paperIn(url.pathname);
  return paper?.to === 'abs' ? paper.id : undefined;
}

function open(page: Page): OpenListing {
  const steps = opening(page);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* opening(page: Page): Opening {
  const { document, url } = page;
  const kind = kindOf(url);
  const id = shownPaper(url);
  const { cards, doubts } = id ? abstractEntry(document, id) : yield* entriesOf(document, kind);
  const understood = doubts.length === 0;
  const known = new Set(cards.map((card) => card.id));
  return {
    listing: listingOf(kind, page),
    understood,
    doubts,
    cards: () =>
      understood ? cards : [...cards, ...looseCards(document, (link) => paperBeyond(link, known))],
    list: () => (understood && !id ? listOf(document) : undefined),
  };
}

function entriesOf(document: Document, kind: ArxivPage | undefined): Generator<void, Entries> {
  if (kind === 'search') return searchEntries(document);
  return listEntries(document, kind === 'new' || kind === 'recent' || kind === 'catchup');
}

/** What encloses all entries: one list, or what is around the lists of all sections. */
function listOf(document: Document): Element | undefined {
  const frame = maybe(document, '#dlpage');
  if (!frame) {
    return named(document, 'ol').find((list) =>
      childrenOf(list).some((li) => nameOf(li) === 'li' && textOf(li, 400).includes('arXiv:')),
    );
  }
  const lists = named(frame, 'dl');
  return lists.length > 1 ? lists[0] : enclosing(lists.flatMap(childrenOf));
}

function listingOf(kind: ArxivPage | undefined, { document, url }: Page): Listing {
  if (kind === 'search') {
    const query = tidy(
      url.searchParams.get('query') ?? url.searchParams.get('terms-0-term') ?? '',
      500,
    );
    return query === '' ? { kind } : { kind, query };
  }
  const date = kind && dateOf(kind, document, url);
  return { kind: kind ?? 'unknown', ...(date !== undefined && { date }) };
}

function dateOf(kind: ArxivPage, document: Document, url: URL): string | undefined {
  const [, year, month, day] = CATCHUP.exec(url.pathname) ?? [];
  if (day !== undefined) return isoDate(Number(year), Number(month), Number(day));
  if (kind === 'new' || kind === 'recent') {
    const headings = [...named(document, 'h3'), ...named(document, 'h1')];
    return headings.flatMap((heading) => dayIn(textOf(heading)) ?? []).find(Boolean);
  }
  const period = LIST.exec(url.pathname)?.[1] ?? '';
  if (kind === 'yearly') return isoDate(fullYear(period), 1, 1);
  const [, two, number] = /^(\d{2,4})-?(\d{2})$/.exec(period) ?? [];
  return kind === 'monthly' && number !== undefined
    ? isoDate(fullYear(two ?? ''), Number(number), 1)
    : undefined;
}

/** arXiv began in 1991. */
function fullYear(digits: string): number {
  const number = Number(digits);
  if (digits.length === 4) return number;
  return number >= 91 ? 1900 + number : 2000 + number;
}

/** The paper a link names as `arXiv:2607.22529` and leads to as well, if it has no card yet. */
function paperBeyond(link: Element, known: ReadonlySet<PaperId>): PaperId | undefined {
  const paper = linkedPaper(link);
  const isNamed = paper?.to === 'abs' && namedPaper(link) === paper.id;
  return isNamed && !known.has(paper.id) ? paper.id : undefined;
}
