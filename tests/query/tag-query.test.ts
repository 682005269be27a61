import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagKey, tagName } from '@/utils/domain/tag';
import { parse } from '@/utils/query/parse';
import { print } from '@/utils/query/print';
import { tagQuery, withTagRenamed } from '@/utils/query/tag-query';

const names = fc
  .oneof(
    fc.string({ maxLength: 30, unit: 'grapheme' }),
    fc.string({
      maxLength: 12,
      unit: fc.constantFrom('"', '“', '”', '\\', '#', ' ', '-', '(', 'a'),
    }),
  )
  .map((text) => tagName(text))
  .filter((name) => name !== undefined);

describe('the query of a tag', () => {
  it.each([
    ['“smart”', String.raw`#"\“smart\”"`],
    ['say "hi" x', String.raw`#"say \"hi\" x"`],
    ['back\\', '#back\\'],
    ['two words', '#"two words"'],
    ['plain', '#plain'],
  ])('of %s is %s', (name, query) => {
    expect(tagQuery(name)).toBe(query);
  });

  it('names that tag and nothing else, whatever its name', () => {
    fc.assert(
      fc.property(names, (name) => {
        const { query, problems } = parse(tagQuery(name));
        expect(query).toEqual({ kind: 'tag', name });
        expect(problems).toEqual([]);
        expect(print(query)).toBe(tagQuery(name));
      }),
      { numRuns: 1_000 },
    );
  });

  it('stays linear on hostile quotes', () => {
    const started = performance.now();
    parse(`#"${'\\'.repeat(100_000)}`);
    parse(`#${'"\\'.repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a renamed tag in a query', () => {
  it.each([
    ['#old', '#new'],
    ['a  -#OLD or tag:old', 'a  -#new or #new'],
    ['#older old "#old"', '#older old "#old"'],
    ['(#"old" title:old)', '(#new title:old)'],
  ])('turns %s into %s', (query, renamed) => {
    expect(withTagRenamed(query, 'old', 'new')).toBe(renamed);
  });

  it('is named there as in a query of its own', () => {
    fc.assert(
      fc.property(names, names, (from, to) => {
        const renamed = parse(withTagRenamed(`x ${tagQuery(from)}`, from, to)).query;
        expect(renamed).toEqual(parse(`x ${tagQuery(to)}`).query);
        expect(tagKey(from)).toBe(tagKey(tagName(from) ?? ''));
      }),
    );
  });
});
