import Dexie from 'dexie';
import { idBound, timeOf } from '@/utils/domain/clock';
import { localDay } from '@/utils/domain/day';
import type { DayFigures, Figures } from '@/utils/domain/library';
import type { IsoDate } from '@/utils/domain/paper';
import type { OffprintDatabase } from './database';
import { find, findDays } from './finding';
import { parseCount } from './parse-arguments';
import { type Store } from './parts';

const MOST_DAYS = 366;
const MOST_TAGS = 12;
const DAY_MS = 86_400_000;

/** What was seen, hidden, saved and read on each of the last days, by the reader's own calendar. */
export async function figures(store: Store, given: number): Promise<Figures> {
  const { db, parts } = store;
  const count = Math.max(1, parseCount(given, MOST_DAYS));
  const today = parts.now();
  const names = Array.from({ length: count }, (_, index) =>
    localDay(new Date(today - (count - 1 - index) * DAY_MS)),
  );
  const from = new Date(`${names[0]}T00:00:00`);
  const [seen, hidden, read, saved] = await Promise.all([
    seenByDay(db, from),
    hiddenByDay(db, from),
    readByDay(db, from),
    findDays(store, { query: '' }),
  ]);
  const live = await totalOf(store, '');
  const savedByDay = new Map(
    saved.map(({ day, from: first }, index) => [day, (saved[index + 1]?.from ?? live) - first]),
  );
  const days = names.map((day): DayFigures => ({
    day,
    seen: seen.get(day) ?? 0,
    hidden: hidden.get(day) ?? 0,
    saved: savedByDay.get(day) ?? 0,
    read: read.get(day) ?? 0,
  }));
  return {
    days,
    tags: await byTag(store),
    streak: streakOf(days),
    backlog: await totalOf(store, 'is:to-read'),
  };
}

type Counts = Map<IsoDate, number>;

function countAt(counts: Counts, time: number): void {
  const day = localDay(new Date(time));
  counts.set(day, (counts.get(day) ?? 0) + 1);
}

/** Papers by the day they were seen first, read from keys alone. */
async function seenByDay(db: OffprintDatabase, from: Date): Promise<Counts> {
  const counts: Counts = new Map();
  const meta = await db.meta.where('key').startsWith('visit ').primaryKeys();
  for (const key of meta) {
    const site = key.slice('visit '.length);
    await db.sightings
      .where('[site+firstSeen]')
      .between([site, from.toISOString()], [site, Dexie.maxKey])
      // The types of Dexie know one key only; this index has two.
      .eachKey((found) => countAt(counts, Date.parse(String((found as unknown as string[])[1]))));
  }
  return counts;
}

/** Papers by the day a rule or the reader first hid them. */
async function hiddenByDay(db: OffprintDatabase, from: Date): Promise<Counts> {
  const first = new Map<string, number>();
  const note = (id: string, time: number): void => {
    if (time >= from.getTime()) first.set(id, Math.min(first.get(id) ?? Infinity, time));
  };
  await db.hits
    .where('last')
    .aboveOrEqual(from.toISOString())
    .each((hit) => {
      if (hit.hidden) note(hit.id, Date.parse(hit.first));
    });
  await db.hidden.each(({ id, hiddenAt }) => note(id, Date.parse(hiddenAt)));
  const counts: Counts = new Map();
  for (const time of first.values()) countAt(counts, time);
  return counts;
}

/** Papers by the day they were called read, unless that was taken back. */
async function readByDay(db: OffprintDatabase, from: Date): Promise<Counts> {
  const read = new Map<string, number>();
  await db.operations
    .where('id')
    .aboveOrEqual(idBound(from.getTime()))
    .each(({ id, kind, subject, papers, undoneBy }) => {
      if (kind !== 'state' || subject !== 'read' || undoneBy !== undefined) return;
      for (const paper of papers) read.set(paper, timeOf(id));
    });
  const counts: Counts = new Map();
  for (const time of read.values()) countAt(counts, time);
  return counts;
}

async function byTag(store: Store): Promise<Figures['tags']> {
  const rows = await store.db.tags.filter(({ count }) => count > 0).toArray();
  const most = rows.sort((one, other) => other.count - one.count).slice(0, MOST_TAGS);
  const figured: { name: string; saved: number; read: number }[] = [];
  for (const { name, count } of most) {
    const read = await totalOf(store, `#"${name}" is:read`);
    figured.push({ name, saved: count, read });
  }
  return figured;
}

async function totalOf(store: Store, query: string): Promise<number> {
  return (await find(store, { query, limit: 0 })).total;
}

/** Days in a row on which something was read, up to today or yesterday. */
function streakOf(days: readonly DayFigures[]): number {
  const latest = [...days].reverse();
  // Today is not over yet.
  const started = latest[0]?.read === 0 ? latest.slice(1) : latest;
  const end = started.findIndex(({ read }) => read === 0);
  return end === -1 ? started.length : end;
}
