import type { Subject } from '@/utils/domain/library';
import type { Citable, Citation } from '@/utils/domain/citing';
import type { PaperId } from '@/utils/domain/paper-id';
import { admit } from './admitting';
import type { OffprintDatabase, PaperRow } from './database';
import { findIds } from './finding';
import { relist } from './listing-rows';
import { parseText } from './parse-arguments';
import type { Store } from './parts';
import { transact } from './writing';

/** From how many new keys on it is cheaper to read all taken ones at once. */
const MANY = 50;

/** BibTeX of these papers, saved or not, in the order given. */
export async function bibtex(store: Store, subjects: readonly Subject[]): Promise<Citation> {
  const given = Array.isArray(subjects) ? subjects : [];
  const ids = await transact(store, async () => {
    const admitted: PaperId[] = [];
    for (const subject of given) admitted.push(await admit(store, subject));
    return admitted;
  });
  return cite(store, ids);
}

/** BibTeX of every saved paper the query finds, newest first. */
export async function exportBibtex(store: Store, query: string): Promise<Citation> {
  return cite(store, await findIds(store, { query: parseText(query), sort: 'saved' }));
}

async function cite(store: Store, given: readonly PaperId[]): Promise<Citation> {
  const ids = [...new Set(given)];
  const items = await transact(store, async () => {
    const papers = (await store.db.papers.bulkGet(ids)).flatMap((row) => row ?? []);
    await pinKeys(
      store,
      papers.filter(({ citationKey }) => citationKey === undefined),
    );
    return citables(store.db, ids);
  });
  return store.parts.cite.write(items);
}

/** Gives each paper a key nobody has or ever had, without regard to case; earlier papers choose first. */
async function pinKeys({ db, parts }: Store, papers: readonly PaperRow[]): Promise<void> {
  const { baseKey, uniqueKey } = parts.cite;
  const bases = papers.map(({ paper }) => baseKey(paper));
  const taken = await takenKeys(db, bases);
  const pinned = papers.map((row, index): PaperRow => {
    const key = uniqueKey(bases[index] ?? '', (wanted) => taken.has(wanted.toLowerCase()));
    taken.add(key.toLowerCase());
    return { ...row, citationKey: key };
  });
  await db.keys.bulkAdd(
    pinned.map(({ id, citationKey }) => ({ key: (citationKey ?? '').toLowerCase(), id })),
  );
  await db.papers.bulkPut(pinned);
  await relist(
    db,
    pinned.map(({ id }) => id),
  );
}

async function takenKeys(db: OffprintDatabase, bases: readonly string[]): Promise<Set<string>> {
  if (bases.length > MANY) return new Set(await db.keys.toCollection().primaryKeys());
  const found = await Promise.all(
    bases.map((base) => db.keys.where('key').startsWith(base.toLowerCase()).primaryKeys()),
  );
  return new Set(found.flat());
}

async function citables(db: OffprintDatabase, ids: readonly PaperId[]): Promise<Citable[]> {
  const wanted = [...ids];
  const [papers, entries, notes] = await Promise.all([
    db.papers.bulkGet(wanted),
    db.entries.bulkGet(wanted),
    db.notes.bulkGet(wanted),
  ]);
  return papers.flatMap((row, index): Citable[] => {
    if (row?.citationKey === undefined) return [];
    const note = notes[index]?.text;
    return [
      {
        paper: row.paper,
        key: row.citationKey,
        tags: entries[index]?.tags ?? [],
        ...(note !== undefined && { note }),
      },
    ];
  });
}
