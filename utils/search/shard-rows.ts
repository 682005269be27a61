import { type ShardRange } from './shards';
import { rangeName } from './lookups';
import type { PositionsRow, PostingsRow } from './segment';

/** One shard of one segment, its words apart. */
export type ShardRows = {
  readonly postings: PostingsRow;
  /** Only there where somebody asks for phrases. */
  readonly positions: PositionsRow | undefined;
  /** Each word as it stands, and its stem. */
  readonly words: readonly (readonly [string, string])[];
};

/** The index is not as it was written. */
export class DamagedIndex extends Error {
  override readonly name = 'DamagedIndex';
}

/** The rows that were read for a query. */
export type Shards = {
  /** Those of one segment in this range. */
  in(range: ShardRange, segment: number): readonly ShardRows[];
};

/** Rows as read, by the name of their range. Throws `DamagedIndex` when they do not fit together. */
export function shardRows(
  postings: readonly PostingsRow[],
  positions: readonly PositionsRow[] | undefined,
): Map<number, ShardRows[]> {
  const places = new Map(positions?.map((row) => [`${row.segment} ${row.shard}`, row]));
  const bySegment = new Map<number, ShardRows[]>();
  for (const row of postings) {
    const own = places.get(`${row.segment} ${row.shard}`);
    const words = row.words.split('\n').map((line): [string, string] => {
      const tab = line.indexOf('\t');
      return tab < 0 ? [line, line] : [line.slice(0, tab), line.slice(tab + 1)];
    });
    check(row, words.length, positions && own);
    if (positions && !own) throw new DamagedIndex(`${row.shard} has no positions`);
    const rows = bySegment.get(row.segment);
    const made = { postings: row, positions: own, words };
    if (rows) rows.push(made);
    else bySegment.set(row.segment, [made]);
  }
  return bySegment;
}

function check(row: PostingsRow, words: number, positions: PositionsRow | undefined): void {
  const fits =
    row.starts.length === words + 1 &&
    row.starts[words] === row.slots.length &&
    row.slots.length === row.fields.length &&
    (!positions ||
      (positions.starts.length === words + 1 &&
        positions.starts[words] === positions.positions.length));
  if (!fits) throw new DamagedIndex(`the words of ${row.shard} do not fit`);
}

/** What was read, for those who ask by range. */
export function shardsIn(ranges: ReadonlyMap<string, ReadonlyMap<number, ShardRows[]>>): Shards {
  return {
    in(range, segment) {
      return ranges.get(rangeName(range))?.get(segment) ?? [];
    },
  };
}
