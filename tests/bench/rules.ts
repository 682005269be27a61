import type { Rule } from '@/utils/domain/rule';
import { evaluator } from '@/utils/query/evaluate';
import { foldText } from '@/utils/query/fold';
import { linearEngine } from '@/utils/query/linear-engine';
import { parse } from '@/utils/query/parse';
import { type CardSubject, compileRules } from '@/utils/query/rules';
import { parseSearch } from '@/utils/query/search';

const TODAY = '2026-11-23';
const RUNS = 9;
const RULES = [10, 100, 1_000, 10_000];
const CARDS = [100, 2_000];
const SEARCHED = 10_000;

/** Regular expressions tried in one run of the loop. */
const MOST_TESTS = 200_000;

const SYLLABLES = 'ka lo mi ra tu ven sol dra fi qua ber nis pol gan tor lex'.split(' ');

/** Prints what matching rules and asking queries costs, beside the least it could. */
export function benchQueries(): void {
  console.log('\nRules, milliseconds a listing (least of several runs)');
  console.log('  cards   rules   one pass   a regular expression a rule   only cutting into words');
  for (const count of CARDS) for (const rules of RULES) printRules(count, rules);
  printSearches();
  printPatterns();
}

function printRules(count: number, rules: number): void {
  const texts = Array.from({ length: count }, (_, index) => textOf(index));
  const cards = texts.map(({ title, abstract }): CardSubject => ({
    title: foldText(title),
    abstract: foldText(abstract),
  }));
  const matches = compileRules(
    Array.from({ length: rules }, (_, index) => ruleOf(index)),
    { site: 'x', today: TODAY, now: `${TODAY}T08:00:00.000Z` },
  );
  const own = least(() => cards.forEach((card) => matches(card)));
  const patterns = Array.from({ length: rules }, (_, index) => patternOf(index));
  // The loop grows with both, so that a part of the cards tells what all of them cost.
  const looped = texts.slice(0, Math.max(1, Math.floor(MOST_TESTS / rules)));
  const loop =
    (least(() => looped.forEach((text) => countMatching(patterns, text)), 3) * count) /
    looped.length;
  const floor = least(() => {
    for (const { title, abstract } of texts) words(`${title} ${abstract}`);
  });
  const columns = [own, loop, floor].map((ms) => ms.toFixed(2).padStart(9));
  console.log(
    `  ${String(count).padStart(5)}  ${String(rules).padStart(6)}  ${columns.join('          ')}`,
  );
  console.log(
    `bench ${JSON.stringify({
      measure: 'rules',
      cards: count,
      rules,
      ms: round(own),
      regexLoopMs: round(loop),
      wordsFloorMs: round(floor),
      timesFloor: round(own / floor),
    })}`,
  );
}

type Text = { readonly title: string; readonly abstract: string };

function countMatching(patterns: readonly RegExp[], { title, abstract }: Text): number {
  return patterns.filter((pattern) => pattern.test(title) || pattern.test(abstract)).length;
}

function printSearches(): void {
  const papers = Array.from({ length: SEARCHED }, (_, index) => ({
    ...textOf(index),
    upvotes: index % 97,
    tags: index % 5 === 0 ? ['kept'] : [],
  }));
  const folded = papers.map((paper) => ({
    ...paper,
    title: foldText(paper.title),
    abstract: foldText(paper.abstract),
  }));
  console.log(`\nSearches over ${SEARCHED} papers in memory, milliseconds`);
  for (const query of [
    'kalo',
    '"kalo mira"',
    'kal*',
    '#kept upvotes:>50',
    '(kalo or miratu) -sol',
  ]) {
    const reading = least(() => parse(query));
    const test = evaluator(parse(query).query, TODAY);
    const asking = least(() => folded.forEach((paper) => test(paper)));
    console.log(
      `  ${query.padEnd(24)} read ${reading.toFixed(3)}, asked of all ${asking.toFixed(1)}`,
    );
    console.log(
      `bench ${JSON.stringify({ measure: 'search', query, parseMs: round(reading, 4), evaluateMs: round(asking), papers: SEARCHED })}`,
    );
  }
}

// Each takes an engine that goes back in the text longer than anybody lives.
const HOSTILE = [
  '(a+)+$',
  '(a|aa)+$',
  '(.*a){20}$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(a?){50}a{50}$',
];

function printPatterns(): void {
  const abstract = `${'a'.repeat(100_000)}!`;
  console.log('\nHostile patterns on 100,000 letters, milliseconds with reading and compiling');
  for (const pattern of HOSTILE) {
    const ms = least(() =>
      parseSearch(`/${pattern}/`, TODAY, linearEngine).matches({ title: '', abstract }),
    );
    console.log(`  ${pattern.padEnd(30)} ${ms.toFixed(1)}`);
    console.log(`bench ${JSON.stringify({ measure: 'pattern', pattern, ms: round(ms) })}`);
  }
}

function wordOf(seed: number): string {
  const parts = [seed, Math.floor(seed / 16), Math.floor(seed / 256)];
  return parts.map((part) => SYLLABLES[part % SYLLABLES.length]).join('');
}

/** A title of ten words and an abstract of 150, out of 4,096 words as a language has them: few are common. */
function textOf(index: number): Text {
  let state = index * 2_654_435_761 + 1;
  const next = (): string => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return wordOf(Math.floor((state / 2_147_483_648) ** 2 * 4_096));
  };
  const text = (length: number): string => Array.from({ length }, next).join(' ');
  return { title: text(10), abstract: text(150) };
}

/** Phrases, pairs, and single words that few texts have: a reader's rules match two or three cards in a hundred. */
function ruleOf(index: number): Rule {
  const [one, other, rare] = [wordOf(index * 7), wordOf(index * 13 + 5), `${wordOf(index)}um`];
  const query = [`"${one} ${other}"`, `${one} ${rare}`, rare][index % 3] ?? one;
  return { id: String(index), query, action: 'collapse', sites: [], enabled: true, createdAt: '' };
}

function patternOf(index: number): RegExp {
  return new RegExp(`\\b${wordOf(index * 7)}(?:s|ed|ing)?\\b`, 'i');
}

function words(text: string): number {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function least(work: () => void, runs = RUNS): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
