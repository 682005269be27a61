import type { PaperId } from '@/utils/domain/paper-id';
import { attribute, nameOf, named, nearest, parentOf, textOf, walk } from '@/utils/page/select';
import { embeddedIn, islandsIn } from './hugging-face/embedded';
import { doubtsIn, doubtsInCards } from './hugging-face/doubts';
import { cellsOf, type FoundCard, findCards, findLooseLinks } from './hugging-face/find-cards';
import { linkedPaper, shownPaper } from './hugging-face/paper-link';
import { findPaper, isDiscussionLoose, readPaperPage, scopeOf } from './hugging-face/paper-page';
import { readCard, type ReadContext } from './hugging-face/read-card';
import { whichListing } from './hugging-face/which-listing';
import { enclosing } from './reading/enclosing';
import type { Card, OpenListing, Page, Site } from './site';

const LISTING_PATH = /^\/papers(?:\/trending|\/(?:date|week|month)\/[^/]+)?\/?$/;

/** Hugging Face papers: https://huggingface.co/papers and the pages under it. */
export const huggingFace: Site = {
  id: 'huggingface',
  name: 'Hugging Face',
  matches: ['https://huggingface.co/papers*'],
  claims: (url) =>
    url.protocol === 'https:' &&
    url.hostname === 'huggingface.co' &&
    (LISTING_PATH.test(url.pathname) || shownPaper(url) !== undefined),
  open,
  hydrating,
};

type ContextOf = (id: PaperId) => ReadContext;

function open(page: Page): OpenListing {
  const { document, url, today } = page;
  const embedded = embeddedIn(document);
  const listing = whichListing(page, embedded);
  const contextOf: ContextOf = (id) => ({ listing, today, embedded: embedded.papers.get(id) });
  const id = shownPaper(url);
  if (id) return { listing, ...openPaper(document, id, contextOf) };
  return { listing, ...openList(document, contextOf) };
}

function openList(document: Document, contextOf: ContextOf): Omit<OpenListing, 'listing'> {
  const found = findCards(document);
  const doubts = doubtsOf(document, found);
  if (doubts.length > 0) return openUnknown(document, contextOf, doubts);
  const cellOf = cellsOf(found);
  return {
    understood: true,
    cards: () => listCards(document, found, cellOf, contextOf),
    list: () => enclosing(found.map(cellOf)),
  };
}

/** On a page that is not understood, links to papers still get tools; there is no list. */
function openUnknown(
  document: Document,
  contextOf: ContextOf,
  doubts: readonly string[],
): Omit<OpenListing, 'listing'> {
  return {
    understood: false,
    doubts,
    cards: () => findLooseLinks(document).map((found) => looseCard(found, contextOf)),
    list: () => undefined,
  };
}

/**
 * Cards in `article`s are certain. Without them the frame must be known, and a known frame without
 * cards must be an empty list: links to papers that are no cards mean new markup.
 */
function doubtsOf(document: Document, found: readonly FoundCard[]): string[] {
  const names = found.map(({ element }) => nameOf(element));
  const areCertain = names.length > 0 && names.every((name) => name === 'article');
  if (areCertain) return doubtsInCards(found);
  // A heading alone is no card: hiding it would leave the rest of the paper.
  if (names.includes('h3')) return ['a title with no card around it'];
  if (!isFrameKnown(document)) return ['no frame of a list'];
  if (found.length === 0 && findLooseLinks(document).length > 0)
    return ['links to papers, but no cards'];
  return doubtsInCards(found);
}

/** Seen 2024-08 to 2026-10: the island of every list, the class of its page, and its heading. */
function isFrameKnown(document: Document): boolean {
  const classes = named(document, 'body').map((body) => attribute(body, 'class') ?? '');
  return (
    classes.some((names) => /(?:^|\s)DailyPapersPage(?:\s|$)/.test(names)) ||
    islandsIn(document).length > 0 ||
    named(document, 'h1').some((h1) => /^(?:daily|trending) papers\b/i.test(textOf(h1)))
  );
}

function listCards(
  document: Document,
  found: readonly FoundCard[],
  cellOf: (card: FoundCard) => Element,
  contextOf: ContextOf,
): Card[] {
  const pictured = picturedIn(document, found);
  return found.map((card) => ({
    id: card.id,
    main: card.element,
    parts: [cellOf(card)],
    anchor: card.element,
    place: pictured.has(card.element) ? 'top' : 'bottom',
    read: () => readCard(card, contextOf(card.id)),
  }));
}

/** The cards with a picture or film that links to the paper; avatars of authors stand in lists. */
function picturedIn(document: Document, found: readonly FoundCard[]): ReadonlySet<Element> {
  const cards = new Set(found.map(({ element }) => element));
  const pictured = new Set<Element>();
  for (const medium of [...named(document, 'img'), ...named(document, 'video')]) {
    const link = nearest(medium, 'a', 8);
    if (!link || nearest(medium, 'li', 4) || !linkedPaper(link)) continue;
    for (let at = parentOf(link); at; at = parentOf(at)) {
      if (cards.has(at)) {
        pictured.add(at);
        break;
      }
    }
  }
  return pictured;
}

const INLINE = /^(?:a|abbr|b|em|i|mark|small|span|strong|u)$/;

function looseCard(found: FoundCard, contextOf: ContextOf): Card {
  const { id, element } = found;
  let block = parentOf(element);
  while (block && INLINE.test(nameOf(block))) block = parentOf(block);
  return {
    id,
    main: element,
    parts: [element],
    anchor: block ?? element,
    place: 'inline',
    read: () => readCard(found, contextOf(id)),
  };
}

function openPaper(
  document: Document,
  id: PaperId,
  contextOf: ContextOf,
): Omit<OpenListing, 'listing'> {
  const found = findPaper(document);
  const scope = found && scopeOf(found);
  const doubts = [
    ...(scope ? doubtsIn(scope) : ['no heading of one paper']),
    ...(scope && isDiscussionLoose(scope) ? ['a discussion outside its place'] : []),
  ];
  if (!found || doubts.length > 0) return openUnknown(document, contextOf, doubts);
  const card: Card = {
    id,
    main: found.block,
    parts: [found.block],
    anchor: found.block,
    place: 'below',
    read: () => readPaperPage(id, found, contextOf(id)),
  };
  return { understood: true, cards: () => [card], list: () => undefined };
}

/**
 * Whether Svelte 5 still has to take over the server's markup: until then its islands hold comments
 * that begin with `[`, which become empty (seen 2026-09 and 2026-10).
 */
function hydrating(document: Document): boolean {
  return islandsIn(document).some((island) => {
    let isServed = false;
    walk(island, {
      enter: () => !isServed,
      comment: (text) => (isServed ||= text.startsWith('[')),
    });
    return isServed;
  });
}
