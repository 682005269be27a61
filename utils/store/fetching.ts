import type { FetchedAuthors, FoundPublished, LookUpSource } from '@/utils/domain/library';
import { type Reading, lacksAuthors } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { mergeReadings, mergingTables } from './admitting';
import { citables } from './citing';
import { pinKeys } from './citation-keys';
import { joinAll } from './joining';
import { parseIds, parseText } from './parse-arguments';
import { type Outside, type Store, nowOf } from './parts';
import { beginTask } from './tasks';

/** More would keep the network busy for many minutes. */
const MOST_PAPERS = 5_000;

/** Asks for the authors of those among these papers that lack them, and keeps what is answered. */
export async function fetchAuthors(
  store: Store,
  given: readonly PaperId[],
  task?: string,
): Promise<FetchedAuthors> {
  const { db, parts } = store;
  const ids = parseIds(given).slice(0, MOST_PAPERS);
  const rows = await db.papers.bulkGet(ids);
  const lacking = rows.flatMap((row) => (row && lacksAuthors(row.paper) ? [row.id] : []));
  if (lacking.length === 0) return { filled: [], missed: [] };
  const answered: PaperId[] = [];
  const keep = keeper(store, lacking, (reading) => !lacksAuthors(reading.paper), answered);
  const missed = await outside(store, task, keep, (work) => parts.fetchAuthors(lacking, work));
  return { filled: answered, missed };
}

/** Asks where these papers were published, and keeps what is proved. */
export async function findPublished(
  store: Store,
  given: readonly PaperId[],
  sources: readonly LookUpSource[],
  task?: string,
): Promise<FoundPublished> {
  const ids = parseIds(given).slice(0, MOST_PAPERS);
  const papers = (await store.db.papers.bulkGet(ids)).flatMap((row) => (row ? [row.paper] : []));
  const found: PaperId[] = [];
  const keep = keeper(store, ids, ({ paper }) => paper.publication !== undefined, found);
  const rest = await outside(store, task, keep, (work) =>
    store.parts.findPublished(papers, sources, work),
  );
  return { ...rest, found };
}

/** Hands papers to Zotero; throws with a sentence when that cannot be. */
export async function sendToZotero(
  store: Store,
  given: readonly PaperId[],
): Promise<{ readonly sent: number }> {
  const ids = parseIds(given);
  await pinKeys(store, ids);
  return { sent: await store.parts.sendToZotero(await citables(store.db, ids)) };
}

type Keep = Outside['onReadings'];

/** Keeps readings of papers that were asked about, and nothing else; notes whose they were. */
function keeper(
  store: Store,
  asked: readonly PaperId[],
  isAnswer: (reading: Reading) => boolean,
  answered: PaperId[],
): Keep {
  const wanted = new Set(asked);
  return async (readings) => {
    const own = readings.filter((reading) => wanted.has(reading.paper.id) && isAnswer(reading));
    const { joins } = await store.db.transaction('rw', mergingTables(store.db), async () =>
      mergeReadings(store.db, own, nowOf(store)),
    );
    answered.push(...own.map(({ paper }) => paper.id));
    await joinAll(store, joins);
  };
}

async function outside<Result>(
  { parts }: Store,
  name: string | undefined,
  onReadings: Keep,
  work: (outside: Outside) => Promise<Result>,
): Promise<Result> {
  const task = beginTask(name === undefined ? '' : parseText(name));
  try {
    return await work({
      signal: task.signal,
      onReadings,
      tell: (done, total) => parts.progress?.({ task: task.name, done, total }),
    });
  } finally {
    task.end();
  }
}
