import { isCitationKey } from '@/utils/domain/citing';
import type { Imported, ImportedPaper } from '@/utils/domain/library';
import { type Reading, isBareTitle } from '@/utils/domain/paper';
import { tagKey } from '@/utils/domain/tag';
import type { PaperId } from '@/utils/domain/paper-id';
import { mergeReadings } from './admitting';
import { adoptKeys } from './citation-keys';
import { joinInside } from './joining';
import { isKnownTag } from './counts';
import type { Facts } from './facts';
import { parseInstant, parseNote, parseState, parseTag } from './parse-arguments';
import { parseReading } from './parse-reading';
import { isRecord } from './parse-text';
import { type Store, nowOf } from './parts';
import { autoTags } from './searches';
import { type Draft, change, transact } from './writing';

/** Papers taken at a time. */
const PIECE = 5_000;

type EntryFact = Facts['entries'];

/** A paper of an import, each part checked. */
export type Checked = {
  readonly reading: Reading;
  readonly entry: Partial<EntryFact>;
  readonly note: string;
  readonly citationKey?: string;
};

/** Saves papers from elsewhere; what cannot be read is counted and left out. */
export function importPapers(store: Store, given: readonly ImportedPaper[]): Promise<Imported> {
  return take(
    store,
    piecesOf(given).map((piece) => () => Promise.resolve(piece)),
  );
}

/** Papers of an import cut into pieces of a size that is worked on at a time. */
export function piecesOf<One>(given: readonly One[]): (readonly One[])[] {
  const list = Array.isArray(given) ? given : [];
  return Array.from({ length: Math.ceil(list.length / PIECE) }, (_, index) =>
    list.slice(index * PIECE, (index + 1) * PIECE),
  );
}

/** Gives a piece of an import's papers when it is their turn. */
export type Piece = () => Promise<readonly unknown[]>;

/** Saves the papers of all pieces in one operation, wholly or not at all; `tell` hears of each piece. */
export function take(
  store: Store,
  pieces: readonly Piece[],
  tell: (done: number) => void = () => undefined,
): Promise<Imported> {
  const counts = { added: 0, papers: new Set<PaperId>(), unreadable: 0 };
  return transact(store, async () => {
    const operation = await change(
      store,
      () => ({ kind: 'import', papers: [...counts.papers] }),
      async (draft) => {
        for (const [index, piece] of pieces.entries()) {
          tell(index);
          const list = await piece();
          const checked = list.flatMap((paper) => checkImported(paper) ?? []);
          counts.unreadable += list.length - checked.length;
          await takePiece(store, draft, checked, counts);
        }
      },
    );
    const { added, papers, unreadable } = counts;
    return {
      ...(operation && { operation: operation.id }),
      added,
      known: papers.size - added,
      unreadable,
    };
  });
}

async function takePiece(
  store: Store,
  draft: Draft,
  checked: readonly Checked[],
  counts: { added: number; readonly papers: Set<PaperId> },
): Promise<void> {
  if (checked.length === 0) return;
  const now = nowOf(store);
  const readings = checked.map(({ reading }) => reading);
  const { ids, joins } = await mergeReadings(store.db, readings, now);
  await joinInside(store, joins);
  await draft.load('entries', ids);
  await draft.load('notes', ids);
  const tags = await tagsFor(store, draft, ids, checked);
  for (const [index, paper] of checked.entries()) {
    const id = ids[index] ?? paper.reading.paper.id;
    const entry = { ...paper.entry, tags: tags[index] ?? [] };
    if (adopt(draft, id, { ...paper, entry }, now)) counts.added += 1;
    counts.papers.add(id);
  }
  await adoptKeys(
    store,
    checked.flatMap(({ citationKey }, index) => {
      const id = ids[index];
      return id && citationKey !== undefined ? [{ id, key: citationKey }] : [];
    }),
  );
}

/** The tags each paper comes with, and for a new one those of saved searches, as they are written here. */
async function tagsFor(
  store: Store,
  draft: Draft,
  ids: readonly PaperId[],
  checked: readonly Checked[],
): Promise<readonly (readonly string[])[]> {
  const implied = await autoTags(store);
  const rows = implied ? await store.db.papers.bulkGet([...ids]) : [];
  const names = checked.map(({ entry }, index) => {
    const { tags: own = [] } = entry;
    const id = ids[index];
    const paper = rows[index]?.paper;
    if (!implied || !paper || id === undefined || draft.held('entries', id)) return own;
    return united(own, implied(paper, { ...blank(nowOf(store)), ...entry }));
  });
  const spellings = await spellingsOf(store, names.flat());
  return names.map((list) => list.map((name) => spellings.get(tagKey(name)) ?? name));
}

function blank(now: string): EntryFact {
  return { savedAt: now, state: 'inbox', starred: false, tags: [] };
}

/** How tags are written here, by key: as they are known, else as the import wrote them first. */
async function spellingsOf(
  { db }: Store,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const spellings = new Map<string, string>();
  for (const name of names) if (!spellings.has(tagKey(name))) spellings.set(tagKey(name), name);
  if (spellings.size === 0) return spellings;
  for (const row of await db.tags.bulkGet([...spellings.keys()])) {
    if (row && isKnownTag(row)) spellings.set(row.key, row.name);
  }
  return spellings;
}

/** Saves one paper, or adds to what is saved; whether it is new. */
function adopt(draft: Draft, id: PaperId, { entry, note }: Checked, now: string): boolean {
  const saved = draft.held('entries', id);
  const isNew = saved === null || saved.trashedAt !== undefined;
  const { trashedAt: _trashedAt, ...before } = saved ?? { ...blank(now), ...entry };
  draft.set('entries', id, { ...before, tags: united(before.tags, entry.tags ?? []) });
  if (note !== '' && draft.held('notes', id) === null) draft.set('notes', id, { text: note });
  return isNew;
}

function united(worn: readonly string[], more: readonly string[]): readonly string[] {
  const keys = new Set(worn.map(tagKey));
  const fresh = more.filter((name) => !keys.has(tagKey(name)) && keys.add(tagKey(name)));
  return fresh.length === 0 ? worn : [...worn, ...fresh];
}

/** Each part of an imported paper checked; `undefined` without an id and a title. */
export function checkImported(value: unknown): Checked | undefined {
  if (!isRecord(value)) return undefined;
  const reading = parseReading(value['reading']);
  if (!reading) return undefined;
  const { savedAt, state, starred, tags, note, citationKey } = value;
  const names = Object.keys(reading.paper).filter((name) => name !== 'id');
  return {
    reading: {
      paper: reading.paper,
      sources: {
        ...Object.fromEntries(names.map((name) => [name, 'import' as const])),
        // What stands where a title was not known gives way to whatever a page says.
        ...(isBareTitle(reading.paper) && { title: 'page' as const }),
      },
    },
    entry: {
      ...optional('savedAt', savedAt, parseInstant),
      ...optional('state', state, parseState),
      ...(starred === true && { starred: true }),
      tags: Array.isArray(tags) ? tags.flatMap((tag) => orNothing(tag, parseTag) ?? []) : [],
    },
    note: orNothing(note, parseNote) ?? '',
    ...(typeof citationKey === 'string' && isCitationKey(citationKey) && { citationKey }),
  };
}

function optional<Name extends string, Value>(
  name: Name,
  value: unknown,
  parse: (value: unknown) => Value,
): { readonly [Key in Name]?: Value } {
  const read = orNothing(value, parse);
  return (read === undefined ? {} : { [name]: read }) as { readonly [Key in Name]?: Value };
}

/** One part that makes no sense does not cost the paper. */
function orNothing<Value>(value: unknown, parse: (value: unknown) => Value): Value | undefined {
  if (value === undefined || value === null) return undefined;
  try {
    return parse(value);
  } catch {
    return undefined;
  }
}
