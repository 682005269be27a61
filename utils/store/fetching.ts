import type { FetchedAuthors } from '@/utils/domain/library';
import { lacksAuthors } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { mergeReadings, mergingTables } from './admitting';
import { joinAll } from './joining';
import { parseIds } from './parse-arguments';
import { type Store, nowOf } from './parts';

/** More would keep the network busy for minutes. */
const MOST_PAPERS = 2_000;

/** Asks for the authors of those among these papers that lack them, and keeps what is answered. */
export async function fetchAuthors(
  store: Store,
  given: readonly PaperId[],
): Promise<FetchedAuthors> {
  const { db, parts } = store;
  const ids = parseIds(given).slice(0, MOST_PAPERS);
  const rows = await db.papers.bulkGet(ids);
  const lacking = rows.flatMap((row) => (row && lacksAuthors(row.paper) ? [row.id] : []));
  if (lacking.length === 0) return { filled: [], missed: [] };
  const { readings, missed } = await parts.fetchAuthors(lacking);
  const asked = new Set(lacking);
  const answered = readings.filter(({ paper }) => asked.has(paper.id) && !lacksAuthors(paper));
  const { joins } = await db.transaction('rw', mergingTables(db), async () =>
    mergeReadings(db, answered, nowOf(store)),
  );
  await joinAll(store, joins);
  return { filled: answered.map(({ paper }) => paper.id), missed };
}
