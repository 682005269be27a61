import { type PaperId, arxivIdOf } from '@/utils/domain/paper-id';
import type { Publication, PublicationKind } from '@/utils/domain/publication';
import { cleanText } from '../tex/clean';
import { readPerson } from '../names/person-name';
import type { PartialDate } from './dates';

type Text =
  | 'container'
  | 'series'
  | 'volume'
  | 'number'
  | 'pages'
  | 'publisher'
  | 'address'
  | 'edition'
  | 'isbn'
  | 'url'
  | 'evidence';

/** What a record says of where the work was published. */
export type PublishedDraft = { readonly [Name in Text]?: string | undefined } & {
  readonly kind?: PublicationKind | undefined;
  readonly editors?: readonly string[];
  /** When it is not the paper's own. */
  readonly year?: string | undefined;
};

type About = {
  readonly id: PaperId;
  readonly doi: string | undefined;
  readonly date: PartialDate | undefined;
};

const LONGEST = 500;
const MOST_EDITORS = 200;

// What programs write in place of a journal for papers that have none.
const NO_JOURNAL = /^(?:arxiv|corr\b|computing research repository|preprint)/i;

/** The published version a record tells of; `undefined` when the record is that of a preprint alone. */
export function publicationOf(draft: PublishedDraft, about: About): Publication | undefined {
  const container = line(draft.container);
  if (arxivIdOf(about.id) !== undefined && !isPublished(draft)) return undefined;
  const facts = factsOf(draft, about);
  const kind = kindOf(draft.kind, container);
  const saysMore = Object.keys(facts).some((name) => name !== 'doi');
  return !saysMore && kind === 'misc' ? undefined : { kind, source: 'import', ...facts };
}

const BY_THEMSELVES: ReadonlySet<PublicationKind | undefined> = new Set([
  'book',
  'phdthesis',
  'mastersthesis',
  'techreport',
]);

/** Whether a work on arXiv also stands in a journal or a book, or is one that somebody published. */
function isPublished({ kind, container, publisher }: PublishedDraft): boolean {
  const place = line(container) ?? (BY_THEMSELVES.has(kind) ? line(publisher) : undefined);
  return place !== undefined && !NO_JOURNAL.test(place);
}

function factsOf(
  draft: PublishedDraft,
  { doi, date }: About,
): Omit<Publication, 'kind' | 'source'> {
  const editors = (draft.editors ?? []).slice(0, MOST_EDITORS).map(readPerson).filter(Boolean);
  const facts = {
    container: line(draft.container),
    series: line(draft.series),
    volume: line(draft.volume),
    number: line(draft.number),
    pages: line(draft.pages)?.replaceAll(/ ?[-–—]{1,3} ?/g, '-'),
    editors: editors.length === 0 ? undefined : editors,
    publisher: line(draft.publisher),
    address: line(draft.address),
    edition: line(draft.edition),
    year: /^[12]\d{3}$/.exec(draft.year ?? date?.year ?? '')?.[0],
    month: draft.year === undefined || draft.year === date?.year ? date?.month : undefined,
    doi,
    isbn: line(draft.isbn),
    url: webAddress(draft.url ?? ''),
    evidence: line(draft.evidence),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** What stands in a journal or in proceedings was published there, unless the record has a word for what it is. */
function kindOf(kind: PublicationKind | undefined, container: string | undefined): PublicationKind {
  const isVague = kind === undefined || kind === 'unpublished';
  if (!isVague || container === undefined) return kind ?? 'misc';
  return /proceedings|conference|workshop|symposium/i.test(container) ? 'inproceedings' : 'article';
}

/** An `http(s)` address that carries no password, as browsers write it. */
export function webAddress(text: string): string | undefined {
  if (text.length > 2_000 || !URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? href : undefined;
}

function line(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanText(text, LONGEST) || undefined;
}
