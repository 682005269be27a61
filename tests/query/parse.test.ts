import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '@/utils/query/parse';
import { print } from '@/utils/query/print';
import { EVERYTHING, type Query } from '@/utils/query/query';
import { tokenise } from '@/utils/query/tokenise';
import { queries } from './queries';

function word(text: string, prefix = false): Query {
  return { kind: 'text', text, prefix };
}

function not(part: Query): Query {
  return { kind: 'not', part };
}

describe('reading a query', () => {
  it.each<[string, Query]>([
    ['', EVERYTHING],
    ['graph', word('graph')],
    ['graph networks', { kind: 'and', parts: [word('graph'), word('networks')] }],
    ['"graph networks"', word('graph networks')],
    ['“graph networks”', word('graph networks')],
    ['-video', not(word('video'))],
    ['-"a video"', not(word('a video'))],
    ['diffus*', word('diffus', true)],
    ['a or b', { kind: 'or', parts: [word('a'), word('b')] }],
    ['and/or', word('and/or')],
    ['"or"', word('or')],
    [
      'x (a OR b)',
      { kind: 'and', parts: [word('x'), { kind: 'or', parts: [word('a'), word('b')] }] },
    ],
    ['-(a b)', not({ kind: 'and', parts: [word('a'), word('b')] })],
    ['-(-a)', word('a')],
    ['((a))', word('a')],
    ['title:graph', { kind: 'text', field: 'title', text: 'graph', prefix: false }],
    [
      'Author:"geoffrey hinton"',
      { kind: 'text', field: 'author', text: 'geoffrey hinton', prefix: false },
    ],
    ['cat:cs.LG', { kind: 'name', field: 'cat', value: 'cs.lg' }],
    ['#PEFT', { kind: 'tag', name: 'PEFT' }],
    ['tag:"to read"', { kind: 'tag', name: 'to read' }],
    ['upvotes:>10', { kind: 'number', field: 'upvotes', from: 11 }],
    ['upvotes:<=10', { kind: 'number', field: 'upvotes', to: 10 }],
    ['authors:2..4', { kind: 'number', field: 'authors', from: 2, to: 4 }],
    ['year:2024', { kind: 'number', field: 'year', from: 2024, to: 2024 }],
    [
      'published:2025-01..2025-06',
      { kind: 'date', field: 'published', from: '2025-01-01', before: '2025-07-01' },
    ],
    ['published:>2024', { kind: 'date', field: 'published', from: '2025-01-01' }],
    ['saved:<7d', { kind: 'age', field: 'saved', days: 7, than: 'younger' }],
    ['seen:>2w', { kind: 'age', field: 'seen', days: 14, than: 'older' }],
    ['is:to-read', { kind: 'flag', field: 'is', value: 'to-read' }],
    ['-has:code', not({ kind: 'flag', field: 'has', value: 'code' })],
    ['listed:cross', { kind: 'flag', field: 'listed', value: 'cross' }],
    ['Mirage: A Study', { kind: 'and', parts: [word('Mirage:'), word('A'), word('Study')] }],
  ])('takes %j as it is meant', (text, query) => {
    expect(parse(text)).toEqual({ query, problems: [] });
  });

  it.each([
    ['video "graph net', 'open-quote', 6, 16],
    ['graph …', 'no-word', 6, 7],
    ['""', 'no-word', 0, 2],
    ['- graph', 'no-word', 0, 1],
    ['graph #', 'no-word', 6, 7],
    ['titel:graph', 'unknown-field', 0, 11],
    ['upvotes:many', 'bad-value', 0, 12],
    ['published:2025-02-30', 'bad-value', 0, 20],
    ['is:nice', 'bad-value', 0, 7],
    ['or graph', 'lone-or', 0, 2],
    ['graph or', 'lone-or', 6, 8],
    ['(graph', 'open-parenthesis', 0, 1],
    ['graph) x', 'extra-parenthesis', 5, 6],
    ['x ()', 'empty-group', 2, 3],
  ])('says of %j where the %s is', (text, code, start, end) => {
    const { problems } = parse(text);
    expect(problems).toContainEqual(expect.objectContaining({ code, start, end }));
  });

  it('still takes what is right in a query with something wrong', () => {
    expect(parse('graph or (video').query).toEqual({
      kind: 'or',
      parts: [word('graph'), word('video')],
    });
    expect(parse('titel:graph video').query).toEqual({
      kind: 'and',
      parts: [word('titel:graph'), word('video')],
    });
    expect(parse('upvotes:many video').query).toEqual(word('video'));
  });

  it('says so when it is too long to be read whole', () => {
    const { problems } = parse('word '.repeat(201));
    expect(problems).toEqual([{ code: 'too-long', start: 1_000, end: 1_005 }]);
  });

  it('gets through a megabyte of anything', () => {
    for (const hostile of [
      '"',
      '-',
      '#',
      ' ',
      '\u0000',
      'x',
      '-#"',
      '{\\"',
      '(',
      ')',
      'or ',
      'a:',
    ]) {
      expect(parse(hostile.repeat(1_000_000 / hostile.length)).problems).toContainEqual(
        expect.objectContaining({ code: 'too-long' }),
      );
    }
  });

  it('leaves nothing out but blanks', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'ab "“-#():* \t…é'), maxLength: 30 });
    fc.assert(
      fc.property(typed, (query) => {
        const pieces = tokenise(query);
        const between = pieces.map(({ start }, index) =>
          query.slice(pieces[index - 1]?.end ?? 0, start),
        );
        const after = query.slice(pieces.at(-1)?.end ?? 0);
        expect([...between, after].join('').trim()).toBe('');
      }),
    );
  });

  it('reads anything, and what it read prints to what reads the same', () => {
    const unit = fc.constantFrom(...'ab1 "“-#():*<>.=/or', 'title:', 'upvotes:', 'is:', ' or ');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const { query } = parse(text);
        expect(parse(print(query)).query).toEqual(query);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('printing a query', () => {
  it('reads back to the same tree, without a problem', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(parse(print(query))).toEqual({ query, problems: [] });
      }),
      { numRuns: 500 },
    );
  });
});
