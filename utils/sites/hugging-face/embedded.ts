import type { IsoDate } from '@/utils/domain/paper';
import { arxivPaperId, type PaperId } from '@/utils/domain/paper-id';
import { attribute, LONGEST, named } from '@/utils/page/select';
import { dayOf } from '../reading/dates';
import { address, count, type Json, line, list, record, string } from './json';

/** What the JSON a page ships says of one paper; it may be older than what is on screen. */
export type EmbeddedPaper = {
  readonly title?: string;
  readonly abstract?: string;
  readonly authors?: readonly string[];
  readonly published?: IsoDate;
  readonly listed?: IsoDate;
  readonly upvotes?: number;
  readonly comments?: number;
  readonly submitter?: string;
  readonly organization?: string;
  readonly keywords?: readonly string[];
  readonly summary?: string;
  readonly code?: string;
  readonly project?: string;
  readonly thumbnail?: string;
};

/** What a page ships of its listing. */
export type Embedded = {
  readonly papers: ReadonlyMap<PaperId, EmbeddedPaper>;
  /** What the listing is of: a day, an ISO week or a month. */
  readonly date?: string;
  /** `day`, `week` or `month` (seen 2026-09). */
  readonly period?: string;
};

// Svelte islands carry their first props for ever (seen 2024-08 to 2026-10).
const ISLAND = /^(?:DailyPapers|PaperContent)$/;

/** Longest JSON read, in characters; real pages have up to 1.5 million. */
const LONGEST_JSON = 20_000_000;
const MOST_PAPERS = 20_000;
const MOST_AUTHORS = 5_000;
const MOST_KEYWORDS = 200;

const NOTHING: Embedded = { papers: new Map() };

const parsed = new WeakMap<Element, { readonly props: string; readonly embedded: Embedded }>();

/** The site's own parts of a page that hold a listing or a paper. */
export function islandsIn(document: Document): Element[] {
  return named(document, 'div').filter((div) => ISLAND.test(attribute(div, 'data-target') ?? ''));
}

/** Reads what the page ships; whatever is not as expected is left out. */
export function embeddedIn(document: Document): Embedded {
  const [only = NOTHING, ...more] = islandsIn(document).map(embeddedOf);
  if (more.length === 0) return only;
  const papers = new Map(only.papers);
  for (const island of more) {
    for (const [id, paper] of island.papers) papers.set(id, paper);
  }
  return { ...Object.assign({}, only, ...more), papers };
}

function embeddedOf(island: Element): Embedded {
  const props = attribute(island, 'data-props') ?? '';
  const known = parsed.get(island);
  if (known?.props === props) return known.embedded;
  const embedded = props.length > LONGEST_JSON ? NOTHING : readProps(props);
  parsed.set(island, { props, embedded });
  return embedded;
}

function readProps(props: string): Embedded {
  let page: Json;
  try {
    page = record(JSON.parse(props));
  } catch {
    // A page without readable data is read from what it shows.
    return NOTHING;
  }
  const papers = new Map<PaperId, EmbeddedPaper>();
  for (const entries of [page['dailyPapers'], page['searchResults']]) {
    for (const entry of list(entries, MOST_PAPERS)) {
      addPaper(papers, record(entry), record(record(entry)['paper']));
    }
  }
  addPaper(papers, page, record(page['paper']));
  const date = line(page['dateString']) ?? line(page['date']);
  const period = line(page['periodType']);
  return {
    papers,
    // An instant counts by its day.
    ...(date !== undefined && { date: dayOf(date) ?? date }),
    ...(period !== undefined && { period }),
  };
}

/** `entry` is the listing's part, or the whole page's where it is about one paper. */
function addPaper(papers: Map<PaperId, EmbeddedPaper>, entry: Json, paper: Json): void {
  const id = arxivPaperId(string(paper['id']) ?? '');
  if (!id) return;
  const facts = present({ ...bibliographic(entry, paper), ...ofTheSite(entry, paper) });
  papers.set(id, { ...papers.get(id), ...facts });
}

function bibliographic(entry: Json, paper: Json): Loose {
  // `hidden` only means that an author keeps the paper off their profile.
  const authors = list(paper['authors'], MOST_AUTHORS).flatMap(
    (author) => line(record(author)['name']) ?? [],
  );
  return {
    title: line(paper['title'], LONGEST.title) ?? line(entry['title'], LONGEST.title),
    abstract: line(paper['summary'], LONGEST.abstract) ?? line(entry['summary'], LONGEST.abstract),
    authors: authors.length > 0 ? authors : undefined,
    // The entry's own `publishedAt` is the listing's, some hours off: never the paper's.
    published: dayOf(string(paper['publishedAt'])),
  };
}

function ofTheSite(entry: Json, paper: Json): Loose {
  const keywords = list(paper['ai_keywords'], MOST_KEYWORDS).flatMap((word) => line(word) ?? []);
  const submitters = [entry['submittedBy'], paper['submittedOnDailyBy']].map(record);
  const organizations = [entry, paper].flatMap((of) =>
    [of['organization'], of['submitterOrganization']].map(record),
  );
  return {
    listed: dayOf(string(paper['submittedOnDailyAt'])),
    upvotes: count(paper['upvotes']),
    comments: count(entry['numComments']) ?? countComments(entry['comments']),
    submitter: firstLine(submitters.flatMap(({ name, user }) => [name, user])),
    organization: firstLine(organizations.flatMap(({ fullname, name }) => [fullname, name])),
    keywords: keywords.length > 0 ? keywords : undefined,
    summary: line(paper['ai_summary'], LONGEST.title),
    code: address(paper['githubRepo']),
    project: address(paper['projectPage']),
    thumbnail: address(entry['thumbnail']) ?? address(paper['thumbnail']),
  };
}

function firstLine(values: readonly unknown[]): string | undefined {
  return values.map((value) => line(value)).find((value) => value !== undefined);
}

type Loose = { readonly [Field in keyof EmbeddedPaper]?: EmbeddedPaper[Field] | undefined };

function present(loose: Loose): EmbeddedPaper {
  return Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined));
}

function countComments(comments: unknown): number | undefined {
  if (!Array.isArray(comments)) return undefined;
  return comments.filter((comment) => record(comment)['type'] === 'comment').length;
}
