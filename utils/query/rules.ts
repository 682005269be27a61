import type { IsoDate, IsoInstant } from '@/utils/domain/paper';
import { type Rule, isInForce } from '@/utils/domain/rule';
import type { RuleMatch } from '@/utils/domain/verdict';
import {
  type Compiling,
  type Place,
  type Scope,
  type Test,
  termCollection,
  testOf,
  wordsFinder,
} from './evaluate';
import { type Folded, foldText } from './fold';
import { type Parsed, type Problem, parse } from './parse';
import type { PatternEngine } from './pattern';
import { print } from './print';
import { type Query, atomsOf } from './query';
import type { Subject } from './subject';

/** A card's texts; a phrase never spans both. */
export type CardText = { readonly title: Folded; readonly abstract: Folded };

/** What a rule is asked of. */
export type CardSubject = Omit<Subject, 'title' | 'abstract'> & CardText;

/** Where a rule's words without a field are looked for. */
const PLACES: readonly Place[] = ['title', 'abstract'];

/** What on the card answers each thing a query asks for. */
type Answers = readonly ((scope: Scope) => string | undefined)[];

type CompiledRule = {
  readonly rule: Rule;
  readonly test: Test;
  /** Terms of which one at least is on every card that the rule matches; `undefined` when none need be. */
  readonly anchors: readonly number[] | undefined;
  readonly answers: Answers;
  readonly unless?: { readonly test: Test; readonly answers: Answers };
  /** Patterns a subject must have been asked about before the rule says anything. */
  readonly patterns: readonly string[];
};

/** Why a query cannot be a rule, and where. */
export type RuleProblem = {
  readonly code: Problem['code'] | 'only-exclusions' | 'short-name';
  readonly start: number;
  readonly end: number;
  /** The field concerned. */
  readonly field?: string;
};

/** Why no rule can be made of this text; `undefined` when one can. */
export function ruleProblem(query: string): RuleProblem | undefined {
  return problemOf(query, parse(query));
}

/** Why this text cannot say what a rule leaves alone; `undefined` when it can. */
export function unlessProblem(unless: string): RuleProblem | undefined {
  return readingProblemOf(unless);
}

/** What keeps a rule from doing anything: what is wrong in which of its parts. */
export type Breakage =
  | { readonly part: 'query' | 'unless'; readonly problem: RuleProblem }
  | { readonly part: NonNullable<Rule['unreadable']> };

/** Why a rule does nothing, whatever the card; `undefined` for one that works. */
export function breakageOf({ query, unless, unreadable }: Rule): Breakage | undefined {
  if (unreadable) return { part: unreadable };
  const problem = ruleProblem(query);
  if (problem) return { part: 'query', problem };
  const other = unless === undefined ? undefined : unlessProblem(unless);
  return other && { part: 'unless', problem: other };
}

// What could not be read as typed might hide more than was meant; so does a rule that only says
// what it does not want. An open quote can only mean one thing.
function problemOf(text: string, parsed: Parsed): RuleProblem | undefined {
  const { query } = parsed;
  const problem = readingProblem(parsed) ?? emptyProblem(text, parsed);
  if (problem) return problem;
  const whole = { start: 0, end: text.length };
  if (!wants(query)) return { code: 'only-exclusions', ...whole };
  return namesInFull(query) ? undefined : { code: 'short-name', ...whole };
}

/** What of a text cannot be read as it was typed, or that it asks for nothing. */
export function readingProblemOf(text: string): RuleProblem | undefined {
  const parsed = parse(text);
  return readingProblem(parsed) ?? emptyProblem(text, parsed);
}

function readingProblem({ problems }: Parsed): RuleProblem | undefined {
  return problems.find(({ code }) => code !== 'open-quote');
}

function emptyProblem(text: string, { query }: Parsed): RuleProblem | undefined {
  return atomsOf(query).length === 0 ? { code: 'no-word', start: 0, end: text.length } : undefined;
}

function wants(query: Query): boolean {
  switch (query.kind) {
    case 'not':
      return false;
    case 'and':
      return query.parts.some(wants);
    case 'or':
      return query.parts.every(wants);
    default:
      return true;
  }
}

/** A family name alone would take one person for many others. */
function namesInFull(query: Query): boolean {
  return atomsOf(query).every(
    ({ atom, negated }) =>
      negated ||
      atom.kind !== 'text' ||
      atom.field !== 'author' ||
      foldText(atom.text).stems.length > 1,
  );
}

/** Where and when rules are asked. */
export type Occasion = {
  readonly site: string;
  /** The reader's day; ages count from here. */
  readonly today: IsoDate;
  readonly now: IsoInstant;
  readonly engine?: PatternEngine;
};

/**
 * Compiles the rules in force on a site into one question to a card. A rule that cannot be read
 * matches nothing. Matches come in the order of the rules, each with what on the card answers it.
 */
export function compileRules(
  rules: readonly Rule[],
  { site, today, now, engine }: Occasion,
): (subject: Subject) => RuleMatch[] {
  const { termIndex, scopes } = termCollection();
  const compiling: Compiling = { places: PLACES, today, engine, termIndex };
  const read = rules.flatMap((rule) => {
    const applies = rule.sites.length === 0 || rule.sites.includes(site);
    return applies && isInForce(rule, now) && breakageOf(rule) === undefined
      ? [{ rule, query: parse(rule.query).query }]
      : [];
  });
  const uses = usesOf(
    read.map(({ query }) => query),
    compiling,
  );
  const compiled = read.map(({ rule, query }): CompiledRule => {
    const unless = rule.unless === undefined ? undefined : parse(rule.unless).query;
    return {
      rule,
      test: testOf(query, compiling),
      anchors: anchorsOf(query, compiling, uses),
      answers: answersOf(query, compiling),
      ...(unless && {
        unless: { test: testOf(unless, compiling), answers: answersOf(unless, compiling) },
      }),
      patterns: engine ? [] : patternsIn(unless ? [query, unless] : [query]),
    };
  });
  const scopeFor = scopes();
  const waiting = byAnchor(compiled);
  const isNew = onceEach(compiled.length);
  return (subject) => matchesIn(scopeFor(subject), compiled, waiting, isNew());
}

/** Every pattern that queries ask for, as printed, each once. */
export function patternsIn(queries: readonly Query[]): string[] {
  const patterns = queries
    .flatMap((query) => atomsOf(query))
    .flatMap(({ atom }) => (atom.kind === 'pattern' ? [print(atom)] : []));
  return [...new Set(patterns)];
}

function answersOf(query: Query, compiling: Compiling): Answers {
  return atomsOf(query)
    .filter(({ negated }) => !negated)
    .map(({ atom }) => {
      if (atom.kind === 'text') return wordsFinder(atom, compiling);
      const test = testOf(atom, compiling);
      const said = print(atom);
      return (scope) => (test(scope) ? said : undefined);
    });
}

/** How much it costs to wait for each term: above all, how many rules do. */
function usesOf(queries: readonly Query[], compiling: Compiling): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  for (const { atom, negated } of queries.flatMap((query) => atomsOf(query))) {
    const term = negated ? undefined : termOf(atom, compiling);
    if (term === undefined || atom.kind !== 'text') continue;
    // Of words that as many rules want, the longer is likely to stand on fewer cards.
    uses.set(term, (uses.get(term) ?? 1 / (1 + atom.text.length)) + 1);
  }
  return uses;
}

/** The term that is found in one pass over a card where this atom holds. */
function termOf(atom: Query, { termIndex }: Compiling): number | undefined {
  if (atom.kind !== 'text' || atom.prefix) return undefined;
  if (atom.field && !PLACES.includes(atom.field)) return undefined;
  return termIndex(foldText(atom.text).stems);
}

/**
 * A rule waits under those of its terms which the fewest rules want: a thousand rules on one common
 * word are not all asked at every card.
 */
function anchorsOf(
  query: Query,
  compiling: Compiling,
  uses: ReadonlyMap<number, number>,
): number[] | undefined {
  if (query.kind === 'and' || query.kind === 'or') {
    const parts = query.parts.map((part) => anchorsOf(part, compiling, uses));
    if (query.kind === 'or') {
      return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
    }
    const cost = (anchors: readonly number[]): number =>
      anchors.reduce((sum, term) => sum + (uses.get(term) ?? 0), 0);
    return parts
      .flatMap((part) => (part ? [part] : []))
      .sort((one, other) => cost(one) - cost(other))[0];
  }
  const term = termOf(query, compiling);
  return term === undefined ? undefined : [term];
}

type Waiting = {
  /** By the number of the term. */
  readonly on: readonly (readonly number[] | undefined)[];
  readonly always: readonly number[];
};

/** For each term, the rules to ask about once it is found. */
function byAnchor(compiled: readonly CompiledRule[]): Waiting {
  const on: number[][] = [];
  const always: number[] = [];
  for (const [index, { anchors }] of compiled.entries()) {
    if (!anchors) always.push(index);
    for (const term of anchors ?? []) {
      (on[term] ??= []).push(index);
    }
  }
  return { on, always };
}

/** For each card anew: whether a number below `count` was not asked about yet. */
function onceEach(count: number): () => (index: number) => boolean {
  const lastCards = new Uint32Array(count);
  let card = 0;
  return () => {
    card += 1;
    return (index) => {
      if (lastCards[index] === card) return false;
      lastCards[index] = card;
      return true;
    };
  };
}

/** Most cards match no rule at all, so a rule costs nothing here before its words are found. */
function matchesIn(
  scope: Scope,
  compiled: readonly CompiledRule[],
  { on, always }: Waiting,
  isNew: (index: number) => boolean,
): RuleMatch[] {
  const matching: number[] = [];
  const ask = (index: number): void => {
    const candidate = compiled[index];
    if (!candidate || !isNew(index)) return;
    if (asksKnown(candidate, scope) && candidate.test(scope)) matching.push(index);
  };
  for (const index of always) ask(index);
  // Where no rule waits for a word, no text need be folded.
  if (on.length > 0) {
    for (const place of PLACES) {
      for (const term of scope.terms(place)) on[term]?.forEach(ask);
    }
  }
  return matching
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const rule = compiled[index];
      return rule ? [matchOf(rule, scope)] : [];
    });
}

// Until a pattern was tried, nobody knows what a rule with it would say: even `-/a+/` hides nothing.
function asksKnown({ patterns }: CompiledRule, { subject }: Scope): boolean {
  return patterns.every((pattern) => subject.patterns?.has(pattern));
}

function matchOf({ rule, answers, unless }: CompiledRule, scope: Scope): RuleMatch {
  const words = wordsOf(answers, scope);
  return unless?.test(scope)
    ? { rule, words, unless: wordsOf(unless.answers, scope) }
    : { rule, words };
}

function wordsOf(answers: Answers, scope: Scope): string[] {
  return [...new Set(answers.flatMap((answer) => answer(scope) ?? []))];
}
