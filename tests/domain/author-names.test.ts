import { describe, expect, it } from 'vitest';
import { authorQuery, isAmbiguousName } from '@/utils/domain/author-names';
import { testOf, termCollection } from '@/utils/query/evaluate';
import { parse } from '@/utils/query/parse';

describe('names of authors', () => {
  it.each(['Y. Liu', 'Y Liu', 'J.-P. Serre', 'Wei Zhang', 'Plato', 'Minh Nguyen', ''])(
    'asks who is meant by %j',
    (name) => expect(isAmbiguousName(name)).toBe(true),
  );

  it.each([
    'Ada Example',
    'Wei Ming Zhang',
    'Yann LeCun',
    'Laurens van der Maaten',
    'J. Alex Wong',
  ])('takes %j for one person', (name) => expect(isAmbiguousName(name)).toBe(false));

  it.each([
    ['Ada Example', undefined, ['Ada Example', 'Bo Sample'], [], true],
    ['Ada Example', undefined, ['Ada Sample', 'Bo Example'], [], false],
    ['Wei Zhang', { kind: 'category', code: 'cs.CL' }, ['Wei Zhang'], ['cs.CL'], true],
    ['Wei Zhang', { kind: 'category', code: 'cs.CL' }, ['Wei Zhang'], ['math.AG'], false],
    ['Wei Zhang', { kind: 'co-author', name: 'Bo Sample' }, ['Bo Sample', 'Wei Zhang'], [], true],
    ['Wei Zhang', { kind: 'co-author', name: 'Bo Sample' }, ['Wei Zhang'], [], false],
    ['Ada "the" Example', undefined, ['Ada the Example'], [], true],
  ] as const)('finds %s in such company', (name, company, authors, categories, isFound) => {
    const { termIndex, scopes } = termCollection();
    const { query } = parse(authorQuery(name, company));
    const matches = testOf(query, { places: ['author'], today: '2026-11-26', termIndex });
    expect(matches(scopes()({ title: 'On Lanterns', authors, categories }))).toBe(isFound);
  });
});
