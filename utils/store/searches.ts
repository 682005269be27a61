import type { SavedSearch, SearchDraft } from '@/utils/domain/saved-search';
import type { Operation } from '@/utils/domain/operation';
import type { Entry } from '@/utils/domain/entry';
import type { Paper } from '@/utils/domain/paper';
import { queriedFacts } from '@/utils/domain/queried-facts';
import type { PaperId } from '@/utils/domain/paper-id';
import { tagKey } from '@/utils/domain/tag';
import { localDay } from '@/utils/domain/day';
import { autoTagProblem } from '@/utils/query/auto-tag';
import { evaluator } from '@/utils/query/evaluate';
import { parse } from '@/utils/query/parse';
import type { Subject } from '@/utils/query/subject';
import type { OffprintDatabase } from './database';
import type { Facts } from './facts';
import { parseSearchDraft, parseText } from './parse-arguments';
import { type Store, nowOf } from './parts';
import { change, transact } from './writing';

type SearchFact = Facts['searches'];

/** All saved searches, by name. */
export async function searches(db: OffprintDatabase): Promise<SavedSearch[]> {
  const rows = await db.searches.toArray();
  return rows.sort((one, other) => one.name.localeCompare(other.name));
}

/** Saves a search. Throws when it has no query, or gives a tag and cannot say to which papers. */
export function addSearch(store: Store, draft: SearchDraft): Promise<Operation | undefined> {
  const { query, name, tag } = parseSearchDraft(draft);
  if (query === undefined) throw new Error('A saved search needs words to look for.');
  const id = store.parts.newId();
  const fact: SearchFact = {
    name: name ?? query,
    query,
    createdAt: nowOf(store),
    ...(typeof tag === 'string' && { tag }),
  };
  refuseAutoTag(store, fact);
  return transact(store, () =>
    change(store, { kind: 'search-add', papers: [], subject: fact.name }, async (changing) => {
      await changing.get('searches', id);
      changing.set('searches', id, fact);
    }),
  );
}

/** Changes the named parts of a saved search. */
export function editSearch(
  store: Store,
  given: string,
  draft: SearchDraft,
): Promise<Operation | undefined> {
  const id = parseText(given);
  const { tag, ...wanted } = parseSearchDraft(draft);
  return transact(store, async () => {
    const known = await store.db.searches.get(id);
    if (!known) throw new Error('This search is no longer there.');
    return change(
      store,
      { kind: 'search-edit', papers: [], subject: wanted.name ?? known.name },
      async (changing) => {
        const fact = await changing.get('searches', id);
        if (!fact) return;
        const { tag: before, ...rest } = { ...fact, ...wanted };
        const after = tag === undefined ? before : tag;
        const edited = typeof after === 'string' ? { ...rest, tag: after } : rest;
        refuseAutoTag(store, edited);
        changing.set('searches', id, edited);
      },
    );
  });
}

export function removeSearch(store: Store, given: string): Promise<Operation | undefined> {
  const id = parseText(given);
  return transact(store, async () => {
    const known = await store.db.searches.get(id);
    if (!known) return undefined;
    const intent = { kind: 'search-remove', papers: [], subject: known.name } as const;
    return change(store, intent, async (changing) => {
      await changing.get('searches', id);
      changing.set('searches', id, null);
    });
  });
}

/** What could not be read, or says nothing of a paper, would tag all of them. */
function refuseAutoTag({ parts }: Store, { query, tag }: SearchFact): void {
  const problem = tag === undefined ? undefined : autoTagProblem(query, parts.patterns);
  if (!problem) return;
  throw new Error(
    problem.code === 'everything'
      ? 'Nearly every paper answers this search: to give a tag it must say what those papers are about.'
      : 'Offprint cannot read this search, so it cannot give a tag to papers that answer.',
  );
}

/** Gives the tags that saved searches have for a paper as it is saved; a search that says nothing gives none. */
export type AutoTags = (
  paper: Paper,
  entry: Pick<Entry, 'savedAt' | 'state' | 'starred' | 'tags'>,
) => readonly string[];

/** Reads the saved searches that give tags, once for any number of papers; `undefined` when none does. */
export async function autoTags({ db, parts }: Store): Promise<AutoTags | undefined> {
  const today = localDay(new Date(parts.now()));
  const giving = (await db.searches.toArray()).flatMap(({ query, tag }) =>
    tag === undefined || autoTagProblem(query, parts.patterns)
      ? []
      : [{ tag, matches: evaluator(parse(query).query, today, parts.patterns) }],
  );
  if (giving.length === 0) return undefined;
  return (paper, entry) => {
    const subject: Subject = {
      ...paper,
      ...queriedFacts(paper),
      saved: entry.savedAt,
      state: entry.state,
      isStarred: entry.starred,
      tags: entry.tags,
    };
    const names = giving.flatMap(({ tag, matches }) => (matches(subject) ? [tag] : []));
    return [...new Map(names.map((name) => [tagKey(name), name])).values()];
  };
}

/** Says that the reader still means to read a paper. */
export function keep(store: Store, ids: readonly PaperId[]): Promise<Operation | undefined> {
  const keptAt = nowOf(store);
  return transact(store, () =>
    change(store, { kind: 'keep', papers: ids }, async (draft) => {
      await draft.load('entries', ids);
      for (const id of ids) {
        const entry = draft.held('entries', id);
        if (entry && entry.trashedAt === undefined) draft.set('entries', id, { ...entry, keptAt });
      }
    }),
  );
}
