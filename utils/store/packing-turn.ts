import type { Subject } from '@/utils/query/subject';
import { addBit } from '@/utils/search/bits';
import { factsAt, factsWith } from '@/utils/search/facts-row';
import type { Packed } from '@/utils/search/pack';
import type { FactsRow, SegmentHead } from '@/utils/search/segment';
import type { OffprintDatabase } from './database';
import { type Held, emptyHead } from './packing-rows';

/** What is known of a paper from now on, from what was. */
export type Telling = (known: Subject) => Subject;

/** What a round came to. */
export type Turn = {
  readonly last: number;
  readonly facts: ReadonlyMap<number, ReadonlyMap<number, Telling>>;
  readonly retired: ReadonlyMap<number, readonly number[]>;
  readonly swallowed: readonly Held[];
  readonly packed: Packed | undefined;
};

/** The moment from which on everybody searches what was packed. */
export async function turn(
  db: OffprintDatabase,
  { last, facts, retired, swallowed, packed }: Turn,
): Promise<void> {
  const gone = new Set(swallowed.map(({ head }) => head.segment));
  const changed = [...new Set([...facts.keys(), ...retired.keys()])].filter(
    (segment) => !gone.has(segment),
  );
  const columns = (await db.columns.bulkGet(changed)).map(
    (row, index) => row && patched(row, facts.get(changed[index] ?? 0)),
  );
  await db.transaction('rw', [db.segments, db.columns, db.stale], async () => {
    const heads = await db.segments.bulkGet(changed);
    await db.columns.bulkPut(columns.filter((row): row is FactsRow => row !== undefined));
    await db.segments.bulkPut(
      heads.flatMap((head) => (head ? [revised(head, retired.get(head.segment) ?? [])] : [])),
    );
    for (const segment of gone) await db.segments.update(segment, { building: true });
    if (packed) {
      const { members, oversize } = packed;
      await db.segments.put({
        ...emptyHead(members.segment),
        size: members.ids.length,
        born: last,
        oversize,
      });
    }
    await db.stale.where('number').belowOrEqual(last).delete();
  });
}

function patched(row: FactsRow, tellings: ReadonlyMap<number, Telling> = new Map()): FactsRow {
  const subjects = new Map(
    [...tellings].map(([slot, tell]) => [slot, tell(factsAt(row, slot))] as const),
  );
  return { ...factsWith(row, subjects), revision: row.revision + 1 };
}

function revised(head: SegmentHead, slots: readonly number[]): SegmentHead {
  const retired = Uint32Array.from(head.retired);
  for (const slot of slots) addBit(retired, slot);
  return { ...head, retired, revision: head.revision + 1 };
}
