import type { Needs } from '@/utils/search/lookups';
import type { MembersRow, PositionsRow, PostingsRow } from '@/utils/search/segment';
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
const MOST_BYTES = 48_000_000;

/** What a word and its stem take as texts of their own, in bytes, about. */
const WORD_BYTES = 100;

type HeldRows = { readonly rows: ReadonlyMap<number, ShardRows[]>; readonly bytes: number };

const NO_ROWS: HeldRows['rows'] = new Map();

function bytesOf(words: readonly PostingsRow[], places: readonly PositionsRow[]): number {
  return (
    words.reduce(
      (sum, { starts, slots }) => sum + starts.length * WORD_BYTES + slots.length * 3,
      0,
    ) + places.reduce((sum, { starts, packed }) => sum + starts.byteLength + packed.length, 0)
  );
}

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
  let heldBytes = 0;

  async function rowsOf(
    name: string,
    range: ShardRange,
    withPositions: boolean,
    segments: readonly Listed[],
  ): Promise<ReadonlyMap<number, ShardRows[]>> {
    const expected = new Map(
      segments.map(({ members }) => [members.segment, countInRange(members.shards, range)]),
    );
    // Words may be in rows of more letters or of fewer: most ranges are empty.
    if ([...expected.values()].every((count) => count === 0)) return NO_ROWS;
    const [known] = [`true ${name}`, ...(withPositions ? [] : [`false ${name}`])].flatMap(take);
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
    const rows = shardRows(
      words.filter(({ segment }) => expected.has(segment)),
      places,
    );
    for (const [segment, count] of expected) {
      const found = rows.get(segment)?.length ?? 0;
      if (found !== count) {
        throw new DamagedIndex(`segment ${segment} has ${found} rows in ${name}`);
      }
    }
    hold(`${withPositions} ${name}`, { rows, bytes: bytesOf(words, places ?? []) });
    return rows;
  }

  /** Rows that are held; what was asked for last goes last. */
  function take(key: string): HeldRows[] {
    const rows = held.get(key);
    if (!rows) return [];
    held.delete(key);
    held.set(key, rows);
    return [rows];
  }

  function hold(key: string, rows: HeldRows): void {
    heldBytes += rows.bytes - (held.get(key)?.bytes ?? 0);
    held.set(key, rows);
    for (const [old, { bytes }] of held) {
      if (heldBytes <= MOST_BYTES || old === key) break;
      held.delete(old);
      heldBytes -= bytes;
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
