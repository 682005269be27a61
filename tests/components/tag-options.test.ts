import { expect, test } from 'vitest';
import { impliedTag, tagOptions } from '@/components/tag-options';
import type { Tag } from '@/utils/domain/tag';

const KNOWN: readonly Tag[] = [
  { name: 'diffusion', count: 9, lastUsedAt: '2026-11-01T00:00:00.000Z' },
  { name: 'Agents', count: 4, lastUsedAt: '2026-11-20T00:00:00.000Z' },
  { name: 'video diffusion', count: 2 },
];

function shown(typed: string, taken: readonly string[] = []): readonly string[] {
  return tagOptions(KNOWN, taken, typed).map(({ kind, name }) => `${kind} ${name}`);
}

test('offers the latest used tags before anything is typed', () => {
  expect(shown('')).toEqual(['existing Agents', 'existing diffusion', 'existing video diffusion']);
});

test('finds tags by any part of their name, and offers to create what was typed', () => {
  expect(shown('diff')).toEqual(['existing diffusion', 'existing video diffusion', 'create diff']);
});

test('does not offer to create a tag that is there in another spelling', () => {
  expect(shown('agents')).toEqual(['existing Agents']);
});

test('offers no tag that the paper has, neither to pick nor to create', () => {
  expect(shown('agents', ['AGENTS'])).toEqual([]);
});

test('Enter takes the tag that begins with the text', () => {
  expect(impliedTag(tagOptions(KNOWN, [], 'dif'), 'dif')).toBe('diffusion');
});

test('Enter takes the very tag that was typed, in its own spelling', () => {
  const known: readonly Tag[] = [{ name: 'agents 2', count: 9 }, ...KNOWN];
  expect(impliedTag(tagOptions(known, [], 'aGents'), 'aGents')).toBe('Agents');
});

test('Enter creates what no tag begins with', () => {
  expect(impliedTag(tagOptions(KNOWN, [], 'fusion'), 'fusion')).toBe('fusion');
});

test('Enter on nothing but blanks means no tag', () => {
  expect(impliedTag(tagOptions(KNOWN, [], '  '), '  ')).toBeUndefined();
});
