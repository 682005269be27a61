import { type ShardRange } from './shards';
import { rangeName } from './lookups';
import type { PositionsRow, PostingsRow } from './segment';

/** One shard of one segment, its words apart. */
export type ShardRows = {
  readonly postings: PostingsRow;
  /** Only there where somebody asks for phrases. */
  readonly positions: PositionsRow | undefined;
  /** Each word as it stands, and its stem at the same place. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
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
    const { words, stems } = wordsOf(row);
    check(row, words.length, positions && own);
    if (positions && !own) throw new DamagedIndex(`${row.shard} has no positions`);
    const rows = bySegment.get(row.segment);
    const made = { postings: row, positions: own, words, stems };
    if (rows) rows.push(made);
    else bySegment.set(row.segment, [made]);
  }
  return bySegment;
}

function wordsOf(row: PostingsRow): Pick<ShardRows, 'words' | 'stems'> {
  const lines = row.words.split('\n');
  const words: string[] = [];
  const stems: string[] = [];
  for (const line of lines) {
    const tab = line.indexOf('\t');
    words.push(tab < 0 ? line : line.slice(0, tab));
    stems.push(tab < 0 ? line : line.slice(tab + 1));
  }
  return { words, stems };
}

function check(row: PostingsRow, words: number, positions: PositionsRow | undefined): void {
  const fits =
    row.starts.length === words + 1 &&
    row.starts[words] === row.slots.length &&
    row.slots.length === row.fields.length &&
    (!positions ||
      (positions.starts.length === words + 1 &&
        positions.starts[words] === positions.packed.length));
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
