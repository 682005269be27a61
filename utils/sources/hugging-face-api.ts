import type { Reading } from '@/utils/domain/paper';
import { type PaperId, arxivIdOf } from '@/utils/domain/paper-id';
import { readingOf } from './facts';
import { type Fetch, RequestFailed, fetchText } from './fetch-text';
import { isRecord, parseJson } from './json';

/** A paper with hundreds of authors and their accounts stays below. */
const MOST_BYTES = 4_000_000;

/**
 * What Hugging Face's own paper API knows of a paper, `undefined` when it has no such paper or no
 * author of it. Throws `RequestFailed`.
 */
export async function fetchFromHuggingFace(
  id: PaperId,
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Reading | undefined> {
  const arxivId = arxivIdOf(id);
  if (arxivId === undefined) return undefined;
  const url = `https://huggingface.co/api/papers/${encodeURIComponent(arxivId)}`;
  try {
    return parse(id, await fetchText(fetch, url, MOST_BYTES, { signal }));
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 404) return undefined;
    throw error;
  }
}

/** Keys as of 2024-05 to 2026-08: `{id, title, summary, publishedAt, authors: [{name, hidden}]}`. */
function parse(id: PaperId, text: string): Reading | undefined {
  const answer = parseJson(text);
  if (!isRecord(answer) || answer['id'] !== arxivIdOf(id)) return undefined;
  const listed = Array.isArray(answer['authors']) ? answer['authors'] : [];
  const authors = listed.map((author: unknown) => (isRecord(author) ? author['name'] : undefined));
  const { title, summary, publishedAt } = answer as Readonly<
    Record<'title' | 'summary' | 'publishedAt', unknown>
  >;
  return readingOf(
    id,
    { title, authors, abstract: summary, published: publishedAt },
    'api:huggingface',
  );
}
