import type { IsoDate } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { attribute, childrenOf, maybe, nameOf, named, nearest, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { holding, tally } from '../reading/doubts';
import { doubtsIn } from './doubts';
import { type Fields, dated, readEntry } from './entry';
import { linkedPaper, namedPaper } from './paper-link';
import { dayIn } from './shown-dates';
import { hasClass } from '../reading/parts';

/** The entries of a page, and what in it is not as it is known to be. */
export type Entries = { readonly cards: readonly Card[]; readonly doubts: readonly string[] };

/**
 * Reads `/list`, `/catchup` and `/a` pages: in `#dlpage` a `dl` for each section, in it a `dt` with
 * the identifier and a `dd` with the fields for each paper (seen 2023-03 to 2026-07). Where
 * `isOfDays`, headings tell the day of every entry, and which are new.
 */
export function* listEntries(document: Document, isOfDays: boolean): Generator<void, Entries> {
  const frame = maybe(document, '#dlpage');
  if (!frame) return { cards: [], doubts: ['no frame of a list'] };
  const day = dayIn(headingsOf(frame));
  const rows: Row[] = [];
  for (const list of named(frame, 'dl')) rows.push(...(yield* rowsOf(list, day)));
  const isPaired = rows.every(({ dt, dd }) => dt && dd) && areConsecutive(rows);
  const doubts = [
    ...holding({
      'entries that are no pair of identifier and fields, or not counted on': !isPaired,
      'neither entries nor words for none': rows.length === 0 && !isEmpty(frame),
      'an entry without its day': isOfDays && rows.some(({ day }) => day === undefined),
    }),
    ...tally(rows.flatMap((row) => row.doubts)),
  ];
  if (!isPaired) return { cards: [], doubts };
  return { cards: rows.flatMap((row) => cardOf(row, isOfDays) ?? []), doubts };
}

/** The words above all sections, where `/new` and `/catchup` name their day. */
function headingsOf(frame: Element): string {
  const headings = ['h1', 'h2', 'h3'].flatMap((name) => named(frame, name));
  return headings
    .filter((heading) => !nearest(heading, 'dl'))
    .map((heading) => textOf(heading))
    .join(' | ');
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
  /** What in it is not as it is known to be. */
  readonly doubts: readonly string[];
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
    doubts: [
      ...holding({
        'not one identifier': ids.size !== 1,
        'a link without an address': !links.every(isNamedOrLinked),
        'not one link to the paper': linked.filter(({ to }) => to === 'abs').length !== 1,
      }),
      ...found.doubts,
    ],
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
function fieldsIn(dd: Element | undefined): { fields: Fields; doubts: string[] } {
  const [meta, ...others] = dd ? childrenOf(dd) : [];
  if (!meta || !hasClass(meta, 'meta')) return { fields: {}, doubts: ['no block of fields'] };
  const fields: Record<string, Element> = {};
  let isKnown = others.length === 0;
  for (const child of childrenOf(meta)) {
    const kind = nameOf(child) === 'p' ? 'abstract' : kindOf(child);
    if (kind === undefined || fields[kind]) isKnown = false;
    else fields[kind] = child;
  }
  const { subjects }: Fields = fields;
  const doubts = holding({
    'a field of a kind that is not known, or one twice': !isKnown,
    'no subjects': !subjects,
  });
  return { fields, doubts: [...doubts, ...doubtsIn(fields)] };
}

function kindOf(element: Element): keyof Fields | undefined {
  const name = (attribute(element, 'class') ?? '').split(/\s+/).find((word) => KINDS[word]);
  return name === undefined ? undefined : KINDS[name];
}

/** arXiv numbers the entries of a page; a gap or a repetition means that they were moved. */
function areConsecutive(rows: readonly Row[]): boolean {
  return rows.every(({ number }, at) => at === 0 || number === (rows[at - 1]?.number ?? 0) + 1);
}

function cardOf(row: Row, isOfDays: boolean): Card | undefined {
  const { id, dt, dd, number, version, fields, day } = row;
  if (!id || !dt || !dd) return undefined;
  const listedAs = listedAsOf(row, isOfDays);
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
function listedAsOf({ dt, section }: Row, isOfDays: boolean): Card['listedAs'] {
  const words = dt ? textOf(dt, 400) : '';
  if (/\(replaced\)|\breplaced with\b/i.test(words) || /^replacement/i.test(section))
    return 'replaced';
  if (/\(cross-list(?:ed)? from\b/i.test(words) || /^cross/i.test(section)) return 'cross';
  return isOfDays ? 'new' : undefined;
}
