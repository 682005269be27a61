import type { IsoInstant } from './paper';
import type { PaperId } from './paper-id';

export const RULE_ACTIONS = ['hide', 'collapse', 'dim', 'highlight', 'pin'] as const;

/** What a rule does to the cards it matches. */
export type RuleAction = (typeof RULE_ACTIONS)[number];

/** A reader's rule: a query, and what to do with the cards it matches. */
export type Rule = {
  readonly id: string;
  /** In the language of searches; words without a field are looked for in title and abstract. */
  readonly query: string;
  readonly action: RuleAction;
  /** A query for the cards the rule leaves alone. */
  readonly unless?: string;
  /** Ids of the sites it applies to; empty means every site. */
  readonly sites: readonly string[];
  readonly enabled: boolean;
  readonly createdAt: IsoInstant;
  /** From then on it does nothing. */
  readonly expiresAt?: IsoInstant;
  /** Why the reader made it. */
  readonly note?: string;
  /** The shared pack it came with. */
  readonly pack?: string;
  /** What of a stored row this version cannot read; such a rule does nothing. Never stored. */
  readonly unreadable?: 'query' | 'action' | 'unless' | 'sites' | 'expiresAt';
};

/** What the reader decides of a rule. */
export type RuleDraft = Pick<Rule, 'query' | 'action' | 'sites'> &
  Partial<Pick<Rule, 'unless' | 'expiresAt' | 'note' | 'enabled'>>;

/** A change to a rule; `null` takes away what a rule need not have. */
export type RuleChange = Partial<Pick<Rule, 'query' | 'action' | 'sites' | 'enabled'>> & {
  readonly [Field in 'unless' | 'expiresAt' | 'note']?: string | null;
};

/** That a rule matched a paper on a page. */
export type RuleHit = {
  readonly rule: string;
  readonly id: PaperId;
  /** The rule took it out of sight. */
  readonly hidden: boolean;
  /** The reader asked to see it all the same. */
  readonly shown?: true;
};

/** What a rule did in the last 30 days. */
export type RuleRecord = {
  readonly rule: string;
  readonly matched: number;
  readonly hidden: number;
  /** Of those hidden, how many the reader asked to see. */
  readonly shown: number;
  /** Of those hidden, how many are saved now. */
  readonly saved: number;
  /** When it last matched anything, also longer ago. */
  readonly lastMatch?: IsoInstant;
};

/** Whether a rule does anything at this instant, apart from what its query says. */
export function isInForce(
  { enabled, expiresAt, unreadable }: Pick<Rule, 'enabled' | 'expiresAt' | 'unreadable'>,
  now: IsoInstant,
): boolean {
  return enabled && unreadable === undefined && !hasExpired({ expiresAt }, now);
}

/** Whether a rule's time is over. */
export function hasExpired(
  { expiresAt }: { readonly expiresAt?: IsoInstant | undefined },
  now: IsoInstant,
): boolean {
  return expiresAt !== undefined && expiresAt <= now;
}

/** Whether text names something a rule can do. */
export function isRuleAction(value: unknown): value is RuleAction {
  return RULE_ACTIONS.some((action) => action === value);
}
