import { describe, expect, it } from 'vitest';
import { citationKey, uniqueKey } from '@/utils/formats/citation-key';
import { fieldsOf, paper } from './records';

function title(written: string): string | undefined {
  return fieldsOf(paper({ title: written })).get('title');
}

describe('a title, half TeX and half text,', () => {
  it.each([
    ['Costs of 5% & more', String.raw`Costs of 5\% \& more`],
    ['Snakes: Code_Gen at #1', String.raw`Snakes: Code\_Gen at \#1`],
    [String.raw`On G\"odel and Erd\H{o}s`, String.raw`On {G{\"o}del} and {Erd{\H{o}}s}`],
    ['The $\\alpha$-Decay of $^{14}$C', String.raw`The {$\alpha$}-Decay of {$^{14}$}{C}`],
    ['Between $5 and $10', String.raw`Between \$5 and \$10`],
    ['Faster in O(n²) ≤ time', String.raw`Faster in {O}(n\textsuperscript{2}) {$\leq$} time`],
    ['“Quotes” and "straight" ones', "``Quotes'' and ``straight'' ones"],
    ['A title—with a dash – and…', String.raw`A title---with a dash -- and...`],
    ['Zero\u200bwidth\u202e and soft\u00adhyphen', 'Zerowidth and softhyphen'],
    ['Fish &amp; Chips', String.raw`Fish \& Chips`],
  ])('%s becomes %s', (written, expected) => {
    expect(title(written)).toBe(expected);
  });

  it('runs no command: an unknown one in math becomes its name, elsewhere text', () => {
    expect(title(String.raw`A $\Bz$ at \input{secret}`)).toBe(
      String.raw`A {$\mathrm{Bz}$} at {\textbackslash}input{\textbraceleft}secret{\textbraceright}`,
    );
  });
});

describe('the capitals of a title', () => {
  it.each([
    ['LoRA: Low-Rank Adaptation of Models', '{LoRA}: Low-Rank Adaptation of Models'],
    ['Scaling 3D Worlds with GPT-4', 'Scaling {3D} Worlds with {GPT-4}'],
    ['A Study of Bayesian Thought', 'A Study of {Bayesian} Thought'],
    ['Learning about the rivers of Germany', 'Learning about the rivers of {Germany}'],
    ['ALL CAPITALS ARE LEFT ALONE', 'ALL CAPITALS ARE LEFT ALONE'],
    ['Plan B for Everybody', 'Plan {B} for Everybody'],
    ['APT-36K: A Large Benchmark', '{APT-36K}: A Large Benchmark'],
    [
      'Flows on Poincaré Discs and Naïve Means',
      String.raw`Flows on {Poincar{\'e}} Discs and Na{\"i}ve Means`,
    ],
    ['Fe-Based Layers and Co-Training', '{Fe}-Based Layers and Co-Training'],
    [
      'A Corpus of Modern Irish and Ancient Greek',
      'A Corpus of {Modern} {Irish} and {Ancient} {Greek}',
    ],
    ['The New Euclidean Mean of an Ocean', 'The New {Euclidean} Mean of an Ocean'],
  ])('%s keeps what it needs: %s', (written, expected) => {
    expect(title(written)).toBe(expected);
  });
});

describe('a citation key', () => {
  it.each([
    [{ title: 'LoRA: Low-Rank', authors: ['Edward J. Hu'], published: '2021-06-17' }, 'hu2021lora'],
    [{ title: 'On the Big Rivers', authors: ['Ludwig van Beethoven'] }, 'beethoven2026big'],
    [{ title: 'Straße', authors: ['Zoë Ñandú'] }, 'nandu2026strasse'],
    [
      { title: 'A Report', authors: ['The ATLAS Collaboration'] },
      'theatlascollaboration2026report',
    ],
    [{ title: 'A Report', authors: ['张伟'] }, 'arxiv261100001'],
    [{ title: 'A Report' }, 'arxiv261100001'],
  ])('of %j is %s', (fields, key) => {
    expect(citationKey(paper(fields))).toBe(key);
  });

  it('that is taken gets the next letter', () => {
    const taken = new Set(['key', ...[...'abcdefghijklmnopqrstuvwxyz'].map((end) => `key${end}`)]);
    expect(uniqueKey('key', (key) => key === 'key')).toBe('keya');
    expect(uniqueKey('key', (key) => taken.has(key))).toBe('keyaa');
    expect(uniqueKey('free', (key) => taken.has(key))).toBe('free');
  });
});
