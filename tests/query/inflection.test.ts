import { describe, expect, it } from 'vitest';
import { stem } from '@/utils/query/inflection';

describe('inflections', () => {
  it.each(
    [
      'model models modelling modeled modelled modeling',
      'study studies studied studying',
      'train trains trained training',
      'tune tunes tuned tuning',
      'generate generates generated generating',
      'embed embeds embedded embedding embeddings',
      'learn learns learned learning',
      'image images imaging',
      'matrix matrices',
      'analysis analyses',
      'cache caches cached caching',
      'code codes coded coding',
      'optimize optimizes optimized optimizing',
      'merge merges merged merging',
      'sample samples sampled sampling',
      'agent agents',
      'gan gans',
      'gpu gpus',
      'box boxes',
      'loss losses',
      'process processes processed processing',
      'plan plans planned planning',
      'encode encodes encoded encoding',
      'edit edits edited editing',
      'explore explores explored exploring',
      'control controls controlled controlling',
      'distribute distributes distributed distributing',
      'finetune finetunes finetuned finetuning',
      'base bases based',
      'use uses used using',
      'query queries queried querying',
      'scale scales scaled scaling',
      'solve solves solved solving',
      'batch batches batched batching',
      'grok groks grokked grokking',
      'rewrite rewrites rewriting',
      'impede impedes impeded impeding',
      'debias debiased debiasing',
      'distil distill distilled distilling',
      'call calls called calling',
      'hypothesis hypotheses',
      'index indexes indices indexing',
      'virus viruses',
      'api apis',
      'menu menus',
    ].map((line) => line.split(' ')),
  )('are one word: %s …', (first, ...others) => {
    for (const other of others)
      expect(`${other} → ${stem(other)}`).toBe(`${other} → ${stem(first ?? '')}`);
  });

  it.each([
    ['plan', 'plane'],
    ['state', 'stat'],
    ['theme', 'them'],
    ['news', 'new'],
    ['bias', 'bia'],
    ['physics', 'physic'],
    ['string', 'str'],
    ['bring', 'br'],
    ['king', 'k'],
    ['speed', 'spe'],
    ['red', 'r'],
    ['series', 'sery'],
    ['less', 'les'],
    ['meaning', 'mean'],
    ['distillation', 'distill'],
    ['generation', 'generate'],
    ['rat', 'rating'],
    ['organ', 'organization'],
    ['past', 'pasting'],
    ['income', 'incoming'],
    ['star', 'staring'],
    ['hope', 'hopping'],
    ['car', 'caring'],
    ['base', 'basis'],
    ['cloth', 'clothing'],
    ['ham', 'hamming'],
    ['unit', 'united'],
    ['rational', 'rationale'],
    ['mass', 'mas'],
  ])('are not taken for one another: %s and %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it.each(
    (
      'bias news physics analysis series species less gas lens string king bring speed need red ' +
      'basis axis virus class loss nothing during ceiling ongoing hundred infrared testbed ' +
      'dynamics generalization reinforcement robust llm 扩散'
    ).split(' '),
  )('are not seen in %s', (word) => {
    expect(stem(word)).toBe(word);
  });
});
