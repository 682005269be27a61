import type { Details, DuplicatePair } from '@/utils/domain/library';
import type { Operation } from '@/utils/domain/operation';
import { EDITABLE, type EditableField, type Edits } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { plainWord } from '@/utils/query/fold';
import { EVERYTHING } from '@/utils/query/query';
import { hasBit } from '@/utils/search/bits';
import { valueAt } from '@/utils/search/columns';
import { readIndex } from './answering';
import { details } from './describing';
import { parseId } from './parse-arguments';
import { type Store, nowOf } from './parts';
import { mergeEntries, mergeNotes, pairKey } from './pairs';
import { change, transact } from './writing';

const MOST_PAIRS = 100;

/** Papers of one title that are compared with each other. */
const MOST_ALIKE = 50;

/** Saved papers that may be one: the same title, and an author in common or none known. */
export async function duplicates(store: Store): Promise<DuplicatePair[]> {
  const { db } = store;
  const distinct = new Set(await db.distinct.toCollection().primaryKeys());
  const pairs: DuplicatePair[] = [];
  for (const ids of (await byTitle(store)).values()) {
    if (ids.length < 2) continue;
    const some = ids.slice(0, MOST_ALIKE);
    const papers = (await Promise.all(some.map((id) => details(db, id)))).filter(isLive);
    const isApart = (one: Details, other: Details): boolean =>
      distinct.has(pairKey(one.paper.id, other.paper.id)) || !mayBeOne(one, other);
    pairs.push(...pairsOf(papers, isApart));
    if (pairs.length >= MOST_PAIRS) return pairs.slice(0, MOST_PAIRS);
  }
  return pairs;
}

/** The saved papers under what is left of their titles without case, accents and signs. */
async function byTitle(store: Store): Promise<Map<string, PaperId[]>> {
  const { segments, stale } = await readIndex(store, EVERYTHING);
  const late = new Set(stale);
  const found = new Map<string, PaperId[]>();
  const add = (title: string, id: PaperId): void => {
    const key = titleKey(title);
    const ids = found.get(key);
    if (ids) ids.push(id);
    else found.set(key, [id]);
  };
  for (const { head, ids, members, facts } of segments) {
    for (const [slot, id] of ids.entries()) {
      const isTrashed = valueAt(facts.columns.flags, slot).isTrashed === true;
      if (hasBit(head.retired, slot) || isTrashed || late.has(id)) continue;
      add(members.titles[slot] ?? '', id);
    }
  }
  for (let start = 0; start < stale.length; start += CHUNK) {
    for (const row of await store.db.entries.bulkGet(stale.slice(start, start + CHUNK))) {
      if (row?.list === 'live') add(row.title.slice(0, COMPARED), row.id);
    }
  }
  return found;
}

/** Papers read at once. */
const CHUNK = 1_000;

/** Characters of a title that the index keeps. */
const COMPARED = 80;

function titleKey(title: string): string {
  return plainWord(title).replace(/[^\p{L}\p{N}]+/gu, '');
}

function isLive(paper: Details | undefined): paper is Details {
  return paper !== undefined && paper.row.trashedAt === undefined;
}

/** Pairs that link all papers that may be one, the one saved first before the other, and no pair too many. */
function pairsOf(
  papers: readonly Details[],
  isApart: (one: Details, other: Details) => boolean,
): DuplicatePair[] {
  const inOrder = [...papers].sort((a, b) => (a.row.savedAt < b.row.savedAt ? -1 : 1));
  const group = inOrder.map((_, index) => index);
  const pairs: DuplicatePair[] = [];
  for (const [at, one] of inOrder.entries()) {
    for (const [after, other] of inOrder.slice(at + 1).entries()) {
      const [own = at, theirs = -1] = [group[at], group[at + 1 + after]];
      if (own === theirs || isApart(one, other)) continue;
      pairs.push({ one, other });
      for (const [index, known] of group.entries()) if (known === theirs) group[index] = own;
    }
  }
  return pairs;
}

function mayBeOne({ paper: one }: Details, { paper: other }: Details): boolean {
  if (titleKey(one.title) !== titleKey(other.title)) return false;
  if (!one.authors || !other.authors) return true;
  const families = new Set(one.authors.map(familyOf));
  return other.authors.some((name) => families.has(familyOf(name)));
}

function familyOf(name: string): string {
  return plainWord(name.trim().split(/\s+/u).at(-1) ?? '');
}

/** Remembers that two papers are not one. */
export function setDistinct(
  store: Store,
  given: PaperId,
  givenOther: PaperId,
): Promise<Operation | undefined> {
  const [one, other] = [parseId(given), parseId(givenOther)];
  const key = pairKey(one, other);
  return transact(store, () =>
    change(store, { kind: 'distinct', papers: [one, other] }, async (draft) => {
      if (!(await draft.get('distinct', key))) draft.set('distinct', key, { at: nowOf(store) });
    }),
  );
}

/**
 * Makes one of two papers: `keep` gets the tags and the note of `drop` beside its own and the fields
 * named, and `drop` goes to the trash.
 */
export function mergePapers(
  store: Store,
  given: PaperId,
  givenDrop: PaperId,
  fields: readonly EditableField[],
): Promise<Operation | undefined> {
  const [keep, drop] = [parseId(given), parseId(givenDrop)];
  const wanted = EDITABLE.filter((name) => Array.isArray(fields) && fields.includes(name));
  return transact(store, async () => {
    const from = await store.db.papers.get(drop);
    return change(store, { kind: 'merge', papers: [keep, drop] }, async (draft) => {
      const both = [await draft.get('entries', keep), await draft.get('entries', drop)];
      if (keep === drop || both.includes(null)) throw new Error('These are not two saved papers.');
      await mergeEntries(store, draft, keep, drop);
      await mergeNotes(draft, keep, drop);
      const edits: Edits = (await draft.get('edits', keep)) ?? {};
      const chosen = wanted.filter((name) => from?.paper[name] !== undefined);
      if (chosen.length === 0) return;
      const taken = Object.fromEntries(chosen.map((name) => [name, from?.paper[name]]));
      draft.set('edits', keep, { ...edits, ...taken });
    });
  });
}
