import { type Change, type FactTable, type Operation, isOwnAct } from '@/utils/domain/operation';
import type { Undone } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { tagKey } from '@/utils/domain/tag';
import { actOf } from './acts';
import type { OperationRow } from './database';
import { type Fact, type Facts, equal, fieldsOf, tagFact, withoutDigit } from './facts';
import { parseText } from './parse-arguments';
import { pairKey } from './pairs';
import { type Store, nowOf } from './parts';
import { type Draft, change, transact } from './writing';

type Row = Readonly<Record<string, unknown>>;

/**
 * Takes one operation back, or the latest that stands. An undo can itself be undone by its id:
 * then the operation stands again. `undefined` when there is nothing to take back; throws when an
 * operation was named of which nothing can be taken back, since all of it was changed again.
 */
export function undo(store: Store, id: string | undefined): Promise<Undone | undefined> {
  return transact(store, async () => {
    const found =
      id === undefined
        ? await store.db.operations.where('undoable').equals(1).last()
        : await store.db.operations.get(parseText(id));
    if (!found || found.undoneBy !== undefined) return undefined;
    const undone = await undoOne(store, found);
    const isIdle = undone?.operation.changes.length === 0 && found.changes.length > 0;
    // Thrown inside the transaction: what was never taken back must not be marked as undone.
    if (id !== undefined && isIdle) throw new Error(WORKED_ON);
    return undone;
  });
}

const WORKED_ON = 'This was changed again since. Undo the later change first.';

async function undoOne(store: Store, found: OperationRow): Promise<Undone | undefined> {
  const { kind, papers, subject } = found;
  const operation = await change(
    store,
    { kind: 'undo', papers, ...(subject !== undefined && { subject }), undoes: found.id },
    async (draft) => {
      await takeBack(store, draft, [found]);
      if (kind === 'join') await keepApart(store, draft, papers);
    },
  );
  if (!operation) return undefined;
  await mark(store, found, operation.id);
  return { operation, kind, ids: papers };
}

/** Who parts two papers that a source says are one knows better than the source from then on. */
async function keepApart(store: Store, draft: Draft, papers: readonly PaperId[]): Promise<void> {
  const [keep, drop] = papers;
  if (keep === undefined || drop === undefined) return;
  const key = pairKey(keep, drop);
  await draft.get('distinct', key);
  draft.set('distinct', key, { at: nowOf(store) });
}

/**
 * Sets the facts as they were before these operations' changes, the latest first; what changed since
 * is left alone.
 */
export async function takeBack(
  store: Store,
  draft: Draft,
  operations: readonly Pick<Operation, 'changes'>[],
): Promise<void> {
  const touched = new Set<string>();
  await loadAll(
    draft,
    operations.flatMap(({ changes }) => changes),
  );
  for (const { changes } of operations) {
    for (const turn of [...changes].reverse()) {
      const current = draft.held(turn.table, turn.key);
      draft.set(turn.table, turn.key, reverted(turn, current));
      if (turn.table === 'tags') touched.add(turn.key);
    }
  }
  await yieldDigits(store, draft, [...touched]);
}

async function loadAll(draft: Draft, changes: readonly Change[]): Promise<void> {
  for (const table of new Set(changes.map((turn) => turn.table))) {
    const keys = changes.filter((turn) => turn.table === table).map(({ key }) => key);
    await draft.load(table, [...new Set(keys)]);
  }
}

/** Two tags may not share a digit: who was given it since keeps it. */
async function yieldDigits(store: Store, draft: Draft, own: readonly string[]): Promise<void> {
  if (own.length === 0) return;
  const others = await store.db.tags.where('key').noneOf(own).toArray();
  const taken = new Set(others.map(({ digit }) => digit));
  for (const key of own) {
    const fact = await draft.get('tags', key);
    if (fact?.digit === undefined) continue;
    if (taken.has(fact.digit)) draft.set('tags', key, withoutDigit(fact));
    else taken.add(fact.digit);
  }
}

/** Marks the operation as undone; when it was an undo, what that took back stands again, and so on. */
async function mark(store: Store, undone: OperationRow, undoneBy: string): Promise<void> {
  let row: OperationRow | undefined = undone;
  for (let stands = false; row; stands = !stands) {
    const { undoable: _, undoneBy: __, ...operation }: OperationRow = row;
    const redoable = isOwnAct(operation.kind) ? { undoable: 1 as const } : {};
    await store.db.operations.put({ ...operation, ...(stands ? redoable : { undoneBy }) });
    await store.db.acts.put(actOf({ ...operation, ...(!stands && { undoneBy }) }));
    row =
      operation.undoes === undefined ? undefined : await store.db.operations.get(operation.undoes);
  }
}

/** What a fact should be once `turn` is taken back; what changed since then is left alone. */
function reverted<T extends FactTable>(
  turn: Change & { readonly table: T },
  current: Facts[T] | null,
): Facts[T] | null {
  const { table, before, after } = turn;
  // A change's sides were facts of its table when it was logged.
  if (before === null) return withdrawn(table, after, current) as Facts[T] | null;
  if (after === null) return broughtBack(table, before, current) as Facts[T];
  return current && (restored(before, after, current) as Facts[T]);
}

/** Tables whose rows are fields that stand each for itself. */
function isFieldwise(table: FactTable): boolean {
  return table === 'edits' || table === 'tags';
}

/** What is left of a row once its making is taken back: what was added to it since. */
function withdrawn(table: FactTable, made: Row | null, current: Fact | null): Fact | null {
  if (made === null || current === null) return current;
  const row = current as unknown as Row;
  // How a tag is written follows whoever wears it, and is nobody's change.
  const fields = fieldsOf(made, row).filter((name) => name !== 'name');
  if (fields.every((name) => equal(made[name], row[name]))) return null;
  if (isFieldwise(table)) return fieldsLeft(table, made, row);
  return (
    Array.isArray(made['tags']) ? { ...row, tags: tagsBack([], made['tags'], row['tags']) } : row
  ) as Fact;
}

function fieldsLeft(table: FactTable, made: Row, row: Row): Fact | null {
  const left = Object.entries(row).filter(
    ([name, value]) => (table === 'tags' && name === 'name') || !equal(made[name], value),
  );
  const fact = Object.fromEntries(left);
  if (table === 'tags') return tagFact(fact as Facts['tags']);
  return left.length === 0 ? null : fact;
}

/** A row that was taken away, as it was; who made it anew since keeps what they said. */
function broughtBack(table: FactTable, before: Row, current: Fact | null): Fact {
  if (current === null) return before as Fact;
  return isFieldwise(table) ? ({ ...before, ...current } as Fact) : current;
}

function restored(before: Row, after: Row, current: Fact): Row {
  const row: Record<string, unknown> = { ...current };
  for (const name of fieldsOf(before, after)) {
    if (equal(row[name], after[name])) {
      if (name in before) row[name] = before[name];
      else delete row[name];
    } else if (name === 'tags') {
      row[name] = tagsBack(before[name], after[name], row[name]);
    }
  }
  return row;
}

/** Tags are a set: take away those that were added, bring back those that were taken away. */
function tagsBack(before: unknown, after: unknown, current: unknown): string[] {
  const [was, became, are] = [before, after, current].map(names);
  const added = new Set(difference(became, was).map(tagKey));
  const kept = (are ?? []).filter((name) => !added.has(tagKey(name)));
  return [...kept, ...difference(difference(was, became), kept)];
}

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

function difference(from: readonly string[] = [], minus: readonly string[] = []): string[] {
  const keys = new Set(minus.map(tagKey));
  return from.filter((name) => !keys.has(tagKey(name)));
}
