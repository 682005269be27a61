import { maybe, textOf } from '@/utils/page/select';
import { embeddedIn } from './hugging-face/embedded';
import { cellOf, type FoundCard, findCards, findLooseLinks } from './hugging-face/find-cards';
import { shownPaper } from './hugging-face/paper-link';
import { paperBlock, readPaperPage } from './hugging-face/paper-page';
import { readCard, type ReadContext } from './hugging-face/read-card';
import { whichListing } from './hugging-face/which-listing';
import type { Card, OpenListing, Page, Site } from './site';

/** Seen 2024-08 to 2026-10: the island of every list, and the class of its page. */
const FRAME = '[data-target="DailyPapers"], body.DailyPapersPage';

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

function open(page: Page): OpenListing {
  const embedded = embeddedIn(page.document);
  const listing = whichListing(page, embedded);
  const contextOf = (id: Card['id']): ReadContext => ({
    listing,
    today: page.today,
    embedded: embedded.papers.get(id),
  });
  if (listing.kind === 'paper') return openPaper(page, listing, contextOf);
  const found = findCards(page.document);
  const understood = isUnderstood(page.document, found);
  return {
    listing,
    understood,
    cards: () =>
      understood
        ? found.map((card) => listCard(card, contextOf))
        : findLooseLinks(page.document).map((card) => looseCard(card, contextOf)),
    list: () => (understood ? enclosing(found.map(({ element }) => element)) : undefined),
  };
}

/**
 * Cards in `article`s are certain. Without them the frame must be known, and a known frame without
 * cards must be an empty list: links to papers that are no cards mean new markup.
 */
function isUnderstood(document: Document, found: readonly FoundCard[]): boolean {
  if (found.length > 0 && found.every(({ element }) => element.localName === 'article'))
    return true;
  if (!isFrameKnown(document)) return false;
  return found.length > 0 || findLooseLinks(document).length === 0;
}

function isFrameKnown(document: Document): boolean {
  const heading = maybe(document, 'h1');
  return (
    maybe(document, FRAME) !== undefined ||
    (heading !== undefined && /^(?:daily|trending) papers/i.test(textOf(heading)))
  );
}

function listCard(found: FoundCard, contextOf: (id: Card['id']) => ReadContext): Card {
  const { id, element } = found;
  const picture = maybe(element, 'a[href*="/papers/"] img, a[href*="/papers/"] video');
  const hasPicture = picture !== undefined && picture.parentElement?.localName !== 'li';
  return {
    id,
    main: element,
    parts: [cellOf(element)],
    anchor: element,
    place: hasPicture ? 'top' : 'bottom',
    read: () => readCard(found, contextOf(id)),
  };
}

function looseCard(found: FoundCard, contextOf: (id: Card['id']) => ReadContext): Card {
  const { id, element } = found;
  return {
    id,
    main: element,
    parts: [element],
    anchor: element.parentElement ?? element,
    place: 'inline',
    read: () => readCard(found, contextOf(id)),
  };
}

function openPaper(
  { document, url }: Page,
  listing: OpenListing['listing'],
  contextOf: (id: Card['id']) => ReadContext,
): OpenListing {
  const id = shownPaper(url);
  const block = paperBlock(document);
  if (!id || !block) return { listing, understood: false, cards: () => [], list: () => undefined };
  const card: Card = {
    id,
    main: block,
    parts: [block],
    anchor: block,
    place: 'corner',
    read: () => readPaperPage(id, block, contextOf(id)),
  };
  return { listing, understood: true, cards: () => [card], list: () => undefined };
}

/** The lowest element around all of these. */
function enclosing(elements: readonly Element[]): Element | undefined {
  const last = elements.at(-1);
  let parent = elements[0]?.parentElement;
  while (parent && !parent.contains(last ?? null)) parent = parent.parentElement;
  return parent ?? undefined;
}

/**
 * Whether Svelte 5 still has to take over the server's markup: until then its islands hold comments
 * that begin with `[`, which become empty (seen 2026-09 and 2026-10).
 */
function hydrating(document: Document): boolean {
  const island = maybe(document, '[data-target="DailyPapers"], [data-target="PaperContent"]');
  if (!island) return false;
  // 128 is NodeFilter.SHOW_COMMENT, which is not there where adapters are only imported.
  const comments = document.createTreeWalker(island, 128);
  while (comments.nextNode()) if (comments.currentNode.nodeValue?.startsWith('[')) return true;
  return false;
}
