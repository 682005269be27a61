import { next } from '@/utils/domain/clock';
import {
  type Change,
  type FactTable,
  type Operation,
  type OperationKind,
  isOwnAct,
} from '@/utils/domain/operation';
import type { PaperId } from '@/utils/domain/paper-id';
import { actOf } from './acts';
import { recount } from './counts';
import type { OffprintDatabase } from './database';
import { type Fact, type Facts, changeOf, readFact, readFacts } from './facts';
import { editedRow } from './editing';
import { type OnWritten, relist, relistEntries } from './listing-rows';
import { type Store, nowOf } from './parts';
import { markRetold, markStale } from './stale';

/** What an operation says of itself. */
export type Intent = {
  readonly kind: OperationKind;
  readonly papers: readonly PaperId[];
  readonly subject?: string;
  readonly undoes?: string;
};

/** A change in the making: what is set here is stored all at once, or not at all. */
export type Draft = {
  /** Reads many facts at once, for `held`. */
  load(table: FactTable, keys: readonly string[]): Promise<void>;
  /**
   * A fact that was read before. Long loops need it: a transaction ends when thousands of promises
   * are awaited that wait for nothing.
   */
  held<T extends FactTable>(table: T, key: string): Facts[T] | null;
  get<T extends FactTable>(table: T, key: string): Promise<Facts[T] | null>;
  /** The key must have been read with `get` before. */
  set<T extends FactTable>(table: T, key: string, fact: Facts[T] | null): void;
};

type Held = {
  readonly table: FactTable;
  readonly key: string;
  readonly before: Fact | null;
  after: Fact | null;
};

/** Runs `work` in one transaction over the whole library. */
export function transact<Result>({ db }: Store, work: () => Promise<Result>): Promise<Result> {
  // Dexie follows an async function through all that it awaits, and no other.
  return db.transaction('rw', db.kept, async () => work());
}

/**
 * The one way in which the reader's facts change: runs `work` on a draft, stores what it set, and
 * logs it as an operation. Runs inside `transact`. `undefined` when nothing changed, and then
 * nothing is logged. `onWritten` hears of long work how many entries are written; what it throws takes
 * all of them back.
 */
export async function change(
  store: Store,
  given: Intent | (() => Intent),
  work: (draft: Draft) => Promise<void>,
  onWritten: OnWritten = () => undefined,
): Promise<Operation | undefined> {
  const held = new Map<string, Held>();
  await work(openDraft(store.db, held));
  // Which papers are concerned may only be known once the work is done.
  const intent = typeof given === 'function' ? given() : given;
  const turns = [...held.values()];
  const changes = turns.flatMap(
    ({ table, key, before, after }) => changeOf(table, key, before, after) ?? [],
  );
  if (changes.length === 0 && intent.kind !== 'undo') return undefined;
  await storeFacts(store, turns, intent.kind, onWritten);
  return log(store, intent, changes);
}

function openDraft(db: OffprintDatabase, held: Map<string, Held>): Draft {
  return {
    async load(table, keys) {
      const unread = keys.filter((key) => !held.has(`${table} ${key}`));
      const facts = await readFacts(db, table, unread);
      for (const [index, key] of unread.entries()) {
        const before = facts[index] ?? null;
        held.set(`${table} ${key}`, { table, key, before, after: before });
      }
    },
    held<T extends FactTable>(table: T, key: string) {
      const known = held.get(`${table} ${key}`);
      if (!known) throw new Error(`${table} ${key} was never read`);
      // The map holds, under a place of this table, only facts of this table.
      return known.after as Facts[T] | null;
    },
    async get(table, key) {
      const place = `${table} ${key}`;
      const known = held.get(place);
      if (known) return known.after as Awaited<ReturnType<typeof readFact<typeof table>>>;
      const before = await readFact(db, table, key);
      held.set(place, { table, key, before, after: before });
      return before;
    },
    set(table, key, fact) {
      const known = held.get(`${table} ${key}`);
      if (!known) throw new Error(`${table} ${key} was set before it was read`);
      known.after = fact;
    },
  };
}

/** Writes facts and all that is derived from them: list rows and counters. */
async function storeFacts(
  store: Store,
  turns: readonly Held[],
  kind: OperationKind,
  onWritten: OnWritten,
): Promise<void> {
  const { db } = store;
  const changed = turns.filter(({ before, after }) => before !== after);
  const of = (table: FactTable) => changed.filter((turn) => turn.table === table);
  for (const table of ['notes', 'hidden', 'rules', 'searches', 'distinct'] as const) {
    await storeTable(db, table, of(table));
  }
  await storeAliases(db, of('aliases'));
  await storeKeys(db, of('citationKeys'));
  for (const { key, after } of of('tags')) {
    await storeTag(db, key, after as Facts['tags'] | null);
  }
  await storeEdits(store, of('edits'));
  const texts = idsOf([...of('notes'), ...of('edits')]);
  const keyed = idsOf(of('citationKeys'));
  await storeEntries(db, of('entries'), { texts, keyed }, onWritten);
  await markRetold(db, [...idsOf(of('hidden'))], 'hidden');
  const usedAt = kind === 'tag' ? nowOf(store) : undefined;
  await recount(db, turns.filter(isEntryTurn), usedAt);
}

/** What the reader wrote stands in place of what sites say, which is kept for when it is taken back. */
async function storeEdits(store: Store, turns: readonly Held[]): Promise<void> {
  const { db } = store;
  if (turns.length === 0) return;
  const rows = await db.papers.bulkGet(turns.map(({ key }) => key as PaperId));
  const edited = turns.flatMap(({ after }, index) => {
    const row = rows[index];
    return row ? [editedRow(row, after as Facts['edits'] | null, nowOf(store))] : [];
  });
  await db.papers.bulkPut(edited);
}

/** Papers whose entries follow what else of them was set. */
type Besides = { readonly texts: ReadonlySet<PaperId>; readonly keyed: ReadonlySet<PaperId> };

function idsOf(turns: readonly Held[]): Set<PaperId> {
  return new Set(turns.map(({ key }) => key as PaperId));
}

/** An entry's row is derived from more than its fact, and follows notes, edits and citation keys. */
async function storeEntries(
  db: OffprintDatabase,
  entries: readonly Held[],
  { texts, keyed }: Besides,
  onWritten: OnWritten,
): Promise<void> {
  const gone = entries.filter(({ after }) => after === null).map(({ key }) => key as PaperId);
  if (gone.length > 0) await db.entries.bulkDelete(gone);
  await markStale(db, gone);
  const facts = new Map(
    entries
      .filter(({ after }) => after !== null)
      .map(({ key, after }) => [key as PaperId, after as Facts['entries']]),
  );
  const again = [...facts].filter(([id]) => !texts.has(id) && !keyed.has(id));
  await relistEntries(db, new Map(again), onWritten);
  await relist(db, [...texts], facts);
  const keyedAlone = [...keyed].filter((id) => !texts.has(id));
  await relist(db, keyedAlone, facts, true);
}

function isEntryTurn(held: Held): held is Held & {
  readonly before: Facts['entries'] | null;
  after: Facts['entries'] | null;
} {
  return held.table === 'entries';
}

async function storeTable(
  db: OffprintDatabase,
  table: 'notes' | 'hidden' | 'rules' | 'searches' | 'distinct',
  turns: readonly Held[],
): Promise<void> {
  const kept = turns.filter(({ after }) => after !== null);
  const gone = turns.filter(({ after }) => after === null);
  // Asking the database for nothing is no request, and a transaction without requests ends.
  if (gone.length > 0) await db.table(table).bulkDelete(gone.map(({ key }) => key));
  if (kept.length > 0) {
    await db.table(table).bulkPut(kept.map(({ key, after }) => ({ ...after, id: key })));
  }
}

async function storeAliases(db: OffprintDatabase, turns: readonly Held[]): Promise<void> {
  for (const { key, after } of turns) {
    const alias = key as PaperId;
    if (after === null) await db.aliases.delete(alias);
    else await db.aliases.put({ alias, ...(after as Facts['aliases']) });
  }
}

/** A key stays its paper's for ever, also when that has another now. */
async function storeKeys(db: OffprintDatabase, turns: readonly Held[]): Promise<void> {
  if (turns.length === 0) return;
  const rows = await db.papers.bulkGet(turns.map(({ key }) => key as PaperId));
  const keyed = turns.flatMap(({ after }, index) => {
    const row = rows[index];
    return row && after ? [{ ...row, citationKey: (after as Facts['citationKeys']).key }] : [];
  });
  await db.papers.bulkPut(keyed);
  await db.keys.bulkPut(
    keyed.map(({ id, citationKey }) => ({ key: citationKey.toLowerCase(), id })),
  );
}

async function storeTag(
  db: OffprintDatabase,
  key: string,
  fact: Facts['tags'] | null,
): Promise<void> {
  const row = await db.tags.get(key);
  if (!row && !fact) return;
  const {
    digit: _digit,
    given: _given,
    colour: _colour,
    ...rest
  } = row ?? { key, name: '', count: 0 };
  await db.tags.put(
    fact ? { ...rest, ...fact, name: rest.count > 0 ? rest.name : fact.name } : rest,
  );
}

async function log(store: Store, intent: Intent, changes: readonly Change[]): Promise<Operation> {
  const { db, parts } = store;
  const device = await readDevice(store);
  const row = await db.meta.get('clock');
  const { clock, id } = next(row?.key === 'clock' ? row.clock : undefined, parts.now(), device);
  await db.meta.put({ key: 'clock', clock });
  const operation: Operation = { id, device, ...intent, changes };
  await db.operations.add(isOwnAct(intent.kind) ? { ...operation, undoable: 1 } : operation);
  await db.acts.add(actOf(operation));
  return operation;
}

/** This installation's name, given to it at its first change. */
async function readDevice({ db, parts }: Store): Promise<string> {
  const row = await db.meta.get('device');
  if (row?.key === 'device') return row.device;
  const device = parts.newId();
  await db.meta.put({ key: 'device', device });
  return device;
}
