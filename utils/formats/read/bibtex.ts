import type { ImportedPaper } from '@/utils/domain/library';
import type { Piece } from '../bib-file/scan';
import { scanBibFile } from '../bib-file/scan';
import { LARGEST, MOST_PAPERS, lastWords } from './batches';
import type { BibSource } from './bibtex-entries';
import { parentKeys, readEntry, readStrings } from './bibtex-entries';
import { paperIn } from './bibtex-paper';
import type { parseEntry } from './bibtex-parser';
import type { Batch, FileReader, Remark } from './file-reader';
import { keyComplaint } from './imported-paper';
import type { Lost } from './mended-entry';

const ENTRIES_A_BATCH = 200;
const MOST_CHARACTERS_A_BATCH = 500_000;
const LONGEST_REMARK = 200;

/** BibTeX and biblatex files. The parser is loaded when the first file is read. */
export const bibtexReader: FileReader = {
  id: 'bibtex',
  name: 'BibTeX',
  recognises: (fileName, beginning) =>
    /\.bib(?:tex)?$/i.test(fileName) || /^\s{0,9}@[A-Za-z]{1,30}\s{0,9}[{(]/m.test(beginning),
  read: readBibtex,
};

async function* readBibtex(text: string): AsyncGenerator<Batch> {
  if (text.length > LARGEST) return yield tooLarge(text);
  const { parseEntry } = await import('./bibtex-parser');
  const pieces = scanBibFile(text);
  const { strings, broken } = readStrings(text, pieces);
  const source = { text, strings, parents: parentsIn(text, pieces) };
  const lost = broken.map((piece) => remark(text, piece, 'This @string could not be read.'));
  if (lost.length > 0) yield { papers: [], unreadable: lost, healed: [], done: 0 };
  let count = 0;
  for (const batch of batches(pieces)) {
    const read = readBatch(source, batch, parseEntry);
    yield read;
    count += read.papers.length;
    if (count > MOST_PAPERS) return yield tooLarge(text);
  }
  yield { papers: [], unreadable: [], healed: [], done: text.length };
}

function tooLarge(text: string): Batch {
  const reason = `The file is too large: Offprint reads ${MOST_PAPERS} papers, in 200 million characters.`;
  return lastWords(reason, 1, text.length);
}

function* batches(pieces: readonly Piece[]): Generator<Piece[]> {
  let batch: Piece[] = [];
  let from = 0;
  for (const piece of pieces) {
    batch.push(piece);
    if (batch.length < ENTRIES_A_BATCH && piece.to - from < MOST_CHARACTERS_A_BATCH) continue;
    yield batch;
    batch = [];
    from = piece.to;
  }
  if (batch.length > 0) yield batch;
}

/** The entries that others name in `crossref` and `xdata`. */
function parentsIn(text: string, pieces: readonly Piece[]): ReadonlyMap<string, Piece> {
  const wanted = new Set(
    pieces.flatMap(({ kind, from, to }) =>
      kind === 'entry' ? parentKeys(text.slice(from, to)) : [],
    ),
  );
  return new Map(
    pieces
      .filter(({ kind, key }) => kind === 'entry' && wanted.has(key.toLowerCase()))
      .map((piece) => [piece.key.toLowerCase(), piece]),
  );
}

// Not works: what others inherit from alone, lists of works, and settings of styles.
const NO_WORK = /^(?:xdata|set|control|ieeetranbstctl|bibnote)$/;

function readBatch(source: BibSource, pieces: readonly Piece[], parse: typeof parseEntry): Batch {
  const papers: ImportedPaper[] = [];
  const unreadable: Remark[] = [];
  const healed: Remark[] = [];
  for (const piece of pieces) {
    const isWork = piece.kind === 'entry' && !NO_WORK.test(piece.type);
    if (!isWork) continue;
    const {
      entry,
      refusal = 'It has no title and no id.',
      ...said
    } = readEntry(source, piece, parse);
    const paper = entry && paperIn(entry);
    if (paper) papers.push(paper);
    else unreadable.push(remark(source.text, piece, refusal));
    if (!paper) continue;
    const complaint = keyComplaint({ citationKey: piece.key });
    if (complaint !== undefined) unreadable.push(remark(source.text, piece, complaint));
    healed.push(...said.healed.map((reason) => remark(source.text, piece, reason)));
    unreadable.push(...said.lost.map((lost) => lostRemark(source.text, piece, lost)));
  }
  return { papers, unreadable, healed, done: pieces.at(-1)?.to ?? 0 };
}

function lostRemark(text: string, { from, line, key }: Piece, lost: Lost): Remark {
  return {
    line: line + (text.slice(from, from + lost.at).match(/\r\n|\r|\n/g)?.length ?? 0),
    reason: `This part of the entry “${key.slice(0, 100)}” could not be read; the rest of it was.`,
    text: lost.text.slice(0, LONGEST_REMARK),
  };
}

function remark(text: string, { from, to, line }: Piece, reason: string): Remark {
  return {
    line,
    reason: reason.slice(0, LONGEST_REMARK),
    text: text.slice(from, Math.min(to, from + LONGEST_REMARK)),
  };
}
