import type { Listing } from '@/utils/domain/listing';
import type { PaperId } from '@/utils/domain/paper-id';
import { parentOf } from '@/utils/page/select';
import type { Card, OpenListing } from '../site';
import { enclosing } from './enclosing';
import { looseCards } from './loose-links';

/** The cards of a page, and whether the page is built as it is known to be. */
export type Cards = { readonly cards: readonly Card[]; readonly understood: boolean };

/** A page that is not built as it is known to be. */
export const UNKNOWN: Cards = { cards: [], understood: false };

/**
 * A listing that is understood, or of which only the links that name papers are offered.
 * `list` is what encloses the cards; without it that is the lowest element around them all.
 */
export function openedListing(
  document: Document,
  listing: Listing,
  { cards, understood }: Cards,
  paperOf: (link: Element) => PaperId | undefined,
  list?: Element,
): OpenListing {
  return {
    listing,
    understood,
    cards: () => (understood ? cards : looseCards(document, paperOf)),
    list: () => (understood ? (list ?? around(cards)) : undefined),
  };
}

function around(cards: readonly Card[]): Element | undefined {
  const [first] = cards;
  const mains = cards.flatMap(({ parts }) => parts);
  return mains.length > 1 ? enclosing(mains) : first && parentOf(first.main);
}
