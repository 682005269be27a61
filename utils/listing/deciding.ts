import type { CardState } from './card-state';
import { coalesce } from './coalesce';
import { slices } from './slices';

/** So many cards are judged at once, so that an answer to the reader's own act waits for nothing. */
const AT_ONCE = 60;

/** Judging and drawing cards, however many there are. */
export type Deciding = {
  /** Judges and draws these cards again; `anew` when what rules match on them is to be found out again. */
  decide(states: readonly CardState[], anew?: 'anew'): void;
  /** Resolves once all cards given so far are decided on. */
  settled(): Promise<void>;
};

export type DecidingParts = {
  readonly match: (state: CardState) => void;
  readonly decide: (state: CardState) => void;
  /** Told of the cards that were decided on, together. */
  readonly onDecided: (states: readonly CardState[]) => void;
  readonly signal: AbortSignal;
};

/** Few cards are decided on at once; many in slices between which the page has its thread back. */
export function deciding({ match, decide, onDecided, signal }: DecidingParts): Deciding {
  const waiting = new Set<CardState>();
  const unmatched = new Set<CardState>();
  let settling: Promise<unknown> = Promise.resolve();

  function settle(state: CardState): void {
    waiting.delete(state);
    if (unmatched.delete(state)) match(state);
    decide(state);
  }

  const work = coalesce(async () => {
    const slice = slices();
    let decided: CardState[] = [];
    for (const state of waiting) {
      if (slice.isOver()) {
        onDecided(decided);
        decided = [];
        await slice.next();
        if (signal.aborted) return;
      }
      // Somebody else may have settled it meanwhile.
      if (!waiting.has(state)) continue;
      settle(state);
      decided.push(state);
    }
    onDecided(decided);
  });

  return {
    decide(states, anew) {
      if (anew) for (const state of states) unmatched.add(state);
      if (states.length <= AT_ONCE) {
        for (const state of states) settle(state);
        return onDecided(states);
      }
      for (const state of states) waiting.add(state);
      const working = work().catch((error: unknown) => {
        console.warn('Offprint could not judge every card:', error);
      });
      // Only the first of several that overlap lasts until the end.
      settling = Promise.all([settling, working]);
    },
    async settled() {
      await settling;
    },
  };
}
