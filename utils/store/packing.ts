import type { PaperId } from '@/utils/domain/paper-id';
import type { Subject } from '@/utils/query/subject';
import { countBits, hasBit } from '@/utils/search/bits';
import { type Packable, printOf } from '@/utils/search/pack';
import { INDEX_FORM, SLOTS } from '@/utils/search/segment';
import { placeIn } from '@/utils/search/sorted';
import type { OffprintDatabase } from './database';
import { type Held, packWith, readPapers, readRetold, removeSegment } from './packing-rows';
import { type Telling, turn } from './packing-turn';
import { retellings } from './stale';
import { type Retold, withRetold } from './subjects';

/** Segments keep their papers for good, so that each is read once. */
type KnownMembers = Map<number, Held['members']>;

/** What keeps the index up with the papers. */
export type Packing = {
  /** Brings the index up to date; gives back how many papers it is still behind with. */
  catchUp(): Promise<number>;
  /** Throws the index away, to be made anew by `catchUp`. */
  forget(): Promise<void>;
};

/** How many places of words a row may have before it is divided, and how many changes a round takes. */
export type Sizes = { readonly placesInRow?: number; readonly notesInRound?: number };

/**
 * Packs papers in rounds. Each round writes its rows under a number nobody reads yet, and then turns
 * to them in one short transaction: whoever is killed in between leaves rows that the next round
 * clears away, and searches that are as right as before. `db` may be relaxed about the disk.
 */
export function packing(
  db: OffprintDatabase,
  pause: () => Promise<void>,
  sizes: Sizes = {},
): Packing {
  let running: Promise<number> | undefined;
  let isClear = false;
  let known: KnownMembers = new Map();

  async function rounds(): Promise<number> {
    if (!isClear) await clearUp(db);
    isClear = true;
    for (;;) {
      const left = await round(db, known, pause, sizes);
      if (left === 0) return 0;
      await pause();
    }
  }

  return {
    catchUp() {
      running ??= rounds().finally(() => {
        running = undefined;
      });
      return running;
    },
    async forget() {
      await running?.catch(() => undefined);
      await db.transaction('rw', [db.entries, db.stale, ...db.index], async () => {
        await Promise.all(db.index.map((table) => table.clear()));
        const ids = await db.entries.toCollection().primaryKeys();
        await db.stale.clear();
        await db.stale.bulkAdd(ids.map((id) => ({ id })));
      });
      // Whoever began to pack meanwhile may know of segments that are gone.
      known = new Map();
    },
  };
}

/** Removes what a killed round, or an earlier form of the index, left behind. */
async function clearUp(db: OffprintDatabase): Promise<void> {
  const heads = await db.segments.toArray();
  for (const { segment, building } of heads.filter((head) => head.building === true)) {
    if (building) await removeSegment(db, segment);
  }
  const [count, segments, entries] = await Promise.all([
    db.stale.count(),
    db.segments.toArray(),
    db.entries.count(),
  ]);
  const packed = segments.reduce((sum, { size, retired }) => sum + size - countBits(retired), 0);
  const isOld = segments.some(({ form }) => form !== INDEX_FORM);
  // Papers that are neither packed nor known to be missing, or packed and gone: somebody else wrote here.
  const isAstray = packed + count < entries || packed > entries + count;
  if (isOld || isAstray) await packing(db, () => Promise.resolve()).forget();
}

/** One round; gives back how many notes of change are left. */
async function round(
  db: OffprintDatabase,
  known: KnownMembers,
  pause: () => Promise<void>,
  { placesInRow, notesInRound = SLOTS }: Sizes,
): Promise<number> {
  const notes = await db.stale.orderBy('number').limit(notesInRound).toArray();
  const last = notes.at(-1)?.number;
  if (last === undefined) return 0;
  const held = await holdSegments(db, known);
  const asked = retellings(notes);
  const ids = [...asked.keys()].sort();
  const places = new Map(ids.map((id) => [id, placeOf(held, id)]));
  const inPlace = ids.flatMap((id) => {
    const anew = asked.get(id);
    return anew && places.get(id) ? [[id, anew] as const] : [];
  });
  const told = await readRetold(db, new Map(inPlace), pause);
  const papers = await readPapers(
    db,
    ids.filter((id) => !told.has(id)),
    pause,
  );
  const fresh: Packable[] = [];
  const facts = new Map<number, Map<number, Telling>>();
  const retired = new Map<number, number[]>();
  for (const id of ids) {
    const place = places.get(id);
    const subject = papers.get(id);
    const retold = told.get(id);
    const telling = place && tellingOf(place, subject, retold);
    if (place && telling) {
      within(facts, place.segment, () => new Map<number, Telling>()).set(place.slot, telling);
      continue;
    }
    if (place) within(retired, place.segment, () => []).push(place.slot);
    if (subject) fresh.push({ id, subject });
  }
  const swallowed = fresh.length > 0 ? toSwallow(held, fresh.length, retired) : [];
  const packed = await packWith(db, { fresh, swallowed, held, placesInRow }, pause);
  await turn(db, { last, facts, retired, swallowed, packed });
  for (const { segment } of swallowed.map(({ head }) => head)) await removeSegment(db, segment);
  return db.stale.count();
}

async function holdSegments(db: OffprintDatabase, known: KnownMembers): Promise<Held[]> {
  const heads = await db.segments.toArray();
  const unread = heads.filter(({ segment }) => !known.has(segment)).map(({ segment }) => segment);
  for (const row of await db.members.bulkGet(unread)) {
    if (row) known.set(row.segment, { ids: row.ids, prints: row.prints });
  }
  const whole = new Set(heads.map(({ segment }) => segment));
  for (const segment of known.keys()) if (!whole.has(segment)) known.delete(segment);
  return heads.flatMap((head) => {
    const members = known.get(head.segment);
    return members ? [{ head, members }] : [];
  });
}

type Place = { readonly segment: number; readonly slot: number; readonly print: number };

function placeOf(held: readonly Held[], id: PaperId): Place | undefined {
  for (const { head, members } of held) {
    const slot = placeIn(members.ids, id);
    if (slot >= 0 && !hasBit(head.retired, slot)) {
      return { segment: head.segment, slot, print: members.prints[slot] ?? 0 };
    }
  }
  return undefined;
}

/** What becomes of a paper where it is; `undefined` when its texts are not those that were packed. */
function tellingOf(
  { print }: Place,
  subject: Subject | undefined,
  retold: Retold | undefined,
): Telling | undefined {
  if (retold) return (known) => withRetold(known, retold);
  return subject && print === printOf(subject) ? () => subject : undefined;
}

/**
 * Small segments whose papers are packed again together with new ones. A segment is taken while it is
 * at most twice what has come together so far: so each paper moves a few times, and few segments stay.
 */
function toSwallow(
  held: readonly Held[],
  fresh: number,
  retiring: ReadonlyMap<number, readonly number[]>,
): Held[] {
  const live = ({ head }: Held): number =>
    head.size - countBits(head.retired) - (retiring.get(head.segment)?.length ?? 0);
  const smallest = [...held].sort((one, other) => live(one) - live(other));
  const taken: Held[] = [];
  let sum = fresh;
  for (const segment of smallest) {
    const size = live(segment);
    const isWorn = size < segment.head.size / 2;
    if (sum + size > SLOTS || (size > 2 * sum && !isWorn)) continue;
    taken.push(segment);
    sum += size;
  }
  return taken;
}

function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
