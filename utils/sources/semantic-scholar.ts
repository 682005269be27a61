import type { Paper } from '@/utils/domain/paper';
import { type PaperId, arxivIdOf, doiOf, doiPaperId } from '@/utils/domain/paper-id';
import type { Publication, PublicationKind } from '@/utils/domain/publication';
import { type Fetch, fetchText } from './fetch-text';
import { at, list, parseJson, plain } from './json';
import { known } from './known';
import { type Candidate, publishedVersion } from './same-work';

/** https://api.semanticscholar.org/api-docs: at most 500 papers a request. */
export const S2_IDS_PER_REQUEST = 500;

/** Without a key all callers share one pool of requests; 429 is common. */
export const S2_PAUSE_MS = 3_000;

const FIELDS =
  'title,year,publicationDate,authors.name,venue,publicationVenue,journal,externalIds,publicationTypes';
const MOST_BYTES = 10_000_000;

/**
 * The published versions of up to `S2_IDS_PER_REQUEST` papers with an arXiv or DOI identity, by id;
 * those it knows nothing of are absent. Throws `RequestFailed`.
 */
export async function fetchFromSemanticScholar(
  papers: readonly Paper[],
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Map<PaperId, Publication>> {
  const asked = papers.filter(({ id }) => nameOf(id) !== undefined).slice(0, S2_IDS_PER_REQUEST);
  if (asked.length === 0) return new Map();
  const url = `https://api.semanticscholar.org/graph/v1/paper/batch?fields=${FIELDS}`;
  const json = { ids: asked.map(({ id }) => nameOf(id)) };
  const answers = parseJson(await fetchText(fetch, url, MOST_BYTES, { json, signal }));
  // One answer a paper, in the order asked; `null` for those that are not known.
  const found = new Map<PaperId, Publication>();
  for (const [index, paper] of asked.entries()) {
    const candidates = candidateIn(list(answers)[index]);
    const publication = publishedVersion(paper, candidates, 'Semantic Scholar');
    if (publication) found.set(paper.id, publication);
  }
  return found;
}

function nameOf(id: PaperId): string | undefined {
  const arxiv = arxivIdOf(id);
  if (arxiv !== undefined) return `ARXIV:${arxiv}`;
  const doi = doiOf(id);
  return doi === undefined ? undefined : `DOI:${doi}`;
}

function candidateIn(answer: unknown): Candidate[] {
  const title = plain(at(answer, 'title'), 1_000);
  const name = plain(at(list(at(answer, 'authors'))[0], 'name'));
  if (title === undefined || name === undefined) return [];
  return [{ title, author: { name }, publication: publicationIn(answer) }];
}

function publicationIn(answer: unknown): Publication {
  const venue = at(answer, 'publicationVenue');
  const journal = at(answer, 'journal');
  const id = doiPaperId(plain(at(at(answer, 'externalIds'), 'DOI')) ?? '');
  const [, month] = /^\d{4}-(\d{2})/.exec(plain(at(answer, 'publicationDate')) ?? '') ?? [];
  const volume = plain(at(journal, 'volume'), 40);
  const fields = known({
    container: plain(at(venue, 'name')) ?? plain(at(answer, 'venue')) ?? plain(at(journal, 'name')),
    // arXiv's own "volume" stays behind when the venue is found later.
    volume: volume !== undefined && volume.startsWith('abs/') ? undefined : volume,
    pages: plain(at(journal, 'pages'), 40)?.replace(/\s/gu, ''),
    year: plain(at(answer, 'year'), 4),
    month: month === undefined ? undefined : Number(month),
    doi: id && doiOf(id),
  });
  return { kind: kindOf(answer), source: 'semantic-scholar', ...fields };
}

function kindOf(answer: unknown): PublicationKind {
  const types = list(at(answer, 'publicationTypes'));
  const venue = at(at(answer, 'publicationVenue'), 'type');
  const isMeeting = venue === 'conference' || (venue !== 'journal' && types.includes('Conference'));
  if (isMeeting) return 'inproceedings';
  return venue === 'journal' || types.includes('JournalArticle') ? 'article' : 'misc';
}
