import { describe, expect, it } from 'vitest';
import { LONGEST_TAG, suggestTags, type Tag, tagKey, tagName } from '@/utils/domain/tag';

function tag(name: string, count = 0, lastUsedAt?: string): Tag {
  return lastUsedAt === undefined ? { name, count } : { name, count, lastUsedAt };
}

describe('the name of a tag', () => {
  it.each([
    ['👩‍💻', '👩‍💻'],
    ['👩🏽‍🔬 lab', '👩🏽‍🔬 lab'],
    ['🏳️‍🌈', '🏳️‍🌈'],
    ['a\u200Db', 'a b'],
    ['👩\u200D', '👩'],
    ['# #x', 'x'],
  ])('of %s is %s', (text, name) => {
    expect(tagName(text)).toBe(name);
  });
});

describe('the name of a tag', () => {
  it.each([
    ['  to   read ', 'to read'],
    ['#vision', 'vision'],
    ['Zoe\u0308', 'Zoë'],
    ['a\u202eb\u0000c', 'a b c'],
    ['C#', 'C#'],
  ])('is kept tidy: “%s”', (typed, name) => {
    expect(tagName(typed)).toBe(name);
  });

  it.each(['', '   ', '#', '\u200b', 'x'.repeat(LONGEST_TAG + 1)])('cannot be “%s”', (typed) => {
    expect(tagName(typed)).toBeUndefined();
  });
});

describe('two spellings of a tag', () => {
  it.each([
    ['PEFT', 'peft'],
    ['Zoë', 'zoe\u0308'],
    ['ÉTÉ', 'été'],
  ])('%s and %s are one', (one, other) => {
    expect(tagKey(one)).toBe(tagKey(other));
  });

  it.each([
    ['to read', 'to-read'],
    ['resume', 'résumé'],
    ['model', 'models'],
  ])('%s and %s are two', (one, other) => {
    expect(tagKey(one)).not.toBe(tagKey(other));
  });
});

describe('suggested tags', () => {
  const tags = [
    tag('diffusion', 3, '2026-01-01'),
    tag('video diffusion', 9, '2026-02-01'),
    tag('infusion', 50, '2026-03-01'),
    tag('agents', 1),
  ];

  it('contain what was typed, beginnings first, then words, then the rest', () => {
    const names = suggestTags(tags, 'fusion').map(({ name }) => name);
    expect(names).toEqual(['infusion', 'video diffusion', 'diffusion']);
    expect(suggestTags(tags, 'Diff').map(({ name }) => name)).toEqual([
      'diffusion',
      'video diffusion',
    ]);
  });

  it('come by last use where nothing else tells them apart', () => {
    expect(suggestTags(tags, '').map(({ name }) => name)).toEqual([
      'infusion',
      'video diffusion',
      'diffusion',
      'agents',
    ]);
  });

  it('come by use where they were last used together, then by name', () => {
    const together = [
      tag('b', 1, '2026-01-01'),
      tag('a', 1, '2026-01-01'),
      tag('c', 2, '2026-01-01'),
    ];
    expect(suggestTags(together, '').map(({ name }) => name)).toEqual(['c', 'a', 'b']);
  });

  it('take the start of any word in a name for a beginning, with or without a hash', () => {
    const hyphened = [tag('confusion', 9), tag('late-fusion', 1)];
    expect(suggestTags(hyphened, '#FUSION').map(({ name }) => name)).toEqual([
      'late-fusion',
      'confusion',
    ]);
    expect(suggestTags(hyphened, 'x')).toEqual([]);
  });

  it('are no more than asked for', () => {
    expect(suggestTags(tags, '', 2)).toHaveLength(2);
  });
});
