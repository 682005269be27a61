import { localDay } from '@/utils/domain/day';
import type { Ruling } from '@/utils/domain/library';
import type { Rule } from '@/utils/domain/rule';
import {
  type Evidence,
  type Explanation,
  conceals,
  explain,
  verdict,
} from '@/utils/domain/verdict';
import { mark, markVerdict } from '@/utils/page/mark';
import type { Query } from '@/utils/query/query';
import { type Occasion, compileRules, patternsIn } from '@/utils/query/rules';
import { parse } from '@/utils/query/parse';
import type { CardState } from './card-state';
import { subjectOf } from './subject-of';

/** What the session's rules say of its cards. */
export type Judge = {
  readonly ruling: Ruling;
  /** Takes new rules into force; true when they differ from the old. */
  adopt(ruling: Ruling): boolean;
  /** Takes the rules into force that are so by now: some may have expired, some be of another day. */
  renew(): void;
  /** When the next rule expires, in ms since 1970. */
  nextExpiry(): number | undefined;
  /** The patterns that rules ask for, as printed. */
  patterns(): readonly string[];
  /** Matches a card against the rules in force. */
  match(state: CardState): void;
  /** Decides a card anew and writes the verdict to the page. */
  decide(state: CardState, mayHide: boolean): void;
  explain(state: CardState): Explanation;
  /** The cards a rule not made yet would match; empty while its query is none. */
  wouldMatch(query: string, states: readonly CardState[]): CardState[];
};

/** Judges the cards of one site; `now` is in ms since 1970. */
export function judge(site: string, now: () => number): Judge {
  let isRuled = false;
  let ruling: Ruling = { rules: [], paused: false, seenAction: 'leave' };
  let matcher = compileRules([], occasion());

  function occasion(): Occasion {
    const instant = new Date(now());
    return { site, today: localDay(instant), now: instant.toISOString() };
  }

  function evidenceOn({ card, matches, status, shownAnyway }: CardState): Evidence {
    return {
      id: card.id,
      matches,
      saved: status?.entry !== undefined,
      hiddenByHand: status?.hidden ?? false,
      seenBefore: status?.seenBefore !== undefined,
      seenAction: ruling.seenAction,
      paused: ruling.paused,
      shownAnyway,
    };
  }

  return {
    get ruling() {
      return ruling;
    },
    adopt(next) {
      const differs = JSON.stringify(next.rules) !== JSON.stringify(ruling.rules);
      ruling = { rules: next.rules, paused: next.paused, seenAction: next.seenAction };
      isRuled = true;
      if (differs) matcher = compileRules(ruling.rules, occasion());
      return differs;
    },
    renew() {
      matcher = compileRules(ruling.rules, occasion());
    },
    nextExpiry() {
      const times = ruling.rules.map(({ expiresAt }) => Date.parse(expiresAt ?? ''));
      const coming = times.filter((time) => time > now());
      return coming.length > 0 ? Math.min(...coming) : undefined;
    },
    patterns() {
      const texts = ruling.rules.flatMap(({ query, unless }) => [query, unless ?? '']);
      return patternsIn(texts.filter((text) => text.includes('/')).map(queryOf));
    },
    match(state) {
      state.matches = matcher(subjectOf(state, site));
    },
    decide(state, mayHide) {
      const decided = verdict(evidenceOn(state));
      // Fail open: without the library's answer, or on a page not understood, nothing is hidden.
      // Only while that answer is under way do the rules known so far go ahead, so that what they
      // hide never shows for a moment.
      const isAnswered = state.status !== undefined || (state.awaited && isRuled);
      const sure = mayHide && isAnswered && state.reading !== undefined;
      state.verdict = conceals(decided) && !sure ? { kind: 'show' } : decided;
      markVerdict(state.card, state.verdict.kind);
      mark(state.card.main, 'selected', state.selected && '');
    },
    explain: (state) => explain(evidenceOn(state)),
    wouldMatch(query, states) {
      const matches = compileRules([draftRule(query)], occasion());
      return states.filter((state) => state.reading && matches(subjectOf(state, site)).length > 0);
    },
  };
}

function queryOf(text: string): Query {
  return parse(text).query;
}

function draftRule(query: string): Rule {
  return { id: 'draft', query, action: 'collapse', sites: [], enabled: true, createdAt: '' };
}
