import type { FetchedAuthors } from '@/utils/domain/library';
import { lacksAuthors } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { mergeReadings } from './admitting';
import { parseIds } from './parse-arguments';
import { type Store, nowOf } from './parts';

/** More would keep the network busy for minutes. */
const MOST_PAPERS = 2_000;

/** Asks for the authors of those among these papers that lack them, and keeps what is answered. */
export async function fetchAuthors(
  { db, parts }: Store,
  given: readonly PaperId[],
): Promise<FetchedAuthors> {
  const ids = parseIds(given).slice(0, MOST_PAPERS);
  const rows = await db.papers.bulkGet(ids);
  const lacking = rows.flatMap((row) => (row && lacksAuthors(row.paper) ? [row.id] : []));
  if (lacking.length === 0) return { filled: [], missed: [] };
  const { readings, missed } = await parts.fetchAuthors(lacking);
  const asked = new Set(lacking);
  const answered = readings.filter(({ paper }) => asked.has(paper.id) && !lacksAuthors(paper));
  await db.transaction('rw', [db.papers, db.entries, db.notes, db.stale], () =>
    mergeReadings(db, answered, nowOf({ db, parts })),
  );
  return { filled: answered.map(({ paper }) => paper.id), missed };
}
