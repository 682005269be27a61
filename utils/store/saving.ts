import type { Changed, Subject } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import type { ReadingState } from '@/utils/domain/entry';
import { tagKey } from '@/utils/domain/tag';
import { giveDigit, takeGivenDigit } from './digits';
import { admit } from './admitting';
import { isKnownTag } from './counts';
import type { Facts } from './facts';
import { parseId, parseState, parseTag } from './parse-arguments';
import { type Store, nowOf } from './parts';
import { autoTags } from './searches';
import { statusesOf } from './seeing';
import { type Draft, type Intent, change, transact } from './writing';

type EntryFact = Facts['entries'];

/** Gives a paper a star, or takes it away; saves it if need be. */
export function star(store: Store, subject: Subject, starred: boolean): Promise<Changed> {
  const kind = starred ? 'star' : 'unstar';
  return changePaper(store, subject, { kind }, async (draft, id) => {
    const entry = await savedEntry(store, draft, id);
    if (entry.starred !== starred) draft.set('entries', id, { ...entry, starred });
  });
}

/** Saves a paper, or brings it back from the trash; a saved one is left as it is. */
export function save(store: Store, subject: Subject): Promise<Changed> {
  return changePaper(store, subject, { kind: 'save' }, async (draft, id) => {
    await savedEntry(store, draft, id);
  });
}

export function tag(store: Store, subject: Subject, name: string): Promise<Changed> {
  const wanted = parseTag(name);
  return changePaper(store, subject, { kind: 'tag', subject: wanted }, async (draft, id) => {
    const entry = await savedEntry(store, draft, id);
    if (entry.tags.some((worn) => tagKey(worn) === tagKey(wanted))) return;
    const spelling = await knownSpelling(store, wanted);
    draft.set('entries', id, { ...entry, tags: [...entry.tags, spelling] });
    await giveDigit(store, draft, spelling);
  });
}

export function untag(store: Store, subject: PaperId, name: string): Promise<Changed> {
  const unwanted = tagKey(parseTag(name));
  const intent = { kind: 'untag' as const, subject: parseTag(name) };
  return changePaper(store, parseId(subject), intent, async (draft, id) => {
    const entry = await draft.get('entries', id);
    if (!entry || entry.trashedAt !== undefined) return;
    const tags = entry.tags.filter((worn) => tagKey(worn) !== unwanted);
    if (tags.length === entry.tags.length) return;
    draft.set('entries', id, { ...entry, tags });
    await takeGivenDigit(store, draft, unwanted);
  });
}

export function setState(store: Store, subject: Subject, wanted: ReadingState): Promise<Changed> {
  const state = parseState(wanted);
  return changePaper(store, subject, { kind: 'state', subject: state }, async (draft, id) => {
    const entry = await savedEntry(store, draft, id);
    const isOpened = state === 'reading' || state === 'read';
    const held = isOpened ? await heldVersion(store, id) : {};
    // Reading it once more may be reading a later version.
    if (entry.state === state && (held.heldVersion ?? entry.heldVersion) === entry.heldVersion)
      return;
    draft.set('entries', id, { ...entry, state, ...held });
  });
}

/** One operation on one paper, and how the paper stands after it. */
export function changePaper(
  store: Store,
  subject: Subject,
  intent: Omit<Intent, 'papers'>,
  work: (draft: Draft, id: PaperId) => Promise<void>,
): Promise<Changed> {
  return transact(store, async () => {
    const id = await admit(store, subject);
    const operation = await change(store, { ...intent, papers: [id] }, (draft) => work(draft, id));
    return changedPaper(store, subject, operation?.id);
  });
}

/** How the subject stands after a change, under the id it was asked about. */
export async function changedPaper(
  store: Store,
  subject: Subject,
  operation: string | undefined,
): Promise<Changed> {
  const id = typeof subject === 'string' ? subject : subject.paper.id;
  const [status] = await statusesOf(store.db, [id], nowOf(store));
  if (!status) throw new Error('Offprint lost sight of this paper.');
  return { status, ...(operation !== undefined && { operation }) };
}

/** The paper's live entry: as it is, back from the trash, or new. */
export async function savedEntry(store: Store, draft: Draft, id: PaperId): Promise<EntryFact> {
  const entry = await draft.get('entries', id);
  const saved = entry ? untrashed(entry) : await newEntry(store, id);
  draft.set('entries', id, saved);
  return saved;
}

/** A new paper's entry, with the tags that saved searches have for it. */
async function newEntry(store: Store, id: PaperId): Promise<EntryFact> {
  const held = await heldVersion(store, id);
  const entry: EntryFact = {
    savedAt: nowOf(store),
    state: 'inbox',
    starred: false,
    tags: [],
    ...held,
  };
  const tagsOf = await autoTags(store);
  const row = tagsOf && (await store.db.papers.get(id));
  const tags: string[] = [];
  for (const name of row ? tagsOf(row.paper, entry) : []) {
    tags.push(await knownSpelling(store, name));
  }
  return { ...entry, tags };
}

/** The latest version known of a paper, as the one the reader has now. */
async function heldVersion({ db }: Store, id: PaperId): Promise<Pick<EntryFact, 'heldVersion'>> {
  const version = (await db.papers.get(id))?.paper.version;
  return version === undefined ? {} : { heldVersion: version };
}

/** The entry outside the trash. */
export function untrashed(entry: EntryFact): EntryFact {
  if (entry.trashedAt === undefined) return entry;
  const { trashedAt: _trashedAt, ...live } = entry;
  return live;
}

/** A tag in use keeps its spelling, however it is typed. */
export async function knownSpelling({ db }: Store, name: string): Promise<string> {
  const row = await db.tags.get(tagKey(name));
  return row && isKnownTag(row) ? row.name : name;
}
