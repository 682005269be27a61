import type { Rule } from '@/utils/domain/rule';
import type { Review } from '@/utils/query/review';

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
