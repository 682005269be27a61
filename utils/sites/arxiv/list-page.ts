import type { IsoDate } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { attribute, childrenOf, maybe, nameOf, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { areAuthorsWhole } from './fields';
import { type Fields, dated, hasClass, readEntry } from './entry';
import { linkedPaper, namedPaper } from './paper-link';
import { dayIn } from './shown-dates';

/** The entries of a list, and whether the page is built as it is known to be. */
export type Entries = { readonly cards: readonly Card[]; readonly understood: boolean };

/**
 * Reads `/list`, `/catchup` and `/a` pages: in `#dlpage` a `dl` for each section, in it a `dt` with
 * the identifier and a `dd` with the fields for each paper (seen 2023-03 to 2026-07).
 */
export function* listEntries(document: Document, isNewKnown: boolean): Generator<void, Entries> {
  const frame = maybe(document, '#dlpage');
  if (!frame) return { cards: [], understood: false };
  const day = dayIn(headingsOf(frame));
  const rows: Row[] = [];
  for (const list of named(frame, 'dl')) rows.push(...(yield* rowsOf(list, day)));
  const isPaired = rows.every(({ dt, dd }) => dt && dd) && areConsecutive(rows);
  const isKnown = rows.every(({ isWhole }) => isWhole);
  const understood = isPaired && isKnown && (rows.length > 0 || isEmpty(frame));
  if (!isPaired) return { cards: [], understood };
  return { cards: rows.flatMap((row) => cardOf(row, isNewKnown) ?? []), understood };
}

/** The words above all sections, where `/new` and `/catchup` name their day. */
function headingsOf(frame: Element): string {
  const headings = childrenOf(frame).filter((element) => /^h[1-3]$/.test(nameOf(element)));
  return headings.map((heading) => textOf(heading)).join(' | ');
}

function isEmpty(frame: Element): boolean {
  return /\bNo (?:further )?updates\b|\bTotal of 0 entries\b/.test(textOf(frame, 20_000));
}

type Row = {
  readonly dt: Element | undefined;
  readonly dd: Element | undefined;
  readonly id: PaperId | undefined;
  readonly number: number;
  readonly version: number | undefined;
  readonly fields: Fields;
  readonly section: string;
  readonly day: IsoDate | undefined;
  /** False when something in it is not as it is known to be. */
  readonly isWhole: boolean;
};

function* rowsOf(list: Element, pageDay: IsoDate | undefined): Generator<void, Row[]> {
  const section = named(list, 'h3')
    .map((heading) => textOf(heading))
    .join(' | ');
  const day = dayIn(section) ?? pageDay;
  const rows: Row[] = [];
  const children = childrenOf(list).filter(
    (child) => !/^(?:h3|p|offprint-.*)$/.test(nameOf(child)),
  );
  for (let at = 0; at < children.length;) {
    const dt = withName(children[at], 'dt');
    const dd = withName(children[dt ? at + 1 : at], 'dd');
    at += dt && dd ? 2 : 1;
    rows.push({ ...rowOf(dt, dd), section, day });
    yield;
  }
  return rows;
}

function withName(element: Element | undefined, name: string): Element | undefined {
  return element && nameOf(element) === name ? element : undefined;
}

function rowOf(dt: Element | undefined, dd: Element | undefined): Omit<Row, 'section' | 'day'> {
  const links = dt ? named(dt, 'a') : [];
  const linked = links.flatMap((link) => linkedPaper(link) ?? []);
  const ids = new Set([
    ...linked.map(({ id }) => id),
    ...links.flatMap((link) => namedPaper(link) ?? []),
  ]);
  const [id] = ids;
  const number = Number(/^\s*\[(\d{1,6})\]/.exec(dt ? textOf(dt, 60) : '')?.[1] ?? Number.NaN);
  const found = fieldsIn(dd);
  return {
    dt,
    dd,
    id: ids.size === 1 ? id : undefined,
    number,
    version: linked.find(({ version }) => version !== undefined)?.version,
    fields: found.fields,
    isWhole:
      found.isWhole &&
      ids.size === 1 &&
      links.every(isNamedOrLinked) &&
      linked.filter(({ to }) => to === 'abs').length === 1,
  };
}

function isNamedOrLinked(link: Element): boolean {
  return attribute(link, 'href') !== undefined || attribute(link, 'name') !== undefined;
}

const KINDS: Readonly<Record<string, keyof Fields>> = {
  'list-title': 'title',
  'list-authors': 'authors',
  'list-comments': 'comment',
  'list-journal-ref': 'journalRef',
  'list-subjects': 'subjects',
};

/** What is in `dd > div.meta`, one element for each field; anything else there is new to us. */
function fieldsIn(dd: Element | undefined): { fields: Fields; isWhole: boolean } {
  const [meta, ...others] = dd ? childrenOf(dd) : [];
  if (!meta || !hasClass(meta, 'meta')) return { fields: {}, isWhole: false };
  const fields: Record<string, Element> = {};
  let isWhole = others.length === 0;
  for (const child of childrenOf(meta)) {
    const kind = nameOf(child) === 'p' ? 'abstract' : kindOf(child);
    if (kind === undefined || fields[kind]) isWhole = false;
    else fields[kind] = child;
  }
  const { title, authors, subjects }: Fields = fields;
  const isFull = title && authors && subjects && named(subjects, 'span').some(isPrimary);
  return { fields, isWhole: isWhole && Boolean(isFull && areAuthorsWhole(authors)) };
}

function isPrimary(span: Element): boolean {
  return hasClass(span, 'primary-subject');
}

function kindOf(element: Element): keyof Fields | undefined {
  const name = (attribute(element, 'class') ?? '').split(/\s+/).find((word) => KINDS[word]);
  return name === undefined ? undefined : KINDS[name];
}

/** arXiv numbers the entries of a page; a gap or a repetition means that they were moved. */
function areConsecutive(rows: readonly Row[]): boolean {
  return rows.every(({ number }, at) => at === 0 || number === (rows[at - 1]?.number ?? 0) + 1);
}

function cardOf(row: Row, isNewKnown: boolean): Card | undefined {
  const { id, dt, dd, number, version, fields, day } = row;
  if (!id || !dt || !dd) return undefined;
  const listedAs = listedAsOf(row, isNewKnown);
  return {
    id,
    main: dd,
    parts: [dt, dd],
    anchor: dt,
    place: 'end',
    number,
    ...(listedAs && { listedAs }),
    read: () =>
      readEntry(id, fields, {
        ...dated('listed', day),
        ...(version !== undefined && { version }),
      }),
  };
}

/** What the list says of why an entry is on it: `(cross-list from cs.CY)`, `(replaced)`, its section. */
function listedAsOf({ dt, section }: Row, isNewKnown: boolean): Card['listedAs'] {
  const words = dt ? textOf(dt, 400) : '';
  if (/\(replaced\)|\breplaced with\b/i.test(words) || /^replacement/i.test(section))
    return 'replaced';
  if (/\(cross-list(?:ed)? from\b/i.test(words) || /^cross/i.test(section)) return 'cross';
  return isNewKnown ? 'new' : undefined;
}
