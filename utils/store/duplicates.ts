import type { Details, DuplicatePair } from '@/utils/domain/library';
import type { Operation } from '@/utils/domain/operation';
import { EDITABLE, type EditableField, type Edits } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { plainWord } from '@/utils/query/fold';
import { EVERYTHING } from '@/utils/query/query';
import { hasBit } from '@/utils/search/bits';
import { valueAt } from '@/utils/search/columns';
import { catalogueOf } from './catalogue';
import type { OffprintDatabase } from './database';
import { details } from './describing';
import { parseId } from './parse-arguments';
import { type Store, nowOf } from './parts';
import { mergeEntries, mergeNotes, pairKey } from './pairs';
import { change, transact } from './writing';

const MOST_PAIRS = 100;

/** Saved papers that may be one: the same title, and an author in common or none known. */
export async function duplicates({ db }: Store): Promise<DuplicatePair[]> {
  const distinct = new Set(await db.distinct.toCollection().primaryKeys());
  const pairs: DuplicatePair[] = [];
  for (const ids of (await byTitle(db)).values()) {
    if (ids.length < 2) continue;
    const papers = (await Promise.all(ids.map((id) => details(db, id)))).filter(isLive);
    for (const [one, other] of pairsOf(papers)) {
      if (distinct.has(pairKey(one.paper.id, other.paper.id)) || !mayBeOne(one, other)) continue;
      pairs.push({ one, other });
      if (pairs.length === MOST_PAIRS) return pairs;
    }
  }
  return pairs;
}

/** The saved papers under what is left of their titles without case, accents and signs. */
async function byTitle(db: OffprintDatabase): Promise<Map<string, PaperId[]>> {
  const { segments, stale } = await catalogueOf(db).read(EVERYTHING);
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
  for (const row of await db.entries.bulkGet([...stale])) {
    if (row?.list === 'live') add(row.title.slice(0, COMPARED), row.id);
  }
  return found;
}

/** Characters of a title that the index keeps. */
const COMPARED = 80;

function titleKey(title: string): string {
  return plainWord(title).replace(/[^\p{L}\p{N}]+/gu, '');
}

function isLive(paper: Details | undefined): paper is Details {
  return paper !== undefined && paper.row.trashedAt === undefined;
}

/** The one saved first with each of the others. */
function pairsOf(papers: readonly Details[]): (readonly [Details, Details])[] {
  const [first, ...others] = [...papers].sort((a, b) => (a.row.savedAt < b.row.savedAt ? -1 : 1));
  return first ? others.map((other) => [first, other] as const) : [];
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
