import type { Rule, RuleRecord } from '@/utils/domain/rule';
import type { Review } from '@/utils/query/review';
import { counted, text } from '@/utils/strings';

/** What rules did, by their ids. */
export type Records = ReadonlyMap<string, RuleRecord>;

/** The rules with all of these words in them; what needs the reader's eye first, then the newest. */
export function foundRules(
  rules: readonly Rule[],
  reviews: ReadonlyMap<string, Review>,
  sought: string,
): Rule[] {
  const words = sought.toLowerCase().split(/\s+/);
  const isBroken = ({ id }: Rule): number => Number(reviews.get(id)?.breakage !== undefined);
  return rules
    .filter((rule) => holds(rule, words))
    .reverse()
    .sort((a, b) => isBroken(b) - isBroken(a));
}

function holds({ query, unless, note, pack }: Rule, words: readonly string[]): boolean {
  const said = [query, unless, note, pack].join(' ').toLowerCase();
  return words.every((word) => said.includes(word));
}

/** How many rules there are, and how many of them want looking at. */
export function summaryOf(
  rules: readonly Rule[],
  reviews: ReadonlyMap<string, Review>,
  records: Records | undefined,
): string {
  const count = (holds: (review: Review | undefined, rule: Rule) => boolean): number =>
    rules.filter((rule) => holds(reviews.get(rule.id), rule)).length;
  const broken = count((review) => review?.breakage !== undefined);
  const double = count((review) => review?.duplicateOf !== undefined);
  const silent = records ? count((_, { id }) => !records.has(id)) : 0;
  return [
    counted('rulesCount', rules.length),
    ...(broken > 0 ? [text('rulesBroken', broken)] : []),
    ...(double > 0 ? [text('rulesDouble', double)] : []),
    ...(silent > 0 ? [text('rulesSilent', silent)] : []),
  ].join(' · ');
}
