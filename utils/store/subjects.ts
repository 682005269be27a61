import type { Paper } from '@/utils/domain/paper';
import { type PaperId, arxivIdOf } from '@/utils/domain/paper-id';
import { queriedFacts } from '@/utils/domain/queried-facts';
import { parse } from '@/utils/query/parse';
import { type Query, atomsOf } from '@/utils/query/query';
import type { Subject } from '@/utils/query/subject';
import type { ListedEntry, OffprintDatabase, Retelling } from './database';
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
      ...entrySide(row),
      ...seenSide(seen.get(row.id)),
      isHidden: hidden[index] !== undefined,
    };
  });
}

/** What is told anew of a subject whose texts hold; where it was seen and whether it is hidden only when asked. */
export type Retold = Required<Pick<Subject, EntrySide>> & {
  readonly isHidden?: boolean;
  readonly seen?: Seen | 'never';
};
type EntrySide = 'saved' | 'state' | 'tags' | 'isStarred' | 'isTrashed' | 'hasKey' | 'hasPdf';

/** What is told now of those of these papers that have an entry, as far as is asked of each. */
export async function retoldOf(
  db: OffprintDatabase,
  asked: ReadonlyMap<PaperId, ReadonlySet<Retelling>>,
): Promise<Map<PaperId, Retold>> {
  const ids = [...asked.keys()];
  const hiddenOf = ids.filter((id) => asked.get(id)?.has('hidden'));
  const seenOf = ids.filter((id) => asked.get(id)?.has('seen'));
  const [rows, hidden, seen] = await Promise.all([
    db.entries.bulkGet(ids),
    hiddenOf.length > 0 ? db.hidden.bulkGet(hiddenOf) : [],
    seenOf.length > 0 ? lastSeen(db, seenOf) : new Map<string, Seen>(),
  ]);
  const isHidden = new Map(hiddenOf.map((id, index) => [id, hidden[index] !== undefined]));
  const told = new Map<PaperId, Retold>();
  for (const row of rows) {
    if (!row) continue;
    const hides = isHidden.get(row.id);
    told.set(row.id, {
      ...entrySide(row),
      ...(hides !== undefined && { isHidden: hides }),
      ...(asked.get(row.id)?.has('seen') && { seen: seen.get(row.id) ?? 'never' }),
    });
  }
  return told;
}

/** What is known of a paper, with this told of it now. */
export function withRetold(known: Subject, { seen, ...told }: Retold): Subject {
  if (seen === undefined) return { ...known, ...told };
  const { seen: _seen, sites: _sites, ...lasting } = known;
  return { ...lasting, ...told, ...seenSide(seen === 'never' ? undefined : seen) };
}

function entrySide(row: ListedEntry): Required<Pick<Subject, EntrySide>> {
  return {
    saved: row.savedAt,
    state: row.state,
    tags: row.tags,
    isStarred: row.starred,
    isTrashed: row.trashedAt !== undefined,
    hasKey: row.citationKey !== undefined,
    hasPdf: arxivIdOf(row.id) !== undefined,
  };
}

function seenSide(seen: Seen | undefined): Pick<Subject, 'seen' | 'sites'> {
  return seen ? { seen: seen.at, sites: seen.sites } : {};
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
