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
    ["Poincar\\'e", 'Poincaré'],
    ['Be\\v{s}ka', 'Beška'],
    ['$\\varepsilon$-greedy', 'ε-greedy'],
    ['ΣΎΝΟΛΟ', 'σύνολο'],
    ['GANs', 'gan'],
    ['APIs', 'API'],
    ['read/write', 'read write'],
    ['text–image', 'text-image'],
    ['3D', '3 d'],
    ['dif\u00ADfusion', 'diffusion'],
    ['ｆｕｌｌ', 'full'],
    ['model’s', 'models'],
  ])('takes %s and %s for one', (one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  it.each([
    ['が', 'か'],
    ['हिन्दी', 'हन्दी'],
    ['GPT-4', 'GPT-40'],
    ['α', 'a'],
  ])('takes %s and %s for two', (one, other) => {
    expect(folded(one)).not.toBe(folded(other));
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
    ['letters and digits by turns', 'a1'.repeat(500_000), 1_000_000],
    ['characters without blanks', '漢'.repeat(1_000_000), 1_000_000],
    ['apostrophes', "s'".repeat(500_000), 250_000],
    ['lone surrogates', '\ud800'.repeat(1_000_000), 0],
    ['control characters', '\u0000\u202e'.repeat(500_000), 0],
  ])('gets through a megabyte of %s', (_, hostile, words) => {
    const started = performance.now();
    expect(foldText(hostile).stems).toHaveLength(words);
    // Some 0.1 s where nothing else runs; what is not linear takes minutes.
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
