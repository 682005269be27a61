import Dexie, { type Collection } from 'dexie';
import type { EntryRow } from '@/utils/domain/entry';
import { localDay } from '@/utils/domain/day';
import type { Details, Find, Found } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper';
import { tagKey } from '@/utils/domain/tag';
import { type Search, parseSearch } from '@/utils/query/search';
import { readCounts } from './counts';
import type { ListedEntry, OffprintDatabase } from './database';
import { parseCount, parseId, parseText } from './parse-arguments';
import type { Store } from './parts';
import { subjectsOf } from './subjects';

const MOST_ROWS = 500;

/** Rows read at once while scanning. */
const CHUNK = 500;

type Cursor = Pick<ListedEntry, 'savedAt' | 'id'>;

/** A run of an index, newest first. */
type Range = (before: Cursor | undefined) => Collection<ListedEntry, PaperId>;

/** What to read for a query: a range that holds every answer, and the test that picks them. */
type Plan = { readonly range: Range; readonly total?: number; readonly search?: Search };

/** A page of saved papers, newest first. */
export async function find(store: Store, question: Find): Promise<Found> {
  const { db } = store;
  const limit = parseCount(question.limit, MOST_ROWS);
  const list = question.trashed === true ? 'trash' : 'live';
  const { after } = question;
  return db.transaction('r', db.tables, async () => {
    const plan = await planFor(store, parseText(question.query), list);
    const { rows, total } = await read(db, plan, limit + 1, after);
    return {
      rows: rows.slice(0, limit).map(entryRow),
      total,
      more: rows.length > limit,
    };
  });
}

/** The ids of all live entries a query finds, newest first. */
export async function matchingIds(store: Store, query: string): Promise<PaperId[]> {
  const { range, search } = await planFor(store, query, 'live');
  if (!search) return range(undefined).primaryKeys();
  const ids: PaperId[] = [];
  for await (const rows of scan(store.db, range, search)) ids.push(...rows.map(({ id }) => id));
  return ids;
}

/** Everything about one saved paper, in the trash or not. */
export async function details(db: OffprintDatabase, given: PaperId): Promise<Details | undefined> {
  const id = parseId(given);
  const [row, paper, note] = await Promise.all([
    db.entries.get(id),
    db.papers.get(id),
    db.notes.get(id),
  ]);
  if (!row || !paper) return undefined;
  return {
    row: entryRow(row),
    paper: paper.paper,
    provenance: paper.provenance,
    note: note?.text ?? '',
  };
}

async function planFor(store: Store, query: string, list: ListedEntry['list']): Promise<Plan> {
  const { db } = store;
  if (query.trim() === '') {
    return { range: listRange(db, list), total: (await readCounts(db))[list] };
  }
  const search = parseSearch(query, localDay(new Date(store.parts.now())), store.parts.patterns);
  if (list === 'trash' || search.tags.length === 0) return { range: listRange(db, list), search };
  const rarest = await rarestTag(db, search.tags);
  const range = tagRange(db, rarest.key);
  return search.tags.length === 1 && isTagAlone(query)
    ? { range, total: rarest.count }
    : { range, search };
}

function isTagAlone(query: string): boolean {
  return /^\s*#[^\s"]+\s*$/u.test(query);
}

async function rarestTag(
  db: OffprintDatabase,
  names: readonly string[],
): Promise<{ readonly key: string; readonly count: number }> {
  const keys = names.map(tagKey);
  const rows = await db.tags.bulkGet(keys);
  const counted = keys.map((key, index) => ({ key, count: rows[index]?.count ?? 0 }));
  return counted.reduce((rarest, tag) => (tag.count < rarest.count ? tag : rarest));
}

function listRange(db: OffprintDatabase, list: ListedEntry['list']): Range {
  return (before) =>
    db.entries
      .where('[list+savedAt+id]')
      .between([list], before ? [list, before.savedAt, before.id] : [list, Dexie.maxKey])
      .reverse();
}

function tagRange(db: OffprintDatabase, key: string): Range {
  return (before) =>
    db.entries
      .where('tagged')
      .between([key], before ? [key, before.savedAt, before.id] : [key, Dexie.maxKey])
      .reverse();
}

async function read(
  db: OffprintDatabase,
  { range, total, search }: Plan,
  limit: number,
  after: Cursor | undefined,
): Promise<{ rows: ListedEntry[]; total: number }> {
  if (!search) return { rows: await range(after).limit(limit).toArray(), total: total ?? 0 };
  const rows: ListedEntry[] = [];
  let found = 0;
  for await (const matching of scan(db, range, search)) {
    found += matching.length;
    const wanted = matching.filter((row) => !after || isOlder(row, after));
    rows.push(...wanted.slice(0, limit - rows.length));
  }
  return { rows, total: found };
}

function isOlder(row: Cursor, than: Cursor): boolean {
  return row.savedAt < than.savedAt || (row.savedAt === than.savedAt && row.id < than.id);
}

/** The matching rows of a range, chunk by chunk. */
async function* scan(
  db: OffprintDatabase,
  range: Range,
  { query, matches }: Search,
): AsyncGenerator<ListedEntry[]> {
  let last: ListedEntry | undefined;
  do {
    const rows: ListedEntry[] = await range(last).limit(CHUNK).toArray();
    const subjects = await subjectsOf(db, rows, query);
    yield rows.filter((_, index) => matches(subjects[index] ?? { title: '' }));
    last = rows.length === CHUNK ? rows.at(-1) : undefined;
  } while (last);
}

/** The row as pages get it, without the keys of its indexes. */
function entryRow({ list: _list, tagged: _tagged, ...row }: ListedEntry): EntryRow {
  return row;
}
