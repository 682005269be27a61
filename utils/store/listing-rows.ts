import { byline } from '@/utils/domain/entry';
import { type PaperId, lacksAuthors } from '@/utils/domain/paper';
import { tagKey } from '@/utils/domain/tag';
import type { ListedEntry, OffprintDatabase, PaperRow } from './database';
import { type Facts, entryFact } from './facts';

/** An entry's row as lists read it, from the reader's facts and the paper's. */
function listedEntry(
  id: PaperId,
  fact: Facts['entries'],
  { paper, citationKey }: Pick<PaperRow, 'paper' | 'citationKey'>,
  hasNote: boolean,
): ListedEntry {
  const live = fact.trashedAt === undefined;
  return {
    id,
    ...fact,
    title: paper.title,
    byline: byline(paper.authors),
    authorsKnown: !lacksAuthors(paper),
    ...(paper.published !== undefined && { published: paper.published }),
    ...(citationKey !== undefined && { citationKey }),
    hasNote,
    list: live ? 'live' : 'trash',
    tagged: live ? fact.tags.map((tag) => [tagKey(tag), fact.savedAt, id] as const) : [],
  };
}

/**
 * Writes these entries' rows anew: from `facts` where given, else from the stored entry. Runs
 * inside the caller's transaction, after papers and notes were written.
 */
export async function relist(
  db: OffprintDatabase,
  ids: readonly PaperId[],
  facts: ReadonlyMap<PaperId, Facts['entries']> = new Map(),
): Promise<void> {
  const wanted = [...ids];
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
}
