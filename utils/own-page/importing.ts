import type { ImportPreview, ImportedPaper, Library } from '@/utils/domain/library';
import type { Remark } from '@/utils/formats/read/file-reader';
import type { Work } from './exporting';

/** A file the reader chose, or text they pasted. */
export type Source = { readonly name: string; readonly text: string };

/** A file that was read and waits for the reader's word. */
export type StagedFile = {
  /** Its name for `commitImport` and `dropImport`. */
  readonly task: string;
  /** The format it is in. */
  readonly format: string;
  readonly preview: ImportPreview;
  readonly unreadable: readonly Remark[];
  readonly healed: readonly Remark[];
  /** Titles of the first papers. */
  readonly titles: readonly string[];
};

/** Longest text taken, in characters: about 200 MB. */
const LONGEST = 200_000_000;

/** Characters by which a format is told. */
const BEGINNING = 4_000;

/** Papers staged with one message. */
const AT_ONCE = 500;

/** Remarks kept for the reader; more are only counted. */
const MOST_REMARKS = 1_000;

const MOST_TITLES = 20;

/**
 * Reads a file and stages its papers, piece by piece. Throws a sentence when nobody knows the format
 * or the file is too long, and the signal's reason when it is stopped; then nothing is left staged.
 */
export async function stageFile(
  { name, text }: Source,
  library: Pick<Library, 'stageImport' | 'dropImport'>,
  { signal, tell }: Work = {},
): Promise<StagedFile> {
  if (text.length > LONGEST) throw new Error('This file is larger than 200 MB. Split it in two.');
  const { readerFor, WHAT_IS_READ } = await import('@/utils/formats/read');
  const reader = readerFor(name, text.slice(0, BEGINNING));
  if (!reader) throw new Error(WHAT_IS_READ);
  const task = `import ${crypto.randomUUID()}`;
  const counts = { added: 0, known: 0, changed: 0, unreadable: 0 };
  const unreadable: Remark[] = [];
  const healed: Remark[] = [];
  const titles: string[] = [];
  const stage = async (papers: readonly ImportedPaper[]): Promise<void> => {
    if (papers.length === 0) return;
    const preview = await library.stageImport(task, papers);
    for (const key of ['added', 'known', 'changed', 'unreadable'] as const) {
      counts[key] += preview[key];
    }
  };
  try {
    let waiting: ImportedPaper[] = [];
    for await (const batch of reader.read(text)) {
      signal?.throwIfAborted();
      waiting.push(...batch.papers);
      keep(unreadable, batch.unreadable, MOST_REMARKS);
      keep(healed, batch.healed, MOST_REMARKS);
      counts.unreadable += batch.unreadable.length;
      keep(
        titles,
        batch.papers.map(({ reading }) => reading.paper.title),
        MOST_TITLES,
      );
      for (; waiting.length >= AT_ONCE; waiting = waiting.slice(AT_ONCE)) {
        await stage(waiting.slice(0, AT_ONCE));
      }
      tell?.(batch.done, text.length);
    }
    await stage(waiting);
  } catch (error) {
    await library.dropImport(task);
    throw error;
  }
  return { task, format: reader.name, preview: counts, unreadable, healed, titles };
}

function keep<Item>(kept: Item[], more: readonly Item[], most: number): void {
  kept.push(...more.slice(0, Math.max(0, most - kept.length)));
}
