import { RE2JS } from 're2js';
import { isPattern, type PatternTest } from './pattern';

/** Most instructions a compiled pattern may have: time grows with them. */
const LARGEST_PROGRAM = 250;

/**
 * RE2's engine, which never goes back in the text: a pattern's test, without regard to case, or
 * `undefined` for what it cannot take. Too large for a content script.
 */
export function linearEngine(source: string): PatternTest | undefined {
  if (!isPattern(source)) return undefined;
  try {
    const pattern = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    if (pattern.programSize() > LARGEST_PROGRAM) return undefined;
    // `test` asks only whether, and runs on the fast automaton.
    return (text) => pattern.test(text);
  } catch {
    return undefined;
  }
}
