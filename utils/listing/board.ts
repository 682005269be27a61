import type { Listing } from '@/utils/domain/listing';
import { unmark } from '@/utils/page/mark';
import { foldText } from '@/utils/query/fold';
import type { Card, OpenListing, Opening } from '@/utils/sites/site';
import type { CardState } from './card-state';
import { type Slices, slices } from './slices';

const NOTHING = foldText('');

/**
 * How long reading cards that come later may hold up the frame they come in, in ms: a frame that
 * is late is better than one that shows what a rule hides.
 */
const LATER_CARDS_MS = 40;

/** All cards of the page, kept in step with it. */
export type Board = {
  /** In page order. */
  readonly states: readonly CardState[];
  readonly listing: Listing | undefined;
  readonly understood: boolean;
  /** Why it is not understood. */
  readonly doubts: readonly string[];
  readonly unreadable: number;
  /** What encloses the cards, if there is a list. */
  list(): Element | undefined;
  /**
   * Compares with the page as it is now; gives back the cards that are new or read anew. `onRead` is
   * told of them as they are read, so that the first need not wait for the last.
   */
  scan(onRead?: (read: readonly CardState[]) => void): Promise<CardState[]>;
  of(element: Element): CardState | undefined;
  /** Forgets every card and takes all marks off the page. */
  clear(): void;
};

export type BoardParts = {
  /** The listing now open, or `undefined` when this address is none. */
  readonly open: () => Opening | undefined;
  /** Called for each card that left the page. */
  readonly onGone: (state: CardState) => void;
};

/** Watches over the cards of one page. Reading is cut in slices so that the page stays smooth. */
export function board({ open, onGone }: BoardParts): Board {
  let states: CardState[] = [];
  let listing: OpenListing | undefined;
  let list: Element | undefined;
  const byElement = new Map<Element, CardState>();
  const byPart = new WeakMap<Element, CardState>();

  function drop(state: CardState): void {
    byElement.delete(state.card.main);
    unmark(state.card);
    onGone(state);
  }

  async function scan(
    onRead: (read: readonly CardState[]) => void = () => {},
  ): Promise<CardState[]> {
    const slice = slices(byElement.size > 0 ? LATER_CARDS_MS : undefined);
    const opening = open();
    listing = opening && (await finished(opening, slice));
    list = listing?.list();
    const cards = listing?.cards() ?? [];
    const fresh: CardState[] = [];
    const found: CardState[] = [];
    // While the page is read for the first time, what is read already can be used.
    if (states.length === 0) states = found;
    let untold = 0;
    const tell = (): void => {
      onRead(fresh.slice(untold));
      untold = fresh.length;
    };
    const present = new Set<Element>();
    for (const card of cards) {
      if (slice.isOver()) {
        tell();
        await slice.next();
      }
      present.add(card.main);
      const known = byElement.get(card.main);
      if (known && isSame(known, card)) {
        known.card = card;
        found.push(known);
        continue;
      }
      if (known && known.card.id !== card.id) drop(known);
      const state = readCard(card, known);
      byElement.set(card.main, state);
      for (const part of card.parts) byPart.set(part, state);
      found.push(state);
      fresh.push(state);
    }
    states = found;
    for (const [element, state] of byElement) if (!present.has(element)) drop(state);
    tell();
    return fresh;
  }

  return {
    scan,
    of(element) {
      const state = byElement.get(element) ?? byPart.get(element);
      return state && byElement.get(state.card.main) === state ? state : undefined;
    },
    list: () => list,
    clear() {
      for (const state of byElement.values()) drop(state);
      states = [];
    },
    get states() {
      return states;
    },
    get listing() {
      return listing?.listing;
    },
    get understood() {
      return listing?.understood ?? false;
    },
    get doubts() {
      return listing?.doubts ?? [];
    },
    get unreadable() {
      return states.filter(({ reading }) => !reading).length;
    },
  };
}

/** The listing, once it is open. */
async function finished(opening: Opening, slice: Slices): Promise<OpenListing> {
  for (;;) {
    const step = opening.next();
    if (step.done) return step.value;
    if (slice.isOver()) await slice.next();
  }
}

function isSame(known: CardState, card: Card): boolean {
  return (
    known.reading !== undefined &&
    known.card.id === card.id &&
    known.textLength === textLengthOf(card)
  );
}

function textLengthOf(card: Card): number {
  return card.main.textContent?.length ?? 0;
}

function readCard(card: Card, before: CardState | undefined): CardState {
  const same = before?.card.id === card.id ? before : undefined;
  const state: CardState = {
    card,
    textLength: textLengthOf(card),
    reading: undefined,
    title: NOTHING,
    abstract: NOTHING,
    matches: [],
    patterns: new Map(),
    status: same?.status,
    awaited: same?.status === undefined,
    verdict: same?.verdict ?? { kind: 'show' },
    shownAnyway: same?.shownAnyway ?? false,
    selected: false,
    failure: undefined,
  };
  try {
    state.reading = card.read();
    state.title = foldText(state.reading.paper.title);
    state.abstract = foldText(state.reading.paper.abstract ?? '');
  } catch (error) {
    // One broken card never spoils the page; the strip counts it.
    console.warn(`Offprint could not read the card of ${card.id}:`, error);
  }
  return state;
}
