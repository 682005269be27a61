import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULE_ACTIONS, type Rule, type RuleDraft } from '@/utils/domain/rule';
import { readRules, writeRules } from '@/utils/formats/rules';

const drafts: fc.Arbitrary<RuleDraft> = fc
  .record({
    query: fc.string({ minLength: 1 }).filter((query) => query.trim() === query),
    action: fc.constantFrom(...RULE_ACTIONS),
    sites: fc.array(fc.constantFrom('huggingface', 'arxiv'), { maxLength: 2 }),
    unless: fc.option(fc.string(), { nil: undefined }),
    expiresAt: fc.constantFrom(undefined, '2026-12-01T00:00:00.000Z'),
    note: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  })
  .map((draft) => JSON.parse(JSON.stringify(draft)) as RuleDraft);

function ruleOf(draft: RuleDraft, index: number): Rule {
  return { ...draft, id: String(index), enabled: true, createdAt: '' };
}

describe('rules as a file', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(drafts, { minLength: 1, maxLength: 5 }), (all) => {
        const read = readRules(writeRules(all.map(ruleOf), 'My pack'));
        expect(read).toEqual({ drafts: all, unreadable: [], name: 'My pack' });
      }),
    );
  });

  it('leave behind what is only this reader’s: ids, switches, and other packs’ names', () => {
    const text = writeRules([
      { ...ruleOf({ query: 'kites', action: 'dim', sites: [] }, 7), pack: 'Old', enabled: false },
    ]);
    expect(text).not.toMatch(/"id"|enabled|createdAt|Old/);
  });

  it('can be pasted one a line', () => {
    const text = `
      // what I never read
      "image editing"
      hide: blockchain unless: survey or #kept
      pin: author:"g hinton"
      vanish: everything
      title:kites
    `;
    expect(readRules(text)).toEqual({
      drafts: [
        { query: '"image editing"', action: 'collapse', sites: [] },
        { query: 'blockchain', action: 'hide', sites: [], unless: 'survey or #kept' },
        { query: 'author:"g hinton"', action: 'pin', sites: [] },
        { query: 'title:kites', action: 'collapse', sites: [] },
      ],
      unreadable: [{ at: 5, text: 'vanish: everything' }],
    });
  });

  it('that cannot be read whole are listed and not half taken', () => {
    const rules = [
      { query: 'kites', action: 'vanish' },
      { query: 'kites', unless: 7 },
      { query: 'kites', expiresAt: 'soon' },
      { query: '' },
      'kites',
      null,
      { query: 'boats' },
    ];
    const read = readRules(JSON.stringify({ rules }));
    expect(read.drafts).toEqual([{ query: 'boats', action: 'collapse', sites: [] }]);
    expect(read.unreadable.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('take any text without complaint', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(Array.isArray(readRules(text).drafts)).toBe(true);
      }),
    );
    expect(readRules('{ broken').unreadable).toHaveLength(1);
  });
});
