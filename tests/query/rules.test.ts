import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '@/utils/domain/rule';
import { foldText } from '@/utils/query/fold';
import { type CardText, compileRules, ruleProblem } from '@/utils/query/rules';

const TODAY = '2026-11-23';

function rule(query: string, changes: Partial<Rule> = {}): Rule {
  return {
    id: query,
    query,
    action: 'collapse',
    sites: [],
    enabled: true,
    createdAt: '2026-01-01T00:00:00.000Z',
    ...changes,
  };
}

function card(title: string, abstract = ''): CardText {
  return { title: foldText(title), abstract: foldText(abstract) };
}

function matched(query: string, text: CardText): string[] | undefined {
  return compileRules([rule(query)], 'huggingface', TODAY)(text)[0]?.words.slice();
}

const MIRAGE = card(
  'Model-Agnostic Graph Distillation for Graph Classification',
  'Training GNNs on large graphs is costly. We distil them.',
);

describe('rules of words and phrases', () => {
  it.each([
    ['graph distillation', ['Graph', 'Distillation']],
    ['"graph distillation"', ['Graph Distillation']],
    ['“graph distillation”', ['Graph Distillation']],
    ['"model agnostic"', ['Model-Agnostic']],
    ['gnn', ['GNNs']],
    ['trained', ['Training']],
    ['classification -medical', ['Classification']],
  ])('%s matches, and says by which words', (query, words) => {
    expect(matched(query, MIRAGE)).toEqual(words);
  });

  it.each([
    ['"distillation graph"', 'words in another order'],
    ['"classification training"', 'a phrase over the end of the title'],
    ['diffusion graph', 'a word that is missing'],
    ['graph -classification', 'a word it must not have'],
    ['-diffusion', 'only what it must not have'],
    ['classificat', 'part of a word'],
    ['', 'nothing at all'],
    ['#tag graph', 'a tag, which pages do not have'],
    ['"…"', 'no word'],
  ])('%s does not match: %s', (query) => {
    expect(matched(query, MIRAGE)).toBeUndefined();
  });

  it.each([
    ['graph', undefined],
    ['"open quote', undefined],
    ['graph or video -survey', undefined],
    ['author:"g hinton"', undefined],
    ['upvotes:<3', undefined],
    ['-graph', 'only-exclusions'],
    ['graph or -video', 'only-exclusions'],
    [' " ', 'no-word'],
    ['', 'no-word'],
    ['author:hinton', 'short-name'],
    ['titel:graph', 'unknown-field'],
    ['graph (video', 'open-parenthesis'],
    ['upvotes:few', 'bad-value'],
  ])('of %j: the problem is %s', (query, code) => {
    expect(ruleProblem(query)?.code).toBe(code);
    if (code) expect(matched(query, MIRAGE)).toBeUndefined();
  });

  it('that are more than words match by all they ask for, and say what answered', () => {
    const subject = {
      ...MIRAGE,
      authors: ['Geoffrey E. Hinton'],
      upvotes: 2,
      categories: ['cs.LG'],
    };
    const query = 'title:graph (video or gnn*) author:"g hinton" upvotes:<3 -cat:math';
    const [match] = compileRules([rule(query)], 'huggingface', TODAY)(subject);
    expect(match?.words).toEqual(['Graph', 'GNNs', 'Geoffrey E. Hinton', 'upvotes:<=2']);
    expect(matched('author:"x hinton" graph', MIRAGE)).toBeUndefined();
  });

  it('leaves out rules that are off or for another site', () => {
    const rules = [
      rule('graph', { id: 'off', enabled: false }),
      rule('graph', { id: 'elsewhere', sites: ['arxiv'] }),
      rule('graph', { id: 'here', sites: ['huggingface'] }),
    ];
    const matches = compileRules(rules, 'huggingface', TODAY)(MIRAGE);
    expect(matches.map(({ rule: { id } }) => id)).toEqual(['here']);
  });

  it('match nothing when they are too long to be read whole', () => {
    const long = `graph ${'distillation '.repeat(100)} unread`;
    expect(ruleProblem(long)?.code).toBe('too-long');
    expect(matched(long, MIRAGE)).toBeUndefined();
  });

  it.each([
    ['phrases that begin alike', (index: number) => `"graph w${letters(index)}"`],
    ['words of which one is common', (index: number) => `graph w${letters(index)}`],
  ])('cost by the thousand about what ten do: %s', (_, query) => {
    const cards = Array.from({ length: 200 }, () => MIRAGE);
    const cost = (count: number): number => {
      const rules = Array.from({ length: count }, (_, index) => rule(query(index)));
      const matches = compileRules(rules, 'huggingface', TODAY);
      return fastest(() => cards.forEach((text) => matches(text)));
    };
    cost(10);
    expect(cost(1_000)).toBeLessThan(4 * cost(10) + 0.5);
  });

  const word = fc.constantFrom('graph', 'graphs', 'model', 'training', 'trains', 'video', 'LoRA');
  const query = fc
    .array(fc.tuple(fc.constantFrom('', '', '-'), fc.array(word, { minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.map(([minus, words]) => `${minus}"${words.join(' ')}"`).join(' '));
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

  it('say of a card what each of them alone says', () => {
    fc.assert(
      fc.property(fc.array(query, { maxLength: 12 }), text, text, (queries, title, abstract) => {
        const rules = queries.map((one, index) => rule(one, { id: String(index) }));
        const subject = card(title, abstract);
        const together = compileRules(rules, 'x', TODAY)(subject);
        const alone = rules.flatMap((one) => compileRules([one], 'x', TODAY)(subject));
        expect(together).toEqual(alone);
      }),
    );
  });

  it('agree with looking for each phrase naively', () => {
    fc.assert(
      fc.property(query, text, text, (one, title, abstract) => {
        const expected = naively(one, title, abstract);
        expect(matched(one, card(title, abstract)) !== undefined).toBe(expected);
      }),
    );
  });
});

function letters(index: number): string {
  return index.toString(26).replace(/\d/g, (digit) => String.fromCharCode(113 + Number(digit)));
}

/** The least of many runs, in ms: what else the machine does adds, and never takes away. */
function fastest(run: () => void): number {
  const times = Array.from({ length: 25 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

function naively(query: string, title: string, abstract: string): boolean {
  const parts = [...query.matchAll(/(-?)"([^"]*)"/g)].map(([, minus, phrase = '']) => ({
    negated: minus === '-',
    found: [title, abstract].some((text) =>
      ` ${foldText(text).stems.join(' ')} `.includes(` ${foldText(phrase).stems.join(' ')} `),
    ),
  }));
  return (
    parts.some(({ negated }) => !negated) && parts.every(({ negated, found }) => negated !== found)
  );
}
