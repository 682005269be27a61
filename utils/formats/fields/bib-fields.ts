import type { CitedWork } from './cited-work';
import { workVenue } from './identifiers';
import type { TexWriter } from './tex-writer';
import { isoDate } from './work-date';

/** What one entry's fields are made of. */
export type EntryFacts = {
  readonly work: CitedWork;
  /** As it stands after the `@`. */
  readonly type: string;
  readonly tex: TexWriter;
  /** Whether the preprint is given by its archive and number, `eprint`. */
  readonly givesEprint: boolean;
};

/** A field of BibTeX, of biblatex, and what stands in it; a field a format does not have is `-`. */
export type BibRow = readonly [
  bibtex: FieldName,
  biblatex: FieldName,
  value: (entry: EntryFacts) => string | undefined,
];
type FieldName = string | ((entry: EntryFacts) => string);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const IN_A_BOOK = new Set(['inproceedings', 'incollection']);

/** All fields either format has, in the order in which both write them. */
export const BIB_FIELDS: readonly BibRow[] = [
  ['title', 'title', ({ work, tex }) => tex.title(work.title)],
  ['author', 'author', ({ work, tex }) => work.authors && tex.names(work.authors)],
  [container('journal'), container('journaltitle'), plain('container')],
  [editorField, 'editor', ({ work, tex }) => work.editors && tex.names(work.editors)],
  ['series', 'series', plain('series')],
  ['volume', 'volume', plain('volume')],
  [numberField, 'number', plain('number')],
  ['pages', 'pages', ({ work, tex }) => work.pages && tex.text(work.pages).replace(/-+/g, '--')],
  [publisherField, publisherInBiblatex, plain('publisher')],
  ['address', 'location', plain('address')],
  ['edition', 'edition', plain('edition')],
  ['year', '-', ({ work, tex }) => work.date && tex.text(work.date.year)],
  ['month', '-', ({ work }) => MONTHS[(work.date?.month ?? 0) - 1]],
  ['-', 'date', ({ work }) => work.date && isoDate(work.date)],
  ['howpublished', howPublishedField, howPublished],
  ['arxivid', '-', arxivNumber],
  ['eprint', 'eprint', (entry) => eprint(entry)?.number],
  ['archiveprefix', '-', (entry) => eprint(entry) && 'arXiv'],
  ['-', 'eprinttype', (entry) => eprint(entry) && 'arxiv'],
  ['primaryclass', 'eprintclass', (entry) => eprint(entry)?.primary],
  // Styles of BibTeX print it as text, where a percent sign would hide the rest of the line.
  ['doi', '-', ({ work }) => work.doi?.replaceAll('%', '\\%')],
  ['-', 'doi', ({ work }) => work.doi],
  ['isbn', 'isbn', plain('isbn')],
  ['url', 'url', ({ work }) => work.url],
  ['-', 'pubstate', publicationState],
  ['note', '-', ({ type }) => (type === 'unpublished' ? 'Unpublished' : undefined)],
  ['keywords', 'keywords', ({ work, tex }) => tex.text(work.keywords.join(', '))],
  ['annote', 'annotation', plain('note')],
  ['abstract', 'abstract', ({ work, tex }) => work.abstract && tex.abstract(work.abstract)],
];

const OF_A_BOOK = ['series', 'volume', 'number', 'edition', 'isbn'];
const UNKNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['article', new Set(['publisher', 'location', 'edition', 'isbn'])],
  ['inproceedings', new Set(['edition'])],
  ['phdthesis', new Set([...OF_A_BOOK, 'editor'])],
  ['mastersthesis', new Set([...OF_A_BOOK, 'editor'])],
  ['techreport', new Set(['series', 'volume', 'edition', 'isbn', 'editor'])],
  ['unpublished', new Set([...OF_A_BOOK, 'pages', 'publisher', 'editor'])],
  ['misc', new Set([...OF_A_BOOK, 'pages', 'publisher', 'editor'])],
]);

/** Whether biblatex's data model (blx-dm.def 3.18) has no such field for a type; biber would complain, and no style print it. */
export function isUnknownToBiblatex(type: string, field: string): boolean {
  return UNKNOWN.get(type)?.has(field) ?? false;
}

type TextField = 'container' | 'series' | 'volume' | 'number' | 'publisher' | 'address';

function plain(field: TextField | 'edition' | 'isbn' | 'note'): BibRow[2] {
  return ({ work, tex }) => {
    const value = work[field];
    return value === undefined ? undefined : tex.text(value);
  };
}

function container(journal: string): FieldName {
  return ({ type }) => (type === 'article' ? journal : IN_A_BOOK.has(type) ? 'booktitle' : '-');
}

/** BibTeX prints the authors of a book or its editors, and warns of both; `editors` is printed by none. */
function editorField({ type, work }: EntryFacts): string {
  return type === 'book' && work.authors !== undefined ? 'editors' : 'editor';
}

/** BibTeX warns of a book's number beside a volume or without a series; `issue` is printed by none. */
function numberField({ type, work }: EntryFacts): string {
  const isPlain = type === 'article' || type === 'techreport' || type === 'misc';
  return isPlain || (work.series !== undefined && work.volume === undefined) ? 'number' : 'issue';
}

function publisherField({ type }: EntryFacts): string {
  if (type === 'phdthesis' || type === 'mastersthesis') return 'school';
  return type === 'techreport' ? 'institution' : 'publisher';
}

function publisherInBiblatex(entry: EntryFacts): string {
  if (entry.type === 'misc') return 'organization';
  return publisherField(entry) === 'publisher' ? 'publisher' : 'institution';
}

/** Biblatex has no other field for who keeps what is online. */
function howPublishedField({ type }: EntryFacts): string {
  return type === 'online' ? 'organization' : 'howpublished';
}

/** Where a work that stands in nothing else can be found; what `eprint` tells is not said twice. */
function howPublished(entry: EntryFacts): string | undefined {
  const { work, type, tex } = entry;
  const isTold = work.kind === 'preprint' && eprint(entry) !== undefined;
  const isAlone = type === 'misc' || type === 'online';
  return !isAlone || isTold ? undefined : tex.text(workVenue(work));
}

/**
 * The preprint of a published work, in a field that no style prints (Mendeley's), so that the work is
 * known again by both its ids; not where something else tells of it.
 */
function arxivNumber(entry: EntryFacts): string | undefined {
  const { work } = entry;
  const isTold = work.kind === 'preprint' || eprint(entry) !== undefined;
  return isTold || /arxiv\.org\//.test(work.url ?? '') ? undefined : work.arxiv?.number;
}

function eprint({ work, givesEprint }: EntryFacts): CitedWork['arxiv'] {
  return givesEprint ? work.arxiv : undefined;
}

/** `prepublished` of a preprint; of what is not out yet the words that stand for its year. */
function publicationState({ work, tex }: EntryFacts): string | undefined {
  if (work.kind === 'preprint') return 'prepublished';
  const isOut = work.date === undefined || isoDate(work.date) !== undefined;
  return isOut ? undefined : tex.text(work.date?.year ?? '');
}
