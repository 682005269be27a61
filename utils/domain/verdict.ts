import type { PaperId } from './paper';
import type { Rule, RuleAction } from './rule';

/** A rule that matched one card, with the words of the card that made it match. */
export type RuleMatch = { readonly rule: Rule; readonly words: readonly string[] };

/** What all rules together say of one card. */
export type Verdict = {
  readonly kind: 'show' | RuleAction;
  /** The rule that decided, with the words it matched; absent for `show` and for a paper hidden by hand. */
  readonly because?: RuleMatch;
  /** The reader hid this very paper. */
  readonly byHand: boolean;
};

/** All that bears on one card's verdict. */
export type Evidence = {
  readonly id: PaperId;
  readonly matches: readonly RuleMatch[];
  readonly saved: boolean;
  readonly hiddenByHand: boolean;
  readonly paused: boolean;
  /** The reader asked to see this card for now, whatever the rules say. */
  readonly shownAnyway: boolean;
};

const SHOW: Verdict = { kind: 'show', byHand: false };

// Pin beats what hides, what hides beats decoration: design, "Words", Rule.
const STRENGTH: Record<RuleAction, number> = { pin: 5, hide: 4, collapse: 3, dim: 2, highlight: 1 };

/** One verdict from everything known of a card. No rule ever hides a saved paper; the reader's own hand may. */
export function verdict(evidence: Evidence): Verdict {
  if (evidence.paused || evidence.shownAnyway) return SHOW;
  if (evidence.hiddenByHand) return { kind: 'collapse', byHand: true };
  const strongest = evidence.matches
    .filter(({ rule }) => rule.enabled && !(evidence.saved && conceals({ kind: rule.action })))
    .reduce<RuleMatch | undefined>(
      (best, match) =>
        best && STRENGTH[best.rule.action] >= STRENGTH[match.rule.action] ? best : match,
      undefined,
    );
  return strongest ? { kind: strongest.rule.action, because: strongest, byHand: false } : SHOW;
}

/** Whether a verdict takes the card out of the reader's sight. */
export function conceals({ kind }: Pick<Verdict, 'kind'>): boolean {
  return kind === 'hide' || kind === 'collapse';
}
