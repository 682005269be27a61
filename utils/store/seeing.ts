import { claimsOf } from '@/utils/domain/claims';
import type { CardStatus, Entry } from '@/utils/domain/entry';
import type { Ruling, Seen } from '@/utils/domain/library';
import type { IsoInstant, Reading } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Tag } from '@/utils/domain/tag';
import { mergeReadings, mergingTables } from './admitting';
import { mainIds } from './aliases';
import { citedKeys } from './citing';
import { joinAll } from './joining';
import type { ListedEntry, OffprintDatabase, Sighting } from './database';
import { entryFact } from './facts';
import { parseText } from './parse-arguments';
import { parseReading } from './parse-reading';
import { type Store, nowOf } from './parts';
import { forgetRecent } from './reaching';
import { readRule } from './read-rule';
import { sightingsOf } from './sightings';
import { markRetold } from './stale';

/** A listing not looked at for so long starts a new visit when it is opened again. */
const VISIT_ENDS_AFTER_MS = 30 * 60_000;

/** More cards than any listing has; the rest of a hostile page is dropped. */
const MOST_CARDS = 5_000;

/** Merges what was read, notes that it was seen on `site`, and says how each paper stands. */
export async function see(store: Store, site: string, given: readonly Reading[]): Promise<Seen> {
  const { db } = store;
  const cards = Array.isArray(given) ? given.slice(0, MOST_CARDS) : [];
  const readings = cards.flatMap((card) => parseReading(card) ?? []);
  const asked = readings.map(({ paper }) => paper.id);
  const now = nowOf(store);
  const place = parseText(site).slice(0, 100);
  const tables = [...mergingTables(db), db.sightings, db.meta];
  const { joins, lastVisit } = await db.transaction('rw', tables, async () => {
    const { ids, joins } = await mergeReadings(db, readings, now);
    await sight(db, place, [...new Set(ids)], now);
    return { joins, lastVisit: await visit(db, place, now) };
  });
  // Two papers that become one are the reader's facts: that needs all tables, and is rare.
  await joinAll(store, joins);
  forgetRecent(db);
  return { ...(await known(store, asked)), ...(lastVisit !== undefined && { lastVisit }) };
}

/** How these papers stand, in the order asked. */
export async function known(store: Store, ids: readonly PaperId[]): Promise<Seen> {
  const { db } = store;
  const [statuses, ruling, tags] = await Promise.all([
    statusesOf(db, ids, nowOf(store)),
    readRuling(db),
    listTags(db),
  ]);
  return { statuses, ...ruling, tags };
}

/** Notes the visit; gives back when the one before it ended. */
async function visit(
  db: OffprintDatabase,
  site: string,
  now: IsoInstant,
): Promise<IsoInstant | undefined> {
  const key = `visit ${site}` as const;
  const row = await db.meta.get(key);
  const known = row && 'last' in row ? row : undefined;
  const before = known && (isOver(known.last, now) ? known.last : known.before);
  await db.meta.put({ key, last: now, ...(before !== undefined && { before }) });
  return before;
}

function isOver(last: IsoInstant, now: IsoInstant): boolean {
  return Date.parse(now) - Date.parse(last) > VISIT_ENDS_AFTER_MS;
}

async function sight(
  db: OffprintDatabase,
  site: string,
  ids: readonly PaperId[],
  now: IsoInstant,
): Promise<void> {
  const before = await db.sightings.bulkGet(ids.map((id): [PaperId, string] => [id, site]));
  await db.sightings.bulkPut(
    ids.map((id, index): Sighting => {
      const seen = before[index];
      if (!seen) return { id, site, firstSeen: now, lastSeen: now, visit: now };
      return { ...seen, lastSeen: now, visit: currentVisit(seen, now) };
    }),
  );
  // Searches know the day a paper was seen, not the hour.
  const changed = ids.filter(
    (_, index) => before[index]?.lastSeen.slice(0, 10) !== now.slice(0, 10),
  );
  if (changed.length === 0) return;
  const saved = await db.entries.bulkGet(changed);
  await markRetold(
    db,
    saved.flatMap((row) => row?.id ?? []),
    'seen',
  );
}

function currentVisit({ lastSeen, visit }: Sighting, now: IsoInstant): IsoInstant {
  return isOver(lastSeen, now) ? now : visit;
}

/** One status an id, in the order asked and under the id asked for, which may be an alias. */
export async function statusesOf(
  db: OffprintDatabase,
  ids: readonly PaperId[],
  now: IsoInstant,
): Promise<CardStatus[]> {
  const wanted = ids.map(await mainIds(db, ids));
  const [entries, papers, cited, notes, hidden, seenBefore] = await Promise.all([
    db.entries.bulkGet(wanted),
    db.papers.bulkGet(wanted),
    citedKeys(db, wanted),
    db.notes.bulkGet(wanted),
    db.hidden.bulkGet(wanted),
    earlierSightings(db, wanted, now),
  ]);
  return wanted.map((id, index) => {
    const entry = liveEntry(entries[index]);
    const note = notes[index]?.text;
    const seen = seenBefore.get(id);
    const citedAs = cited.get(id);
    const paper = papers[index]?.paper;
    const claims = paper ? claimsOf(paper) : [];
    return {
      id: ids[index] ?? id,
      ...(entry && { entry }),
      ...(note !== undefined && { note }),
      hidden: hidden[index] !== undefined,
      ...(seen !== undefined && { seenBefore: seen }),
      ...(citedAs !== undefined && { citedAs }),
      ...(claims.length > 0 && { claims }),
    };
  });
}

function liveEntry(row: ListedEntry | undefined): Entry | undefined {
  return row?.list === 'live' ? { id: row.id, ...entryFact(row) } : undefined;
}

/** For each paper first seen on an earlier visit than this one: when, on whatever site. */
async function earlierSightings(
  db: OffprintDatabase,
  ids: readonly PaperId[],
  now: IsoInstant,
): Promise<Map<PaperId, IsoInstant>> {
  const earliest = new Map<PaperId, IsoInstant>();
  for (const sighting of await sightingsOf(db, ids)) {
    const { id, firstSeen } = sighting;
    const known = earliest.get(id);
    if (firstSeen < currentVisit(sighting, now) && (known === undefined || firstSeen < known)) {
      earliest.set(id, firstSeen);
    }
  }
  return earliest;
}

export async function readRuling(db: OffprintDatabase): Promise<Ruling> {
  const [rows, paused, seen] = await Promise.all([
    db.rules.toArray(),
    db.meta.get('paused'),
    db.meta.get('seen-action'),
  ]);
  const rules = rows.map(readRule).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return {
    rules,
    paused: paused?.key === 'paused' && paused.paused,
    seenAction: seen?.key === 'seen-action' ? seen.action : 'leave',
  };
}

/** The tags that are in use or have a digit, the most recently used first. */
export async function listTags(db: OffprintDatabase): Promise<Tag[]> {
  const rows = await db.tags.toArray();
  return rows
    .filter(({ count, digit }) => count > 0 || digit !== undefined)
    .sort((a, b) => (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? ''))
    .map(({ key: _key, given: _given, ...tag }) => tag);
}
