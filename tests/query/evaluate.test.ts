import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluator } from '@/utils/query/evaluate';
import { foldText, plainWord } from '@/utils/query/fold';
import { parse } from '@/utils/query/parse';
import type { Atom, Query } from '@/utils/query/query';
import type { Subject } from '@/utils/query/subject';
import { DAYS, NAMES, TAGS, WORDS, queries } from './queries';

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
        expect(evaluator(query, TODAY)(subject)).toBe(naively(query, subject));
      }),
      { numRuns: 3_000 },
    );
  });
});

/** The meaning of a query, written down once more without any thought of speed. */
function naively(query: Query, subject: Subject): boolean {
  switch (query.kind) {
    case 'and':
      return query.parts.every((part) => naively(part, subject));
    case 'or':
      return query.parts.some((part) => naively(part, subject));
    case 'not':
      return !naively(query.part, subject);
    default:
      return answers(query, subject);
  }
}

function answers(atom: Atom, subject: Subject): boolean {
  const { tags = [], categories = [], authors, published, saved, note } = subject;
  switch (atom.kind) {
    case 'text':
      return textsFor(atom.field, subject).some((text) =>
        atom.prefix ? hasBeginning(text, atom.text) : hasPhrase(text, atom.text),
      );
    case 'tag':
      return tags.some((tag) => tag.toLowerCase() === atom.name.toLowerCase());
    case 'name':
      return categories.some((name) =>
        [name.toLowerCase(), name.toLowerCase().split('.')[0]].includes(atom.value),
      );
    case 'number': {
      const values = { upvotes: subject.upvotes, authors: authors?.length, comments: undefined };
      const year = published === undefined ? undefined : Number(published.slice(0, 4));
      const value = atom.field === 'year' ? year : values[atom.field];
      if (value === undefined) return false;
      return value >= (atom.from ?? -1) && value <= (atom.to ?? 1e9);
    }
    case 'date': {
      const day = (atom.field === 'published' ? published : saved)?.slice(0, 10);
      if (day === undefined) return false;
      return day >= (atom.from ?? '0') && day < (atom.before ?? '9');
    }
    case 'age': {
      if (saved === undefined) return false;
      const days = (Date.parse(TODAY) - Date.parse(saved.slice(0, 10))) / 86_400_000;
      return atom.than === 'younger' ? days < atom.days : days > atom.days;
    }
    case 'flag': {
      const facts: Record<string, boolean> = {
        saved: saved !== undefined,
        starred: subject.isStarred ?? false,
        reading: subject.state === 'reading',
        untagged: saved !== undefined && tags.length === 0,
        code: subject.hasCode ?? false,
        note: Boolean(note),
      };
      return facts[atom.value] ?? false;
    }
  }
}

function textsFor(field: string | undefined, subject: Subject): string[] {
  const { title, abstract, note, organization, authors = [], tags = [] } = subject;
  const byField: Record<string, unknown[]> = {
    title: [title],
    abstract: [abstract],
    note: [note],
    org: [organization],
  };
  const texts = field ? byField[field] : [title, abstract, note, organization, ...authors, ...tags];
  return (texts ?? []).filter((text): text is string => typeof text === 'string');
}

function hasPhrase(text: string, wanted: string): boolean {
  return ` ${foldText(text).stems.join(' ')} `.includes(` ${foldText(wanted).stems.join(' ')} `);
}

function hasBeginning(text: string, wanted: string): boolean {
  const { starts, ends } = foldText(text);
  return starts.some((start, at) => plainWord(text.slice(start, ends[at])).startsWith(wanted));
}
