import { type PaperId, doiPaperId } from '@/utils/domain/paper-id';
import { LONGEST, attribute, nameOf, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { type Cards, UNKNOWN } from '../reading/listing-page';
import { isWholeRow, nameRow } from '../reading/names';
import { hasClass, isLine, onlyOne, ownParts } from '../reading/parts';
import { pageReading } from '../reading/reading';
import { wordsIn } from '../reading/words';

/** The paper whose page an address leads to, and its version: `/content/10.1101/2021.11.04.467278v1`. */
export function contentAt(
  address: string,
): { readonly id: PaperId; readonly version: number } | undefined {
  const [, doi = '', version] =
    /^(?:https:\/\/www\.biorxiv\.org)?\/content\/(10\.\d{4,9}\/[\w.-]+?)v(\d{1,3})(?:[?#].*)?$/.exec(
      address,
    ) ?? [];
  const id = doiPaperId(doi);
  return id && version !== undefined ? { id, version: Number(version) } : undefined;
}

/**
 * Reads the results of a search, `ul.highwire-search-results-list > li.search-result` (seen 2020-02
 * and 2021-11).
 */
export function resultCards(document: Document): Cards {
  const lists = named(document, 'ul').filter((list) =>
    hasClass(list, 'highwire-search-results-list'),
  );
  const [list] = lists;
  if (!list || lists.length !== 1) return UNKNOWN;
  const items = ownParts(list);
  const found = items.flatMap((item) => resultIn(item) ?? []);
  const titles = named(document, 'a').filter((link) =>
    hasClass(link, 'highwire-cite-linked-title'),
  );
  const understood =
    found.length > 0 &&
    found.length === items.length &&
    found.length === titles.length &&
    new Set(found.map(({ id }) => id)).size === found.length;
  return { cards: found, understood };
}

function resultIn(item: Element): Card | undefined {
  const [citation, ...others] = ownParts(item);
  const isResult = nameOf(item) === 'li' && hasClass(item, 'search-result') && others.length === 0;
  if (!citation || !isResult || !hasClass(citation, 'highwire-article-citation')) return undefined;
  const [cite, ...more] = ownParts(citation);
  if (!cite || more.length > 0 || !hasClass(cite, 'highwire-cite')) return undefined;
  const pick = (name: string): Element | undefined =>
    onlyOne(ownParts(cite), (part) => hasClass(part, name));
  const head = pick('highwire-cite-title');
  const row = pick('highwire-cite-authors');
  const meta = pick('highwire-cite-metadata');
  const [title, ...rest] = head ? ownParts(head) : [];
  const content = title && contentAt(attribute(title, 'href') ?? '');
  const authors = row && authorsIn(row);
  if (!title || rest.length > 0 || !content || !authors || !meta || !isLine(title)) {
    return undefined;
  }
  const { id, version } = content;
  if (doiIn(meta) !== id || !isSaid(citation, id, version)) return undefined;
  return {
    id,
    main: item,
    parts: [item],
    anchor: item,
    place: 'end',
    read: () =>
      pageReading({
        id,
        title: wordsIn(title, LONGEST.title),
        authors,
        authorCount: authors.length,
        version,
      }),
  };
}

/** Names in order, each with its number from 0. */
function authorsIn(row: Element): string[] | undefined {
  const names = named(row, 'span').filter((name) => hasClass(name, 'highwire-citation-author'));
  const found = nameRow(row, names);
  const isWhole =
    isWholeRow(found, { before: /^$/, between: /^,$/, after: /^$/ }) &&
    names.every((name, at) => attribute(name, 'data-delta') === String(at) && isName(name));
  return isWhole ? [...found.names] : undefined;
}

/** Given names stand before the surname; a group has a surname alone. */
function isName(name: Element): boolean {
  const parts = ownParts(name);
  const given = parts.findIndex((part) => hasClass(part, 'nlm-given-names'));
  const surname = parts.findIndex((part) => hasClass(part, 'nlm-surname'));
  return isLine(name) && surname >= 0 && (given < 0 ? parts.length === 1 : given < surname);
}

/** `doi: https://doi.org/10.1101/2021.11.04.467278` */
function doiIn(meta: Element): PaperId | undefined {
  const said = onlyOne(ownParts(meta), (part) => hasClass(part, 'highwire-cite-metadata-doi'));
  const [, doi] = /^doi: ?https:\/\/doi\.org\/(10\.\S+)$/.exec(said ? textOf(said) : '') ?? [];
  return doi === undefined ? undefined : doiPaperId(doi);
}

/** The site's own name of the paper, `biorxiv;2021.11.04.467278v1`. */
function isSaid(citation: Element, id: PaperId, version: number): boolean {
  const said = attribute(citation, 'data-pisa');
  return said === undefined || said === `biorxiv;${id.slice(id.indexOf('/') + 1)}v${version}`;
}
