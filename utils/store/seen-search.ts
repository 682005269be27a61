import { byline } from '@/utils/domain/entry';
import type { FoundSeen, SeenRow } from '@/utils/domain/library';
import { localDay } from '@/utils/domain/day';
import { evaluator } from '@/utils/query/evaluate';
import { glance } from '@/utils/query/glance';
import { parse } from '@/utils/query/parse';
import { parseText } from './parse-arguments';
import type { Store } from './parts';
import { seenIds, seenPapers } from './seen-papers';
import { lastSeen } from './subjects';

const MOST_ROWS = 100;

/** Papers that were seen and not saved, the latest first; told again and again while they are found. */
export async function* searchSeen(
  store: Store,
  given: string,
  signal: AbortSignal,
): AsyncGenerator<FoundSeen> {
  const { db, parts } = store;
  const { query } = parse(parseText(given), { typing: true });
  const matches = evaluator(query, localDay(new Date(parts.now())), parts.patterns);
  const ids = await seenIds(db);
  const rows: SeenRow[] = [];
  let found = 0;
  for await (const { looked, papers } of seenPapers(db, ids, glance([query]))) {
    if (signal.aborted) return;
    const seen = await lastSeen(
      db,
      papers.map(({ id }) => id),
    );
    for (const { id, title, isSaved, subject } of papers) {
      const { at, sites } = seen.get(id) ?? { at: '', sites: [] };
      if (isSaved || !matches({ ...subject, seen: at, sites })) continue;
      found += 1;
      if (rows.length === MOST_ROWS) continue;
      const { authors, published } = subject;
      rows.push({
        id,
        title,
        byline: byline(authors),
        seen: at,
        ...(published !== undefined && { published }),
      });
    }
    yield { looked, total: ids.length, found, rows: [...rows] };
  }
  if (ids.length === 0) yield { looked: 0, total: 0, found: 0, rows };
}
