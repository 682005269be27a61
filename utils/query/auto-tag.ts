import { evaluator } from './evaluate';
import { parse } from './parse';
import type { PatternEngine } from './pattern';
import { type RuleProblem, readingProblemOf } from './rules';
import type { Subject } from './subject';

/** Why a search cannot tag papers by itself, and where. */
export type AutoTagProblem = Omit<RuleProblem, 'code'> & {
  /** `everything`: a paper of which nothing is known would get the tag too. */
  readonly code: RuleProblem['code'] | 'everything';
};

/** Why papers that answer this search cannot be tagged as they are saved; `undefined` when they can. */
export function autoTagProblem(text: string, engine?: PatternEngine): AutoTagProblem | undefined {
  const problem = readingProblemOf(text);
  if (problem) return problem;
  const matches = evaluator(parse(text).query, NEW.saved.slice(0, 10), engine);
  return matches(NEW) ? { code: 'everything', start: 0, end: text.length } : undefined;
}

/** A paper just saved, of which nothing is known. */
const NEW = {
  title: '',
  state: 'inbox',
  saved: '2026-01-01T12:00:00.000Z',
} as const satisfies Subject;
