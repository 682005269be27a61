import type { Needs } from '@/utils/search/lookups';
import type { MembersRow } from '@/utils/search/segment';
import {
  DamagedIndex,
  type ShardRows,
  type Shards,
  shardRows,
  shardsIn,
} from '@/utils/search/shard-rows';
import { type ShardRange, countInRange } from '@/utils/search/shards';
import type { OffprintDatabase } from './database';

/** Rows of words kept in memory, in bytes. */
const MOST_BYTES = 24_000_000;

type HeldRows = { readonly rows: ReadonlyMap<number, ShardRows[]>; readonly bytes: number };

/** A segment, and which rows of words it has. */
type Listed = { readonly members: Pick<MembersRow, 'segment' | 'shards'> };

/** Rows of words as they were read; right as long as the segments stay the same. */
export type ShardCache = {
  /** Runs inside a transaction over postings and positions. */
  read(needs: Needs, segments: readonly Listed[]): Promise<Shards>;
};

/** An empty cache of a database's rows. */
export function shardCache(db: OffprintDatabase): ShardCache {
  const held = new Map<string, HeldRows>();

  async function rowsOf(
    name: string,
    range: ShardRange,
    withPositions: boolean,
    segments: readonly Listed[],
  ): Promise<ReadonlyMap<number, ShardRows[]>> {
    const key = `${withPositions} ${name}`;
    const known = held.get(key) ?? held.get(`true ${name}`);
    if (known) return known.rows;
    const keys = [[range.from], [range.before], true, false] as const;
    const [words, places] = await Promise.all([
      db.postings
        .where('[shard+segment]')
        .between(...keys)
        .toArray(),
      withPositions
        ? db.positions
            .where('[shard+segment]')
            .between(...keys)
            .toArray()
        : undefined,
    ]);
    const whole = new Set(segments.map(({ members }) => members.segment));
    const rows = shardRows(
      words.filter(({ segment }) => whole.has(segment)),
      places,
    );
    for (const { members } of segments) {
      const found = rows.get(members.segment)?.length ?? 0;
      if (found !== countInRange(members.shards, range)) {
        throw new DamagedIndex(`segment ${members.segment} has ${found} rows in ${name}`);
      }
    }
    const bytes =
      words.reduce((sum, row) => sum + row.words.length * 40 + row.slots.length * 3, 0) +
      (places ?? []).reduce((sum, row) => sum + row.positions.byteLength, 0);
    hold(key, { rows, bytes });
    return rows;
  }

  /** The oldest rows go first. */
  function hold(key: string, rows: HeldRows): void {
    held.set(key, rows);
    let bytes = [...held.values()].reduce((sum, row) => sum + row.bytes, 0);
    for (const [old, { bytes: own }] of held) {
      if (bytes <= MOST_BYTES || old === key) break;
      held.delete(old);
      bytes -= own;
    }
  }

  return {
    async read({ postings, positions }, segments) {
      const ranges = new Map<string, ReadonlyMap<number, ShardRows[]>>();
      await Promise.all(
        [...postings].map(async ([name, range]) => {
          ranges.set(name, await rowsOf(name, range, positions.has(name), segments));
        }),
      );
      return shardsIn(ranges);
    },
  };
}
