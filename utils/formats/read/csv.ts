import { READING_STATES } from '@/utils/domain/entry';
import { paperId } from '@/utils/domain/paper-id';
import type { FoundRecord } from './batches';
import { inBatches } from './batches';
import { csvRows } from './csv-rows';
import { readDate, readInstant } from './dates';
import { readExtra } from './extra';
import type { FileReader } from './file-reader';
import type { Draft } from './imported-paper';
import { publicationKind } from './kinds';
import { readPerson } from '../names/person-name';
import { textOfHtml } from './prose';
import { richTitle } from './rich-title';

/** What a cell is, by the folded name of its column: our own, Zotero's, and what people call them. */
const COLUMNS = {
  id: 'id paperid',
  title: 'title papertitle',
  authors: 'authors author creators',
  abstract: 'abstract abstractnote summary',
  arxiv: 'arxiv arxivid eprint',
  doi: 'doi',
  url: 'url link links address pdf pdfurl linkattachments',
  date: 'published date publicationdate',
  year: 'year publicationyear',
  container: 'container journal booktitle publicationtitle conferencename venue',
  volume: 'volume',
  number: 'number issue',
  pages: 'pages',
  publisher: 'publisher',
  editors: 'editors editor',
  kind: 'kind type itemtype',
  tags: 'tags tag keywords manualtags labels',
  keywords: 'automatictags',
  note: 'note notes',
  extra: 'extra',
  state: 'state status readingstate',
  starred: 'starred star favorite favourite',
  savedAt: 'savedat saved added dateadded',
  key: 'key citationkey citekey bibtexkey',
} as const;
type Column = keyof typeof COLUMNS;
type Cells = Readonly<Partial<Record<Column, string>>>;

const NAMES: ReadonlyMap<string, Column> = new Map(
  (Object.entries(COLUMNS) as [Column, string][]).flatMap(([column, names]) =>
    names.split(' ').map((name) => [name, column] as const),
  ),
);

/** A table whose first row names its columns: our own, Zotero's CSV, a spreadsheet somebody keeps. */
export const csv: FileReader = {
  id: 'csv',
  name: 'CSV (Offprint’s, Zotero’s, or a table with a title, DOI or URL column)',
  recognises: (fileName, beginning) => /\.(?:csv|tsv)$/i.test(fileName) || namesPapers(beginning),
  read: (text) => inBatches(text, records, draftOf),
};

/** Whether the first row names at least two columns, and one of them leads to papers. */
function namesPapers(beginning: string): boolean {
  const { value: row } = csvRows(beginning.replace(/^\ufeff/, '').slice(0, 5_000)).next();
  const columns = row === undefined ? [] : row.cells.map(columnOf);
  const isLeading = columns.some((column) => /^(?:title|arxiv|doi|url|id)$/.test(column ?? ''));
  return isLeading && columns.filter((column) => column !== undefined).length > 1;
}

function columnOf(name: string): Column | undefined {
  return NAMES.get(
    name
      .slice(0, 100)
      .toLowerCase()
      .replaceAll(/[^a-z]/g, ''),
  );
}

function* records(text: string): Generator<FoundRecord<Cells>> {
  let columns: readonly (Column | undefined)[] | undefined;
  for (const { cells, line, end } of csvRows(text)) {
    if (columns === undefined) {
      columns = cells.map(columnOf);
      continue;
    }
    const value = cellsOf(cells, columns);
    const isEmpty = Object.keys(value).length === 0;
    const about = { line, end, text: value.title ?? cells.join(' ').slice(0, 200) };
    yield isEmpty ? about : { ...about, value };
  }
}

/** Of two columns of one kind the first that says something counts. */
function cellsOf(cells: readonly string[], columns: readonly (Column | undefined)[]): Cells {
  const found: Partial<Record<Column, string>> = {};
  for (const [at, cell] of cells.entries()) {
    const column = columns[at];
    if (column !== undefined && cell.trim() !== '') found[column] ??= plain(cell);
  }
  return found;
}

/** Without the apostrophe that keeps spreadsheets from taking a text for a formula. */
function plain(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, '').trim();
}

function draftOf(cells: Cells): Draft {
  const extra = readExtra(cells.extra ?? '');
  const url = cells.url?.split(/[;\s]+/)[0];
  return {
    id: paperId(cells.id ?? ''),
    title: cells.title === undefined ? undefined : richTitle(cells.title),
    authors: namesIn(cells.authors),
    abstract: abstractOf(cells.abstract ?? ''),
    identities: [cells.arxiv, cells.doi, ...extra.identities, cells.url, cells.id],
    date: readDate(cells.date ?? cells.year ?? ''),
    published: {
      kind: cells.kind === undefined ? undefined : publicationKind(cells.kind),
      container: cells.container,
      volume: cells.volume,
      number: cells.number,
      pages: cells.pages,
      publisher: cells.publisher,
      editors: namesIn(cells.editors),
      url,
    },
    comment: extra.comment,
    pages: [url],
    tags: listed(cells.tags),
    keywords: listed(cells.keywords),
    note: [noteOf(cells.note ?? ''), extra.note].filter(Boolean).join('\n\n'),
    state: READING_STATES.find((state) => state === cells.state?.toLowerCase()),
    starred: /^(?:true|yes|1|x|★)$/i.test(cells.starred ?? ''),
    savedAt: readInstant(cells.savedAt),
    citationKey: extra.citationKey ?? keyIn(cells.key),
  };
}

/** What Zotero calls a key is the number of its item. */
function keyIn(cell = ''): string | undefined {
  return /^[A-Z\d]{8}$/.test(cell) ? undefined : cell;
}

/** Names between semicolons, or ` and `; between commas where there are more of them than one name needs. */
function namesIn(cell = ''): readonly string[] {
  if (/;|\|/.test(cell)) return cell.split(/[;|]/).map(readPerson).filter(Boolean);
  if (/\sand\s/.test(cell))
    return cell
      .split(/\sand\s|,\sand\s/)
      .map(readPerson)
      .filter(Boolean);
  const parts = cell.split(',');
  const isList = parts.length > 2 || parts.every((part) => part.trim().includes(' '));
  return (isList ? parts : [cell]).map(readPerson).filter(Boolean);
}

function listed(cell = ''): readonly string[] {
  return cell.split(cell.includes(';') ? ';' : ',');
}

/** Publishers' abstracts are HTML, people's own are text in which `a < b` and `<unk>` mean what they say. */
function abstractOf(cell: string): string {
  return /<\/[a-z]|<(?:p|br|div|jats:)\b/i.test(cell) ? textOfHtml(cell, 20_000) : cell;
}

/** Zotero's notes are HTML, other people's are what they wrote. */
function noteOf(cell: string): string {
  return /^<(?:p|div|h\d)[\s>]/i.test(cell) ? textOfHtml(cell, 200_000) : cell;
}
