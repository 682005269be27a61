import { timeOf } from '@/utils/domain/clock';
import type { Changed, Subject } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { admit } from './admitting';
import type { OperationRow } from './database';
import { relist } from './listing-rows';
import { parseNote } from './parse-arguments';
import type { Store } from './parts';
import { changedPaper, savedEntry } from './saving';
import { change, transact } from './writing';

/** Keystrokes within a minute of an operation's start belong to it. */
const KEYSTROKES_MS = 60_000;

/** Sets a note's whole text, saving the paper if need be; blank text removes the note. */
export function note(store: Store, subject: Subject, given: string): Promise<Changed> {
  const text = parseNote(given);
  return transact(store, async () => {
    const id = await admit(store, subject);
    const extended = await extend(store, id, text);
    return changedPaper(store, subject, extended ?? (await write(store, id, text)));
  });
}

async function write(store: Store, id: PaperId, text: string): Promise<string | undefined> {
  const operation = await change(store, { kind: 'note', papers: [id] }, async (draft) => {
    const before = await draft.get('notes', id);
    if ((before?.text ?? '') === text) return;
    await savedEntry(store, draft, id);
    draft.set('notes', id, text === '' ? null : { text });
  });
  return operation?.id;
}

/** Adds to the latest operation when that is the same note, just begun; `undefined` when it is not. */
async function extend(store: Store, id: PaperId, text: string): Promise<string | undefined> {
  const { db, parts } = store;
  const latest = await db.operations.orderBy('id').last();
  if (!latest || !isFresh(latest, parts.now())) return undefined;
  const turn = latest.changes.find(({ table, key }) => table === 'notes' && key === id);
  const current = await db.notes.get(id);
  if (!turn || (turn.after?.['text'] ?? '') !== (current?.text ?? '')) return undefined;
  const after = text === '' ? null : { text };
  const changes = latest.changes.map((other) => (other === turn ? { ...turn, after } : other));
  await db.operations.put({ ...latest, changes });
  await (after ? db.notes.put({ id, text }) : db.notes.delete(id));
  await relist(db, [id]);
  return latest.id;
}

// After the wall clock was set back, an operation seems to lie in the future: that one is not extended.
function isFresh({ id, kind, undoneBy }: OperationRow, now: number): boolean {
  const age = now - timeOf(id);
  return kind === 'note' && undoneBy === undefined && age >= 0 && age < KEYSTROKES_MS;
}
