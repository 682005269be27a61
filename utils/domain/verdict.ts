import type { PaperId } from './paper-id';
import type { Rule, RuleAction } from './rule';

/** A rule that matched one card, with the words of the card that made it match. */
export type RuleMatch = {
  readonly rule: Rule;
  readonly words: readonly string[];
  /** What on the card the rule's `unless` answers to; the rule leaves such a card alone. */
  readonly unless?: readonly string[];
};

/** What becomes of cards that were seen on an earlier visit. */
export type SeenAction = 'leave' | 'dim' | 'collapse';

/** What all rules together say of one card. */
export type Verdict = {
  readonly kind: 'show' | RuleAction;
  /** The rule that decided, with the words it matched. */
  readonly because?: RuleMatch;
  /** What decided where no rule did: the reader hid this very paper, or saw it before. */
  readonly by?: 'hand' | 'seen';
};

/** All that bears on one card's verdict. */
export type Evidence = {
  readonly id: PaperId;
  readonly matches: readonly RuleMatch[];
  readonly saved: boolean;
  readonly hiddenByHand: boolean;
  /** Seen on an earlier visit. */
  readonly seenBefore: boolean;
  readonly seenAction: SeenAction;
  readonly paused: boolean;
  /** The reader asked to see this card for now, whatever the rules say. */
  readonly shownAnyway: boolean;
};

const SHOW: Verdict = { kind: 'show' };

// Pin beats what hides, what hides beats decoration: design, "Words", Rule.
const STRENGTH: Record<RuleAction, number> = { pin: 5, hide: 4, collapse: 3, dim: 2, highlight: 1 };

/** One verdict from everything known of a card. No rule ever hides a saved paper; the reader's own hand may. */
export function verdict(evidence: Evidence): Verdict {
  if (evidence.paused || evidence.shownAnyway) return SHOW;
  if (evidence.hiddenByHand) return { kind: 'collapse', by: 'hand' };
  const strongest = evidence.matches
    .filter((match) => match.rule.enabled && obstacle(match, evidence) === undefined)
    .reduce<RuleMatch | undefined>(
      (best, match) =>
        best && STRENGTH[best.rule.action] >= STRENGTH[match.rule.action] ? best : match,
      undefined,
    );
  if (strongest) return { kind: strongest.rule.action, because: strongest };
  const { seenBefore, seenAction, saved } = evidence;
  return seenBefore && seenAction !== 'leave' && !saved ? { kind: seenAction, by: 'seen' } : SHOW;
}

/** What kept a rule that matched from having its way. */
type Obstacle = 'unless' | 'saved';

function obstacle({ rule, unless }: RuleMatch, { saved }: Evidence): Obstacle | undefined {
  if (unless) return 'unless';
  return saved && conceals({ kind: rule.action }) ? 'saved' : undefined;
}

/** A verdict taken apart for the reader who asks why. */
export type Explanation = {
  /** Every rule that matched, with what kept it from having its way. */
  readonly rules: readonly { readonly match: RuleMatch; readonly obstacle?: Obstacle }[];
  readonly verdict: Verdict;
  /** What it would be without `unless`, without saving, and without showing it for now. */
  readonly without: Verdict;
};

/** Why a card's verdict is what it is. */
export function explain(evidence: Evidence): Explanation {
  return {
    rules: evidence.matches.map((match) => {
      const against = obstacle(match, evidence);
      return against === undefined ? { match } : { match, obstacle: against };
    }),
    verdict: verdict(evidence),
    without: verdict({
      ...evidence,
      matches: evidence.matches.map(({ rule, words }) => ({ rule, words })),
      saved: false,
      paused: false,
      shownAnyway: false,
    }),
  };
}

/** Whether a verdict takes the card out of the reader's sight. */
export function conceals({ kind }: Pick<Verdict, 'kind'>): boolean {
  return kind === 'hide' || kind === 'collapse';
}
