import type { IsoDate, Paper } from '@/utils/domain/paper';
import { type PaperId, arxivPaperId, paperId } from '@/utils/domain/paper-id';
import { LONGEST, attribute, nameOf, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { dayOf } from '../reading/dates';
import { isWholeRow, nameRow } from '../reading/names';
import { paperAt } from '../reading/paper-address';
import { hasClass, isLine, onlyOne, ownParts } from '../reading/parts';
import { dated, pageReading, told } from '../reading/reading';
import { wordsIn } from '../reading/words';

/** One card of a page, its place in the list, and how long the whole list is said to be. */
export type FoundCard = {
  readonly card: Card;
  /** The site's own name of the paper: `2510.20867`, `aVh9KRZdRk@OpenReview`. */
  readonly key: string;
  readonly title: string;
  readonly number: number;
  readonly total: number;
};

/**
 * Reads `div.panel.paper`, in which everything carries the paper's name in its `id` (seen 2025-10).
 * `undefined` when anything is not as it is known to be.
 */
export function cardIn(panel: Element, listed: IsoDate | undefined): FoundCard | undefined {
  const key = attribute(panel, 'id') ?? '';
  const id = idOf(key);
  const parts = partsOf(panel, key);
  if (!id || !parts) return undefined;
  const head = headIn(parts.head, key, id);
  const authors = authorsIn(parts.authors);
  const subjects = parts.subjects && subjectsIn(parts.subjects);
  const published = parts.date && publishedIn(parts.date);
  if (!head || !authors || !subjects || !isLine(parts.summary)) return undefined;
  // Only papers of conferences have no date.
  if (published === undefined && (parts.date || !key.includes('@'))) return undefined;
  const { title, number, total } = head;
  return {
    key,
    title: wordsIn(title, LONGEST.title),
    number,
    total,
    card: {
      id,
      main: panel,
      parts: [panel],
      anchor: panel,
      place: 'end',
      number,
      read: () =>
        pageReading({
          id,
          title: wordsIn(title, LONGEST.title),
          authors,
          authorCount: authors.length,
          ...told('abstract', wordsIn(parts.summary, LONGEST.abstract)),
          ...dated('published', published),
          ...dated('listed', listed),
          ...subjects,
        }),
    },
  };
}

/** The paper that the site calls so; only where the name holds an identifier that others use too. */
export function idOf(key: string): PaperId | undefined {
  const [, name = '', source = ''] = /^([^@]+)@([A-Za-z]+)$/.exec(key) ?? [];
  if (source === 'OpenReview') return paperId(`openreview:${name}`);
  if (source === 'ACL') return paperId(`acl:${name}`);
  return /v\d+$/.test(key) ? undefined : arxivPaperId(key);
}

type Parts = {
  readonly head: Element;
  readonly authors: Element;
  readonly summary: Element;
  readonly subjects: Element | undefined;
  readonly date: Element | undefined;
};

/** What a card is made of; `undefined` when a part is missing, doubled or new to us. */
function partsOf(panel: Element, key: string): Parts | undefined {
  const found: Record<string, Element> = {};
  for (const part of ownParts(panel)) {
    const kind = kindOf(part, key);
    if (kind === undefined || found[kind]) return undefined;
    found[kind] = part;
  }
  const { head, authors, summary, subjects, date } = found;
  return head && authors && summary ? { head, authors, summary, subjects, date } : undefined;
}

const KINDS = ['authors', 'summary', 'subjects', 'date'];

function kindOf(part: Element, key: string): string | undefined {
  if (nameOf(part) === 'h2') return hasClass(part, 'title') ? 'head' : undefined;
  const id = attribute(part, 'id') ?? '';
  if (nameOf(part) !== 'p') {
    return [`pdf-container-${key}`, `kimi-container-${key}`, `fold-${key}`].find(
      (known) => known === id,
    );
  }
  return KINDS.find((kind) => id === `${kind}-${key}` && hasClass(part, kind));
}

type Head = { readonly title: Element; readonly number: number; readonly total: number };

/** The heading: `#1`, the title, `[PDF]` and more, among what other extensions may have put there. */
function headIn(head: Element, key: string, id: PaperId): Head | undefined {
  const links = ownParts(head);
  const title = onlyOne(links, (link) => hasClass(link, 'title-link'));
  const pdf = onlyOne(links, (link) => hasClass(link, 'title-pdf'));
  const marker = onlyOne(named(head, 'span'), (span) => hasClass(span, 'index'));
  const first = onlyOne(links, (link) => ownParts(link).some((part) => part === marker));
  if (!title || !pdf || !marker || !first || !isLine(title) || nameOf(title) !== 'a')
    return undefined;
  const [, number, total] = /^(\d{1,7})\/(\d{1,7})$/.exec(attribute(first, 'title') ?? '') ?? [];
  const pdfAt = paperAt(attribute(pdf, 'data') ?? '');
  const isSame =
    paperAt(attribute(first, 'href') ?? '') === id &&
    attribute(title, 'id') === `title-${key}` &&
    attribute(pdf, 'id') === `pdf-${key}` &&
    keyIn(attribute(title, 'href') ?? '') === key &&
    (pdfAt === id || (pdfAt === undefined && key.includes('@'))) &&
    textOf(marker) === `#${number}`;
  return isSame ? { title, number: Number(number), total: Number(total) } : undefined;
}

/** What the site's own address of a paper calls it: `https://papers.cool/arxiv/2510.20867`. */
export function keyIn(address: string): string | undefined {
  const [, key] =
    /^(?:https:\/\/papers\.cool)?\/(?:arxiv|venue)\/([\w.@/-]+?)(?:[?#].*)?$/.exec(
      address.replace('%40', '@'),
    ) ?? [];
  return key;
}

function authorsIn(row: Element): string[] | undefined {
  const links = named(row, 'a').filter((link) => hasClass(link, 'author'));
  const found = nameRow(row, links);
  const isWhole = isWholeRow(found, { before: /^Authors? ?:$/, between: /^,$/, after: /^$/ });
  return isWhole ? [...found.names] : undefined;
}

/** arXiv's codes, the primary one first; or the conference a paper is of, `ICLR.2025 - Oral`. */
function subjectsIn(
  row: Element,
): Pick<Paper, 'venue' | 'primaryCategory' | 'categories'> | undefined {
  const links = named(row, 'a');
  const found = nameRow(row, links);
  const isWhole =
    isWholeRow(found, { before: /^Subjects? ?:$/, between: /^,$/, after: /^$/ }) &&
    links.every((link, at) => hasClass(link, `subject-${at + 1}`));
  if (!isWhole) return undefined;
  const places = links.map((link) => attribute(link, 'href') ?? '');
  const codes = places.flatMap((place) => CATEGORY.exec(place)?.[1] ?? []);
  const [primaryCategory] = codes;
  if (primaryCategory !== undefined && codes.length === links.length) {
    return { primaryCategory, categories: codes };
  }
  const [, venue, year] = VENUE.exec(found.names[0] ?? '') ?? [];
  const [, linked] = /^(?:https:\/\/papers\.cool)?\/venue\/([\w.-]+)/.exec(places[0] ?? '') ?? [];
  return venue !== undefined && links.length === 1 && linked === `${venue}.${year}`
    ? { venue: `${venue} ${year}` }
    : undefined;
}

const CATEGORY = /^(?:https:\/\/papers\.cool)?\/arxiv\/([a-z-]+(?:\.[A-Za-z-]+)?)$/;
const VENUE = /^([\w-]+)\.(\d{4})(?: - .+)?$/;

function publishedIn(row: Element): IsoDate | undefined {
  const [, day] = /^Publish ?: (\d{4}-\d{2}-\d{2})(?: [\d:]{8} UTC)?$/.exec(textOf(row)) ?? [];
  return dayOf(day);
}
