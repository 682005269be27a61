import type { Reading } from '@/utils/domain/paper';
import { type PaperId, arxivIdOf, arxivPaperId } from '@/utils/domain/paper-id';
import { type AtomEntry, readAtom } from './atom';
import { readingOf } from './facts';
import { type Fetch, fetchText } from './fetch-text';

/** https://info.arxiv.org/help/api/tou.html: no more than one request every three seconds. */
export const ARXIV_PAUSE_MS = 3_000;

/** The API cuts longer lists off. */
export const ARXIV_IDS_PER_REQUEST = 100;

const MOST_BYTES = 8_000_000;

/**
 * What arXiv's API knows of up to `ARXIV_IDS_PER_REQUEST` papers. Ids it does not know are missing
 * from its answer without a word, so papers are told by id, never by position. Throws `RequestFailed`.
 */
export async function fetchFromArxiv(
  ids: readonly PaperId[],
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Map<PaperId, Reading>> {
  const asked = ids.flatMap((id) => arxivIdOf(id) ?? []).slice(0, ARXIV_IDS_PER_REQUEST);
  const query = new URLSearchParams({
    id_list: asked.join(','),
    max_results: String(asked.length),
  });
  const url = `https://export.arxiv.org/api/query?${query.toString()}`;
  const wanted = new Set(ids);
  const answers = readAtom(await fetchText(fetch, url, MOST_BYTES, { signal })).flatMap(parse);
  return new Map(
    answers.flatMap((reading) =>
      wanted.has(reading.paper.id) ? [[reading.paper.id, reading] as const] : [],
    ),
  );
}

/** An error comes as an entry, too, but under an address that is no paper's. */
function parse({ id: address, summary, ...entry }: AtomEntry): Reading[] {
  const [, arxivId = ''] = /^https?:\/\/arxiv\.org\/abs\/(\S{1,40})$/.exec(address.trim()) ?? [];
  const id = arxivPaperId(arxivId);
  if (id === undefined) return [];
  const [, version] = /v(\d{1,4})$/.exec(arxivId) ?? [];
  const answer = {
    ...entry,
    abstract: summary,
    version: version === undefined ? undefined : Number(version),
  };
  const reading = readingOf(id, answer, 'api:arxiv');
  return reading ? [reading] : [];
}
