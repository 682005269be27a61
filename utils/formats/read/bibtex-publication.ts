import type { Publication, PublicationKind } from '@/utils/domain/publication';
import { address } from '../bib-file/identities';
import type { RawFields } from '../bib-file/raw-fields';
import { plainTex } from '../tex/read-tex';
import { authorsIn } from './bibtex-authors';
import type { EntryDate } from './bibtex-date';

const KINDS: Readonly<Record<string, PublicationKind>> = {
  article: 'article',
  periodical: 'article',
  suppperiodical: 'article',
  inproceedings: 'inproceedings',
  conference: 'inproceedings',
  incollection: 'incollection',
  inbook: 'incollection',
  bookinbook: 'incollection',
  suppbook: 'incollection',
  inreference: 'incollection',
  suppcollection: 'incollection',
  book: 'book',
  mvbook: 'book',
  booklet: 'book',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  mvproceedings: 'book',
  reference: 'book',
  manual: 'book',
  phdthesis: 'phdthesis',
  thesis: 'phdthesis',
  mastersthesis: 'mastersthesis',
  mathesis: 'mastersthesis',
  bachelorsthesis: 'mastersthesis',
  techreport: 'techreport',
  report: 'techreport',
  unpublished: 'unpublished',
};

/** Fields that are read into a paper itself, or say nothing of the work, as where its file lies on a disk. */
const READ_ELSEWHERE = new Set(
  `title author year month day date doi url keywords annote annotation abstract crossref xdata ids
  authorstatus pubstate urldate file pdf`.split(/\s+/),
);

/** What each part of a publication is called in BibTeX and biblatex; the first that is there counts. */
const NAMES = {
  container: ['journal', 'journaltitle', 'booktitle'],
  series: ['series'],
  volume: ['volume'],
  number: ['number', 'issue'],
  pages: ['pages'],
  publisher: ['publisher', 'school', 'institution', 'organization'],
  address: ['address', 'location'],
  edition: ['edition'],
  isbn: ['isbn'],
} as const satisfies Readonly<Partial<Record<keyof Publication, readonly string[]>>>;
type Part = keyof typeof NAMES;

/** A container of a work that is none of BibTeX's kinds, unless it is an address or a remark on one. */
const STANDS_IN = /^(?!.*(?:\\url|\\href|https?:|www\.))/is;

const PARTS = Object.keys(NAMES) as readonly Part[];
const LONGEST_PART = 1_000;
const LONGEST_OTHER = 20_000;
const MOST_OTHERS = 100;
const OF_A_PREPRINT = new Set(
  'arxivid eprint eprinttype eprintclass archiveprefix primaryclass howpublished organization'.split(
    ' ',
  ),
);
const REFUSED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Where an entry says that its work was published; `undefined` for a preprint that stands in no journal
 * or book, whatever else its entry says. What has no place of its own stays as it stands in `others`.
 * `isPreprint`: the work goes by the identifier of a server for preprints.
 */
export function publicationIn(
  type: string,
  fields: RawFields,
  { year, month }: EntryDate,
  isPreprint: boolean,
): Publication | undefined {
  if (isPreprint && isBare(fields)) return undefined;
  const kind = kindOf(type, fields);
  const parts = partsIn(fields, kind);
  if (isPreprint && kind === 'misc' && parts.container === undefined) return undefined;
  const others = othersIn(fields, kind, isPreprint);
  const isAlone = kind === 'misc' && Object.keys(parts).length === 0;
  // The day such a work came out is the work's own.
  const dated = isAlone && month !== undefined ? undefined : year;
  if (isAlone && dated === undefined && others === undefined) return undefined;
  return {
    kind,
    source: 'import',
    ...parts,
    ...(dated !== undefined && { year: dated, ...(month !== undefined && { month }) }),
    ...identityOf(fields),
    ...(others && { others }),
  };
}

/** Whether nothing but a server for preprints is named. */
function isBare(fields: RawFields): boolean {
  if (fields.has('booktitle') || fields.has('pages')) return false;
  const places = ['journal', 'journaltitle', 'publisher', 'school', 'institution'];
  return places.every((name) => SERVER.test(address(fields.get(name) ?? '')));
}

const SERVER =
  /^(?:arxiv\b|corr$|(?:bio|med|chem|psya|soca|eartha|tech)rxiv\b|research square|preprints\.org|osf preprints|ssrn\b|openreview$|$)/i;

function kindOf(type: string, fields: RawFields): PublicationKind {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  return kind === 'phdthesis' && /master|bachelor|mathesis/i.test(fields.get('type') ?? '')
    ? 'mastersthesis'
    : (kind ?? 'misc');
}

function usedBy(fields: RawFields, kind: PublicationKind): ReadonlySet<string> {
  return new Set([editorIn(fields), ...PARTS.flatMap((part) => nameOf(part, fields, kind) ?? [])]);
}

/** Our own writer calls them so where BibTeX would warn. */
function editorIn(fields: RawFields): string {
  return fields.has('editor') ? 'editor' : 'editors';
}

function nameOf(part: Part, fields: RawFields, kind: PublicationKind): string | undefined {
  const name = NAMES[part].find((known) => fields.has(known));
  const mayStand = part === 'container' && kind === 'misc' && name === undefined;
  const how = mayStand ? fields.get('howpublished') : undefined;
  return how !== undefined && STANDS_IN.test(how) ? 'howpublished' : name;
}

function partsIn(fields: RawFields, kind: PublicationKind): Partial<Publication> {
  const texts = PARTS.flatMap((part): [Part, string][] => {
    const text = plainTex(fields.get(nameOf(part, fields, kind) ?? '') ?? '', LONGEST_PART);
    return text === '' ? [] : [[part, part === 'pages' ? text.replaceAll('–', '-') : text]];
  });
  const editors = authorsIn(fields.get(editorIn(fields)) ?? '');
  return { ...Object.fromEntries(texts), ...(editors.length > 0 && { editors }) };
}

function identityOf(fields: RawFields): Partial<Publication> {
  const doi = address(fields.get('doi') ?? '')
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
    .toLowerCase();
  const url = address(fields.get('url') ?? '');
  return {
    ...(/^10\.\d{4,9}\/\S+$/.test(doi) && !doi.startsWith('10.48550/') && { doi }),
    ...(/^https?:\/\/(?!arxiv\.org\/)/i.test(url) && { url }),
  };
}

function othersIn(
  fields: RawFields,
  kind: PublicationKind,
  isPreprint: boolean,
): Readonly<Record<string, string>> | undefined {
  const taken = usedBy(fields, kind);
  const rows = [...fields].filter(
    ([name, value]) =>
      !READ_ELSEWHERE.has(name) &&
      !taken.has(name) &&
      !REFUSED.has(name) &&
      !(isPreprint && OF_A_PREPRINT.has(name)) &&
      !(name === 'key' && !fields.has('author')) &&
      // BibTeX demands one of such works.
      !(kind === 'unpublished' && name === 'note' && value === 'Unpublished') &&
      /^[a-z][\w:.-]{0,60}$/.test(name) &&
      value.length <= LONGEST_OTHER,
  );
  return rows.length === 0 ? undefined : Object.fromEntries(rows.slice(0, MOST_OTHERS));
}
