/** Longest pattern read, in characters. */
const LONGEST_PATTERN = 200;

/** Most repetitions of one part; linear time still grows with them. */
const MOST_REPEATS = 100;

/** Answers whether a text holds a pattern. */
export type PatternTest = (text: string) => boolean;

/**
 * What matches regular expressions: the test of one, or `undefined` for what it cannot take. It must
 * answer in time linear in the text, whatever the pattern.
 */
export type PatternEngine = (source: string) => PatternTest | undefined;

/**
 * Whether text is a pattern for an engine without backtracking: a regular expression without
 * look-around and back references (https://github.com/google/re2/wiki/Syntax).
 */
export function isPattern(source: string): boolean {
  if (source.length > LONGEST_PATTERN || NOT_LINEAR.test(source)) return false;
  for (const [, from = '', to = ''] of source.matchAll(REPEAT)) {
    if (Number(from) > MOST_REPEATS || Number(to) > MOST_REPEATS) return false;
  }
  try {
    // Only read here, and never run: the browser's own engine can hang.
    void new RegExp(source);
    return true;
  } catch {
    return false;
  }
}

const NOT_LINEAR = /\(\?<?[=!]|(?:^|[^\\])(?:\\\\)*\\(?:[1-9]|k[<{])/;
const REPEAT = /\{(\d+)(?:,(\d*))?\}/g;
