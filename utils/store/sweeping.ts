import { localDay } from '@/utils/domain/day';
import type { Operation } from '@/utils/domain/operation';
import type { Store } from './parts';
import { change, transact } from './writing';

/** How long a paper lies in the trash, in ms. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Removes entries, with their notes, that were moved to the trash 30 days ago or earlier; looks once
 * a day. An operation like any other: even this can be undone.
 */
export function sweepTrash(store: Store): Promise<Operation | undefined> {
  const { db, parts } = store;
  const day = localDay(new Date(parts.now()));
  const limit = new Date(parts.now() - KEPT_MS).toISOString();
  return transact(store, async () => {
    const swept = await db.meta.get('swept');
    if (swept?.key === 'swept' && swept.day === day) return undefined;
    await db.meta.put({ key: 'swept', day });
    const papers = await db.entries
      .where('[list+savedAt+id]')
      .between(['trash'], ['trash', []])
      .filter(({ trashedAt }) => trashedAt !== undefined && trashedAt <= limit)
      .primaryKeys();
    return change(store, { kind: 'sweep', papers }, async (draft) => {
      for (const table of ['entries', 'notes'] as const) {
        await draft.load(table, papers);
        for (const id of papers) draft.set(table, id, null);
      }
    });
  });
}
