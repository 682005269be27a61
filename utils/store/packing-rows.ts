import type { PaperId } from '@/utils/domain/paper-id';
import type { Subject } from '@/utils/query/subject';
import { hasBit } from '@/utils/search/bits';
import { type Packable, type Packed, type PackedShard, packer } from '@/utils/search/pack';
import { INDEX_FORM, type MembersRow, SLOTS, type SegmentHead } from '@/utils/search/segment';
import type { ListedEntry, OffprintDatabase, Retelling } from './database';
import { EVERY_SIDE, type Retold, retoldOf, subjectsOf } from './subjects';

/** Papers read at once: others wait for it. */
const CHUNK = 256;

/** Papers packed, and rows written, before anybody else gets a turn. */
const AT_ONCE = 12;
const ROWS_AT_ONCE = 60;

/** A segment as whoever packs sees it. */
export type Held = {
  readonly head: SegmentHead;
  readonly members: Pick<MembersRow, 'ids' | 'prints'>;
};

/** What is to be indexed of the papers that are saved. */
export async function readPapers(
  db: OffprintDatabase,
  ids: readonly PaperId[],
  pause: () => Promise<void>,
): Promise<Map<PaperId, Subject>> {
  const papers = new Map<PaperId, Subject>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const stored = await db.entries.bulkGet(ids.slice(start, start + CHUNK));
    const rows = stored.filter((row): row is ListedEntry => row !== undefined);
    const subjects = await subjectsOf(db, rows, EVERY_SIDE);
    for (const [index, row] of rows.entries()) papers.set(row.id, subjects[index] ?? { title: '' });
    await pause();
  }
  return papers;
}

/** What is told now of saved papers whose texts hold, as far as is asked of each. */
export async function readRetold(
  db: OffprintDatabase,
  asked: ReadonlyMap<PaperId, ReadonlySet<Retelling>>,
  pause: () => Promise<void>,
): Promise<Map<PaperId, Retold>> {
  const told = new Map<PaperId, Retold>();
  const all = [...asked];
  for (let start = 0; start < all.length; start += CHUNK) {
    const chunk = await retoldOf(db, new Map(all.slice(start, start + CHUNK)));
    for (const [id, retold] of chunk) told.set(id, retold);
    await pause();
  }
  return told;
}

/** What a round packs. */
export type Round = {
  readonly fresh: readonly Packable[];
  readonly swallowed: readonly Held[];
  readonly held: readonly Held[];
  readonly placesInRow: number | undefined;
};

/** Writes new papers, and those of the segments they swallow, as a segment nobody reads yet. */
export async function packWith(
  db: OffprintDatabase,
  { fresh, swallowed, held, placesInRow }: Round,
  pause: () => Promise<void>,
): Promise<Packed | undefined> {
  const known = new Set(fresh.map(({ id }) => id));
  const moving = swallowed.flatMap(({ head, members }) =>
    members.ids.filter((id, slot) => !hasBit(head.retired, slot) && !known.has(id)),
  );
  const moved = await readPapers(db, moving.sort(), pause);
  const papers = [...fresh, ...[...moved].map(([id, subject]): Packable => ({ id, subject }))];
  if (papers.length === 0) return undefined;
  const segment = Math.max(0, ...held.map(({ head }) => head.segment)) + 1;
  await db.segments.put({ ...emptyHead(segment), building: true });
  const pack = packer(segment, placesInRow);
  papers.sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const [index, paper] of papers.entries()) {
    pack.add(paper);
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
  }
  const packed = pack.finish();
  await writeRows(db, packed, pause);
  return packed;
}

/** A segment without papers. */
export function emptyHead(segment: number): SegmentHead {
  return {
    segment,
    form: INDEX_FORM,
    size: 0,
    revision: 1,
    retired: new Uint32Array(SLOTS / 32),
    oversize: [],
  };
}

async function writeRows(
  db: OffprintDatabase,
  { members, facts, rows }: Packed,
  pause: () => Promise<void>,
): Promise<void> {
  await db.members.put(members);
  await db.columns.put(facts);
  let batch = empty();
  const write = async (): Promise<void> => {
    const { postings, positions } = batch;
    batch = empty();
    await db.transaction('rw', [db.postings, db.positions], () =>
      Promise.all([db.postings.bulkPut(postings), db.positions.bulkPut(positions)]),
    );
    await pause();
  };
  for (const { postings, positions } of rows()) {
    batch.postings.push(postings);
    if (positions.packed.length > 0) batch.positions.push(positions);
    if (batch.postings.length === ROWS_AT_ONCE) await write();
  }
  await write();
}

type Batch = { postings: PackedShard['postings'][]; positions: PackedShard['positions'][] };

function empty(): Batch {
  return { postings: [], positions: [] };
}

/** Removes a segment and all its rows. */
export async function removeSegment(db: OffprintDatabase, segment: number): Promise<void> {
  await db.transaction('rw', db.index, async () => {
    await Promise.all([
      db.postings.where('segment').equals(segment).delete(),
      db.positions.where('segment').equals(segment).delete(),
      db.members.delete(segment),
      db.columns.delete(segment),
    ]);
    await db.segments.delete(segment);
  });
}
