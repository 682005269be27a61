import type { PaperId } from '@/utils/domain/paper-id';
import { all, attribute, maybe, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { holding } from '../reading/doubts';
import { doubtsIn } from './doubts';
import { type Told, dated, doiAmong, readEntry } from './entry';
import type { Entries } from './list-page';
import { paperIn } from './paper-link';
import { dayIn } from './shown-dates';
import { hasClass } from '../reading/parts';

/**
 * Reads the page of one paper: `#abs` with its title, names and abstract, and a table of the rest
 * (arXiv's own template `abs.html`, 2026-06).
 */
export function abstractEntry(document: Document, id: PaperId): Entries {
  const frame = maybe(document, '#abs');
  const title = frame && only(frame, 'h1.title');
  const authors = frame && only(frame, '.authors');
  const dateline = frame && only(frame, '.dateline');
  const isSame = saidIds(document).every((said) => said === id);
  if (!frame || !title || !authors || !dateline || !isSame) {
    return { cards: [], doubts: ['no block of one paper with its title, names and dates'] };
  }
  const { cells, areWhole } = cellsIn(frame);
  const fields = {
    title,
    authors,
    abstract: only(frame, 'blockquote.abstract'),
    comment: cells.get('comment'),
    journalRef: cells.get('journalRef'),
    subjects: cells.get('subjects'),
  };
  const told: Told = {
    ...daysIn(textOf(dateline)),
    ...versionIn(document, textOf(dateline)),
    ...doiAmong(linksIn(cells.get('doi'))),
  };
  const card: Card = {
    id,
    main: frame,
    parts: [frame],
    anchor: dateline,
    place: 'end',
    read: () => readEntry(id, fields, told),
  };
  const doubts = holding({
    'no abstract, or several': !fields.abstract,
    'no subjects': !fields.subjects,
    'a table row that is no label and value, or one twice': !areWhole,
    'no version': told.version === undefined,
    'dates in other words': !DATELINE.test(textOf(dateline)),
    'a DOI without an address': cells.has('doi') && !linksIn(cells.get('doi')).some(isOfDoi),
  });
  return { cards: [card], doubts: [...doubts, ...doubtsIn(fields)] };
}

/** The one match; none where there are several. */
function only(frame: Element, selector: string): Element | undefined {
  const [first, ...others] = all(frame, selector);
  return others.length === 0 ? first : undefined;
}

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/^Comments:$/, 'comment'],
  [/^Journal reference:$/, 'journalRef'],
  [/^Subjects:$/, 'subjects'],
  [/^(?:Related )?DOI:$/, 'doi'],
];

/** What stands beside each label of the table; classes are shared by several kinds of value. */
function cellsIn(frame: Element): { cells: ReadonlyMap<string, Element>; areWhole: boolean } {
  const cells = new Map<string, Element>();
  let areWhole = true;
  for (const row of named(frame, 'tr')) {
    const [label, value, ...others] = named(row, 'td');
    const isPair = label && value && others.length === 0 && hasClass(label, 'label');
    const words = label ? textOf(label, 60) : '';
    const field = LABELS.find(([pattern]) => pattern.test(words))?.[1];
    const isNearly = field === undefined && /Comments|Journal|Subjects|DOI/.test(words);
    if (!isPair || isNearly || (field !== undefined && cells.has(field))) areWhole = false;
    else if (field !== undefined) cells.set(field, value);
  }
  return { cells, areWhole };
}

/** The identifiers that the page tells to machines. */
function saidIds(document: Document): PaperId[] {
  return named(document, 'meta').flatMap((meta) => {
    if (attribute(meta, 'name') !== 'citation_arxiv_id') return [];
    return paperIn(`/abs/${attribute(meta, 'content') ?? ''}`)?.id ?? [];
  });
}

const DAY = String.raw`\d{1,2} [A-Z][a-z]{2} \d{4}`;
const DATELINE = new RegExp(
  String.raw`^[[(]Submitted on ${DAY}(?: \((?:this version|v1)\))?(?:, revised ${DAY} \(this version, v\d+\))?(?:, latest version ${DAY} \(v\d+\)|, last revised ${DAY} \(this version, v\d+\))?[\])]$`,
);

/** `[Submitted on 17 Jun 2021 (v1), last revised 16 Oct 2021 (this version, v2)]`. */
function daysIn(dateline: string): Pick<Told, 'published' | 'updated'> {
  const [first = '', ...later] = dateline.split(/,\s*(?=(?:last )?revised|latest)/);
  return {
    ...dated('published', dayIn(first)),
    ...dated('updated', dayIn(later.at(-1) ?? '')),
  };
}

/** The number of the latest version; the page of an older one names it too. */
function versionIn(document: Document, dateline: string): Pick<Told, 'version'> {
  const history = maybe(document, '.submission-history');
  const text = `${dateline} ${history ? textOf(history, 20_000) : ''}`;
  const numbers = [...text.matchAll(/\bv(\d{1,3})\b/g)].map(([, number]) => Number(number));
  return numbers.length > 0 ? { version: Math.max(...numbers) } : {};
}

function linksIn(cell: Element | undefined): Element[] {
  return cell ? named(cell, 'a') : [];
}

function isOfDoi(link: Element): boolean {
  return /^https?:\/\/(?:dx\.)?doi\.org\/10\./.test(attribute(link, 'href') ?? '');
}
