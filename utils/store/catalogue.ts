import { DamagedIndex, type Shards } from '@/utils/search/shard-rows';
import { needsOf } from '@/utils/search/lookups';
import {
  type FactsRow,
  INDEX_FORM,
  type MembersRow,
  SLOTS,
  type SegmentHead,
} from '@/utils/search/segment';
import {
  type Comparison,
  type StoredSort,
  comparison,
  mergedSlots,
  sortedSlots,
} from '@/utils/search/order';
import type { Query } from '@/utils/query/query';
import type { OffprintDatabase } from './database';
import { type HeldSegment, type Overlaid, notesOfChange, overlay } from './behind';
import { shardCache } from './shard-cache';

/** The index at one moment, with what a query needs of it. */
export type Snapshot = Overlaid & {
  readonly shards: Shards;
  /** Another text whenever anything that searches look at has changed. */
  readonly version: string;
};

/** What was read of the index and need not be read again. */
export type Catalogue = {
  /** Reads what a query needs. Throws `DamagedIndex`. */
  read(query: Query): Promise<Snapshot>;
  /** All papers of the index in this order. */
  sorted(segments: readonly HeldSegment[], by: StoredSort, reversed: boolean): Uint32Array;
};

/** The order of each segment by itself: a change touches few, and the others need not be sorted again. */
const ownOrders = new WeakMap<HeldSegment, Map<string, Uint16Array>>();

function ownOrder(
  key: string,
  index: number,
  segment: HeldSegment,
  compare: Comparison,
): Uint16Array {
  const known = ownOrders.get(segment) ?? new Map<string, Uint16Array>();
  ownOrders.set(segment, known);
  const order = known.get(key) ?? sortedSlots(index, segment, compare);
  known.set(key, order);
  return order;
}

const catalogues = new WeakMap<OffprintDatabase, Catalogue>();

/** The catalogue of a database; everybody who searches it shares one. */
export function catalogueOf(db: OffprintDatabase): Catalogue {
  let catalogue = catalogues.get(db);
  if (!catalogue) catalogues.set(db, (catalogue = makeCatalogue(db)));
  return catalogue;
}

function makeCatalogue(db: OffprintDatabase): Catalogue {
  const readNotes = notesOfChange(db);
  const tellAnew = overlay(db);
  let segments: readonly HeldSegment[] = [];
  let listed: readonly HeldSegment[] = [];
  let rows = shardCache(db);
  let orders = new Map<string, Uint32Array>();

  async function read(query: Query): Promise<Snapshot> {
    const needs = needsOf(query);
    const { packed, notes, shards } = await db.transaction(
      'r',
      [db.stale, ...db.index],
      async () => {
        const before = segments;
        // Mostly the words are where they were: their rows are read while that is found out. If they
        // are not, or cannot be read, they are read again below, and what fails there is thrown.
        // All are awaited together: Dexie loses its way when something runs on beside what is awaited.
        const [shards, late, heads] = await Promise.all([
          rows.read(needs, before).catch(() => undefined),
          readNotes(),
          db.segments.toArray(),
        ]);
        segments = await holdSegments(db, segments, readable(heads));
        if (shards && sameWords(before, segments)) return { packed: segments, notes: late, shards };
        rows = shardCache(db);
        return { packed: segments, notes: late, shards: await rows.read(needs, segments) };
      },
    );
    const overlaid = await tellAnew(packed, notes);
    if (listed !== overlaid.segments) orders = new Map();
    listed = overlaid.segments;
    const revisions = packed.map(({ head }) => `${nameOf(head)}.${head.revision}`);
    return {
      ...overlaid,
      shards,
      version: `${notes.at(-1)?.number ?? ''} ${revisions.join(' ')}`,
    };
  }

  return {
    async read(query) {
      try {
        return await read(query);
      } catch (error) {
        // What a row lacks shows where it is used.
        throw error instanceof TypeError
          ? new DamagedIndex(error.message, { cause: error })
          : error;
      }
    },
    sorted(of, by, reversed) {
      const key = `${by} ${reversed}`;
      let order = of === listed ? orders.get(key) : undefined;
      if (!order) {
        const compare: Comparison = comparison(by, reversed, of, []);
        order = mergedSlots(
          of.map((segment, index) => ownOrder(key, index, segment, compare)),
          compare,
        );
        if (of === listed) orders.set(key, order);
      }
      return order;
    },
  };
}

/** The segments that are there to be read. What another version wrote is as good as damaged. */
function readable(heads: readonly SegmentHead[]): SegmentHead[] {
  const whole = heads.filter(({ building }) => building !== true);
  const other = whole.find(({ form }) => form !== INDEX_FORM);
  if (other) throw new DamagedIndex(`segment ${other.segment} has the form ${other.form}`);
  return whole;
}

function sameWords(before: readonly HeldSegment[], after: readonly HeldSegment[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ members }, index) => members === after[index]?.members)
  );
}

/** A segment by its number and birth: numbers come again once an index was thrown away. */
function nameOf({ segment, born = 0 }: SegmentHead): string {
  return `${segment}.${born}`;
}

/** The segments with what is not yet held read; `held` itself when nothing changed. */
async function holdSegments(
  db: OffprintDatabase,
  held: readonly HeldSegment[],
  heads: readonly SegmentHead[],
): Promise<readonly HeldSegment[]> {
  const known = new Map(held.map((segment) => [nameOf(segment.head), segment]));
  const isHeld = (head: SegmentHead): boolean =>
    known.get(nameOf(head))?.head.revision === head.revision;
  if (heads.length === held.length && heads.every(isHeld)) return held;
  return Promise.all(
    heads.map(async (head): Promise<HeldSegment> => {
      const before = known.get(nameOf(head));
      if (before?.head.revision === head.revision) return before;
      const [members, facts] = await Promise.all([
        before?.members ?? db.members.get(head.segment),
        db.columns.get(head.segment),
      ]);
      if (!members || !facts || !fits(head, members, facts)) {
        throw new DamagedIndex(`segment ${head.segment} is not whole`);
      }
      return { head, segment: head.segment, ids: members.ids, members, facts };
    }),
  );
}

function fits(head: SegmentHead, members: MembersRow, facts: FactsRow): boolean {
  const { size } = head;
  return (
    size <= SLOTS &&
    [members.ids, members.prints, members.titles, members.authors, members.venues].every(
      (list) => list.length === size,
    ) &&
    facts.revision === head.revision &&
    facts.savedAt.length === size &&
    Object.values(facts.columns).every(({ at }) => at.length === size) &&
    Object.values(facts.lists).every(({ starts }) => starts.length === size + 1)
  );
}
