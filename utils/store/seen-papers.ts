import type { Paper } from '@/utils/domain/paper';
import { queriedFacts } from '@/utils/domain/queried-facts';
import { arxivIdOf, type PaperId } from '@/utils/domain/paper-id';
import type { Subject } from '@/utils/query/subject';
import type { ListedEntry, OffprintDatabase } from './database';

/** A paper that was seen, as a rule is asked of it. */
export type SeenPaper = {
  readonly id: PaperId;
  readonly title: string;
  readonly isSaved: boolean;
  readonly subject: Subject;
};

/** Papers read at once. */
const CHUNK = 500;

/** The ids of papers seen since `since`, or ever; the latest first. */
export async function seenIds(db: OffprintDatabase, since = ''): Promise<PaperId[]> {
  const range = db.sightings.where('lastSeen').aboveOrEqual(since).reverse();
  const keys = await range.primaryKeys();
  return [...new Set(keys.map(([id]) => id))];
}

/** What is known of these papers; one never seen is passed over. */
export async function readSeen(db: OffprintDatabase, ids: readonly PaperId[]): Promise<Paper[]> {
  const rows = await db.papers.bulkGet([...ids]);
  return rows.flatMap((row) => (row ? [row.paper] : []));
}

/** Papers as rules are asked of them, chunk by chunk. */
export async function* subjectsOfSeen(
  db: OffprintDatabase,
  papers: readonly Paper[],
): AsyncGenerator<SeenPaper[]> {
  for (let start = 0; start < papers.length; start += CHUNK) {
    yield await subjectsOf(db, papers.slice(start, start + CHUNK));
  }
}

/** The same for papers that have yet to be read, of those that pass a first look; `looked` at so far. */
export async function* seenPapers(
  db: OffprintDatabase,
  ids: readonly PaperId[],
  passes: (paper: Paper) => boolean,
): AsyncGenerator<{ readonly looked: number; readonly papers: SeenPaper[] }> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK);
    const papers = (await readSeen(db, chunk)).filter(passes);
    yield { looked: start + chunk.length, papers: await subjectsOf(db, papers) };
  }
}

async function subjectsOf(db: OffprintDatabase, papers: readonly Paper[]): Promise<SeenPaper[]> {
  const ids = papers.map(({ id }) => id);
  const [entries, hidden] = await Promise.all([db.entries.bulkGet(ids), db.hidden.bulkGet(ids)]);
  return papers.map((paper, index) => {
    const entry = entries[index];
    const isSaved = entry?.list === 'live';
    const subject: Subject = {
      ...paper,
      ...queriedFacts(paper),
      hasPdf: arxivIdOf(paper.id) !== undefined,
      isHidden: hidden[index] !== undefined,
      ...(isSaved && savedFacts(entry)),
    };
    return { id: paper.id, title: paper.title, isSaved, subject };
  });
}

function savedFacts({ tags, state, savedAt, starred }: ListedEntry): Partial<Subject> {
  return { tags, state, saved: savedAt, isStarred: starred };
}
