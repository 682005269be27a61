import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '@/utils/domain/rule';
import { foldText } from '@/utils/query/fold';
import { arxivPaperId } from '@/utils/domain/paper-id';
import { withException } from '@/utils/query/exception';
import { linearEngine } from '@/utils/query/linear-engine';
import {
  type CardText,
  type Occasion,
  breakageOf,
  compileRules,
  ruleProblem,
} from '@/utils/query/rules';

const HERE: Occasion = {
  site: 'huggingface',
  today: '2026-11-23',
  now: '2026-11-23T08:00:00.000Z',
  engine: linearEngine,
};

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
  return compileRules([rule(query)], HERE)(text)[0]?.words.slice();
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
    const [match] = compileRules([rule(query)], HERE)(subject);
    expect(match?.words).toEqual(['Graph', 'GNNs', 'Geoffrey E. Hinton', 'upvotes:<=2']);
    expect(matched('author:"x hinton" graph', MIRAGE)).toBeUndefined();
  });

  it('leaves out rules that are off or for another site', () => {
    const rules = [
      rule('graph', { id: 'off', enabled: false }),
      rule('graph', { id: 'elsewhere', sites: ['arxiv'] }),
      rule('graph', { id: 'here', sites: ['huggingface'] }),
    ];
    const matches = compileRules(rules, HERE)(MIRAGE);
    expect(matches.map(({ rule: { id } }) => id)).toEqual(['here']);
  });

  it('hold until their time is over, and not a moment longer', () => {
    const rules = [rule('graph', { expiresAt: '2026-11-23T08:00:00.001Z' })];
    expect(compileRules(rules, HERE)(MIRAGE)).toHaveLength(1);
    const later = { ...HERE, now: '2026-11-23T08:00:00.001Z' };
    expect(compileRules(rules, later)(MIRAGE)).toHaveLength(0);
  });

  it('leave alone what their unless names, and say by which words', () => {
    const [match] = compileRules([rule('graph', { unless: 'gnn or video' })], HERE)(MIRAGE);
    expect(match).toMatchObject({ words: ['Graph'], unless: ['GNNs'] });
    const [other] = compileRules([rule('graph', { unless: 'video' })], HERE)(MIRAGE);
    expect(other?.unless).toBeUndefined();
  });

  it('except single papers by their identifier, one after the other', () => {
    const [one, two] = ['2401.00001', 'hep-th/9901001'].map(arxivPaperId);
    if (!one || !two) throw new Error('the test has a wrong identifier');
    const unless = withException(withException('video', one), two);
    expect(unless).toBe('video or id:2401.00001 or id:hep-th/9901001');
    const matches = compileRules([rule('graph', { unless })], HERE);
    for (const id of [one, two]) expect(matches({ ...MIRAGE, id })[0]?.unless).toBeDefined();
    expect(matches({ ...MIRAGE, id: 'arxiv:2401.00002' })[0]?.unless).toBeUndefined();
  });

  it('look for patterns in title and abstract', () => {
    expect(matched('/gnn?s/', MIRAGE)).toEqual(['/gnn?s/']);
    expect(matched('title:/gnns/', MIRAGE)).toBeUndefined();
    expect(matched('title:/^model.agnostic/ graph', MIRAGE)).toEqual([
      'title:/^model.agnostic/',
      'Graph',
    ]);
  });

  it('say nothing where a pattern was not tried yet, even one that must not be there', () => {
    const { engine: _engine, ...without } = HERE;
    const matches = compileRules([rule('graph -/video/')], without);
    expect(matches(MIRAGE)).toHaveLength(0);
    expect(matches({ ...MIRAGE, patterns: new Map([['/video/', false]]) })).toHaveLength(1);
    expect(matches({ ...MIRAGE, patterns: new Map([['/video/', true]]) })).toHaveLength(0);
  });

  it.each<[Partial<Rule>, object]>([
    [{ query: 'graph (video' }, { part: 'query', problem: { start: 6, end: 7 } }],
    [
      { query: 'graph /vid' },
      { part: 'query', problem: { code: 'open-pattern', start: 6, end: 10 } },
    ],
    [{ query: 'graph /(?=v)/' }, { part: 'query', problem: { code: 'bad-pattern' } }],
    [{ query: '' }, { part: 'query', problem: { code: 'no-word' } }],
    [{ unless: 'upvotes:many' }, { part: 'unless', problem: { code: 'bad-value', start: 0 } }],
    [{ unless: '()' }, { part: 'unless' }],
    [{ unreadable: 'action' }, { part: 'action' }],
  ])('that are broken do nothing and say where: %j', (changes, breakage) => {
    const broken = rule('graph', changes);
    expect(breakageOf(broken)).toMatchObject(breakage);
    expect(compileRules([broken], HERE)(MIRAGE)).toHaveLength(0);
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
      const matches = compileRules(rules, HERE);
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
        const together = compileRules(rules, HERE)(subject);
        const alone = rules.flatMap((one) => compileRules([one], HERE)(subject));
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
