import { arxivPaperId, type IsoDate, type PaperId } from '@/utils/domain/paper';
import { all, attribute, LONGEST, tidy } from '@/utils/page/select';
import { dayOf } from './dates';

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
  readonly date?: IsoDate;
};

// Svelte islands carry their first props for ever (seen 2024-08 to 2026-10).
const ISLANDS = '[data-target="DailyPapers"][data-props], [data-target="PaperContent"][data-props]';

/** Longest JSON read, in characters; real pages have up to 1.5 million. */
const LONGEST_JSON = 20_000_000;
const MOST_PAPERS = 20_000;
const MOST_AUTHORS = 5_000;

const NOTHING: Embedded = { papers: new Map() };

const parsed = new WeakMap<Element, { readonly props: string; readonly embedded: Embedded }>();

/** Reads what the page ships; whatever is not as expected is left out. */
export function embeddedIn(document: Document): Embedded {
  return all(document, ISLANDS)
    .map(embeddedOf)
    .reduce(
      (sum, { papers, date = sum.date }) => ({
        papers: new Map([...sum.papers, ...papers]),
        ...(date !== undefined && { date }),
      }),
      NOTHING,
    );
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
  let json: unknown;
  try {
    json = JSON.parse(props);
  } catch {
    // A page without readable data is read from what it shows.
    return NOTHING;
  }
  const page = record(json);
  const entries = [...list(page['dailyPapers']), ...list(page['searchResults'])];
  const papers = new Map<PaperId, EmbeddedPaper>();
  for (const entry of entries.slice(0, MOST_PAPERS)) {
    addPaper(papers, record(entry), record(record(entry)['paper']));
  }
  if (page['paper'] !== undefined) addPaper(papers, page, record(page['paper']));
  const date = dayOf(string(page['dateString']) ?? string(page['date']));
  return { papers, ...(date !== undefined && { date }) };
}

type Json = Readonly<Record<string, unknown>>;

/** `entry` is the listing's part, or the whole page's where it is about one paper. */
function addPaper(papers: Map<PaperId, EmbeddedPaper>, entry: Json, paper: Json): void {
  const id = arxivPaperId(string(paper['id']) ?? '');
  if (!id) return;
  papers.set(id, present({ ...bibliographic(entry, paper), ...ofTheSite(entry, paper) }));
}

function bibliographic(entry: Json, paper: Json): Loose {
  const authors = list(paper['authors'])
    .slice(0, MOST_AUTHORS)
    // `hidden` only means that an author keeps the paper off their profile.
    .flatMap((author) => line(record(author)['name']) ?? []);
  return {
    title: tidied(paper['title'] ?? entry['title'], LONGEST.title),
    abstract: tidied(paper['summary'] ?? entry['summary'], LONGEST.abstract),
    authors: authors.length > 0 ? authors : undefined,
    // The entry's own `publishedAt` is the listing's, some hours off: never the paper's.
    published: dayOf(string(paper['publishedAt'])),
  };
}

function ofTheSite(entry: Json, paper: Json): Loose {
  const keywords = list(paper['ai_keywords']).flatMap((keyword) => line(keyword) ?? []);
  const submitter = record(entry['submittedBy'] ?? paper['submittedOnDailyBy']);
  const organization = record(
    entry['organization'] ?? paper['organization'] ?? entry['submitterOrganization'],
  );
  return {
    listed: dayOf(string(paper['submittedOnDailyAt'])),
    upvotes: count(paper['upvotes']),
    comments: count(entry['numComments']) ?? countComments(entry['comments']),
    submitter: line(submitter['name']) ?? line(submitter['user']),
    organization: line(organization['fullname']) ?? line(organization['name']),
    keywords: keywords.length > 0 ? keywords.slice(0, 200) : undefined,
    summary: tidied(paper['ai_summary'], LONGEST.title),
    code: address(paper['githubRepo']),
    project: address(paper['projectPage']),
    thumbnail: address(entry['thumbnail']),
  };
}

type Loose = { readonly [Field in keyof EmbeddedPaper]?: EmbeddedPaper[Field] | undefined };

function present(loose: Loose): EmbeddedPaper {
  return Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined));
}

function countComments(comments: unknown): number | undefined {
  if (!Array.isArray(comments)) return undefined;
  return comments.filter((comment) => record(comment)['type'] === 'comment').length;
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function tidied(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' ? tidy(value, longest) || undefined : undefined;
}

function line(value: unknown): string | undefined {
  return tidied(value, LONGEST.line);
}

function count(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}

/** An absolute `http(s)` address as it was given, or `undefined`. */
export function address(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || value.length > 2_000 || !URL.canParse(value, base)) {
    return undefined;
  }
  const url = new URL(value, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return URL.canParse(value) ? value : url.href;
}
