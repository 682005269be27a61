import { merge } from '@/utils/domain/merge';
import type { PaperId } from '@/utils/domain/paper-id';
import type { FieldSources, PaperField } from '@/utils/domain/paper';
import type { Join } from './aliases';
import type { OffprintDatabase, PaperRow } from './database';
import { resitedRow, siteFacts } from './editing';
import { relist } from './listing-rows';
import { mergeEntries, mergeNotes, pairKey } from './pairs';
import { type Store, nowOf } from './parts';
import { type Draft, change, transact } from './writing';

/** `joinInside` in a transaction of its own, after the one that found the pairs; pages are told. */
export async function joinAll(store: Store, joins: readonly Join[]): Promise<void> {
  if (joins.length === 0) return;
  await transact(store, () => joinInside(store, joins));
  store.parts.announce({ ids: joins.flatMap(({ keep, drop }) => [keep, drop]), rules: false });
}

/**
 * Makes one of papers that a source says are one: what is known and thought of the one that becomes an
 * alias goes to the other. Pairs the reader keeps apart stay two. Runs inside `transact`.
 */
export async function joinInside(store: Store, joins: readonly Join[]): Promise<void> {
  for (const join of joins) await joinOne(store, join);
}

async function joinOne(store: Store, { keep, drop }: Join): Promise<void> {
  const { db } = store;
  if (keep === drop || (await db.distinct.get(pairKey(keep, drop)))) return;
  await joinFacts(store, keep, drop);
  await moveSightings(db, keep, drop);
  const others = await db.aliases.where('id').equals(drop).primaryKeys();
  await change(store, { kind: 'join', papers: [keep, drop] }, async (draft) => {
    for (const alias of [drop, ...others]) {
      await draft.get('aliases', alias);
      draft.set('aliases', alias, { id: keep });
    }
    await mergeEntries(store, draft, keep, drop);
    await mergeNotes(draft, keep, drop);
    await mergeHidden(draft, keep, drop);
  });
  // What is known of it changed beside the operation.
  await relist(db, [keep]);
}

async function joinFacts(store: Store, keep: PaperId, drop: PaperId): Promise<void> {
  const { db } = store;
  const [row, from] = await db.papers.bulkGet([keep, drop]);
  if (!row || !from) return;
  const { paper, provenance } = siteFacts(from);
  const sources = Object.fromEntries(
    Object.entries(provenance).map(([name, said]) => [name as PaperField, said.source]),
  ) satisfies FieldSources;
  const at = nowOf(store);
  const facts = merge(siteFacts(row), { paper: { ...paper, id: keep }, sources }, at);
  const joined: PaperRow = resitedRow(row, facts, at);
  const key = row.citationKey ?? from.citationKey;
  await db.papers.put(key === undefined ? joined : { ...joined, citationKey: key });
}

/** Seen is seen, under whatever id. */
async function moveSightings(db: OffprintDatabase, keep: PaperId, drop: PaperId): Promise<void> {
  const [own, others] = await Promise.all(
    [keep, drop].map((id) => db.sightings.where('id').equals(id).toArray()),
  );
  const bySite = new Map((own ?? []).map((sighting) => [sighting.site, sighting]));
  const joined = (others ?? []).map((other) => {
    const mine = bySite.get(other.site) ?? other;
    return {
      ...mine,
      id: keep,
      firstSeen: mine.firstSeen < other.firstSeen ? mine.firstSeen : other.firstSeen,
      lastSeen: mine.lastSeen > other.lastSeen ? mine.lastSeen : other.lastSeen,
    };
  });
  await db.sightings.bulkPut(joined);
}

async function mergeHidden(draft: Draft, keep: PaperId, drop: PaperId): Promise<void> {
  const hidden = await draft.get('hidden', drop);
  if (hidden && !(await draft.get('hidden', keep))) draft.set('hidden', keep, hidden);
}
