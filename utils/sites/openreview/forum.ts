import type { PaperId } from '@/utils/domain/paper-id';
import { LONGEST, attribute, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { type Cards, UNKNOWN } from '../reading/listing-page';
import { hasClass, hasTwins, isLine, onlyOne, ownParts } from '../reading/parts';
import { pageReading, told } from '../reading/reading';
import { wordsIn } from '../reading/words';
import { authorsIn, daysIn, detailsIn, forumAt, venueOf } from './note-fields';

/** Reads the page of one paper, `div.forum-note` (the site's own `ForumNote`, 2024 to 2026). */
export function forumCards(document: Document, id: PaperId): Cards {
  const notes = named(document, 'div').filter((div) => hasClass(div, 'forum-note'));
  const [note] = notes;
  if (!note || notes.length !== 1) return UNKNOWN;
  const parts = ownParts(note);
  const head = onlyOne(parts, (part) => hasClass(part, 'forum-title'));
  const names = onlyOne(parts, (part) => hasClass(part, 'forum-authors'));
  const content = onlyOne(parts, (part) => hasClass(part, 'note-content'));
  const metas = named(note, 'div').filter((div) => hasClass(div, 'forum-meta'));
  const [meta] = metas;
  const titles = named(note, 'h2').filter((heading) => hasClass(heading, 'citation_title'));
  const [title] = titles;
  if (!head || !title || !names || !content || !meta) return UNKNOWN;
  const [row, ...rows] = ownParts(names);
  const authors = row && rows.length === 0 ? authorsIn(row) : undefined;
  const said = metaIn(meta);
  const details = detailsIn(content);
  const isWhole =
    titles.length === 1 &&
    metas.length === 1 &&
    ownParts(head).includes(title) &&
    isLine(title) &&
    named(head, 'a').every((link) => isOfPaper(link, id));
  if (!isWhole || !authors || !said || !details) return UNKNOWN;
  const card: Card = {
    id,
    main: note,
    parts: [note],
    anchor: head,
    place: 'end',
    read: () =>
      pageReading({ id, title: wordsIn(title, LONGEST.title), ...authors, ...details, ...said }),
  };
  return { cards: [card], understood: true };
}

/** Links beside the title lead to the PDF on the site, if they lead to a paper on it at all. */
function isOfPaper(link: Element, id: PaperId): boolean {
  const address = attribute(link, 'href');
  const linked = forumAt(address ?? '');
  return address !== undefined && (linked === undefined || linked.id === id);
}

/** `span.date.item`, then the venue, each after a picture. */
function metaIn(meta: Element): (ReturnType<typeof daysIn> & { venue?: string }) | undefined {
  const [date, venue] = ownParts(meta);
  const isKnown =
    !hasTwins(meta) &&
    date &&
    venue &&
    hasClass(date, 'date') &&
    hasClass(venue, 'item') &&
    !hasClass(venue, 'readers');
  const days = isKnown ? daysIn(textOf(date)) : undefined;
  return days && venue ? { ...days, ...told('venue', venueOf(textOf(venue))) } : undefined;
}
