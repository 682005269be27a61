import { tagKey } from '@/utils/domain/tag';
import type { IsoInstant } from '@/utils/domain/paper';
import type { OffprintDatabase, TagRow } from './database';
import type { Facts } from './facts';

type EntryFact = Facts['entries'] | null;

/** One entry before and after. */
export type EntryTurn = { readonly before: EntryFact; readonly after: EntryFact };

export type Counts = { readonly live: number; readonly trash: number };

export async function readCounts(db: OffprintDatabase): Promise<Counts> {
  const row = await db.meta.get('counts');
  return row?.key === 'counts' ? row : { live: 0, trash: 0 };
}

/** Keeps the counters right by these turns. With `usedAt`, tags that gained an entry were used then. */
export async function recount(
  db: OffprintDatabase,
  turns: readonly EntryTurn[],
  usedAt: IsoInstant | undefined,
): Promise<void> {
  const live = sum(turns, isLive);
  const trash = sum(turns, isTrash);
  if (live !== 0 || trash !== 0) {
    const counts = await readCounts(db);
    await db.meta.put({ key: 'counts', live: counts.live + live, trash: counts.trash + trash });
  }
  await recountTags(db, turns, usedAt);
}

async function recountTags(
  db: OffprintDatabase,
  turns: readonly EntryTurn[],
  usedAt: IsoInstant | undefined,
): Promise<void> {
  const gains = tagGains(turns);
  if (gains.size === 0) return;
  const rows = await db.tags.bulkGet([...gains.keys()]);
  const counted = [...gains].map(([key, { name, gain, respelled }], index): TagRow => {
    const row = rows[index];
    const count = (row?.count ?? 0) + gain;
    const used = gain > 0 && usedAt !== undefined ? { lastUsedAt: usedAt } : {};
    // A tag that nobody wears or cared for takes the spelling it comes back with.
    const keeps = row && !respelled && isKnownTag(row);
    return { ...row, key, name: keeps ? row.name : name, count, ...used };
  });
  await db.tags.bulkPut(counted);
}

/** Whether a tag is worn, or has a key or a colour of its own: then it has its spelling too. */
export function isKnownTag({ count, digit, colour }: TagRow): boolean {
  return count > 0 || digit !== undefined || colour !== undefined;
}

type Gain = {
  readonly name: string;
  readonly gain: number;
  /** Whoever wears it wears it in another spelling now. */
  readonly respelled: boolean;
};

function tagGains(turns: readonly EntryTurn[]): Map<string, Gain> {
  const gains = new Map<string, Gain>();
  const add = (name: string, by: number, respelled = false): void => {
    const key = tagKey(name);
    const known = gains.get(key);
    gains.set(key, {
      name,
      gain: (known?.gain ?? 0) + by,
      respelled: respelled || known?.respelled === true,
    });
  };
  for (const { before, after } of turns) {
    const worn = isLive(before) ? before.tags : [];
    for (const name of worn) add(name, -1);
    for (const name of isLive(after) ? after.tags : []) {
      add(
        name,
        1,
        worn.some((old) => old !== name && tagKey(old) === tagKey(name)),
      );
    }
  }
  for (const [key, { gain, respelled }] of gains) if (gain === 0 && !respelled) gains.delete(key);
  return gains;
}

function isLive(fact: EntryFact): fact is Facts['entries'] {
  return fact !== null && fact.trashedAt === undefined;
}

function isTrash(fact: EntryFact): boolean {
  return fact !== null && fact.trashedAt !== undefined;
}

function sum(turns: readonly EntryTurn[], holds: (fact: EntryFact) => boolean): number {
  return turns.reduce(
    (total, { before, after }) => total + Number(holds(after)) - Number(holds(before)),
    0,
  );
}
