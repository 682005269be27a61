import { expect, it } from 'vitest';
import type { Rule } from '@/utils/domain/rule';
import { reviewRules } from '@/utils/query/review';

const NOW = '2026-11-23T08:00:00.000Z';

function rule(id: string, changes: Partial<Rule>): Rule {
  return { id, query: id, action: 'hide', sites: [], enabled: true, createdAt: '', ...changes };
}

it('points out rules that are broken, say the same, are over, or are for no known site', () => {
  const rules = [
    rule('a', { query: 'graph video' }),
    rule('b', { query: 'Videos Graphs' }),
    rule('c', { query: 'Videos Graphs', action: 'dim' }),
    rule('d', { query: 'graph video', unless: 'survey' }),
    rule('e', { query: 'graph (' }),
    rule('f', { query: 'graph (' }),
    rule('g', { expiresAt: '2026-11-23T07:59:59.000Z' }),
    rule('h', { sites: ['elsewhere'] }),
    rule('i', { sites: ['elsewhere', 'huggingface'] }),
  ];
  const reviews = reviewRules(rules, ['huggingface'], NOW);
  const told = rules.map(({ id }) => {
    const { breakage, duplicateOf, expired, orphaned } = reviews.get(id) ?? {};
    return [breakage?.part, duplicateOf?.id, expired && 'over', orphaned && 'lost'].find(Boolean);
  });
  expect(told).toEqual([
    undefined,
    'a',
    undefined,
    undefined,
    'query',
    'query',
    'over',
    'lost',
    undefined,
  ]);
});
