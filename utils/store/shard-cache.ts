import type { Table } from 'dexie';
import type { Needs } from '@/utils/search/lookups';
import type { MembersRow, PositionsRow, PostingsRow } from '@/utils/search/segment';
import {
  DamagedIndex,
  type ShardRows,
  type Shards,
  shardRows,
  shardsIn,
} from '@/utils/search/shard-rows';
import { type ShardRange, shardsWithin } from '@/utils/search/shards';
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

type RowKey = [shard: string, segment: number];

/**
 * These rows, one by one: Chromium's `getAll` takes ten times as long for rows of tens of kilobytes.
 * Throws `DamagedIndex` when one is missing.
 */
async function rowsAt<Row>(table: Table<Row, RowKey>, keys: readonly RowKey[]): Promise<Row[]> {
  const rows = await table.bulkGet([...keys]);
  return rows.map((row, index) => {
    if (row) return row;
    throw new DamagedIndex(`the index has no row ${String(keys[index])}`);
  });
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
    const keys = segments.flatMap(({ members: { shards, segment } }) =>
      shardsWithin(shards, range).map((shard): RowKey => [shard, segment]),
    );
    // Words may be in rows of more letters or of fewer: most ranges are empty.
    if (keys.length === 0) return NO_ROWS;
    const [known] = [`true ${name}`, ...(withPositions ? [] : [`false ${name}`])].flatMap(take);
    if (known) return known.rows;
    const [words, places] = await Promise.all([
      rowsAt(db.postings, keys),
      withPositions ? rowsAt(db.positions, keys) : undefined,
    ]);
    const rows = shardRows(words, places);
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
