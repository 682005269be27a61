import type { PaperId } from '@/utils/domain/paper-id';
import type { Paper, Reading } from '@/utils/domain/paper';
import type { OffprintDatabase } from './database';

/** Two papers that a source says are one: the one that stays, and the one that becomes its alias. */
export type Join = { readonly keep: PaperId; readonly drop: PaperId };

/** For each of these ids the one under which its paper is kept: itself, unless it is an alias. */
export async function mainIds(
  db: OffprintDatabase,
  ids: readonly PaperId[],
): Promise<(id: PaperId) => PaperId> {
  const wanted = [...new Set(ids)];
  const rows = wanted.length === 0 ? [] : await db.aliases.bulkGet(wanted);
  const mains = new Map(rows.flatMap((row) => (row ? [[row.alias, row.id]] : [])));
  return (id) => mains.get(id) ?? id;
}

/** The id under which a paper is kept. */
export async function mainId(db: OffprintDatabase, id: PaperId): Promise<PaperId> {
  return (await db.aliases.get(id))?.id ?? id;
}

/** These ids and their papers' aliases: pages know a card by any of them. */
export async function withAliases(
  db: OffprintDatabase,
  ids: readonly PaperId[],
): Promise<readonly PaperId[]> {
  if (ids.length === 0) return ids;
  const rows = await db.aliases
    .where('id')
    .anyOf([...ids])
    .toArray();
  return [...ids, ...rows.map(({ alias }) => alias)];
}

/**
 * The readings under the ids their papers are kept by; what they say of other ids is noted. Papers
 * that turn out to be one are given back, to be joined. Runs inside the caller's transaction over
 * papers and aliases.
 */
export async function settled(
  db: OffprintDatabase,
  readings: readonly Reading[],
): Promise<{ readonly readings: readonly Reading[]; readonly joins: readonly Join[] }> {
  const main = await mainIds(
    db,
    readings.flatMap(({ paper }) => namesOf(paper)),
  );
  const named = readings.filter(({ paper }) => (paper.aliases ?? []).length > 0);
  const names = [...new Set(named.flatMap(({ paper }) => namesOf(paper)).map(main))];
  const rows = names.length === 0 ? [] : await db.papers.bulkGet(names);
  const known = new Set(rows.flatMap((row) => row?.id ?? []));
  // What this batch says of an alias holds for the rest of it.
  const fresh = new Map<PaperId, PaperId>();
  const joins: Join[] = [];
  const settledReadings = readings.map((reading): Reading => {
    const keep = keptId(reading.paper, (id) => fresh.get(id) ?? main(id), known);
    for (const alias of namesOf(reading.paper)) {
      const current = fresh.get(alias) ?? main(alias);
      if (current === keep) continue;
      if (known.has(current)) joins.push({ keep, drop: current });
      else fresh.set(alias, keep);
    }
    known.add(keep);
    return withId(reading, keep);
  });
  if (fresh.size > 0) await db.aliases.bulkPut([...fresh].map(([alias, id]) => ({ alias, id })));
  return { readings: settledReadings, joins };
}

/** The paper's own id when that is known, else the first known of its others, else its own. */
function keptId(
  paper: Paper,
  main: (id: PaperId) => PaperId,
  known: ReadonlySet<PaperId>,
): PaperId {
  const own = main(paper.id);
  if (own !== paper.id || known.has(own)) return own;
  return (paper.aliases ?? []).map(main).find((id) => known.has(id)) ?? own;
}

function namesOf({ id, aliases = [] }: Paper): readonly PaperId[] {
  return [id, ...aliases];
}

function withId(reading: Reading, id: PaperId): Reading {
  const { paper } = reading;
  if (paper.id === id) return reading;
  const aliases = [...new Set(namesOf(paper))].filter((name) => name !== id);
  return { ...reading, paper: { ...paper, id, aliases } };
}
