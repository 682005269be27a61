import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { LONGEST, attribute, nameOf, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { type Cards, UNKNOWN } from '../reading/listing-page';
import { hasClass, hasTwins, isLine, onlyOne, ownParts } from '../reading/parts';
import { pageReading, told } from '../reading/reading';
import { wordsIn } from '../reading/words';
import { authorsOf, venueOf } from './byline';

/** Reads the table of somebody's papers, `tbody#gsc_a_b > tr.gsc_a_tr` (seen 2026-02). */
export function profileCards(document: Document, person: string): Cards {
  const bodies = named(document, 'tbody').filter((body) => attribute(body, 'id') === 'gsc_a_b');
  const [body] = bodies;
  if (!body || bodies.length !== 1) return UNKNOWN;
  const rows = ownParts(body);
  const cards = rows.flatMap((row) => rowCard(row, person) ?? []);
  const understood =
    rows.length > 0 &&
    cards.length === rows.length &&
    named(document, 'a').filter((link) => hasClass(link, 'gsc_a_at')).length === rows.length &&
    new Set(cards.map(({ id }) => id)).size === rows.length &&
    countSaid(document) === rows.length;
  return { cards, understood };
}

/** `Articles 1–20`, in any language, under the table. */
function countSaid(document: Document): number | undefined {
  const said = onlyOne(named(document, 'span'), (line) => attribute(line, 'id') === 'gsc_a_nn');
  const [, first, last] = /(\d{1,5})\s*[–-]\s*(\d{1,5})$/.exec(said ? textOf(said) : '') ?? [];
  return last === undefined ? undefined : Number(last) - Number(first) + 1;
}

function rowCard(row: Element, person: string): Card | undefined {
  const cells = ownParts(row);
  const cell = onlyOne(cells, (part) => hasClass(part, 'gsc_a_t'));
  const cited = onlyOne(cells, (part) => hasClass(part, 'gsc_a_c'));
  const year = onlyOne(cells, (part) => hasClass(part, 'gsc_a_y'));
  const isRow = nameOf(row) === 'tr' && hasClass(row, 'gsc_a_tr') && cells.length === 3;
  if (!isRow || !cell || !cited || !year) return undefined;
  const [title, authors, place, ...others] = ownParts(cell);
  const id = title && idIn(attribute(title, 'href') ?? '', person);
  const lines = [authors, place].map((line) => line && isGray(line));
  if (!id || !authors || !place || others.length > 0 || lines.includes(false)) return undefined;
  if (!hasClass(title, 'gsc_a_at') || !isLine(title) || hasTwins(row)) return undefined;
  const where = placeIn(place, textOf(year));
  const names = wordsIn(authors, LONGEST.title);
  if (where === undefined || ownParts(authors).length > 0) return undefined;
  const isDated = ownParts(place).length > 0;
  if (where !== '' && !isDated && !areInitialed(names)) return undefined;
  return {
    id,
    main: row,
    parts: [row],
    anchor: cell,
    place: 'end',
    read: () =>
      pageReading({
        id,
        title: wordsIn(title, LONGEST.title),
        ...authorsOf(names),
        ...told('venue', venueOf(where)),
      }),
  };
}

function isGray(line: Element): boolean {
  return nameOf(line) === 'div' && hasClass(line, 'gs_gray') && isLine(line);
}

/** The place without its year, which must be the year that stands in its own column too. */
function placeIn(line: Element, year: string): string | undefined {
  const parts = ownParts(line);
  const said = wordsIn(line, LONGEST.title);
  if (parts.length === 0) return said;
  const [hidden] = parts;
  const isYear = hidden && hasClass(hidden, 'gs_oph') && parts.length === 1;
  const tail = hidden ? textOf(hidden) : '';
  if (!isYear || !/^,? ?\d{4}$/.test(tail) || !tail.endsWith(year) || year === '') return undefined;
  return said.endsWith(tail) ? said.slice(0, -tail.length).trim() : undefined;
}

/** Without a year after the place, only the names' own form tells the two lines apart: `EM Forster`. */
function areInitialed(names: string): boolean {
  const { authors = [] } = authorsOf(names);
  return (
    authors.length > 0 && authors.every((name) => /^(?:\p{Lu}[.-]?\s?){1,5}\s\p{L}/u.test(name))
  );
}

/** `/citations?view_op=view_citation&user=U&citation_for_view=U:C`. */
function idIn(address: string, person: string): PaperId | undefined {
  if (!/^(?:https:\/\/scholar\.google\.com)?\/citations\?/.test(address)) return undefined;
  const said = new URLSearchParams(address.slice(address.indexOf('?')));
  const name = said.get('citation_for_view') ?? '';
  return said.get('user') === person && name.startsWith(`${person}:`)
    ? paperId(`scholar:${name}`)
    : undefined;
}
