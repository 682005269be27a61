import { describe, expect, it } from 'vitest';
import { foldText } from '@/utils/query/fold';
import { parseSearch } from '@/utils/query/search';
import type { Subject } from '@/utils/query/subject';

const TODAY = '2026-11-23';

const PAPER: Subject = {
  title: 'Low-Rank Adaptation of Large Models',
  byline: 'E. Hu, Y. Shen +6',
  authors: ['Edward J. Hu', 'Yelong Shen'],
  abstract: 'We freeze the pretrained weights.',
  note: 'compare with adapters; ask Zoë',
  tags: ['to read', 'PEFT'],
};

function finds(query: string): boolean {
  return parseSearch(query, TODAY).matches(PAPER);
}

describe('a search', () => {
  it.each([
    '',
    '   ',
    'adaptation',
    'adapt',
    'model',
    'large models',
    '"low rank"',
    'hu',
    'edward',
    'adapters',
    'zoe',
    '#peft',
    '#PEFT weights',
    '#"to read"',
    '-diffusion model',
    '-#survey',
    'weigh',
    '-nothing freeze',
    'low-ra',
    '"low ra',
    'large "mode',
    'freezes',
    'pretraining',
    'weights ',
  ])('finds the paper by “%s”', (query) => {
    expect(finds(query)).toBe(true);
  });

  it.each([
    'diffusion',
    '"rank low"',
    '#peft2',
    '#read',
    '-#peft',
    '-adaptation model',
    'adapt x',
    'low-ad',
    '"large weigh',
    '"low ra"',
  ])('does not find it by “%s”', (query) => {
    expect(finds(query)).toBe(false);
  });

  it('takes the last word for a beginning only until it is finished', () => {
    expect(finds('adapt')).toBe(true);
    expect(finds('adapt ')).toBe(false);
  });

  it('finds the same in texts that come folded', () => {
    const folded = { ...PAPER, title: foldText('Low-Rank Adaptation'), abstract: foldText('') };
    expect(parseSearch('low-ra', TODAY).matches(folded)).toBe(true);
    expect(parseSearch('weights', TODAY).matches(folded)).toBe(false);
  });

  it('finds nothing by a title that is missing', () => {
    expect(parseSearch('a', TODAY).matches({ title: '', tags: [] })).toBe(false);
    expect(parseSearch('', TODAY).matches({ title: '', tags: [] })).toBe(true);
  });

  it('keeps finding a paper at every letter of its title', () => {
    const title = 'Schrödinger’s GPT-4: low-rank studies of 扩散模型';
    for (let end = 1; end <= title.length; end += 1) {
      const typed = title.slice(0, end);
      expect(parseSearch(typed, TODAY).matches({ title, tags: [] }), typed).toBe(true);
    }
  });

  it('says which tags it asks for', () => {
    expect(parseSearch('#PEFT #"to read" -#old words', TODAY).tags).toEqual(['peft', 'to read']);
  });
});
