import type { EntryRow } from '@/utils/domain/entry';
import type { FoundRow } from '@/utils/domain/library';
import { queriedFacts } from '@/utils/domain/queried-facts';
import { whyFinder } from '@/utils/query/why-found';
import type { OffprintDatabase } from './database';

/** Rows with what their papers and notes say beside: the venue, and a passage that says why they were found. */
export async function told(
  db: OffprintDatabase,
  rows: readonly EntryRow[],
  search: string,
): Promise<FoundRow[]> {
  const why = whyFinder(search);
  const ids = rows.map(({ id }) => id);
  const noted = why ? rows.filter(({ hasNote }) => hasNote).map(({ id }) => id) : [];
  const [papers, notes] = await Promise.all([
    db.papers.bulkGet(ids),
    noted.length > 0 ? db.notes.bulkGet(noted) : [],
  ]);
  const noteOf = new Map(notes.flatMap((note) => (note ? [[note.id, note.text]] : [])));
  return rows.map((row, index) => {
    const paper = papers[index]?.paper;
    if (!paper) return row;
    const { venue } = queriedFacts(paper);
    const snippet = why?.({ ...row, venue, abstract: paper.abstract, note: noteOf.get(row.id) });
    return { ...row, ...(venue !== undefined && { venue }), ...(snippet && { snippet }) };
  });
}
