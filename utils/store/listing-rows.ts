import { byline } from '@/utils/domain/entry';
import { lacksAuthors } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { tagKey } from '@/utils/domain/tag';
import type { ListedEntry, OffprintDatabase, PaperRow } from './database';
import { type Facts, entryFact } from './facts';
import { markRetold, markStale } from './stale';

/** Rows written at once. */
const CHUNK = 1_000;

/** Hears how many rows are written, chunk by chunk; throws to have the transaction take them back. */
export type OnWritten = (written: number) => void;

/** An entry's row as lists read it, from the reader's facts and the paper's. */
function listedEntry(
  id: PaperId,
  fact: Facts['entries'],
  { paper, citationKey }: Pick<PaperRow, 'paper' | 'citationKey'>,
  hasNote: boolean,
): ListedEntry {
  return {
    id,
    ...fact,
    title: paper.title,
    byline: byline(paper.authors),
    authorsKnown: !lacksAuthors(paper),
    ...(paper.published !== undefined && { published: paper.published }),
    ...(citationKey !== undefined && { citationKey }),
    hasNote,
    ...indexKeys(id, fact),
  };
}

function indexKeys(id: PaperId, fact: Facts['entries']): Pick<ListedEntry, 'list' | 'tagged'> {
  const live = fact.trashedAt === undefined;
  return {
    list: live ? 'live' : 'trash',
    tagged: live ? fact.tags.map((tag) => [tagKey(tag), fact.savedAt, id] as const) : [],
  };
}

/** The row with other facts; what it shows of the paper stays. */
function withFact(row: ListedEntry, fact: Facts['entries']): ListedEntry {
  const {
    trashedAt: _trashedAt,
    keptAt: _keptAt,
    heldVersion: _heldVersion,
    citesPublication: _citesPublication,
    ...rest
  } = row;
  return { ...rest, ...fact, ...indexKeys(row.id, fact) };
}

/**
 * Writes the rows of these entries with their new facts; a paper is read only for an entry that has no
 * row yet. Runs inside the caller's transaction.
 */
export async function relistEntries(
  db: OffprintDatabase,
  facts: ReadonlyMap<PaperId, Facts['entries']>,
  onWritten: OnWritten,
): Promise<void> {
  const all = [...facts];
  for (let start = 0; start < all.length; start += CHUNK) {
    onWritten(start);
    const chunk = all.slice(start, start + CHUNK);
    const rows = await db.entries.bulkGet(chunk.map(([id]) => id));
    const known = chunk.flatMap(([, fact], index) => {
      const row = rows[index];
      return row ? [withFact(row, fact)] : [];
    });
    if (known.length > 0) await db.entries.bulkPut(known);
    await markRetold(
      db,
      known.map(({ id }) => id),
      'entry',
    );
    const fresh = chunk.filter((_, index) => rows[index] === undefined);
    if (fresh.length > 0) {
      await relist(
        db,
        fresh.map(([id]) => id),
        facts,
      );
    }
  }
}

/**
 * Writes these entries' rows anew: from `facts` where given, else from the stored entry. Runs
 * inside the caller's transaction over stale rows too, after papers and notes were written.
 */
export async function relist(
  db: OffprintDatabase,
  ids: readonly PaperId[],
  facts: ReadonlyMap<PaperId, Facts['entries']> = new Map(),
  textsHold = false,
): Promise<void> {
  const wanted = [...ids];
  if (wanted.length === 0) return;
  const [rows, papers, notes] = await Promise.all([
    db.entries.bulkGet(wanted),
    db.papers.bulkGet(wanted),
    db.notes.bulkGet(wanted),
  ]);
  const listed = wanted.flatMap((id, index) => {
    const row = rows[index];
    const fact = facts.get(id) ?? (row && entryFact(row));
    const paper = papers[index];
    return fact && paper ? [listedEntry(id, fact, paper, notes[index] !== undefined)] : [];
  });
  await db.entries.bulkPut(listed);
  const relisted = listed.map(({ id }) => id);
  await (textsHold ? markRetold(db, relisted, 'entry') : markStale(db, relisted));
}
