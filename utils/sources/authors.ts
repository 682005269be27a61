import type { FetchedAuthors } from '@/utils/domain/library';
import type { Reading } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { ARXIV_IDS_PER_REQUEST, ARXIV_PAUSE_MS, fetchFromArxiv } from './arxiv-api';
import { RequestFailed } from './fetch-text';
import { fetchFromHuggingFace } from './hugging-face-api';
import { type Web, politely } from './polite';

/** What asking needs of the world outside. */
export type Network = Web & {
  /** Whether the reader allowed requests to the arXiv API. */
  hasArxivPermission(): Promise<boolean>;
};

/** How the caller follows long fetching, and stops it. */
export type Course = {
  /** How many papers have their authors, of how many; all of them once asking is over. */
  readonly tell?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Takes answers as they come, to keep them at once; the same as are returned in the end. */
  readonly onReadings?: (readings: readonly Reading[]) => void | Promise<void>;
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

/**
 * Asks Hugging Face for each paper, then arXiv for those that it had no authors of. When stopped, what
 * came so far is returned, and papers not asked about are missed for the network's sake.
 */
export async function fetchAuthors(
  ids: readonly PaperId[],
  network: Network,
  course: Course = {},
): Promise<Fetched> {
  const gathering = gather(ids, course);
  await askHuggingFace(network, gathering, course.signal);
  if (gathering.missing.size > 0) await askArxiv(network, gathering, course.signal);
  const { readings, missing } = gathering;
  course.tell?.(ids.length, ids.length);
  return { readings, missed: [...missing].map(([id, reason]) => ({ id, reason })) };
}

type Gathering = {
  readonly readings: readonly Reading[];
  readonly missing: ReadonlyMap<PaperId, Reason>;
  /** Notes what was answered to questions about these papers, and hands it on. */
  settle(
    ids: readonly PaperId[],
    answers: ReadonlyMap<PaperId, Reading> | 'network',
  ): Promise<void>;
  refuse(reason: Reason): void;
};

function gather(ids: readonly PaperId[], { tell, onReadings }: Course): Gathering {
  const missing = new Map<PaperId, Reason>(ids.map((id) => [id, 'unknown']));
  const total = missing.size;
  const readings: Reading[] = [];
  return {
    readings,
    missing,
    async settle(asked, answers) {
      const known = answers === 'network' ? [] : asked.flatMap((id) => answers.get(id) ?? []);
      for (const id of asked) missing.set(id, answers === 'network' ? answers : 'unknown');
      for (const { paper } of known) missing.delete(paper.id);
      readings.push(...known);
      tell?.(total - missing.size, total);
      if (known.length > 0) await onReadings?.(known);
    },
    refuse(reason) {
      for (const [id, before] of missing) if (before !== 'network') missing.set(id, reason);
    },
  };
}

async function askHuggingFace(
  { fetch }: Network,
  { missing, settle }: Gathering,
  signal: AbortSignal | undefined,
): Promise<void> {
  const queue = [...missing.keys()];
  let failures = 0;
  const work = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (failures >= MOST_FAILURES || signal?.aborted === true) await settle([id], 'network');
      else {
        const answers = await attempt(fetchFromHuggingFace(id, fetch, signal));
        failures = answers === 'network' ? failures + 1 : 0;
        await settle([id], answers);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function askArxiv(
  network: Network,
  { missing, settle, refuse }: Gathering,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (!(await network.hasArxivPermission())) {
    refuse('permission');
    return;
  }
  const ids = [...missing.keys()];
  const ask = politely(network, ARXIV_PAUSE_MS, signal);
  for (let start = 0; start < ids.length; start += ARXIV_IDS_PER_REQUEST) {
    const batch = ids.slice(start, start + ARXIV_IDS_PER_REQUEST);
    const said = await ask(() => fetchFromArxiv(batch, network.fetch, signal));
    await settle(batch, typeof said === 'string' ? 'network' : said.answer);
  }
}

async function attempt(
  asking: Promise<Reading | undefined>,
): Promise<ReadonlyMap<PaperId, Reading> | 'network'> {
  try {
    const reading = await asking;
    return new Map(reading ? [[reading.paper.id, reading]] : []);
  } catch (error) {
    if (error instanceof RequestFailed) return 'network';
    throw error;
  }
}
