import type { FetchedAuthors } from '@/utils/domain/library';
import type { FoundPublished, LookUpSource, SentToZotero } from '@/utils/domain/outside';
import { assertedDoi } from '@/utils/domain/asserted-publication';
import { type IsoInstant, type Paper, type Reading, lacksAuthors } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { mergeReadings, mergingTables } from './admitting';
import { citables } from './citing';
import { pinKeys } from './citation-keys';
import type { PaperRow } from './database';
import { joinAll } from './joining';
import { parseIds, parseText } from './parse-arguments';
import { type FoundVersion, type Outside, type Store, nowOf } from './parts';
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
  const keep = keeper(store, lacking, answered);
  const onReadings = (readings: readonly Reading[]): Promise<void> =>
    keep(readings.filter(({ paper }) => !lacksAuthors(paper)));
  const missed = await outside(store, task, (work) =>
    parts.fetchAuthors(lacking, { ...work, onReadings }),
  );
  return { filled: answered, missed };
}

/** So long a service that knew nothing is not asked again for many papers at once, in ms. */
const ASKED_AGAIN_AFTER_MS = 60 * 86_400_000;

/**
 * Asks where these papers were published, and keeps what is proved; that nothing is known is kept too,
 * and the same is not asked again for two months, unless it is asked of one paper alone.
 */
export async function findPublished(
  store: Store,
  given: readonly PaperId[],
  sources: readonly LookUpSource[],
  task?: string,
): Promise<FoundPublished> {
  const ids = parseIds(given).slice(0, MOST_PAPERS);
  const rows = (await store.db.papers.bulkGet(ids)).flatMap((row) => row ?? []);
  const now = nowOf(store);
  const open = rows.filter((row) => rows.length === 1 || !isKnownUnpublished(row, sources, now));
  const papers = open.map(({ paper }) => paper);
  const found: PaperId[] = [];
  const keep = keeper(store, ids, found);
  const onFound = (versions: readonly FoundVersion[]): Promise<void> =>
    keep(
      versions.map(({ id, publication }) => ({
        paper: { id, title: '', publication },
        sources: LOOKED_UP,
      })),
    );
  const { none, missed } = await outside(store, task, (work) =>
    store.parts.findPublished(papers, sources, { ...work, onFound }),
  );
  await noteUnpublished(store, none, { at: now, sources });
  return { found, nothing: rows.length - open.length + none.length, missed };
}

function isKnownUnpublished(
  { paper, unpublished }: PaperRow,
  asked: readonly LookUpSource[],
  now: IsoInstant,
): boolean {
  if (!unpublished || Date.parse(now) - Date.parse(unpublished.at) > ASKED_AGAIN_AFTER_MS)
    return false;
  if (asked.length === 0 || unpublished.about !== aboutOf(paper)) return false;
  return asked.every((source) => unpublished.sources.includes(source));
}

/** What a service was asked with: when that is corrected, the answer may be another. */
function aboutOf(paper: Paper): string {
  return [paper.title, ...(paper.authors ?? []), assertedDoi(paper) ?? ''].join('\n');
}

async function noteUnpublished(
  { db }: Store,
  ids: readonly PaperId[],
  answer: Omit<NonNullable<PaperRow['unpublished']>, 'about'>,
): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction('rw', [db.papers], async () => {
    const rows = (await db.papers.bulkGet([...ids])).flatMap((row) => row ?? []);
    await db.papers.bulkPut(
      rows.map((row) => ({ ...row, unpublished: { ...answer, about: aboutOf(row.paper) } })),
    );
  });
}

const LOOKED_UP = { publication: 'api:lookup' } as const;

/** Hands papers to Zotero; throws with a sentence when that cannot be. */
export async function sendToZotero(store: Store, given: readonly PaperId[]): Promise<SentToZotero> {
  const ids = parseIds(given);
  await pinKeys(store, ids);
  return store.parts.sendToZotero(await citables(store.db, ids));
}

/** Keeps readings of papers that were asked about, and nothing else; notes whose they were. */
function keeper(
  store: Store,
  asked: readonly PaperId[],
  answered: PaperId[],
): (readings: readonly Reading[]) => Promise<void> {
  const wanted = new Set(asked);
  return async (readings) => {
    const own = readings.filter(({ paper }) => wanted.has(paper.id));
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
  work: (outside: Outside) => Promise<Result>,
): Promise<Result> {
  const task = beginTask(name === undefined ? '' : parseText(name));
  try {
    return await work({
      signal: task.signal,
      tell: (done, total) => parts.progress?.({ task: task.name, done, total }),
    });
  } finally {
    task.end();
  }
}
