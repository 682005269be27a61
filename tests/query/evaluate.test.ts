import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearEngine } from '@/utils/query/linear-engine';
import { evaluator } from '@/utils/query/evaluate';
import { parse } from '@/utils/query/parse';
import type { Subject } from '@/utils/query/subject';
import { DAYS, NAMES, TAGS, WORDS, queries } from './queries';
import { naively } from './reference';

const TODAY = '2026-11-23';

const PAPER: Subject = {
  title: 'Model-Agnostic Graph Distillation of $\\alpha$-Schrödinger Bridges',
  abstract: 'We train 扩散模型 on large graphs.',
  authors: ['Geoffrey E. Hinton', 'Laurens van der Maaten'],
  authorCount: 2,
  organization: 'Tide Lab',
  submitter: 'AKhaliq',
  categories: ['cs.LG', 'stat.ML'],
  primaryCategory: 'cs.LG',
  sites: ['huggingface'],
  upvotes: 12,
  comments: 0,
  published: '2025-03-14',
  tags: ['to read'],
  note: 'ask Zoë',
  saved: '2026-11-20T10:00:00.000Z',
  seen: '2026-11-01T10:00:00.000Z',
  state: 'reading',
  isStarred: false,
  hasCode: true,
  hasPdf: true,
};

function holds(query: string): boolean {
  return evaluator(parse(query).query, TODAY)(PAPER);
}

describe('a query', () => {
  it.each([
    '',
    'graphs',
    '"model agnostic"',
    'schrodinger',
    'alpha',
    '扩散',
    'distil*',
    'nothing or graph',
    '(nothing or graph) -video',
    '-(nothing graph)',
    'title:graph abstract:train',
    'author:hinton',
    'author:"g hinton"',
    'author:"Laurens van der Maaten"',
    'author:"l maaten"',
    'org:tide',
    'by:akhaliq',
    'cat:cs',
    'cat:cs.lg primary:cs.LG',
    'site:huggingface',
    '#"to read"',
    'tag:"TO READ"',
    'upvotes:>10',
    'upvotes:12',
    'comments:0',
    'authors:1..2',
    'year:2025',
    'published:2025',
    'published:2025-03..2025-04',
    'published:>=2025-03-14',
    'published:<2025-03-15',
    'saved:<7d',
    'seen:>2w',
    'is:saved is:reading has:code has:note has:pdf',
  ])('holds of the paper: %s', (query) => {
    expect(holds(query)).toBe(true);
  });

  it.each([
    'video',
    '"agnostic model"',
    'distil',
    'nothing or nowhere',
    '-(nothing or graph)',
    'title:train',
    'author:geoffrey author:smith',
    'author:"hinton geoffrey"',
    'author:"x hinton"',
    'org:lab2',
    'cat:math',
    'primary:stat.ML',
    '#read',
    'upvotes:>12',
    'year:<2025',
    'published:2024',
    'published:>2025',
    'saved:>7d',
    'seen:<2w',
    'is:untagged',
    'is:starred',
    'is:trashed',
    'has:key',
    'listed:cross',
  ])('does not hold of it: %s', (query) => {
    expect(holds(query)).toBe(false);
  });

  it('about what is not known of a paper does not hold', () => {
    const bare: Subject = { title: 'A Title' };
    for (const query of [
      'upvotes:<100',
      'published:<2030',
      'saved:<9999d',
      'year:2025',
      'is:saved',
    ]) {
      expect(evaluator(parse(query).query, TODAY)(bare), query).toBe(false);
    }
  });
});

const phrase = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 5 })
  .map((words) => words.join(' '));

const subjects: fc.Arbitrary<Subject> = fc.record(
  {
    title: phrase,
    abstract: phrase,
    note: phrase,
    organization: phrase,
    authors: fc.subarray([...NAMES]),
    tags: fc.subarray([...TAGS]),
    categories: fc.subarray(['cs.LG', 'stat.ML', 'cs']),
    upvotes: fc.nat(6),
    published: fc.constantFrom(...DAYS),
    saved: fc.constantFrom(...DAYS).map((day) => `${day}T10:00:00.000Z`),
    state: fc.constantFrom('reading', 'read'),
    isStarred: fc.boolean(),
    hasCode: fc.boolean(),
  },
  { requiredKeys: ['title'] },
);

describe('evaluation', () => {
  it('agrees with asking each part of the query naively', () => {
    fc.assert(
      fc.property(queries, subjects, (query, subject) => {
        expect(evaluator(query, TODAY, linearEngine)(subject)).toBe(naively(query, subject, TODAY));
      }),
      { numRuns: 3_000 },
    );
  });
});
