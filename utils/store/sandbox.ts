import type { Operation } from '@/utils/domain/operation';
import type { Rule } from '@/utils/domain/rule';
import { type Store, nowOf } from './parts';
import { type Draft, change, transact } from './writing';

/** The sandbox's papers are dated in a thirteenth month, so no real paper can have their ids. */
const SANDBOX_IDS = 'arxiv:2613.';
const SANDBOX_SITE = 'sandbox';

/** Trashes the sandbox's papers, removes its rules and shows its hidden papers again. */
export function clearSandbox(store: Store): Promise<Operation | undefined> {
  const { db } = store;
  return transact(store, async () => {
    const entries = await db.entries.where('id').startsWith(SANDBOX_IDS).primaryKeys();
    const hidden = await db.hidden.where('id').startsWith(SANDBOX_IDS).primaryKeys();
    const rules = await db.rules.filter(isSandboxRule).primaryKeys();
    const papers = [...new Set([...entries, ...hidden])];
    return change(store, { kind: 'sandbox-clear', papers }, async (draft) => {
      for (const id of entries) await trashEntry(store, draft, id);
      for (const id of hidden) await remove(draft, 'hidden', id);
      for (const id of rules) await remove(draft, 'rules', id);
    });
  });
}

function isSandboxRule({ sites }: Rule): boolean {
  return sites.length === 1 && sites[0] === SANDBOX_SITE;
}

async function trashEntry(store: Store, draft: Draft, id: string): Promise<void> {
  const entry = await draft.get('entries', id);
  if (entry && entry.trashedAt === undefined) {
    draft.set('entries', id, { ...entry, trashedAt: nowOf(store) });
  }
}

async function remove(draft: Draft, table: 'hidden' | 'rules', key: string): Promise<void> {
  await draft.get(table, key);
  draft.set(table, key, null);
}
