import type { IsoInstant } from './paper';

/** What a rule does to the cards it matches. */
export type RuleAction = 'hide' | 'collapse' | 'dim' | 'highlight' | 'pin';

/** A reader's rule: a query, and what to do with the cards it matches. */
export type Rule = {
  readonly id: string;
  /** Words and "phrases"; all of them must occur in title or abstract. */
  readonly query: string;
  readonly action: RuleAction;
  /** Ids of the sites it applies to; empty means every site. */
  readonly sites: readonly string[];
  readonly enabled: boolean;
  readonly createdAt: IsoInstant;
};

/** What the reader decides of a new rule; the library adds the rest. */
export type RuleDraft = Pick<Rule, 'query' | 'action' | 'sites'>;
