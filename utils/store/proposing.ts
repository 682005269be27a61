import type { PaperId } from '@/utils/domain/paper';
import { foldText } from '@/utils/query/fold';
import { type TopicSource, proposeTopics } from '@/utils/query/topics';
import type { OffprintDatabase, PaperRow } from './database';

/** Cards beside the one asked about that are looked at; more say nothing new. */
const MOST_OTHERS = 200;

/** Topics of a paper that tell it from the others it is listed with; none for a paper never seen. */
export async function topicsOf(
  db: OffprintDatabase,
  id: PaperId,
  besides: readonly PaperId[],
): Promise<string[]> {
  const others = besides.filter((other) => other !== id).slice(0, MOST_OTHERS);
  const [asked, ...rows] = await db.papers.bulkGet([id, ...others]);
  if (!asked) return [];
  return proposeTopics(
    sourceOf(asked),
    rows.flatMap((row) => (row ? [sourceOf(row)] : [])),
  );
}

function sourceOf({ paper }: PaperRow): TopicSource {
  const { title, abstract = '', keywords = [] } = paper;
  return { title: foldText(title), abstract: foldText(abstract), keywords };
}
