import type { Suggested, SuggestedField } from '@/utils/domain/library';
import type { Paper } from '@/utils/domain/paper';
import { plainWord } from '@/utils/query/fold';
import type { OffprintDatabase } from './database';
import { parseText } from './parse-arguments';
import type { Store } from './parts';
import { seenIds } from './seen-papers';

/** Papers whose names are suggested: those saved last, and those seen last. */
const MOST_PAPERS = 2_000;

const MOST_SUGGESTED = 8;

/** How long names that were gathered serve, in ms: a word is typed in less. */
const FRESH_MS = 60_000;

type Names = Readonly<Record<Exclude<SuggestedField, 'tag'>, readonly Suggested[]>>;

const gathered = new WeakMap<OffprintDatabase, { readonly at: number; readonly names: Names }>();

/** Names with a word that goes on from `beginning`, the most used first. */
export async function suggest(
  store: Store,
  field: SuggestedField,
  beginning: string,
): Promise<Suggested[]> {
  const start = plainWord(parseText(beginning).trim());
  const names = field === 'tag' ? await tagNames(store.db) : (await namesOf(store))[field];
  return (names ?? []).filter(({ name }) => goesOn(name, start)).slice(0, MOST_SUGGESTED);
}

function goesOn(name: string, start: string): boolean {
  return [name, ...name.split(/[\s.-]+/u)].some((word) => plainWord(word).startsWith(start));
}

async function tagNames(db: OffprintDatabase): Promise<Suggested[]> {
  const tags = await db.tags.toArray();
  return byCount(tags.filter(({ count }) => count > 0).map(({ name, count }) => ({ name, count })));
}

/** Gathered once in a while: a list of names need not know of the last minute. */
async function namesOf({ db, parts }: Store): Promise<Names> {
  const known = gathered.get(db);
  if (known && parts.now() - known.at < FRESH_MS) return known.names;
  const saved = await db.entries
    .where('[list+savedAt+id]')
    .between(['live'], ['live', []])
    .reverse()
    .limit(MOST_PAPERS)
    .primaryKeys();
  const seen = (await seenIds(db)).slice(0, MOST_PAPERS);
  const rows = await db.papers.bulkGet([...new Set([...saved, ...seen])]);
  const papers = rows.flatMap((row) => (row ? [row.paper] : []));
  const names = {
    author: count(papers, ({ authors }) => authors ?? []),
    cat: count(papers, ({ categories, primaryCategory }) => categories ?? [primaryCategory]),
    primary: count(papers, ({ primaryCategory }) => [primaryCategory]),
    org: count(papers, ({ organization }) => [organization]),
    by: count(papers, ({ submitter }) => [submitter]),
  };
  gathered.set(db, { at: parts.now(), names });
  return names;
}

function count(
  papers: readonly Paper[],
  namesIn: (paper: Paper) => readonly (string | undefined)[],
): Suggested[] {
  const counts = new Map<string, number>();
  for (const name of papers.flatMap((paper) => namesIn(paper))) {
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return byCount([...counts].map(([name, papersWithIt]) => ({ name, count: papersWithIt })));
}

function byCount(names: Suggested[]): Suggested[] {
  return names.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}
