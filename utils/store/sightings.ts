import type { PaperId } from '@/utils/domain/paper-id';
import type { OffprintDatabase, Sighting } from './database';

/** The sites on whose listings anything was seen; one step of the index each. */
export async function sitesOf(db: OffprintDatabase): Promise<string[]> {
  const sites: string[] = [];
  for (;;) {
    const after = sites.at(-1);
    const rest =
      after === undefined
        ? db.sightings.orderBy('[site+firstSeen]')
        : // A list sorts after every text.
          db.sightings.where('[site+firstSeen]').above([after, []]);
    const first = await rest.first();
    if (!first) return sites;
    sites.push(first.site);
  }
}

/** Papers that are asked for by one walk along the index. */
const FEW = 50;

/**
 * Where and when these papers were seen. Many are got by their keys, all at once: a walk from id to id
 * waits for each, and longer the more there is.
 */
export async function sightingsOf(
  db: OffprintDatabase,
  ids: readonly PaperId[],
): Promise<Sighting[]> {
  if (ids.length <= FEW) {
    return db.sightings
      .where('id')
      .anyOf([...ids])
      .toArray();
  }
  const unique = [...new Set(ids)];
  const sightings: Sighting[] = [];
  for (const site of await sitesOf(db)) {
    const rows = await db.sightings.bulkGet(unique.map((id): [PaperId, string] => [id, site]));
    for (const row of rows) if (row) sightings.push(row);
  }
  return sightings;
}
