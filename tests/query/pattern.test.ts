import { describe, expect, it } from 'vitest';
import { linearEngine } from '@/utils/query/linear-engine';
import { isPattern } from '@/utils/query/pattern';
import { parseSearch } from '@/utils/query/search';

const TODAY = '2026-11-23';
const LETTERS = 'a'.repeat(100_000);

// What hangs an engine that goes back in the text, from the literature on such attacks.
const HOSTILE: readonly [pattern: string, text: string][] = [
  ['(a+)+$', `${LETTERS}!`],
  ['(a|a)*$', `${LETTERS}!`],
  ['(a|aa)+$', `${LETTERS}!`],
  ['([a-z]+)*$', `${LETTERS}!`],
  ['(.*a){20}$', `${LETTERS}!`],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', LETTERS],
  ['a*a*a*a*a*b', LETTERS],
  ['(x+x+)+y', 'x'.repeat(100_000)],
  ['.*.*=.*', LETTERS],
  ['(a?){50}a{50}$', `${LETTERS}!`],
  ['((a{0,9}){0,9})*$', `${LETTERS}!`],
  ['^(\\w+\\s?)*$', `${'word '.repeat(20_000)}!`],
  ['(\\d+)*[^\\d]$', '1'.repeat(100_000)],
];

describe('patterns', () => {
  it.each(HOSTILE)('answer at once, whatever is asked: /%s/', (pattern, abstract) => {
    const { matches, problems } = parseSearch(`/${pattern}/`, TODAY, linearEngine);
    expect(problems).toEqual([]);
    const fastest = Math.min(
      ...Array.from({ length: 3 }, () => {
        const started = performance.now();
        matches({ title: 'A Title', abstract });
        return performance.now() - started;
      }),
    );
    // Some hundred times what it takes; an engine that goes back takes years.
    expect(fastest).toBeLessThan(2_000);
  });

  it.each(['gpt-?\\d', '^a b$', '[α-ω]+', 'a{2,5}', '(?:x|y)z', '\\bcat\\b', 'a\\/b', '\\\\1'])(
    'take /%s/ as the engine does',
    (source) => {
      expect(isPattern(source)).toBe(true);
      expect(linearEngine(source)).toBeDefined();
    },
  );

  it.each([
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '(?<!a)b',
    '(a)\\1',
    '(?<x>a)\\k<x>',
    '(',
    'a**',
    'a{200}',
  ])('refuse /%s/', (source) => {
    expect(isPattern(source)).toBe(false);
    expect(linearEngine(source)).toBeUndefined();
  });

  it('refuse what is small to write and large to run', () => {
    expect(linearEngine('((a{1,99}){1,99}){1,99}')).toBeUndefined();
  });

  it.each([
    ['/gpt-?\\d/', true],
    ['/GPT.4/', true],
    ['/^on gpt/', true],
    ['/^gpt/', false],
    ['title:/large/', false],
    ['abstract:/large.*model/', true],
    ['-/large/', false],
    ['(/nothing/ or /models$/)', true],
    ['note:/ask (ada|zoë)/', true],
  ])('%s is found: %s', (query, expected) => {
    const paper = { title: 'On GPT-4', abstract: 'We probe large models', note: 'ask Zoë' };
    expect(parseSearch(query, TODAY, linearEngine).matches(paper)).toBe(expected);
  });

  it('leave addresses and slashes within words to be words', () => {
    const paper = { title: 'and/or at https://example.org/x' };
    for (const query of ['and/or', 'https://example.org/x', 'either/or and/or or x']) {
      expect(parseSearch(query, TODAY, linearEngine).matches(paper), query).toBe(true);
    }
  });
});
