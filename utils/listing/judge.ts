import type { Ruling } from '@/utils/domain/library';
import type { Rule } from '@/utils/domain/rule';
import { conceals, verdict } from '@/utils/domain/verdict';
import { mark, markVerdict } from '@/utils/page/mark';
import type { IsoDate } from '@/utils/domain/paper';
import { type RuleProblem, compileRules, ruleProblem } from '@/utils/query/rules';
import type { CardState } from './card-state';
import { subjectOf } from './subject-of';

/** What the session's rules say of its cards. */
export type Judge = {
  readonly ruling: Ruling;
  /** Takes new rules into force; true when they differ from the old. */
  adopt(ruling: Ruling): boolean;
  /** Matches a card against the rules in force. */
  match(state: CardState): void;
  /** Decides a card anew and writes the verdict to the page. */
  decide(state: CardState, mayHide: boolean): void;
  /** The cards a rule not made yet would match; empty while its query is none. */
  wouldMatch(query: string, states: readonly CardState[]): CardState[];
  /** Why no rule can be made of this text; `undefined` when one can. */
  problemOf(query: string): RuleProblem | undefined;
};

/** Judges the cards of one site; ages count from `today`. */
export function judge(site: string, today: () => IsoDate): Judge {
  let ruling: Ruling = { rules: [], paused: false };
  let matcher = compileRules([], site, today());

  return {
    get ruling() {
      return ruling;
    },
    adopt(next) {
      const differs = JSON.stringify(next.rules) !== JSON.stringify(ruling.rules);
      ruling = { rules: next.rules, paused: next.paused };
      if (differs) matcher = compileRules(ruling.rules, site, today());
      return differs;
    },
    match(state) {
      state.matches = matcher(subjectOf(state, site));
    },
    decide(state, mayHide) {
      const decided = verdict({
        id: state.card.id,
        matches: state.matches,
        saved: state.status?.entry !== undefined,
        hiddenByHand: state.status?.hidden ?? false,
        paused: ruling.paused,
        shownAnyway: state.shownAnyway,
      });
      // Fail open: without the library's answer, or on a page not understood, nothing is hidden.
      const sure = mayHide && state.status !== undefined && state.reading !== undefined;
      state.verdict = conceals(decided) && !sure ? { kind: 'show', byHand: false } : decided;
      markVerdict(state.card, state.verdict.kind);
      mark(state.card.main, 'selected', state.selected && '');
    },
    wouldMatch(query, states) {
      const matches = compileRules([draftRule(query)], site, today());
      return states.filter((state) => state.reading && matches(subjectOf(state, site)).length > 0);
    },
    problemOf: ruleProblem,
  };
}

function draftRule(query: string): Rule {
  return { id: 'draft', query, action: 'collapse', sites: [], enabled: true, createdAt: '' };
}
