import { describe, expect, it } from 'vitest';
import { foldText } from '@/utils/query/fold';

function folded(text: string): string {
  return foldText(text).stems.join(' ');
}

describe('folding a text', () => {
  it.each([
    ['Model-Agnostic', 'model agnostic'],
    ['Schrödinger’s', 'schrodinger'],
    ['Schr{\\"o}dinger', 'schrodinger'],
    ['GPT-4', 'gpt 4'],
    ['GPT4', 'gpt 4'],
    ['$\\alpha$-divergence', 'α divergence'],
    ['MoE$^2$-LoRA', 'moe 2 lora'],
    ['\\textsc{Tora}', 'Tora'],
    ['eﬃcient', 'efficient'],
    ['STRASSE', 'straße'],
    ['Øresund', 'oresund'],
  ])('takes %s and %s for one', (one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  it('finds part of a run that has no blanks', () => {
    expect(folded('大規模言語モデル')).toContain(folded('言語'));
  });

  it('knows where each word stood', () => {
    const { text, starts, ends } = foldText('On Café Models');
    expect(starts.map((start, index) => text.slice(start, ends[index]))).toEqual([
      'On',
      'Café',
      'Models',
    ]);
  });

  it.each([
    ['quotes', '"'.repeat(1_000_000), 0],
    ['TeX accents that never end', '{\\"'.repeat(300_000), 0],
    ['combining marks', 'a\u0301'.repeat(500_000), 1],
    ['one word', 'x'.repeat(1_000_000), 1],
    ['control characters', '\u0000\u202e'.repeat(500_000), 0],
  ])('gets through a megabyte of %s', (_, hostile, words) => {
    expect(foldText(hostile).stems).toHaveLength(words);
  });
});
