import type { PaperId } from '@/utils/domain/paper-id';
import type { OffprintDatabase, Retelling, StaleRow } from './database';

/**
 * Notes that what the index says of these papers no longer holds. Runs inside the transaction that
 * changes them, so that no change is ever missed; costs a save one row.
 */
export async function markStale(db: OffprintDatabase, ids: readonly PaperId[]): Promise<void> {
  if (ids.length > 0) await db.stale.bulkAdd(ids.map((id) => ({ id })));
}

/** The same where none of their texts changed, but what is told beside them. */
export async function markRetold(
  db: OffprintDatabase,
  ids: readonly PaperId[],
  retold: Retelling,
): Promise<void> {
  if (ids.length > 0) await db.stale.bulkAdd(ids.map((id) => ({ id, retold })));
}

/** What is to be told anew of each paper by all these notes; `undefined` where its texts changed. */
export function retellings(
  notes: readonly StaleRow[],
): ReadonlyMap<PaperId, ReadonlySet<Retelling> | undefined> {
  const asked = new Map<PaperId, Set<Retelling> | undefined>();
  for (const { id, retold } of notes) {
    const known = asked.get(id);
    if (!retold || (!known && asked.has(id))) asked.set(id, undefined);
    else if (known) known.add(retold);
    else asked.set(id, new Set([retold]));
  }
  return asked;
}
