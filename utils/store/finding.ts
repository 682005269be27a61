import Dexie from 'dexie';
import type { EntryRow } from '@/utils/domain/entry';
import { localDay } from '@/utils/domain/day';
import type { DayGroup, Find, Found, Question } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { type Answered, answerTo } from './answering';
import { readCounts } from './counts';
import type { ListedEntry, OffprintDatabase } from './database';
import { parseCount, parseQuestion } from './parse-arguments';
import type { Store } from './parts';
import { told } from './telling';

const MOST_ROWS = 500;

/** A page of the answer to a question. */
export async function find(store: Store, given: Find): Promise<Found> {
  const question = parseQuestion(given);
  const limit = parseCount(given.limit, MOST_ROWS);
  const offset = parseCount(given.offset ?? 0, Number.MAX_SAFE_INTEGER);
  const found = isFirstPage(question, offset)
    ? await firstPage(store.db, question, limit)
    : await foundRows(store, question, offset, limit);
  return given.extras === true
    ? { ...found, rows: await told(store.db, found.rows, question.query) }
    : found;
}

async function foundRows(
  store: Store,
  question: Question,
  offset: number,
  limit: number,
): Promise<Found> {
  const answered = await answerTo(store, question);
  const ids = answered.ids(offset, offset + limit);
  const rows = await store.db.entries.bulkGet(ids);
  return {
    rows: rows.flatMap((row) => (row ? [entryRow(row)] : [])),
    total: answered.total,
  };
}

/** The ids of the answer, or of a part of it. */
export async function findIds(
  store: Store,
  question: Question,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Promise<PaperId[]> {
  return (await answerTo(store, parseQuestion(question))).ids(from, to);
}

/** Where each day begins, by the reader's own calendar. */
export async function findDays(store: Store, question: Question): Promise<DayGroup[]> {
  const answered = await answerTo(store, { ...parseQuestion(question), sort: 'saved' });
  return daysOf(answered);
}

function daysOf({ total, savedAt }: Answered): DayGroup[] {
  const groups: DayGroup[] = [];
  let begins = Number.NaN;
  let ends = Number.NaN;
  for (let row = 0; row < total; row += 1) {
    const time = savedAt(row);
    // To name a day costs more than to see that it is still the same.
    if (time >= begins && time < ends) continue;
    const date = new Date(time);
    groups.push({ day: localDay(date), from: row });
    begins = new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
    ends = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
  }
  return groups;
}

/** What every page shows first costs one range read, however large the library is. */
function isFirstPage({ query, sort, reversed }: Question, offset: number): boolean {
  return (
    offset === 0 &&
    query.trim() === '' &&
    reversed !== true &&
    (sort === undefined || sort === 'saved' || sort === 'relevance')
  );
}

async function firstPage(
  db: OffprintDatabase,
  { trashed }: Question,
  limit: number,
): Promise<Found> {
  const list = trashed === true ? 'trash' : 'live';
  return db.transaction('r', [db.entries, db.meta], async () => {
    const rows = await db.entries
      .where('[list+savedAt+id]')
      .between([list], [list, Dexie.maxKey])
      .reverse()
      .limit(limit)
      .toArray();
    return { rows: rows.map(entryRow), total: (await readCounts(db))[list] };
  });
}

/** The row as pages get it, without the keys of its indexes. */
export function entryRow({ list: _list, tagged: _tagged, ...row }: ListedEntry): EntryRow {
  return row;
}
