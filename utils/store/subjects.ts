import type { Paper } from '@/utils/domain/paper';
import { type PaperId, arxivIdOf } from '@/utils/domain/paper-id';
import { queriedFacts } from '@/utils/domain/queried-facts';
import { parse } from '@/utils/query/parse';
import { type Query, atomsOf } from '@/utils/query/query';
import type { Subject } from '@/utils/query/subject';
import type { ListedEntry, OffprintDatabase } from './database';
import { sightingsOf } from './sightings';

/** Asks about all that can be asked of a paper. */
export const EVERY_SIDE = parse('is:hidden is:seen').query;

/** What a query may ask of saved papers, read with as few requests as it needs. */
export async function subjectsOf(
  db: OffprintDatabase,
  rows: readonly ListedEntry[],
  query: Query,
): Promise<Subject[]> {
  const ids = rows.map(({ id }) => id);
  const asks = sidesAsked(query);
  const [papers, notes, hidden, seen] = await Promise.all([
    db.papers.bulkGet(ids),
    db.notes.bulkGet(ids),
    asks.hidden ? db.hidden.bulkGet(ids) : [],
    asks.seen ? lastSeen(db, ids) : new Map<string, Seen>(),
  ]);
  return rows.map((row, index) => {
    const note = notes[index]?.text;
    return {
      ...row,
      ...factsOf(papers[index]?.paper),
      title: row.title,
      ...(note !== undefined && { note }),
      ...retold(row, hidden[index] !== undefined, seen.get(row.id)),
    };
  });
}

/** What of a subject changes while its texts stay. */
export type Retold = Pick<
  Subject,
  | 'saved'
  | 'seen'
  | 'sites'
  | 'state'
  | 'tags'
  | 'isStarred'
  | 'isHidden'
  | 'isTrashed'
  | 'hasKey'
  | 'hasPdf'
>;

/** What entries, sightings and being hidden tell of these papers. */
export async function retoldOf(
  db: OffprintDatabase,
  rows: readonly ListedEntry[],
): Promise<Retold[]> {
  const ids = rows.map(({ id }) => id);
  const [hidden, seen] = await Promise.all([db.hidden.bulkGet(ids), lastSeen(db, ids)]);
  return rows.map((row, index) => retold(row, hidden[index] !== undefined, seen.get(row.id)));
}

/** What is known of a paper, with this told of it now. */
export function withRetold(
  { saved: _saved, seen: _seen, sites: _sites, tags: _tags, state: _state, ...lasting }: Subject,
  now: Retold,
): Subject {
  return { ...lasting, ...now };
}

function retold(row: ListedEntry, isHidden: boolean, seen: Seen | undefined): Retold {
  return {
    ...(seen && { seen: seen.at, sites: seen.sites }),
    saved: row.savedAt,
    state: row.state,
    tags: row.tags,
    isStarred: row.starred,
    isHidden,
    isTrashed: row.trashedAt !== undefined,
    hasKey: row.citationKey !== undefined,
    hasPdf: arxivIdOf(row.id) !== undefined,
  };
}

function factsOf(paper: Paper | undefined): Partial<Subject> {
  return paper ? { ...paper, ...queriedFacts(paper) } : {};
}

/** Which tables beside papers and notes a query asks about. */
function sidesAsked(query: Query): { readonly hidden: boolean; readonly seen: boolean } {
  const atoms = atomsOf(query).map(({ atom }) => atom);
  return {
    hidden: atoms.some((atom) => atom.kind === 'flag' && atom.value === 'hidden'),
    seen: atoms.some(
      (atom) =>
        ('field' in atom && (atom.field === 'seen' || atom.field === 'site')) ||
        (atom.kind === 'flag' && atom.value === 'seen'),
    ),
  };
}

type Seen = { readonly at: string; readonly sites: readonly string[] };

/** When and where each of these papers was seen last. */
export async function lastSeen(
  db: OffprintDatabase,
  ids: readonly PaperId[],
): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  for (const { id, site, lastSeen: at } of await sightingsOf(db, ids)) {
    const known = seen.get(id);
    seen.set(id, {
      at: known && known.at > at ? known.at : at,
      sites: [...(known?.sites ?? []), site],
    });
  }
  return seen;
}
