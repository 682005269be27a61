import type { PaperId } from '@/utils/domain/paper-id';
import type { OffprintDatabase } from './database';

/**
 * Notes that what the index says of these papers no longer holds. Runs inside the transaction that
 * changes them, so that no change is ever missed; costs a save one row.
 */
export async function markStale(db: OffprintDatabase, ids: readonly PaperId[]): Promise<void> {
  if (ids.length > 0) await db.stale.bulkAdd(ids.map((id) => ({ id })));
}

/** The same where none of their texts changed, but what the reader or a listing says of them. */
export async function markRetold(db: OffprintDatabase, ids: readonly PaperId[]): Promise<void> {
  if (ids.length > 0) await db.stale.bulkAdd(ids.map((id) => ({ id, textsHold: true })));
}
