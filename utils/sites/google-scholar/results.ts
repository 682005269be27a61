import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { LONGEST, attribute, nameOf, named } from '@/utils/page/select';
import type { Card } from '../site';
import { type Cards, UNKNOWN } from '../reading/listing-page';
import { nameRow } from '../reading/names';
import { paperAt } from '../reading/paper-address';
import { hasClass, isLine, onlyOne, ownParts } from '../reading/parts';
import { pageReading } from '../reading/reading';
import { wordsIn } from '../reading/words';
import { bylineOf } from './byline';

/**
 * Reads the results of a search: `.gs_r[data-cid]` in `#gs_res_ccl_mid` (seen 2018 and 2023-12), or
 * `.gs_r` in `#gs_ccl` (seen 2016-05).
 */
export function resultCards(document: Document): Cards {
  const frames = named(document, 'div').filter(isFrame);
  const [frame] = frames;
  if (!frame || frames.length !== 1) return UNKNOWN;
  const parts = ownParts(frame);
  const rows = parts.filter(isResult);
  const found = rows.flatMap((row) => resultIn(row) ?? []);
  const titles = named(document, 'h3').filter((heading) => hasClass(heading, 'gs_rt'));
  const understood =
    rows.length > 0 &&
    found.length === rows.length &&
    found.length === titles.length &&
    found.length === named(frame, 'h3').length &&
    new Set(found.map(({ key }) => key)).size === found.length &&
    areConsecutive(rows);
  return { cards: found.map(({ card }) => card), understood };
}

function isFrame(div: Element): boolean {
  const id = attribute(div, 'id');
  return (
    id === 'gs_res_ccl_mid' ||
    (id === 'gs_ccl' &&
      !named(div, 'div').some((inner) => attribute(inner, 'id') === 'gs_res_ccl_mid'))
  );
}

/** Boxes for people and for related searches stand among the results. */
function isResult(part: Element): boolean {
  const isNamed = attribute(part, 'data-cid') !== undefined;
  return isNamed || named(part, 'h3').length > 0;
}

/** `data-rp` counts results through all pages; a gap or a repetition means that they were moved. */
function areConsecutive(rows: readonly Element[]): boolean {
  const places = rows.map((row) => attribute(row, 'data-rp'));
  if (places.every((place) => place === undefined)) {
    return rows.every((row) => attribute(row, 'data-cid') === undefined);
  }
  return places.every(
    (place, at) =>
      /^\d{1,5}$/.test(place ?? '') && (at === 0 || Number(place) === Number(places[at - 1]) + 1),
  );
}

type Found = { readonly card: Card; readonly key: string };

function resultIn(row: Element): Found | undefined {
  const parts = ownParts(row);
  const body = onlyOne(parts, (part) => hasClass(part, 'gs_ri'));
  const isKnown = parts.every((part) => part === body || hasClass(part, 'gs_ggs'));
  if (!body || !isKnown || parts.length > 2 || !hasClass(row, 'gs_r')) return undefined;
  const heading = onlyOne(ownParts(body), (part) => hasClass(part, 'gs_rt'));
  const byline = onlyOne(ownParts(body), (part) => hasClass(part, 'gs_a'));
  const title = heading && titleIn(heading);
  const key = title && keyIn(row, title);
  if (!title || !key || !byline || !isLine(byline)) return undefined;
  const [id, ...aliases] = idsOf(row, title, key) ?? [];
  if (!id) return undefined;
  const place = attribute(row, 'data-rp');
  return {
    key,
    card: {
      id,
      main: row,
      parts: [row],
      anchor: row,
      place: 'end',
      ...(place !== undefined && { number: Number(place) + 1 }),
      read: () =>
        pageReading({
          id,
          title: wordsIn(title, LONGEST.title),
          ...bylineOf(wordsIn(byline, LONGEST.title)),
          ...(aliases.length > 0 && { aliases }),
        }),
    },
  };
}

/** The title, after a mark such as `[PDF]` or `[CITATION]`; a paper that is only cited has no link. */
function titleIn(heading: Element): Element | undefined {
  const parts = ownParts(heading);
  const marks = parts.filter((part) => hasClass(part, 'gs_ctc') || hasClass(part, 'gs_ctu'));
  const title = onlyOne(parts, (part) => !marks.includes(part));
  if (!title || marks.length > 1 || nameOf(heading) !== 'h3') return undefined;
  const { gaps } = nameRow(heading, parts);
  const isTitle = nameOf(title) === 'a' || attribute(title, 'id') !== undefined;
  const isLast = parts.at(-1) === title;
  return isTitle && isLast && gaps.every((gap) => gap === '') && isLine(title) ? title : undefined;
}

/** Google's name of the result, which must be the same wherever the row tells it, and be told twice. */
function keyIn(row: Element, title: Element): string | undefined {
  const links = named(row, 'a');
  const addresses = links.map((link) => attribute(link, 'href') ?? '');
  const told = [
    ...['data-cid', 'data-did', 'data-aid'].map((name) => attribute(row, name)),
    attribute(title, 'id'),
    ...addresses.map((address) => INFO.exec(address)?.[1]),
    ...links.map((link) => CITE.exec(attribute(link, 'onclick') ?? '')?.[1]),
  ].filter((name) => name !== undefined && name !== '');
  const [key] = told;
  return key !== undefined && told.length > 1 && new Set(told).size === 1 ? key : undefined;
}

const INFO = /[?&]q=(?:related|info|cache):([\w-]{12}):/;
const CITE = /^return gs_ocit\(event,'([\w-]{12})'/;

/**
 * What the links name: the title's first, then the copy's beside it; Google's own name is last.
 * `undefined` when a link leads nowhere.
 */
function idsOf(row: Element, title: Element, key: string): PaperId[] | undefined {
  const beside = ownParts(row).filter((part) => hasClass(part, 'gs_ggs'));
  const links = [
    ...(nameOf(title) === 'a' ? [title] : []),
    ...beside.flatMap((part) => named(part, 'a')),
  ];
  const addresses = links.map((link) => attribute(link, 'href') ?? '');
  if (addresses.includes('')) return undefined;
  const linked = addresses.flatMap((address) => paperAt(address) ?? []);
  const own = paperId(`scholar:${key}`);
  return [...new Set([...linked, ...(own ? [own] : [])])];
}
