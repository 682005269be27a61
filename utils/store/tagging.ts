import type { Operation } from '@/utils/domain/operation';
import type { PaperId } from '@/utils/domain/paper-id';
import type { TagColour } from '@/utils/domain/tag';
import { tagKey } from '@/utils/domain/tag';
import { withTagRenamed } from '@/utils/query/tag-query';
import type { OffprintDatabase } from './database';
import { tagFact } from './facts';
import { parseColour, parseTag } from './parse-arguments';
import type { Store } from './parts';
import { readRule } from './read-rule';
import { type Draft, type Intent, change, transact } from './writing';

/** Gives a tag a colour, or takes it away. */
export function setColour(
  store: Store,
  given: string,
  colour: TagColour | undefined,
): Promise<string | undefined> {
  const wanted = parseTag(given);
  const chosen = parseColour(colour);
  return transact(store, async () => {
    const operation = await change(
      store,
      { kind: 'tag-colour', papers: [], subject: wanted },
      async (draft) => {
        const key = tagKey(wanted);
        const { colour: _colour, ...rest } = (await draft.get('tags', key)) ?? {
          name: (await store.db.tags.get(key))?.name ?? wanted,
        };
        draft.set('tags', key, tagFact(chosen ? { ...rest, colour: chosen } : rest));
      },
    );
    return operation?.id;
  });
}

/** Gives a tag another name wherever it is worn; when another tag has that name, the two are one then. */
export function renameTag(store: Store, given: string, to: string): Promise<Operation | undefined> {
  const from = parseTag(given);
  const wanted = parseTag(to);
  const subject = `${from} → ${wanted}`;
  return changeTag(store, from, { kind: 'tag-rename', subject }, async (draft, ids) => {
    const known = await store.db.tags.get(tagKey(wanted));
    const isOther = tagKey(from) !== tagKey(wanted);
    // A tag in use keeps its own spelling when another is merged into it.
    const name = isOther && known && known.count > 0 ? known.name : wanted;
    await replaceTag(draft, ids, tagKey(from), name);
    if (isOther) await handOver(draft, tagKey(from), tagKey(wanted), name);
    else await respell(draft, tagKey(from), name);
    await renameIn(store, draft, from, name);
  });
}

/** Takes a tag off every paper, and forgets its digit and colour. */
export function removeTag(store: Store, given: string): Promise<Operation | undefined> {
  const name = parseTag(given);
  return changeTag(store, name, { kind: 'tag-remove', subject: name }, async (draft, ids) => {
    await replaceTag(draft, ids, tagKey(name), undefined);
    await draft.get('tags', tagKey(name));
    draft.set('tags', tagKey(name), null);
  });
}

function changeTag(
  store: Store,
  name: string,
  intent: Omit<Intent, 'papers'>,
  work: (draft: Draft, ids: readonly PaperId[]) => Promise<void>,
): Promise<Operation | undefined> {
  return transact(store, async () => {
    const papers = await wearing(store.db, tagKey(name));
    return change(store, { ...intent, papers }, (draft) => work(draft, papers));
  });
}

/** Every paper that wears a tag, in the trash too. */
async function wearing(db: OffprintDatabase, key: string): Promise<PaperId[]> {
  const live = db.entries.where('tagged').between([key], [key, []]).primaryKeys();
  const trashed = db.entries
    .where('[list+savedAt+id]')
    .between(['trash'], ['trash', []])
    .filter(({ tags }) => tags.some((worn) => tagKey(worn) === key))
    .primaryKeys();
  return [...(await live), ...(await trashed)];
}

/** The tag gives place to `name`, or to nothing; nobody wears a tag twice. */
async function replaceTag(
  draft: Draft,
  ids: readonly PaperId[],
  key: string,
  name: string | undefined,
): Promise<void> {
  await draft.load('entries', ids);
  for (const id of ids) {
    const entry = draft.held('entries', id);
    if (!entry) continue;
    const others = entry.tags.filter((worn) => tagKey(worn) !== key);
    const wears = name !== undefined && others.some((worn) => tagKey(worn) === tagKey(name));
    const tags =
      name === undefined || wears
        ? others
        : entry.tags.map((worn) => (tagKey(worn) === key ? name : worn));
    draft.set('entries', id, { ...entry, tags });
  }
}

/** Saved searches and rules that speak of the tag go on to mean it. */
async function renameIn(store: Store, draft: Draft, from: string, to: string): Promise<void> {
  const { db } = store;
  const renamed = (text: string): string => withTagRenamed(text, from, to);
  for (const { id } of await db.searches.toArray()) {
    const fact = await draft.get('searches', id);
    if (!fact) continue;
    const gives = fact.tag !== undefined && tagKey(fact.tag) === tagKey(from);
    const query = renamed(fact.query);
    // A search that was never given a name is called what it asks for.
    const name = fact.name === fact.query ? query : fact.name;
    draft.set('searches', id, { ...fact, name, query, ...(gives && { tag: to }) });
  }
  const rules = (await db.rules.toArray()).filter((rule) => {
    const { query, unless } = readRule(rule);
    return renamed(query) !== query || (unless !== undefined && renamed(unless) !== unless);
  });
  for (const { id } of rules) {
    const fact = await draft.get('rules', id);
    if (!fact) continue;
    const { unless } = fact;
    draft.set('rules', id, {
      ...fact,
      query: renamed(fact.query),
      ...(unless !== undefined && { unless: renamed(unless) }),
    });
  }
}

/** What the old name had by way of digit and colour goes to the new one, which keeps what it has. */
async function handOver(draft: Draft, from: string, to: string, name: string): Promise<void> {
  const old = await draft.get('tags', from);
  const known = await draft.get('tags', to);
  draft.set('tags', from, null);
  draft.set('tags', to, tagFact({ ...old, ...known, name }));
}

async function respell(draft: Draft, key: string, name: string): Promise<void> {
  const fact = await draft.get('tags', key);
  if (fact) draft.set('tags', key, { ...fact, name });
}
