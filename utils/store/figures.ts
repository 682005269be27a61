import Dexie from 'dexie';
import { localDay } from '@/utils/domain/day';
import type { DayFigures, Figures } from '@/utils/domain/library';
import type { IsoDate } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { readCounts } from './counts';
import type { OffprintDatabase } from './database';
import { findDays } from './finding';
import { parseCount } from './parse-arguments';
import type { Store } from './parts';
import { type ReadDays, readingDays } from './reading-days';
import { sitesOf } from './sightings';

const MOST_DAYS = 366;
const MOST_TAGS = 12;

/** What was seen, hidden, saved and read on each of the last days, by the reader's own calendar. */
export async function figures(store: Store, given: number): Promise<Figures> {
  const { db, parts } = store;
  const count = Math.max(1, parseCount(given, MOST_DAYS));
  const now = new Date(parts.now());
  const starts = Array.from({ length: count + 1 }, (_, index) => dayStart(now, index - count + 1));
  const from = starts[0] ?? now;
  const [seen, hidden, read, saved, { live }] = await Promise.all([
    seenByDay(db, starts),
    hiddenByDay(db, from),
    readingDays(db, from),
    findDays(store, { query: '' }),
    readCounts(db),
  ]);
  const savedByDay = new Map(
    saved.map(({ day, from: first }, index) => [day, (saved[index + 1]?.from ?? live) - first]),
  );
  const days = starts.slice(0, -1).map((start): DayFigures => {
    const day = localDay(start);
    return {
      day,
      seen: seen.get(day) ?? 0,
      hidden: hidden.get(day) ?? 0,
      saved: savedByDay.get(day) ?? 0,
      read: read.get(day)?.size ?? 0,
    };
  });
  return { days, tags: await byTag(db), streak: streakOf(read, now), backlog: await backlogOf(db) };
}

/** When a day begins, some days from that of `moment`; a day may have 23 or 25 hours. */
function dayStart(moment: Date, days: number): Date {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + days);
}

type Counts = Map<IsoDate, number>;

function countAt(counts: Counts, time: number): void {
  const day = localDay(new Date(time));
  counts.set(day, (counts.get(day) ?? 0) + 1);
}

/** Papers by the day they were seen first, counted by the database itself. */
async function seenByDay(db: OffprintDatabase, starts: readonly Date[]): Promise<Counts> {
  const counts: Counts = new Map();
  const sites = await sitesOf(db);
  for (const [index, start] of starts.slice(0, -1).entries()) {
    const [from, before] = [start, starts[index + 1]].map((date) => date?.toISOString());
    const found = await Promise.all(
      sites.map((site) =>
        db.sightings
          .where('[site+firstSeen]')
          .between([site, from], [site, before], true, false)
          .count(),
      ),
    );
    counts.set(
      localDay(start),
      found.reduce((sum, one) => sum + one, 0),
    );
  }
  return counts;
}

/** Papers by the day a rule or the reader first hid them. */
async function hiddenByDay(db: OffprintDatabase, from: Date): Promise<Counts> {
  const first = new Map<string, number>();
  const note = (id: string, time: number): void => {
    if (time >= from.getTime()) first.set(id, Math.min(first.get(id) ?? Infinity, time));
  };
  const hits = await db.hits.where('last').aboveOrEqual(from.toISOString()).toArray();
  for (const hit of hits) if (hit.hidden) note(hit.id, Date.parse(hit.first));
  for (const { id, hiddenAt } of await db.hidden.toArray()) note(id, Date.parse(hiddenAt));
  const counts: Counts = new Map();
  for (const time of first.values()) countAt(counts, time);
  return counts;
}

async function byTag(db: OffprintDatabase): Promise<Figures['tags']> {
  const rows = await db.tags.filter(({ count }) => count > 0).toArray();
  const most = rows.sort((one, other) => other.count - one.count).slice(0, MOST_TAGS);
  const read = new Set<PaperId>(await idsInState(db, 'read').primaryKeys());
  return Promise.all(
    most.map(async ({ key, name, count }) => {
      const ids = await db.entries.where('tagged').between([key], [key, []]).primaryKeys();
      return { name, saved: count, read: ids.filter((id) => read.has(id)).length };
    }),
  );
}

function idsInState(db: OffprintDatabase, state: string) {
  return db.entries
    .where('[list+state+savedAt+id]')
    .between(['live', state, Dexie.minKey], ['live', state, Dexie.maxKey]);
}

function backlogOf(db: OffprintDatabase): Promise<number> {
  return idsInState(db, 'to-read').count();
}

/** Days in a row on which something was read, up to today or yesterday. */
function streakOf(read: ReadDays, now: Date): number {
  // Today is not over yet.
  const first = read.has(localDay(now)) ? 0 : -1;
  let length = 0;
  while (read.has(localDay(dayStart(now, first - length)))) length += 1;
  return length;
}
