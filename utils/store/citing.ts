import type { Citable, CitedAs, Citation } from '@/utils/domain/citing';
import { publicationOf } from '@/utils/domain/asserted-publication';
import type { Subject } from '@/utils/domain/library';
import type { Paper } from '@/utils/domain/paper';
import type { Operation } from '@/utils/domain/operation';
import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { allIdsOf } from '@/utils/domain/all-ids';
import { admit } from './admitting';
import { citeOptions } from './cite-settings';
import { pinKeys } from './citation-keys';
import type { OffprintDatabase } from './database';
import { parseIds } from './parse-arguments';
import { isRecord, line } from './parse-text';
import type { Store } from './parts';
import { change, transact } from './writing';

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

async function cite(store: Store, given: readonly PaperId[]): Promise<Citation> {
  const ids = [...new Set(given)];
  await pinKeys(store, ids);
  const options = await citeOptions(store.db);
  return store.parts.cite.write(await citables(store.db, ids), options);
}

/** These papers as citations need them, in their order; those without a key are left out. */
export async function citables(db: OffprintDatabase, ids: readonly PaperId[]): Promise<Citable[]> {
  const wanted = [...ids];
  const [papers, entries] = await Promise.all([
    db.papers.bulkGet(wanted),
    db.entries.bulkGet(wanted),
  ]);
  // Most have none.
  const noted = wanted.filter((_, index) => entries[index]?.hasNote !== false);
  const notes = await notesOf(db, noted);
  return papers.flatMap((row, index): Citable[] => {
    if (row?.citationKey === undefined) return [];
    const note = notes.get(row.id);
    return [
      {
        paper: entries[index]?.citesPublication ? withPublication(row.paper) : row.paper,
        key: row.citationKey,
        tags: entries[index]?.tags ?? [],
        ...(note !== undefined && { note }),
        ...(entries[index]?.citesPublication && { citesPublication: true }),
      },
    ];
  });
}

async function notesOf(
  db: OffprintDatabase,
  ids: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, string>> {
  const rows = ids.length === 0 ? [] : await db.notes.bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.text]] : [])));
}

/** What the paper's own page asserts stands in for an answer that nobody was asked for. */
function withPublication(paper: Paper): Paper {
  const publication = publicationOf(paper);
  return publication ? { ...paper, publication } : paper;
}

/** Has citations of these papers tell of the published version, or of the preprint again. */
export function citePublication(
  store: Store,
  given: readonly PaperId[],
  published: boolean,
): Promise<Operation | undefined> {
  const papers = parseIds(given);
  const kind = published ? ('cite-published' as const) : ('cite-preprint' as const);
  return transact(store, () =>
    change(store, { kind, papers }, async (draft) => {
      await draft.load('entries', papers);
      for (const id of papers) {
        const entry = draft.held('entries', id);
        if (!entry || (entry.citesPublication === true) === published) continue;
        const { citesPublication: _before, ...rest } = entry;
        draft.set('entries', id, published ? { ...rest, citesPublication: true } : rest);
      }
    }),
  );
}

const MOST_CITED = 100_000;

/** Keeps what stands in the reader's own .bib file, so that cards can say so. */
export async function setCited(db: OffprintDatabase, given: readonly CitedAs[]): Promise<void> {
  const list = Array.isArray(given) ? given.slice(0, MOST_CITED) : [];
  const rows = list.flatMap((value): CitedAs[] => {
    const { id, key } = isRecord(value) ? value : {};
    const paper = typeof id === 'string' ? paperId(id) : undefined;
    const known = line(key, 200);
    return paper && known !== undefined ? [{ id: paper, key: known }] : [];
  });
  await db.transaction('rw', db.cited, async () => {
    await db.cited.clear();
    await db.cited.bulkPut(rows);
  });
}

/**
 * Under which keys the reader's .bib file has these papers. The file may know a paper by an id that was
 * learnt after the file was read, so all its names are looked up each time.
 */
export async function citedKeys(
  db: OffprintDatabase,
  ids: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, string>> {
  // Most readers have no such file.
  if (ids.length === 0 || (await db.cited.limit(1).count()) === 0) return new Map();
  const [papers, others] = await Promise.all([
    db.papers.bulkGet([...ids]),
    db.aliases
      .where('id')
      .anyOf([...ids])
      .toArray(),
  ]);
  const named = [
    ...ids.flatMap((id, index) => {
      const paper = papers[index]?.paper;
      return (paper ? allIdsOf({ ...paper, id }) : [id]).map((name) => [id, name] as const);
    }),
    ...others.map(({ id, alias }) => [id, alias] as const),
  ];
  const rows = await db.cited.bulkGet(named.map(([, name]) => name));
  const found = new Map<PaperId, string>();
  for (const [index, [id]] of named.entries()) {
    const key = rows[index]?.key;
    if (key !== undefined && !found.has(id)) found.set(id, key);
  }
  return found;
}
