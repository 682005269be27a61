import { conceals } from '@/utils/domain/verdict';
import { MARKS, mark } from '@/utils/page/mark';
import type { Board } from './board';
import type { CardState } from './card-state';
import type { Tools } from './tools';

/** Which card the keys act on. */
export type Pointer = {
  /** The current card, or the first one in view. */
  here(): CardState | undefined;
  /** What an action is for: the selected cards, or the current one. */
  targets(): CardState[];
  move(step: 1 | -1): void;
  point(state: CardState | undefined): void;
  /** Points at a card and brings it into view, with the focus on its tools. */
  goTo(state: CardState): void;
};

/** Keeps the current card; the mouse points by moving, the keys by `move`. */
export function pointer(
  document: Document,
  board: Board,
  tools: Tools,
  signal: AbortSignal,
): Pointer {
  let current: CardState | undefined;

  function point(state: CardState | undefined): void {
    if (state === current) return;
    if (current) mark(current.card.main, 'current', false);
    current = state;
    if (current) mark(current.card.main, 'current', '');
  }

  // `pointermove`, since scrolling under a resting mouse must not change the current card.
  document.addEventListener(
    'pointermove',
    ({ target }) => {
      const state = target instanceof Element ? cardAround(target, board) : undefined;
      if (state) point(state);
    },
    { signal, passive: true },
  );

  function here(): CardState | undefined {
    const isFiltered = current?.card.main.hasAttribute(MARKS.filtered);
    if (current && !isFiltered && board.states.includes(current)) return current;
    return board.states.find(isInView);
  }

  function goTo(state: CardState): void {
    point(state);
    state.card.main.scrollIntoView({ block: 'nearest' });
    tools.hostOf(state)?.focus({ preventScroll: true });
  }

  return {
    here,
    targets() {
      const selected = board.states.filter((state) => state.selected);
      if (selected.length > 0) return selected;
      const state = here();
      return state ? [state] : [];
    },
    move(step) {
      const next = current ? neighbour(board.states, current, step) : here();
      if (next) goTo(next);
    },
    goTo,
    point,
  };
}

function cardAround(element: Element, board: Board): CardState | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const state = board.of(at);
    if (state) return state;
  }
  return undefined;
}

function neighbour(
  states: readonly CardState[],
  from: CardState,
  step: 1 | -1,
): CardState | undefined {
  for (let index = states.indexOf(from) + step; states[index]; index += step) {
    const state = states[index];
    if (state && !isOutOfSight(state)) return state;
  }
  return undefined;
}

/** Hidden by a rule or by hand, or left out by the words the page is filtered by. */
export function isOutOfSight({ card, verdict }: CardState): boolean {
  return conceals(verdict) || card.main.hasAttribute(MARKS.filtered);
}

function isInView(state: CardState): boolean {
  if (isOutOfSight(state)) return false;
  const { card } = state;
  const { top, bottom, height } = card.main.getBoundingClientRect();
  const view = card.main.ownerDocument.defaultView;
  return height > 0 && bottom > 80 && top < (view?.innerHeight ?? 0);
}
