import { LONGEST, attribute, nameOf, named, parentOf, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { type Cards, UNKNOWN } from '../reading/listing-page';
import { hasClass, hasTwins, isLine, onlyOne, ownParts } from '../reading/parts';
import { pageReading, told } from '../reading/reading';
import { wordsIn } from '../reading/words';
import {
  type ForumLink,
  authorsIn,
  daysIn,
  detailsIn,
  forumAt,
  isPictured,
  venueOf,
} from './note-fields';

/**
 * Reads lists of notes, as the site's own `NoteList` and `BasePaginatedList` make them (2024 to
 * 2026): `.submissions-list`, in it an `li > div.note` for each paper.
 */
export function noteCards(document: Document): Cards {
  const lists = listsIn(document);
  const items = lists.map((list) => ownParts(list).map(itemIn));
  const found = items.flat();
  const cards = found.flatMap((item) => (item.kind === 'paper' ? [item.card] : []));
  const replies = found.filter(({ kind }) => kind === 'reply').length;
  const titles = named(document, 'h4').filter((heading) =>
    named(heading, 'a').some((link) => isTitleLink(link)),
  );
  const understood =
    found.every(({ kind }) => kind !== 'unknown') &&
    items.every((list) => areDistinct(list)) &&
    areInTabs(lists.filter((_, at) => items[at]?.some(({ kind }) => kind === 'paper'))) &&
    cards.length > 0 &&
    titles.length === cards.length + replies &&
    notesIn(document).length === cards.length + replies;
  return cards.length === 0 && !understood ? UNKNOWN : { cards, understood };
}

/** `ul.submissions-list`, or the `ul` in `div.submissions-list`; not what happened lately. */
function listsIn(document: Document): Element[] {
  const plain = named(document, 'ul').filter(
    (list) => hasClass(list, 'submissions-list') && !hasClass(list, 'activity-list'),
  );
  const paged = named(document, 'div')
    .filter((div) => hasClass(div, 'submissions-list'))
    .flatMap((div) => ownParts(div).filter((part) => nameOf(part) === 'ul'))
    .filter((list) => hasClass(list, 'list-unstyled') && !plain.includes(list));
  return [...plain, ...paged];
}

/** Each tab has one list; the same paper may stand in several. */
function areInTabs(lists: readonly Element[]): boolean {
  const tabs = lists.map((list) => {
    let around = parentOf(list);
    while (around && !hasClass(around, 'tab-pane')) around = parentOf(around);
    return around ? attribute(around, 'id') : undefined;
  });
  return new Set(tabs).size === lists.length;
}

function notesIn(document: Document): Element[] {
  return named(document, 'div').filter((div) => hasClass(div, 'note'));
}

function isTitleLink(link: Element): boolean {
  const address = attribute(link, 'href') ?? '';
  return /\/forum\?/.test(address) && forumAt(address) !== undefined;
}

type Item =
  | { readonly kind: 'paper'; readonly card: Card }
  | { readonly kind: 'reply' | 'other' | 'unknown' };

function areDistinct(list: readonly Item[]): boolean {
  const ids = list.flatMap((item) => (item.kind === 'paper' ? [item.card.id] : []));
  return new Set(ids).size === ids.length;
}

function itemIn(item: Element): Item {
  const [only, ...others] = ownParts(item);
  if (!only || others.length > 0 || nameOf(item) !== 'li') return { kind: 'unknown' };
  if (hasClass(item, 'invitation-link') && nameOf(only) === 'a') return { kind: 'other' };
  if (nameOf(only) === 'p' && hasClass(only, 'empty-message')) return { kind: 'other' };
  return hasClass(only, 'note') && nameOf(only) === 'div'
    ? noteIn(only, item)
    : { kind: 'unknown' };
}

type NoteParts = {
  readonly head: Element;
  readonly authors: Element;
  readonly meta: Element;
  readonly parent?: Element | undefined;
  readonly content?: Element | undefined;
};

const KINDS: Readonly<Record<string, keyof NoteParts>> = {
  'note-parent-title': 'parent',
  'note-authors': 'authors',
  'note-meta-info': 'meta',
  'collapse-widget': 'content',
  'note-content': 'content',
};

function partsOf(note: Element): NoteParts | undefined {
  const found: Record<string, Element> = {};
  for (const part of ownParts(note)) {
    const name = Object.keys(KINDS).find((kind) => hasClass(part, kind));
    const kind = nameOf(part) === 'h4' ? 'head' : KINDS[name ?? ''];
    if (kind === undefined || found[kind]) return undefined;
    found[kind] = part;
  }
  const { head, authors, meta, parent, content } = found;
  return head && authors && meta ? { head, authors, meta, parent, content } : undefined;
}

function noteIn(note: Element, item: Element): Item {
  const parts = partsOf(note);
  const head = parts && headIn(parts.head);
  if (!parts || !head) return { kind: 'unknown' };
  const isReply = head.link.reply !== undefined;
  if (isReply || parts.parent) return { kind: isReply && parts.parent ? 'reply' : 'unknown' };
  const authors = authorsIn(parts.authors);
  const meta = metaIn(parts.meta);
  const details = parts.content ? contentIn(parts.content) : {};
  if (!authors || !meta || !details) return { kind: 'unknown' };
  const { id } = head.link;
  const { title } = head;
  const card: Card = {
    id,
    main: item,
    parts: [item],
    anchor: note,
    place: 'end',
    read: () =>
      pageReading({ id, title: wordsIn(title, LONGEST.title), ...authors, ...details, ...meta }),
  };
  return { kind: 'paper', card };
}

type Head = { readonly title: Element; readonly link: ForumLink };

/** The title, and links to the PDF and to the paper's own site, which show pictures. */
function headIn(head: Element): Head | undefined {
  const parts = ownParts(head);
  const [title, ...others] = parts;
  const link = title && isTitleLink(title) ? forumAt(attribute(title, 'href') ?? '') : undefined;
  if (!title || !link || !isLine(title) || hasTwins(head)) return undefined;
  const isKnown = others.every(
    (part) =>
      nameOf(part) === 'a' &&
      isPictured(part) &&
      (hasClass(part, 'html-link') || (hasClass(part, 'pdf-link') && isSamePdf(part, link))),
  );
  const pdfs = others.filter((part) => hasClass(part, 'pdf-link'));
  return isKnown && pdfs.length <= 1 ? { title, link } : undefined;
}

function isSamePdf(part: Element, { id, reply }: ForumLink): boolean {
  const pdf = forumAt(attribute(part, 'href') ?? '');
  return pdf !== undefined && (pdf.id === id || reply !== undefined);
}

/** `22 Sept 2023 (modified: 15 Mar 2024)`, `ICLR 2024 poster`, `Readers: Everyone`, `3 Replies`. */
function metaIn(meta: Element): (ReturnType<typeof daysIn> & { venue?: string }) | undefined {
  const [dates, venue, ...others] = ownParts(meta);
  const days = dates && daysIn(textOf(dates));
  const place = venue ? textOf(venue) : '';
  const readers = onlyOne(others, (part) => hasClass(part, 'readers'));
  const isKnown =
    venue !== undefined &&
    place !== '' &&
    !hasClass(venue, 'readers') &&
    isLine(venue) &&
    !REPLIES.test(place) &&
    daysIn(place) === undefined &&
    readers === others[0] &&
    others.slice(1).every((part) => REPLIES.test(textOf(part))) &&
    others.length <= 2;
  return days && isKnown ? { ...days, ...told('venue', venueOf(place)) } : undefined;
}

const REPLIES = /^\d{1,5} Repl(?:y|ies)$/;

/** The fields, shown or folded away; the page may not have made them yet. */
function contentIn(content: Element): ReturnType<typeof detailsIn> {
  if (hasClass(content, 'note-content')) return detailsIn(content);
  const [opener, folded, ...others] = ownParts(content);
  if (!opener || nameOf(opener) !== 'a' || !folded || others.length > 0) return undefined;
  const [fields, ...more] = ownParts(folded);
  if (!fields) return {};
  return hasClass(fields, 'note-content') && more.length === 0 ? detailsIn(fields) : undefined;
}
