import type { Paper } from '@/utils/domain/paper';
import type { Publication, PublicationKind } from '@/utils/domain/publication';
import { type Fetch, RequestFailed, fetchText } from './fetch-text';
import { at, list, parseJson, plain } from './json';
import { known } from './known';
import { type Candidate, publishedVersion } from './same-work';

/**
 * https://api.crossref.org: without an address for complaints, five single works a second and one
 * search a second, one at a time.
 */
export const CROSSREF_PAUSE_MS = { work: 300, search: 1_100 } as const;

const WORKS = 'https://api.crossref.org/works';
const MOST_BYTES = 4_000_000;

// https://api.crossref.org/types; what is absent here (`posted-content`, `dataset`, `component`,
// `peer-review`) is no published version.
const KINDS: ReadonlyMap<unknown, PublicationKind> = new Map([
  ['journal-article', 'article'],
  ['proceedings-article', 'inproceedings'],
  ['book-chapter', 'incollection'],
  ['book-part', 'incollection'],
  ['book-section', 'incollection'],
  ['reference-entry', 'incollection'],
  ['book', 'book'],
  ['monograph', 'book'],
  ['edited-book', 'book'],
  ['reference-book', 'book'],
  ['dissertation', 'phdthesis'],
  ['report', 'techreport'],
]);

/** What Crossref knows of a DOI that the paper's own page asserts; `undefined` when it has no such publication. Throws `RequestFailed`. */
export async function fetchByDoi(
  doi: string,
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Publication | undefined> {
  try {
    const text = await fetchText(fetch, `${WORKS}/${encodeURIComponent(doi)}`, MOST_BYTES, {
      signal,
    });
    const publication = publicationIn(at(parseJson(text), 'message'));
    if (publication?.doi !== doi.toLowerCase()) return undefined;
    return { ...publication, evidence: `Crossref: doi ${doi}, named on the paper's page` };
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 404) return undefined;
    throw error;
  }
}

/** The published version among what Crossref finds for a title and its first author. Throws `RequestFailed`. */
export async function searchCrossref(
  paper: Paper,
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Publication | undefined> {
  const query = new URLSearchParams({
    'query.bibliographic': paper.title.slice(0, 300),
    ...(paper.authors?.[0] !== undefined && { 'query.author': paper.authors[0].slice(0, 100) }),
    rows: '5',
    select:
      'DOI,type,title,author,editor,container-title,volume,issue,page,article-number,publisher,publisher-location,published-print,issued,ISBN',
  });
  const text = await fetchText(fetch, `${WORKS}?${query.toString()}`, MOST_BYTES, { signal });
  const items = list(at(at(parseJson(text), 'message'), 'items'));
  return publishedVersion(paper, items.flatMap(candidateIn), 'Crossref');
}

function candidateIn(work: unknown): Candidate[] {
  const publication = publicationIn(work);
  const title = plain(list(at(work, 'title'))[0], 1_000);
  const [first] = list(at(work, 'author'));
  const family = plain(at(first, 'family'));
  const name = plain(at(first, 'name'));
  const author = family !== undefined ? { family } : name !== undefined ? { name } : undefined;
  return publication && title !== undefined && author ? [{ title, author, publication }] : [];
}

/** https://api.crossref.org/swagger-ui: a work, whose texts may hold entities and JATS tags. */
function publicationIn(work: unknown): Publication | undefined {
  const kind = KINDS.get(at(work, 'type'));
  const doi = plain(at(work, 'DOI'))?.toLowerCase();
  if (kind === undefined || doi === undefined) return undefined;
  // The year of print is the one that volumes and citations go by.
  const [date] = ['published-print', 'issued'].flatMap((name) => dateIn(at(work, name)));
  const fields = known({
    container: plain(list(at(work, 'container-title'))[0]),
    volume: plain(at(work, 'volume'), 40),
    number: plain(at(work, 'issue'), 40),
    pages: plain(at(work, 'page'), 40) ?? plain(at(work, 'article-number'), 40),
    publisher: plain(at(work, 'publisher')),
    address: plain(at(work, 'publisher-location')),
    isbn: plain(list(at(work, 'ISBN'))[0], 40),
  });
  const editors = list(at(work, 'editor')).slice(0, 50).flatMap(fullName);
  return {
    kind,
    source: 'crossref',
    ...fields,
    ...(editors.length > 0 && { editors }),
    ...date,
    doi,
  };
}

function fullName(person: unknown): string[] {
  const name = [
    plain(at(person, 'given')),
    plain(at(person, 'family')) ?? plain(at(person, 'name')),
  ];
  const parts = name.filter((part) => part !== undefined);
  return parts.length > 0 ? [parts.join(' ')] : [];
}

/** `{ 'date-parts': [[2007, 7, 9]] }`; an unknown date is `[[null]]`. */
function dateIn(value: unknown): { readonly year: string; readonly month?: number }[] {
  const [year, month] = list(list(at(value, 'date-parts'))[0]);
  if (typeof year !== 'number' || year < 1500 || year > 2200) return [];
  const isMonth = typeof month === 'number' && month >= 1 && month <= 12;
  return [{ year: String(year), ...(isMonth && { month }) }];
}
