import type { Paper } from '@/utils/domain/paper';
import { doiOf, doiPaperId } from '@/utils/domain/paper-id';
import type { Publication, PublicationKind } from '@/utils/domain/publication';
import { type Fetch, fetchText } from './fetch-text';
import { at, list, parseJson, plain } from './json';
import { known } from './known';
import { type Candidate, publishedVersion } from './same-work';

/** https://dblp.org/faq: crawl at most one page a second, and expect 429 beyond. */
export const DBLP_PAUSE_MS = 1_500;

const MOST_BYTES = 2_000_000;

// What DBLP calls `Informal and Other Publications` are preprints.
const KINDS: ReadonlyMap<unknown, PublicationKind> = new Map([
  ['Journal Articles', 'article'],
  ['Conference and Workshop Papers', 'inproceedings'],
  ['Parts in Books or Collections', 'incollection'],
]);

/** The published version among what DBLP finds for a title and its first author; the main meeting before its workshops. Throws `RequestFailed`. */
export async function searchDblp(
  paper: Paper,
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Publication | undefined> {
  const query = new URLSearchParams({ q: words(paper), format: 'json', h: '20' });
  const url = `https://dblp.org/search/publ/api?${query.toString()}`;
  const answer = parseJson(await fetchText(fetch, url, MOST_BYTES, { signal }));
  const hits = list(at(at(at(answer, 'result'), 'hits'), 'hit'));
  const candidates = hits.flatMap((hit) => candidateIn(at(hit, 'info')));
  return publishedVersion(
    paper,
    candidates.toSorted((one, other) => isWorkshop(one) - isWorkshop(other)),
    'DBLP',
  );
}

function isWorkshop({ publication }: Candidate): number {
  return /workshop/i.test(publication.container ?? '') ? 1 : 0;
}

/** DBLP finds works that have all the words; signs are its operators. */
function words({ title, authors }: Paper): string {
  const plainTitle = title.replace(/\\[a-zA-Z]+/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ');
  const [first = ''] = authors ?? [];
  const family = first.trim().split(/\s+/u).at(-1) ?? '';
  return `${plainTitle} ${family.replace(/[^\p{L}\p{N}]+/gu, ' ')}`
    .replace(/\s+/gu, ' ')
    .slice(0, 400)
    .trim();
}

/** One hit's `info`: strings, save that one author stands where a list of several would. */
function candidateIn(info: unknown): Candidate[] {
  const kind = KINDS.get(at(info, 'type'));
  const title = plain(at(info, 'title'), 1_000)?.replace(/\.$/, '');
  const [first] = list(at(at(info, 'authors'), 'author'));
  const name = plain(at(first, 'text')) ?? plain(first);
  if (kind === undefined || title === undefined || name === undefined) return [];
  const doi = plain(at(info, 'doi'));
  const id = doi === undefined ? undefined : doiPaperId(doi);
  const url = plain(at(info, 'ee'));
  const fields = known({
    container: plain(list(at(info, 'venue'))[0]),
    volume: plain(at(info, 'volume'), 40),
    number: plain(at(info, 'number'), 40),
    pages: plain(at(info, 'pages'), 40),
    year: plain(at(info, 'year'), 4),
    doi: id && doiOf(id),
    url: url !== undefined && /^https?:\/\//.test(url) ? url : undefined,
  });
  return [{ title, author: { name }, publication: { kind, source: 'dblp', ...fields } }];
}
