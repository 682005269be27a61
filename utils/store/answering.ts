import { localDay } from '@/utils/domain/day';
import type { Question } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Query } from '@/utils/query/query';
import { type Search, parseSearch } from '@/utils/query/search';
import type { Subject } from '@/utils/query/subject';
import { type Answer, answer } from '@/utils/search/answer';
import { type Bits, addBit, bitsFor, bitsIn, hasBit, without } from '@/utils/search/bits';
import {
  type LooseKeys,
  type StoredSort,
  byScore,
  comparison,
  merged,
  stateOrder,
} from '@/utils/search/order';
import { scorer, wordsAsked } from '@/utils/search/relevance';
import { SLOTS } from '@/utils/search/segment';
import { DamagedIndex } from '@/utils/search/shard-rows';
import { placeIn } from '@/utils/search/sorted';
import { sortTexts } from '@/utils/search/sort-texts';
import type { HeldSegment } from './behind';
import { type Catalogue, type Snapshot, catalogueOf } from './catalogue';
import type { ListedEntry, OffprintDatabase } from './database';
import type { Store } from './parts';
import { EVERY_SIDE, subjectsOf } from './subjects';

/** All that a question finds, in its order. */
export type Answered = {
  readonly total: number;
  /** From one row up to and without another. */
  ids(from: number, to: number): PaperId[];
  /** When the paper of a row was saved, in ms since 1970. */
  savedAt(row: number): number;
};

/** Papers read at once. */
const CHUNK = 500;

/** Answers kept: a page asks for several at once, and again as its reader scrolls. */
const MOST_ANSWERS = 12;

const answers = new WeakMap<OffprintDatabase, Map<string, Answered>>();

/**
 * Answers a question by the index, and looks itself at the papers the index is behind with. Without an
 * index, or with a damaged one, it looks at all of them: the answer is the same.
 */
export async function answerTo(store: Store, question: Question): Promise<Answered> {
  const { db, parts } = store;
  const today = localDay(new Date(parts.now()));
  const search = parseSearch(question.query, today, parts.patterns);
  const catalogue = catalogueOf(db);
  const snapshot = await readIndex(store, search.query);
  const key = JSON.stringify([question, today, snapshot.version]);
  const known = answers.get(db) ?? new Map<string, Answered>();
  answers.set(db, known);
  const answered =
    known.get(key) ?? (await answerFrom(db, { question, search, snapshot, catalogue, today }));
  // What was asked last goes last.
  known.delete(key);
  known.set(key, answered);
  for (const old of [...known.keys()].slice(0, -MOST_ANSWERS)) known.delete(old);
  return answered;
}

type Task = {
  readonly question: Question;
  readonly search: Search;
  readonly snapshot: Snapshot;
  readonly catalogue: Catalogue;
  readonly today: string;
};

/**
 * What the index says; nothing when it is damaged, and then every paper is one to look at while it is
 * mended.
 */
export async function readIndex({ db, parts }: Store, query: Query): Promise<Snapshot> {
  try {
    return await catalogueOf(db).read(query);
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
    parts.onDamagedIndex?.();
    const stale = await db.entries.toCollection().primaryKeys();
    return { segments: [], shards: { in: () => [] }, stale, version: `damaged ${parts.now()}` };
  }
}

async function answerFrom(db: OffprintDatabase, task: Task): Promise<Answered> {
  const { question, search, snapshot, catalogue, today } = task;
  const { segments, shards } = snapshot;
  const found = answer({ query: search.query, today, segments, shards });
  const { listed, elsewhere } = slotsOf(segments, snapshot.stale, question.trashed === true);
  const certain = without(found.certain, listed.not);
  const unclear = without(found.unclear, listed.not);
  for (const { number } of await looked(db, task, unclearIds(segments, unclear))) {
    if (number !== undefined) addBit(certain, number);
  }
  const loose = await lookedElsewhere(db, task, elsewhere);
  const reversed = question.reversed === true;
  const [by, isScored] = sortOf(question, search);
  const keys = loose.map((paper) => paper.keys);
  const compare = comparison(by, reversed, segments, keys);
  const first = segments.length * SLOTS;
  const others = keys.map((_, index) => first + index).sort(compare);
  const inOrder = merged(catalogue.sorted(segments, by, reversed), certain, others, compare);
  const numbers = isScored ? byScore(inOrder, scoresOf(found, loose, first)) : inOrder;
  return answeredBy(numbers, segments, keys, first);
}

function answeredBy(
  numbers: Uint32Array,
  segments: readonly HeldSegment[],
  keys: readonly LooseKeys[],
  first: number,
): Answered {
  return {
    total: numbers.length,
    ids(from, to) {
      const ids: PaperId[] = [];
      // A hundred thousand of them are asked for at once.
      for (let row = from; row < Math.min(to, numbers.length); row += 1) {
        const number = numbers[row] ?? 0;
        const id =
          number < first
            ? segments[number >>> 12]?.ids[number & (SLOTS - 1)]
            : keys[number - first]?.id;
        if (id !== undefined) ids.push(id);
      }
      return ids;
    },
    savedAt(row) {
      const number = numbers[row] ?? 0;
      const time =
        number < first
          ? segments[number >>> 12]?.facts.savedAt[number & (SLOTS - 1)]
          : keys[number - first]?.savedAt;
      return time ?? Number.NaN;
    },
  };
}

/** By relevance only where words are asked for. */
function sortOf({ sort = 'relevance' }: Question, { query }: Search): [StoredSort, boolean] {
  if (sort !== 'relevance') return [sort, false];
  return ['saved', wordsAsked(query).length > 0];
}

function scoresOf(found: Answer, loose: readonly Looked[], first: number) {
  return (number: number): number =>
    number < first ? (found.scores[number] ?? 0) : (loose[number - first]?.score ?? 0);
}

/**
 * The slots to leave out (in the other list, retired, or looked at otherwise), and the papers that
 * must be looked at one by one.
 */
function slotsOf(
  segments: readonly HeldSegment[],
  stale: readonly PaperId[],
  trashed: boolean,
): { readonly listed: { readonly not: Bits }; readonly elsewhere: readonly PaperId[] } {
  const not = bitsFor(segments.length * SLOTS);
  const elsewhere = new Set(stale);
  for (const [index, { head, ids, facts }] of segments.entries()) {
    const base = index * SLOTS;
    not.set(head.retired, base >>> 5);
    for (const slot of head.oversize) {
      const id = ids[slot];
      if (id !== undefined && !hasBit(head.retired, slot)) elsewhere.add(id);
      addBit(not, base + slot);
    }
    const { values } = facts.columns.flags;
    const isElsewhere = values.map((value) => (value.isTrashed === true) !== trashed);
    if (isElsewhere.includes(true)) {
      for (let slot = 0; slot < ids.length; slot += 1) {
        if (isElsewhere[facts.columns.flags.at[slot] ?? 0]) addBit(not, base + slot);
      }
    }
    for (const id of stale) {
      const slot = placeIn(ids, id);
      if (slot >= 0) addBit(not, base + slot);
    }
  }
  return { listed: { not }, elsewhere: [...elsewhere] };
}

/** A paper to look at, with its number where it has one. */
type ToLook = { readonly id: PaperId; readonly number?: number };

/** A paper that was looked at and answers. */
type Looked = {
  readonly number?: number | undefined;
  readonly keys: LooseKeys;
  readonly score: number;
};

function unclearIds(segments: readonly HeldSegment[], unclear: Bits): ToLook[] {
  return bitsIn(unclear).flatMap((number) => {
    const id = segments[number >>> 12]?.ids[number & (SLOTS - 1)];
    return id === undefined ? [] : [{ id, number }];
  });
}

/** Those of these papers that answer, asked one by one. */
async function looked(
  db: OffprintDatabase,
  task: Task,
  papers: readonly ToLook[],
): Promise<Looked[]> {
  const found: Looked[] = [];
  const numbers = new Map(papers.map(({ id, number }) => [id, number]));
  const ids = papers.map(({ id }) => id);
  const query = needsTexts(task) ? task.search.query : undefined;
  for (let start = 0; start < ids.length; start += CHUNK) {
    const read = await readPapers(db, ids.slice(start, start + CHUNK), query);
    for (const one of answering(read, task)) {
      found.push({ ...one, number: numbers.get(one.keys.id) });
    }
  }
  return found;
}

/** A paper as it was read to be looked at. */
type Read = { readonly row: ListedEntry; readonly subject: Subject };

/** All papers in the order they were saved can be told by their rows. */
function needsTexts({ search, question: { sort } }: Task): boolean {
  return isAsked(search) || sort === 'author' || sort === 'venue';
}

function isAsked({ query }: Search): boolean {
  return query.kind !== 'and' || query.parts.length > 0;
}

/** Without a query only what rows tell. */
async function readPapers(
  db: OffprintDatabase,
  ids: readonly PaperId[],
  query: Query | undefined,
): Promise<Read[]> {
  const stored = await db.entries.bulkGet([...ids]);
  const rows = stored.filter((row): row is ListedEntry => row !== undefined);
  const subjects = query ? await subjectsOf(db, rows, query) : [];
  return rows.map((row, index) => ({ row, subject: subjects[index] ?? { title: row.title } }));
}

function answering(papers: readonly Read[], { question, search, today }: Task): Looked[] {
  const list = question.trashed === true ? 'trash' : 'live';
  const score = scorer(search.query, today);
  return papers.flatMap(({ row, subject }) =>
    row.list === list && (!isAsked(search) || search.matches(subject))
      ? { keys: keysOf(row, subject), score: score(subject) }
      : [],
  );
}

/** Papers the index is behind with that are held, as they were at one version. */
const held = new WeakMap<OffprintDatabase, { readonly version: string; readonly papers: Read[] }>();

/** So few that to hold them is nothing; every search looks at each of them. */
const MOST_HELD = 400;

/** Those the index cannot answer for; the same few are not read again for each letter that is typed. */
async function lookedElsewhere(
  db: OffprintDatabase,
  task: Task,
  ids: readonly PaperId[],
): Promise<Looked[]> {
  if (ids.length > MOST_HELD || task.snapshot.segments.length === 0) {
    return looked(
      db,
      task,
      ids.map((id) => ({ id })),
    );
  }
  const { version } = task.snapshot;
  const known = held.get(db);
  if (known?.version === version) return answering(known.papers, task);
  const papers = await readPapers(db, ids, EVERY_SIDE);
  held.set(db, { version, papers });
  return answering(papers, task);
}

function keysOf({ id, savedAt, published, state }: ListedEntry, subject: Subject): LooseKeys {
  return {
    ...sortTexts(subject),
    id,
    savedAt: Date.parse(savedAt),
    published: published ?? '',
    state: stateOrder(state),
  };
}
