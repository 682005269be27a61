import type { Imported, ImportPreview, ImportedPaper } from '@/utils/domain/library';
import { merge } from '@/utils/domain/merge';
import { tagKey } from '@/utils/domain/tag';
import { mainIds } from './aliases';
import type { ListedEntry, OffprintDatabase, PaperRow } from './database';
import { siteFacts } from './editing';
import { type Checked, checkImported, piecesOf, take } from './importing';
import { parseText } from './parse-arguments';
import { type Store, nowOf } from './parts';
import { Stopped, beginTask } from './tasks';

/** Pieces nobody took for so long belong to a page that was closed. */
const FORGOTTEN_AFTER_MS = 86_400_000;

/** Keeps a piece of an import until the reader says so, and says what it would do. */
export async function stageImport(
  store: Store,
  task: string,
  given: readonly ImportedPaper[],
): Promise<ImportPreview> {
  const { db, parts } = store;
  const papers = Array.isArray(given) ? given : [];
  const at = nowOf(store);
  const forgotten = new Date(parts.now() - FORGOTTEN_AFTER_MS).toISOString();
  await db.transaction('rw', db.staged, async () => {
    await db.staged.filter((row) => row.at < forgotten).delete();
    await db.staged.bulkAdd(
      piecesOf(papers).map((piece) => ({ task: parseText(task), at, papers: piece })),
    );
  });
  return preview(store, papers);
}

/** Saves all pieces of an import in one operation; they are dropped with it. */
export async function commitImport(store: Store, name: string): Promise<Imported> {
  const { db, parts } = store;
  const task = beginTask(parseText(name));
  try {
    const numbers = await db.staged.where('task').equals(task.name).primaryKeys();
    const pieces = numbers.map((number) => async () => (await db.staged.get(number))?.papers ?? []);
    const imported = await take(store, pieces, (done) => {
      if (task.signal.aborted) throw new Stopped('Stopped. Nothing was imported.');
      parts.progress?.({ task: task.name, done, total: numbers.length });
    });
    await dropImport(db, task.name);
    return imported;
  } finally {
    task.end();
  }
}

export async function dropImport(db: OffprintDatabase, task: string): Promise<void> {
  await db.staged.where('task').equals(task).delete();
}

async function preview(store: Store, papers: readonly unknown[]): Promise<ImportPreview> {
  const { db } = store;
  const checked = papers.flatMap((paper) => checkImported(paper) ?? []);
  const main = await mainIds(
    db,
    checked.flatMap(({ reading: { paper } }) => [paper.id, ...(paper.aliases ?? [])]),
  );
  const ids = checked.map(({ reading: { paper } }) => {
    const names = [paper.id, ...(paper.aliases ?? [])];
    return names.map(main).find((id, at) => id !== names[at]) ?? paper.id;
  });
  const [entries, rows, notes] = await Promise.all([
    db.entries.bulkGet(ids),
    db.papers.bulkGet(ids),
    db.notes.bulkGet(ids),
  ]);
  const counts = { added: 0, known: 0, changed: 0 };
  const met = new Set<string>();
  for (const [index, paper] of checked.entries()) {
    const id = ids[index] ?? '';
    const entry = entries[index];
    if (met.has(id)) continue;
    met.add(id);
    if (entry?.list !== 'live') counts.added += 1;
    else if (gains(entry, rows[index], notes[index] !== undefined, paper, nowOf(store))) {
      counts.changed += 1;
    } else counts.known += 1;
  }
  return { ...counts, unreadable: papers.length - checked.length };
}

/** Whether a saved paper would be told anything new. */
function gains(
  { tags }: ListedEntry,
  row: PaperRow | undefined,
  hasNote: boolean,
  { reading, entry, note }: Checked,
  now: string,
): boolean {
  const worn = new Set(tags.map(tagKey));
  if ((entry.tags ?? []).some((name) => !worn.has(tagKey(name)))) return true;
  if (note !== '' && !hasNote) return true;
  return row !== undefined && merge(siteFacts(row), reading, now) !== siteFacts(row);
}
