import type { FetchedAuthors } from '@/utils/domain/library';
import type { Reading } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { ARXIV_IDS_PER_REQUEST, ARXIV_PAUSE_MS, fetchFromArxiv } from './arxiv-api';
import { type Fetch, RequestFailed } from './fetch-text';
import { fetchFromHuggingFace } from './hugging-face-api';

/** What asking needs of the world outside. */
export type Network = {
  readonly fetch: Fetch;
  wait(milliseconds: number): Promise<void>;
  /** Whether the reader allowed requests to the arXiv API. */
  hasArxivPermission(): Promise<boolean>;
};

type Reason = FetchedAuthors['missed'][number]['reason'];

type Fetched = {
  readonly readings: readonly Reading[];
  readonly missed: FetchedAuthors['missed'];
};

/** Requests to Hugging Face that may be under way at once. */
const AT_ONCE = 3;

/** After so many failures in a row the network is down, or we are not welcome. */
const MOST_FAILURES = 3;

/** Asks Hugging Face for each paper, then arXiv for those that it had no authors of. */
export async function fetchAuthors(ids: readonly PaperId[], network: Network): Promise<Fetched> {
  const missing = new Map<PaperId, Reason>(ids.map((id) => [id, 'unknown']));
  const readings = await askHuggingFace([...missing.keys()], network, missing);
  if (missing.size > 0) readings.push(...(await askArxiv(network, missing)));
  return { readings, missed: [...missing].map(([id, reason]) => ({ id, reason })) };
}

async function askHuggingFace(
  ids: readonly PaperId[],
  { fetch }: Network,
  missing: Map<PaperId, Reason>,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  const queue = [...ids];
  let failures = 0;
  const work = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (failures >= MOST_FAILURES) missing.set(id, 'network');
      else {
        const answer = await attempt(() => fetchFromHuggingFace(id, fetch));
        failures = answer === 'network' ? failures + 1 : 0;
        settle(id, answer, readings, missing);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return readings;
}

async function askArxiv(
  { fetch, wait, hasArxivPermission }: Network,
  missing: Map<PaperId, Reason>,
): Promise<Reading[]> {
  const ids = [...missing.keys()];
  if (!(await hasArxivPermission())) {
    for (const id of ids) if (missing.get(id) !== 'network') missing.set(id, 'permission');
    return [];
  }
  const readings: Reading[] = [];
  for (let start = 0; start < ids.length; start += ARXIV_IDS_PER_REQUEST) {
    if (start > 0) await wait(ARXIV_PAUSE_MS);
    const batch = ids.slice(start, start + ARXIV_IDS_PER_REQUEST);
    const answers = await attempt(() => fetchFromArxiv(batch, fetch));
    for (const id of batch) {
      settle(id, answers === 'network' ? answers : answers.get(id), readings, missing);
    }
  }
  return readings;
}

function settle(
  id: PaperId,
  answer: Reading | undefined | 'network',
  readings: Reading[],
  missing: Map<PaperId, Reason>,
): void {
  if (answer === 'network') missing.set(id, 'network');
  else if (answer === undefined) missing.set(id, 'unknown');
  else {
    readings.push(answer);
    missing.delete(id);
  }
}

async function attempt<Answer>(ask: () => Promise<Answer>): Promise<Answer | 'network'> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof RequestFailed) return 'network';
    throw error;
  }
}
