import Dexie from 'dexie';
import { type PaperId, paperId } from '@/utils/domain/paper-id';
import type { RuleHit, RuleRecord } from '@/utils/domain/rule';
import type { HitRow } from './database';
import { parseText } from './parse-arguments';
import { isRecord } from './parse-text';
import { type Store, nowOf } from './parts';

/** How far back the records look, in ms. */
const RECENT_MS = 30 * 86_400_000;

/** After so long a hit is forgotten, in ms, some at a time. */
const KEPT_MS = 400 * 86_400_000;
const FORGOTTEN_AT_ONCE = 500;

const MOST_HITS = 20_000;

/** Notes what rules matched; a hit noted before keeps its first time, and that it was shown. */
export async function noteHits(store: Store, given: readonly RuleHit[]): Promise<void> {
  const { db } = store;
  const now = nowOf(store);
  const hits = (Array.isArray(given) ? given.slice(0, MOST_HITS) : []).flatMap(parseHit);
  await db.transaction('rw', db.hits, async () => {
    const before = await db.hits.bulkGet(hits.map(({ rule, id }): [string, PaperId] => [rule, id]));
    const rows = new Map<string, HitRow>();
    for (const [index, hit] of hits.entries()) {
      const key = `${hit.rule} ${hit.id}`;
      const known = rows.get(key) ?? before[index];
      rows.set(key, {
        ...hit,
        hidden: hit.hidden || known?.hidden === true,
        ...((hit.shown || known?.shown) && { shown: true }),
        first: known?.first ?? now,
        last: now,
      });
    }
    await db.hits.bulkPut([...rows.values()]);
    const forgotten = ago(store, KEPT_MS);
    await db.hits.where('last').below(forgotten).limit(FORGOTTEN_AT_ONCE).delete();
  });
}

function parseHit(value: unknown): RuleHit[] {
  if (!isRecord(value)) return [];
  const id = typeof value['id'] === 'string' ? paperId(value['id']) : undefined;
  const rule = parseText(value['rule']);
  if (id === undefined || rule === '') return [];
  const shown = value['shown'] === true ? { shown: true as const } : {};
  return [{ rule, id, hidden: value['hidden'] === true, ...shown }];
}

/** What each rule did in the last 30 days, and when it matched last. */
export async function ruleRecords(store: Store): Promise<RuleRecord[]> {
  const { db } = store;
  return db.transaction('r', [db.hits, db.entries, db.rules], async () => {
    const hits = await db.hits.where('last').aboveOrEqual(ago(store, RECENT_MS)).toArray();
    const hidden = [...new Set(hits.filter((hit) => hit.hidden).map(({ id }) => id))];
    const entries = await db.entries.bulkGet(hidden);
    const saved = new Set(entries.flatMap((entry) => (entry?.list === 'live' ? entry.id : [])));
    const records = new Map<string, RuleRecord>();
    for (const { rule, id, last, ...hit } of hits) {
      const known = records.get(rule);
      const lastMatch =
        known?.lastMatch !== undefined && known.lastMatch > last ? known.lastMatch : last;
      records.set(rule, {
        rule,
        matched: (known?.matched ?? 0) + 1,
        hidden: (known?.hidden ?? 0) + Number(hit.hidden),
        shown: (known?.shown ?? 0) + Number(hit.hidden && hit.shown === true),
        saved: (known?.saved ?? 0) + Number(hit.hidden && saved.has(id)),
        lastMatch,
      });
    }
    const rules = await db.rules.toCollection().primaryKeys();
    for (const rule of rules) {
      const lastMatch = records.has(rule) ? undefined : await lastMatchOf(store, rule);
      if (lastMatch === undefined) continue;
      records.set(rule, { rule, matched: 0, hidden: 0, shown: 0, saved: 0, lastMatch });
    }
    return [...records.values()];
  });
}

async function lastMatchOf({ db }: Store, rule: string): Promise<string | undefined> {
  const range = db.hits.where('[rule+last]').between([rule, Dexie.minKey], [rule, Dexie.maxKey]);
  return (await range.last())?.last;
}

function ago({ parts }: Store, ms: number): string {
  return new Date(parts.now() - ms).toISOString();
}
