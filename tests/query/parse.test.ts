import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '@/utils/query/parse';
import { tokenise } from '@/utils/query/tokenise';

function termsOf(query: string): string[] {
  return parse(query).terms.map(({ term, negated }) => `${negated ? '-' : ''}${term.join(' ')}`);
}

describe('reading a query', () => {
  it.each([
    ['graph networks', ['graph', 'network']],
    ['"graph networks" video', ['graph network', 'video']],
    ['“graph networks”', ['graph network']],
    ['-"graph networks" -video', ['-graph network', '-video']],
    ['GPT-4', ['gpt 4']],
    ['and/or', ['and or']],
    ['a"b c"d', ['a', 'b c', 'd']],
    ['constructor __proto__', ['constructor', 'proto']],
  ])('takes %s for %j', (query, terms) => {
    expect(termsOf(query)).toEqual(terms);
    expect(parse(query).problems).toEqual([]);
  });

  it('knows tags by their hash, of several words in quotes, without case', () => {
    expect(parse('#PEFT -#"To  Read" ##twice').tags).toEqual([
      { key: 'peft', negated: false },
      { key: 'to read', negated: true },
      { key: 'twice', negated: false },
    ]);
  });

  it('closes an open quote at the end, and says where it was', () => {
    expect(termsOf('video "graph net')).toEqual(['video', 'graph net']);
    expect(parse('video "graph net').problems).toEqual([{ code: 'open-quote', start: 6, end: 16 }]);
  });

  it.each([
    ['graph …', 6, 7],
    ['""', 0, 2],
    ['- graph', 0, 1],
    ['graph #', 6, 7],
  ])('says where no word stands in %s', (query, start, end) => {
    expect(parse(query).problems).toEqual([{ code: 'no-word', start, end }]);
  });

  it('says so when it is too long to be read whole', () => {
    const { problems } = parse('word '.repeat(201));
    expect(problems).toEqual([{ code: 'too-long', start: 1_000, end: 1_005 }]);
  });

  it('gets through a megabyte of anything', () => {
    for (const hostile of ['"', '-', '#', ' ', '\u0000', 'x', '-#"', '{\\"']) {
      expect(parse(hostile.repeat(1_000_000 / hostile.length)).problems).toContainEqual(
        expect.objectContaining({ code: 'too-long' }),
      );
    }
  });

  it('leaves nothing out but blanks', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'ab "“-# \t…é'), maxLength: 30 });
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
});
