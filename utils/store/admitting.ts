import type { Subject } from '@/utils/domain/library';
import { type PaperFacts, merge } from '@/utils/domain/merge';
import type { IsoInstant, Reading } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import type { OffprintDatabase, PaperRow } from './database';
import { resitedRow, siteFacts } from './editing';
import { type Join, mainId, settled } from './aliases';
import { joinInside } from './joining';
import { relist } from './listing-rows';
import { parseId } from './parse-arguments';
import { parseReading } from './parse-reading';
import { type Store, nowOf } from './parts';

/** The subject's id, its facts stored. Throws when it is nothing, or the id of a paper never seen. */
export async function admit(store: Store, subject: Subject): Promise<PaperId> {
  if (typeof subject === 'string') return knownId(store, subject);
  const reading = parseReading(subject);
  if (!reading) throw new Error('Offprint cannot read this paper: it has no id or no title.');
  const { ids, joins } = await mergeReadings(store.db, [reading], nowOf(store));
  await joinInside(store, joins);
  return ids[0] ?? reading.paper.id;
}

async function knownId({ db }: Store, subject: string): Promise<PaperId> {
  const id = await mainId(db, parseId(subject));
  if ((await db.papers.where('id').equals(id).count()) === 0) {
    throw new Error('Offprint has not seen this paper yet.');
  }
  return id;
}

/** The tables `mergeReadings` needs. */
export function mergingTables({ papers, aliases, entries, notes, stale }: OffprintDatabase) {
  return [papers, aliases, entries, notes, stale];
}

/**
 * Merges readings into the papers' facts, and brings the rows of those that are saved up to date.
 * Gives back under which id each is kept, and which papers turned out to be one, for `joinAll`.
 * Runs inside the caller's transaction.
 */
export async function mergeReadings(
  db: OffprintDatabase,
  given: readonly Reading[],
  at: IsoInstant,
): Promise<{ readonly ids: readonly PaperId[]; readonly joins: readonly Join[] }> {
  // Asking the database for nothing is no request, and a transaction without requests ends.
  if (given.length === 0) return { ids: [], joins: [] };
  const { readings, joins } = await settled(db, given);
  const ids = [...new Set(readings.map(({ paper }) => paper.id))];
  const rows = await db.papers.bulkGet(ids);
  const before = new Map(ids.map((id, index) => [id, rows[index]]));
  const after = new Map<PaperId, PaperFacts | undefined>();
  for (const [id, row] of before) after.set(id, row && siteFacts(row));
  for (const reading of readings) {
    const { id } = reading.paper;
    after.set(id, merge(after.get(id), reading, at));
  }
  const changed = ids.flatMap((id): PaperRow[] => {
    const facts = after.get(id);
    const row = before.get(id);
    if (!facts || (row && facts === siteFacts(row))) return [];
    return [row ? resitedRow(row, facts, at) : { id, ...facts }];
  });
  await db.papers.bulkPut(changed);
  await relistSaved(
    db,
    changed.map(({ id }) => id),
  );
  return { ids: readings.map(({ paper }) => paper.id), joins };
}

async function relistSaved(db: OffprintDatabase, ids: readonly PaperId[]): Promise<void> {
  if (ids.length === 0) return;
  const entries = await db.entries.bulkGet([...ids]);
  const saved = entries.flatMap((entry) => (entry ? [entry.id] : []));
  if (saved.length > 0) await relist(db, saved);
}
