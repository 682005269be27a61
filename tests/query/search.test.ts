import { describe, expect, it } from 'vitest';
import { type SearchFields, matcher, parseSearch } from '@/utils/query/search';

const PAPER: SearchFields = {
  title: 'Low-Rank Adaptation of Large Models',
  byline: 'E. Hu, Y. Shen +6',
  authors: ['Edward J. Hu', 'Yelong Shen'],
  abstract: 'We freeze the pretrained weights.',
  note: 'compare with adapters; ask Zoë',
  tags: ['to read', 'PEFT'],
};

function finds(query: string): boolean {
  return matcher(parseSearch(query))(PAPER);
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
  ])('finds the paper by “%s”', (query) => {
    expect(finds(query)).toBe(true);
  });

  it.each(['diffusion', '"rank low"', '#peft2', '#read', '-#peft', '-adaptation model', 'adapt x'])(
    'does not find it by “%s”',
    (query) => {
      expect(finds(query)).toBe(false);
    },
  );

  it('takes the last word for a beginning only until it is finished', () => {
    expect(finds('adapt')).toBe(true);
    expect(finds('adapt ')).toBe(false);
  });

  it('says which tags it asks for', () => {
    expect(parseSearch('#PEFT #"to read" -#old words').tags).toEqual(['peft', 'to read']);
  });
});
