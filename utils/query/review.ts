import { type Rule, hasExpired } from '@/utils/domain/rule';
import type { IsoInstant } from '@/utils/domain/paper';
import { canonical } from './canonical';
import { type Breakage, breakageOf } from './rules';

/** What the reader should know of a rule before trusting it. */
export type Review = {
  readonly breakage?: Breakage;
  /** An older rule that says the same. */
  readonly duplicateOf?: Rule;
  readonly expired: boolean;
  /** It names only sites that are not known here. */
  readonly orphaned: boolean;
};

/** Looks through all rules; one review a rule, by its id. */
export function reviewRules(
  rules: readonly Rule[],
  sites: readonly string[],
  now: IsoInstant,
): ReadonlyMap<string, Review> {
  const first = new Map<string, Rule>();
  const reviews = new Map<string, Review>();
  for (const rule of rules) {
    const breakage = breakageOf(rule);
    const same = breakage ? undefined : first.get(meaningOf(rule));
    if (!breakage && !same) first.set(meaningOf(rule), rule);
    reviews.set(rule.id, {
      ...(breakage && { breakage }),
      ...(same && { duplicateOf: same }),
      expired: hasExpired(rule, now),
      orphaned: rule.sites.length > 0 && !rule.sites.some((site) => sites.includes(site)),
    });
  }
  return reviews;
}

/** One text for all rules that do the same to the same cards. */
export function meaningOf({
  query,
  action,
  unless,
  sites,
}: Omit<Rule, 'id' | 'createdAt' | 'enabled'>): string {
  const exception = unless === undefined ? '' : canonical(unless);
  return [canonical(query), action, exception, [...sites].sort().join()].join('\n');
}
