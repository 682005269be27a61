import type { PaperId } from '@/utils/domain/paper-id';
import {
  attribute,
  childrenOf,
  isAfter,
  nameOf,
  named,
  nearest,
  parentOf,
  textOf,
} from '@/utils/page/select';
import { isListingLink } from './period';
import { linkedPaper } from './paper-link';

/** A card before it is read: the element of one paper, and what has its title, if anything does. */
export type FoundCard = {
  readonly id: PaperId;
  readonly element: Element;
  readonly title: Element | undefined;
};

/**
 * The cards of a list in page order: the `article` around a title, or, where there is none, the
 * largest element that is about that one paper. Every era links the title from an `h3` (seen
 * 2024-08 to 2026-10).
 */
export function findCards(document: Document): FoundCard[] {
  const titles = titlesIn(document);
  const papersOf = new Map<Element, Set<PaperId>>();
  for (const { article, id } of titles) if (article) addTo(papersOf, article, id);
  const around = titles.every(({ article }) => article && papersOf.get(article)?.size === 1)
    ? undefined
    : ownersOf(document);
  const cards = new Map<Element, FoundCard>();
  for (const { id, article, heading, title } of titles) {
    const isWhole = article && papersOf.get(article)?.size === 1;
    const element = isWhole ? article : largestOf(heading, id, around);
    // A trending card holds its title twice, once for wide screens and once for phones.
    if (!cards.has(element)) cards.set(element, { id, element, title });
  }
  return cards.size === 0 ? [] : withUnlinked(document, cards);
}

type Title = {
  readonly id: PaperId;
  readonly title: Element;
  readonly heading: Element;
  readonly article: Element | undefined;
};

function titlesIn(document: Document): Title[] {
  return named(document, 'h3').flatMap((heading) => {
    const outer = nearest(heading, 'a', 3);
    for (const link of [...named(heading, 'a'), ...(outer ? [outer] : [])]) {
      const paper = linkedPaper(link);
      if (!paper || paper.isDiscussion) continue;
      const article = nearest(heading, 'article');
      return [{ id: paper.id, title: link === outer ? heading : link, heading, article }];
    }
    return [];
  });
}

/** Adds the articles about one paper whose heading lost its link. */
function withUnlinked(document: Document, cards: ReadonlyMap<Element, FoundCard>): FoundCard[] {
  const unlinked = named(document, 'article').flatMap((element): FoundCard[] => {
    if (cards.has(element) || named(element, 'article').length > 0) return [];
    const [title] = named(element, 'h3');
    const links = named(element, 'a').map(linkedPaper);
    const papers = new Set(
      links.flatMap((paper) => (paper?.isDiscussion ? [] : (paper?.id ?? []))),
    );
    const [id] = papers;
    return title && id && papers.size === 1 ? [{ id, element, title }] : [];
  });
  const linked = [...cards.values()];
  if (unlinked.length === 0) return linked;
  return [...linked, ...unlinked].sort((one, other) =>
    isAfter(one.element, other.element) ? 1 : -1,
  );
}

const SEVERAL = Symbol('several papers');
type Owners = ReadonlyMap<Element, PaperId | typeof SEVERAL>;

/** For each element, the one paper that the links in it lead to. */
function ownersOf(document: Document): Owners {
  const owners = new Map<Element, PaperId | typeof SEVERAL>();
  const own = (from: Element, owner: PaperId | typeof SEVERAL): void => {
    for (let at: Element | undefined = from; at; at = parentOf(at)) {
      const known = owners.get(at);
      if (known === SEVERAL || known === owner) break;
      owners.set(at, known === undefined ? owner : SEVERAL);
    }
  };
  // What is around the page's heading or its links to other days is more than a card, even when
  // the page lists a single paper.
  for (const heading of named(document, 'h1')) own(heading, SEVERAL);
  for (const link of named(document, 'a')) {
    const paper = linkedPaper(link);
    if (paper) own(link, paper.id);
    else if (isListingLink(link)) own(link, SEVERAL);
  }
  return owners;
}

function largestOf(heading: Element, id: PaperId, owners: Owners | undefined): Element {
  let card = heading;
  for (let at: Element | undefined = heading; at && !isFrame(at); at = parentOf(at)) {
    if (owners?.get(at) !== id) break;
    card = at;
  }
  return card;
}

function isFrame(element: Element): boolean {
  return (
    /^(?:main|section|body|html)$/.test(nameOf(element)) ||
    attribute(element, 'data-target') !== undefined ||
    isGrid(element)
  );
}

function isGrid(element: Element): boolean {
  return /(?:^|\s)grid(?:\s|$)/.test(attribute(element, 'class') ?? '');
}

/**
 * For each card what must vanish for it to vanish: the grid cell around it where the site wraps it
 * in one (seen 2024-08), else the card.
 */
export function cellsOf(cards: readonly FoundCard[]): (card: FoundCard) => Element {
  const cardsIn = new Map<Element, number>();
  for (const { element } of cards) {
    const parent = parentOf(element);
    if (parent) cardsIn.set(parent, (cardsIn.get(parent) ?? 0) + 1);
  }
  return ({ element }) => {
    const parent = parentOf(element);
    if (!parent || cardsIn.get(parent) !== 1 || nameOf(parent) !== 'div' || isFrame(parent)) {
      return element;
    }
    const around = parentOf(parent);
    const isInList = cards.length > 1 || (around !== undefined && isGrid(around));
    return isInList && childrenOf(parent).length === 1 ? parent : element;
  };
}

/** Links to papers on a page that has no cards, each paper once, by a link that has words. */
export function findLooseLinks(document: Document): FoundCard[] {
  const links = new Map<PaperId, FoundCard>();
  for (const link of named(document, 'a')) {
    const paper = linkedPaper(link);
    if (!paper || paper.isDiscussion || links.has(paper.id)) continue;
    const words = textOf(link);
    if (!/\p{L}/u.test(words) || /^[·•\s]*\d+ authors?$/i.test(words)) continue;
    links.set(paper.id, { id: paper.id, element: link, title: link });
  }
  return [...links.values()];
}

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}
