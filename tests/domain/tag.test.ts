import { describe, expect, it } from 'vitest';
import { LONGEST_TAG, suggestTags, type Tag, tagName } from '@/utils/domain/tag';

function tag(name: string, count = 0, lastUsedAt?: string): Tag {
  return lastUsedAt === undefined ? { name, count } : { name, count, lastUsedAt };
}

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

  it('are no more than asked for', () => {
    expect(suggestTags(tags, '', 2)).toHaveLength(2);
  });
});
