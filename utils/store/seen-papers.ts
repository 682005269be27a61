import { arxivIdOf, type PaperId } from '@/utils/domain/paper';
import { foldText } from '@/utils/query/fold';
import type { CardSubject } from '@/utils/query/rules';
import type { OffprintDatabase } from './database';
import { entryFact } from './facts';

/** A paper that was seen, as a rule is asked of it. */
export type SeenPaper = {
  readonly id: PaperId;
  readonly title: string;
  readonly isSaved: boolean;
  readonly subject: CardSubject;
};

/** Papers read at once. */
const CHUNK = 500;

/** The ids of papers seen since `since`, or ever; the latest first. */
export async function seenIds(db: OffprintDatabase, since = ''): Promise<PaperId[]> {
  const range = db.sightings.where('lastSeen').aboveOrEqual(since).reverse();
  const keys = await range.primaryKeys();
  return [...new Set(keys.map(([id]) => id))];
}

/** These papers as rules are asked of them, chunk by chunk. */
export async function* seenPapers(
  db: OffprintDatabase,
  ids: readonly PaperId[],
): AsyncGenerator<SeenPaper[]> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    yield await readChunk(db, ids.slice(start, start + CHUNK));
  }
}

async function readChunk(db: OffprintDatabase, ids: PaperId[]): Promise<SeenPaper[]> {
  const [papers, entries, hidden] = await Promise.all([
    db.papers.bulkGet(ids),
    db.entries.bulkGet(ids),
    db.hidden.bulkGet(ids),
  ]);
  return papers.flatMap((row, index) => {
    if (!row) return [];
    const { paper } = row;
    const entry = entries[index];
    const isSaved = entry?.list === 'live';
    const subject: CardSubject = {
      ...paper,
      title: foldText(paper.title),
      abstract: foldText(paper.abstract ?? ''),
      hasCode: paper.links?.code !== undefined,
      hasPdf: arxivIdOf(paper.id) !== undefined,
      isHidden: hidden[index] !== undefined,
      ...(isSaved && savedFacts(entryFact(entry))),
    };
    return [{ id: paper.id, title: paper.title, isSaved, subject }];
  });
}

function savedFacts({ tags, state, savedAt, starred }: ReturnType<typeof entryFact>) {
  return { tags, state, saved: savedAt, isStarred: starred };
}
