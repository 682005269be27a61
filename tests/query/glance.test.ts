import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoPapers } from '@/entrypoints/demo/papers';
import type { Rule } from '@/utils/domain/rule';
import { foldText } from '@/utils/query/fold';
import { glance } from '@/utils/query/glance';
import { linearEngine } from '@/utils/query/linear-engine';
import { parse } from '@/utils/query/parse';
import { print } from '@/utils/query/print';
import { compileRules } from '@/utils/query/rules';
import { WORDS, queries } from './queries';

const OCCASION = {
  site: '',
  today: '2026-11-23',
  now: '2026-11-23T08:00:00.000Z',
  engine: linearEngine,
};

function mayMatch(query: string, text: string): boolean {
  return glance([parse(query).query])({ title: '', abstract: text });
}

describe('a glance at a text', () => {
  it('never passes over what a rule matches', () => {
    const texts = fc
      .array(fc.constantFrom(...WORDS, 'grapes', 'vids', 'Schrodinger', 'GPTs'), { maxLength: 8 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(queries, texts, texts, (query, title, abstract) => {
        const rule: Rule = {
          id: '',
          query: print(query),
          action: 'hide',
          sites: [],
          enabled: true,
          createdAt: '',
        };
        const card = { title: foldText(title), abstract: foldText(abstract) };
        if (compileRules([rule], OCCASION)(card).length === 0) return;
        expect(glance([query])({ title, abstract })).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows every inflection of a word by its first letters', () => {
    const words = demoPapers.flatMap(({ abstract }) => abstract.match(/[A-Za-z]+/g) ?? []);
    const irregular =
      'mouse mice foot feet man men skies sky tries try dies die leaf leaves uses use';
    const byStem = new Map<string, Set<string>>();
    for (const word of [...words, ...irregular.split(' ')]) {
      const stem = foldText(word).stems.join(' ');
      byStem.set(stem, (byStem.get(stem) ?? new Set()).add(word));
    }
    expect([...byStem.values()].filter(({ size }) => size > 1).length).toBeGreaterThan(100);
    for (const forms of byStem.values()) {
      for (const asked of forms) {
        for (const written of forms) {
          expect(mayMatch(asked, `We ${written} it`), `${asked} of ${written}`).toBe(true);
        }
      }
    }
  });

  it.each([
    ['graphs', 'We study video'],
    ['graph or video', 'Nothing of either'],
    ['graph -video', 'No such thing'],
    ['upvotes:>3 graph', 'No such thing'],
    ['diffus*', 'We confuse you'],
  ])('spares reading for %s on “%s”', (query, text) => {
    expect(mayMatch(query, text)).toBe(false);
  });

  it.each([
    ['graph', 'Sch\\"odinger’s \\textsc{Gräph}'],
    ['-graph', 'graph'],
    ['upvotes:>3', 'anything'],
    ['graph or is:saved', 'anything'],
    ['/x/', 'anything'],
    ['note:graph', 'anything'],
  ])('does not judge %s on “%s”', (query, text) => {
    expect(mayMatch(query, text)).toBe(true);
  });

  it.each([
    ['author:"g hinton"', ['Geoffrey E. Hinton'], true],
    ['author:"g hinton"', ['Geoffrey Everest'], false],
    ['author:"l van der maat*"', ['Laurens van der Maaten'], true],
    ['author:nandu', ['Zoë Ñandú'], true],
    ['author:hinton', undefined, false],
  ])('looks for %s among %j: %s', (query, authors, expected) => {
    expect(glance([parse(query).query])({ title: 'Hinton', authors })).toBe(expected);
  });

  it('looks for an organisation where organisations stand', () => {
    const asked = glance([parse('org:"tide lab"').query]);
    expect(asked({ title: 'Tide', organization: 'Tide Labs' })).toBe(true);
    expect(asked({ title: 'Tide', organization: 'Ocean' })).toBe(false);
  });
});
