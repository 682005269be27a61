import type { Operation, PastAct } from '@/utils/domain/operation';
import type { PaperId } from '@/utils/domain/paper-id';
import { pastActs } from './acts';
import type { OffprintDatabase } from './database';
import { parseText } from './parse-arguments';
import type { Store } from './parts';
import { takeBack } from './undo';
import { change, transact } from './writing';

/** Papers named for each act. */
const MOST_TITLES = 3;

/** What the reader did, newest first, with the titles of the papers concerned. */
export async function history(
  { db }: Store,
  limit: number,
  before: string | undefined,
): Promise<PastAct[]> {
  const range =
    before === undefined ? db.acts.toCollection() : db.acts.where('id').below(parseText(before));
  const rows = await range.reverse().limit(limit).toArray();
  const named = [...new Set(rows.flatMap(({ papers }) => papers.slice(0, MOST_TITLES)))];
  const papers = await db.papers.bulkGet(named);
  const titles = new Map<PaperId, string>(
    papers.flatMap((row) => (row ? [[row.id, row.paper.title] as const] : [])),
  );
  return (await pastActs(db, rows)).map((act) => ({
    ...act,
    titles: act.papers.slice(0, MOST_TITLES).flatMap((id) => titles.get(id) ?? []),
  }));
}

/** How many operations after this one stand. */
export async function countSince({ db }: Store, operation: string): Promise<number> {
  const later = await db.acts.where('id').above(parseText(operation)).toArray();
  return later.filter(({ kind, undoneBy }) => kind !== 'undo' && undoneBy === undefined).length;
}

/** Makes all facts what they were right after an operation; `undefined` when they are so already. */
export function goBack(store: Store, given: string): Promise<Operation | undefined> {
  const id = parseText(given);
  return transact(store, async () => {
    const target = await store.db.operations.get(id);
    if (!target) throw new Error('This is no longer in the history.');
    const later = await standingSince(store.db, id);
    const papers = [...new Set(later.flatMap((operation) => operation.papers))];
    return change(store, { kind: 'go-back', papers, subject: id }, (draft) =>
      takeBack(store, draft, later.reverse()),
    );
  });
}

// An undo that stands did what its changes say, and the operation it took back still says what that
// did: taking back both, the latest first, is right for either.
async function standingSince(db: OffprintDatabase, id: string): Promise<Operation[]> {
  return db.operations.where('id').above(id).toArray();
}
