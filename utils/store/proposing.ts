import type { Paper } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { foldText } from '@/utils/query/fold';
import { print } from '@/utils/query/print';
import type { Atom } from '@/utils/query/query';
import { type TopicSource, proposeTopics } from '@/utils/query/topics';
import { ruleProblem } from '@/utils/query/rules';
import type { OffprintDatabase, PaperRow } from './database';
import { seenIds } from './seen-papers';

/** Papers beside the one asked about that are looked at; more say nothing new. */
const MOST_OTHERS = 300;

const MOST_PROPOSED = 5;

/** Places kept for what is no phrase: who made it, and what it is filed under. */
const MOST_FACTS = 2;

/**
 * Topics of a paper that tell it from those it is listed with and those seen lately; none for a paper
 * never seen. Phrases first, then its organisation, primary category and first author.
 */
export async function topicsOf(
  db: OffprintDatabase,
  id: PaperId,
  besides: readonly PaperId[],
): Promise<string[]> {
  const seen = (await seenIds(db)).slice(0, 2 * MOST_OTHERS);
  const others = [...new Set([...besides, ...seen])].filter((other) => other !== id);
  const [asked, ...rows] = await db.papers.bulkGet([id, ...others.slice(0, MOST_OTHERS)]);
  if (!asked) return [];
  const facts = factsOf(asked.paper).slice(0, MOST_FACTS);
  const phrases = proposeTopics(
    sourceOf(asked),
    rows.flatMap((row) => (row ? [sourceOf(row)] : [])),
    MOST_PROPOSED - facts.length,
  );
  return [...phrases, ...facts];
}

function sourceOf({ paper }: PaperRow): TopicSource {
  const { title, abstract = '', keywords = [] } = paper;
  return { title: foldText(title), abstract: foldText(abstract), keywords };
}

/** What else a rule could go by; an author known by one name only would be taken for others. */
function factsOf({ organization, primaryCategory, authors }: Paper): string[] {
  const atoms: (Atom | undefined)[] = [
    organization === undefined ? undefined : field('org', organization),
    primaryCategory === undefined
      ? undefined
      : { kind: 'name', field: 'cat', value: primaryCategory.toLowerCase() },
    authors?.[0] === undefined ? undefined : field('author', authors[0]),
  ];
  const queries = atoms.flatMap((atom) => (atom ? [print(atom)] : []));
  return queries.filter((query) => ruleProblem(query) === undefined);
}

function field(name: 'org' | 'author', text: string): Atom {
  return { kind: 'text', field: name, text, prefix: false };
}
