import type { ImportedPaper } from '@/utils/domain/library';
import type { Batch, Remark } from './file-reader';
import { type Draft, importedPaper, keyComplaint } from './imported-paper';

/** One record as it stands in a file; without a value and a reason it is nothing that tells of a paper. */
export type FoundRecord<Value> = {
  /** From 1. */
  readonly line: number;
  /** Where it ends, in characters from the beginning of the file. */
  readonly end: number;
  /** What to show of it in a remark. */
  readonly text: string;
  readonly value?: Value;
  /** Why it cannot be read. */
  readonly reason?: string;
  /** What was mended in it. */
  readonly healed?: readonly string[];
};

/** Largest text read, in characters. */
export const LARGEST = 200_000_000;

/** Papers taken from one file; more is no library that one person reads. */
export const MOST_PAPERS = 200_000;

const MOST_REMARKS = 10_000;
const BATCH = { records: 500, characters: 1_000_000 };
const SHOWN = 200;

/** The papers of a text, some 500 at a time, read by `records` and understood by `draftOf`. */
export function* inBatches<Value>(
  text: string,
  records: (text: string) => Iterable<FoundRecord<Value>>,
  draftOf: (value: Value) => Draft | undefined,
  most = MOST_PAPERS,
): Generator<Batch> {
  if (text.length > LARGEST) {
    yield lastWords('The file is too large: more than 200 million characters.', 1, text.length);
    return;
  }
  const pile = newPile();
  const from = text.startsWith('\ufeff') ? text.slice(1) : text;
  for (const record of records(from)) {
    if (pile.count >= most) {
      yield pile.take(record.end);
      yield lastWords(`The file holds more than ${most} papers.`, record.line, text.length);
      return;
    }
    pile.add(record, paperOf(record, draftOf));
    if (pile.isFull(record.end)) yield pile.take(record.end);
  }
  yield pile.take(text.length);
}

/** A paper, and what of its record could not be read. */
type Understood = { readonly paper?: ImportedPaper; readonly reason?: string };

/** What came of a record; `undefined` for what is no paper and needs no reason. */
function paperOf<Value>(
  { value, reason }: FoundRecord<Value>,
  draftOf: (value: Value) => Draft | undefined,
): Understood | undefined {
  if (value === undefined) return reason === undefined ? undefined : { reason };
  try {
    const draft = draftOf(value);
    if (draft === undefined) return undefined;
    const paper = importedPaper(draft);
    const complaint = paper ? keyComplaint(draft) : 'It has no title and no id.';
    return { ...(paper && { paper }), ...(complaint !== undefined && { reason: complaint }) };
  } catch {
    // One record that nobody thought of must not keep the others from the reader.
    return { reason: 'It cannot be understood.' };
  }
}

type Pile = {
  readonly count: number;
  add(record: FoundRecord<unknown>, found: Understood | undefined): void;
  isFull(end: number): boolean;
  take(done: number): Batch;
};

/** Collects what was found until a batch is handed out. */
function newPile(): Pile {
  const total = { papers: 0, unreadable: 0, healed: 0, done: 0 };
  let papers: ImportedPaper[] = [];
  let unreadable: Remark[] = [];
  let healed: Remark[] = [];
  let looked = 0;
  const note = (list: Remark[], kind: 'unreadable' | 'healed', remark: Remark): void => {
    total[kind] += 1;
    if (total[kind] <= MOST_REMARKS) list.push(remark);
  };
  return {
    get count() {
      return total.papers;
    },
    add({ line, text, healed: mended = [] }, { paper, reason } = {}) {
      looked += 1;
      const shown = text.slice(0, SHOWN);
      if (reason !== undefined) note(unreadable, 'unreadable', { line, reason, text: shown });
      if (paper) total.papers = total.papers - papers.length + papers.push(paper);
      for (const reason of mended) note(healed, 'healed', { line, reason, text: shown });
    },
    isFull: (end) => looked >= BATCH.records || end - total.done >= BATCH.characters,
    take(done) {
      const batch = { papers, unreadable, healed, done };
      [papers, unreadable, healed, looked] = [[], [], [], 0];
      total.done = done;
      return batch;
    },
  };
}

/** A batch of nothing but the reason why reading ends here. */
export function lastWords(reason: string, line: number, done: number): Batch {
  return { papers: [], unreadable: [{ line, reason, text: '' }], healed: [], done };
}
