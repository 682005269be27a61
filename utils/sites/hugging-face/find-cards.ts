import type { PaperId } from '@/utils/domain/paper';
import { all, around, attribute, maybe, textOf } from '@/utils/page/select';
import { linkedPaper } from './paper-link';

/** A card before it is read: the element of one paper, and the link that is its title. */
export type FoundCard = {
  readonly id: PaperId;
  readonly element: Element;
  readonly titleLink: Element;
};

/** Every era links the title from an `h3` (seen 2024-08 to 2026-10). */
const TITLE_LINKS = 'h3 a[href*="/papers/"]';

/**
 * The cards of a list in page order: the `article` around a title, or, where there is none, the
 * largest element that is about that one paper.
 */
export function findCards(document: Document): FoundCard[] {
  const links = all(document, TITLE_LINKS).flatMap((titleLink) => {
    const paper = linkedPaper(titleLink);
    return paper && paper.hash === '' ? [{ titleLink, id: paper.id }] : [];
  });
  const owners = ownersOf(document);
  const cards = new Map<Element, FoundCard>();
  for (const { titleLink, id } of links) {
    const element = cardAround(titleLink, id, owners);
    // A trending card holds its title twice, once for wide screens and once for phones.
    if (!cards.has(element)) cards.set(element, { id, element, titleLink });
  }
  return [...cards.values()];
}

const SEVERAL = Symbol('several papers');
type Owner = PaperId | typeof SEVERAL;

/** For each element, the one paper that the links in it lead to. */
function ownersOf(document: Document): ReadonlyMap<Element, Owner> {
  const owners = new Map<Element, Owner>();
  for (const link of all(document, 'a[href*="/papers/"]')) {
    const paper = linkedPaper(link);
    if (!paper) continue;
    for (let at: Element | null = link; at; at = at.parentElement) {
      const owner = owners.get(at);
      if (owner === SEVERAL) break;
      owners.set(at, owner === undefined || owner === paper.id ? paper.id : SEVERAL);
    }
  }
  return owners;
}

function cardAround(link: Element, id: PaperId, owners: ReadonlyMap<Element, Owner>): Element {
  const article = around(link, 'article');
  if (article && owners.get(article) === id) return article;
  let card = link;
  for (let at = link.parentElement; at && !isFrame(at); at = at.parentElement) {
    if (owners.get(at) !== id) break;
    card = at;
  }
  return card;
}

// A page with a single result must not take the whole page for its card.
function isFrame(element: Element): boolean {
  return (
    /^(?:main|section|body|html)$/.test(element.localName) ||
    attribute(element, 'data-target') !== undefined ||
    maybe(element, 'h1') !== undefined
  );
}

/** The grid cell around a card where the site wraps it in one (seen 2024-08), else the card. */
export function cellOf(card: Element): Element {
  const parent = card.parentElement;
  const isCell =
    parent?.localName === 'div' &&
    parent.childElementCount === 1 &&
    !/(?:^|\s)grid(?:\s|$)/.test(attribute(parent, 'class') ?? '');
  return isCell ? parent : card;
}

/** Links to papers on a page that has no cards, each paper once, by a link that has words. */
export function findLooseLinks(document: Document): FoundCard[] {
  const links = new Map<PaperId, FoundCard>();
  for (const link of all(document, 'a[href*="/papers/"]')) {
    const paper = linkedPaper(link);
    if (!paper || paper.hash !== '' || links.has(paper.id) || !/\p{L}/u.test(textOf(link)))
      continue;
    links.set(paper.id, { id: paper.id, element: link, titleLink: link });
  }
  return [...links.values()];
}
