import { describe, expect, it } from 'vitest';
import { canonical } from '@/utils/query/canonical';

describe('queries that mean the same', () => {
  it.each([
    ['graph video', 'Videos Graphs'],
    ['"model agnostic"', 'Model-Agnostic'],
    ['a or b', 'b OR A'],
    ['upvotes:>10', 'upvotes:>=11'],
    ['#PEFT x', 'x #peft'],
    ['x x', 'x'],
  ])('%s and %s are known for it', (one, other) => {
    expect(canonical(one)).toBe(canonical(other));
  });

  it.each([
    ['graph', 'graph*'],
    ['graph', 'title:graph'],
    ['a or b', 'a b'],
    ['-a b', 'a -b'],
    ['/a/', 'a'],
  ])('%s and %s are told apart', (one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });
});
