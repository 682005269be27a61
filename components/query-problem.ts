import { kindOf, valuesOf } from '@/utils/query/fields';
import { type Problem, parse } from '@/utils/query/parse';
import type { RuleProblem } from '@/utils/query/rules';
import { type StringKey, text } from '@/utils/strings';

type Code = Problem['code'] | RuleProblem['code'];

const KEYS: Record<Exclude<Code, 'bad-value'>, StringKey> = {
  'open-quote': 'problemOpenQuote',
  'open-pattern': 'problemOpenPattern',
  'bad-pattern': 'problemBadPattern',
  'pattern-field': 'problemPatternField',
  'no-word': 'problemNoWord',
  'too-long': 'problemTooLong',
  'unknown-field': 'problemUnknownField',
  'lone-or': 'problemLoneOr',
  'open-parenthesis': 'problemOpenParenthesis',
  'extra-parenthesis': 'problemExtraParenthesis',
  'empty-group': 'problemEmptyGroup',
  'only-exclusions': 'problemOnlyExclusions',
  'short-name': 'problemShortName',
};

/** What is wrong with a query, as a sentence that says what to type instead. */
export function problemText({ code, field = '' }: Pick<RuleProblem, 'code' | 'field'>): string {
  if (code !== 'bad-value') return text(KEYS[code], field);
  switch (kindOf(field)) {
    case 'number':
      return text('problemBadNumber', field);
    case 'date':
      return text('problemBadDate', field);
    default:
      return text('problemBadFlag', field, valuesOf(field).join(', '));
  }
}

// While somebody types, these are only not finished.
const UNFINISHED: ReadonlySet<Code> = new Set([
  'open-quote',
  'open-pattern',
  'no-word',
  'lone-or',
  'open-parenthesis',
  'empty-group',
]);

/** What to say under a search box of what stands in it; `undefined` when that is fine so far. */
export function searchProblem(query: string): string | undefined {
  const problem = parse(query).problems.find(({ code }) => !UNFINISHED.has(code));
  return problem && problemText(problem);
}
