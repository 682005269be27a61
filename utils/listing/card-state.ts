import type { CardStatus } from '@/utils/domain/entry';
import type { Reading } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import type { RuleMatch, Verdict } from '@/utils/domain/verdict';
import type { Folded } from '@/utils/query/fold';
import type { Card } from '@/utils/sites/site';

/** A change that was not stored, and how to try it once more. */
type Failure = { readonly message: string; readonly retry: () => void };

/** One card on the page, and all the session knows of it. */
export type CardState = {
  card: Card;
  /** Grows or shrinks when the site recycles the element for other text. */
  textLength: number;
  /** Absent when the card could not be read. */
  reading: Reading | undefined;
  title: Folded;
  abstract: Folded;
  matches: readonly RuleMatch[];
  /** Whether its texts hold patterns that were asked about, by the pattern as printed. */
  readonly patterns: Map<string, boolean>;
  status: CardStatus | undefined;
  /** The library was asked for its status, and has not answered yet. */
  awaited: boolean;
  verdict: Verdict;
  shownAnyway: boolean;
  selected: boolean;
  failure: Failure | undefined;
};

/** The paper of a card. */
export function idOf(state: CardState): PaperId {
  return state.card.id;
}

/** What to call a card's paper in front of the reader. */
export function titleOf(state: CardState): string {
  return state.reading?.paper.title ?? state.card.id;
}
