import type { IsoDate } from '@/utils/domain/paper';
import type { Rule } from '@/utils/domain/rule';
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
import { print } from './print';
import { type Query, atomsOf } from './query';
import type { Subject } from './subject';

/** A card's texts; a phrase never spans both. */
export type CardText = { readonly title: Folded; readonly abstract: Folded };

/** What a rule is asked of. */
export type CardSubject = Omit<Subject, 'title' | 'abstract'> & CardText;

/** Where a rule's words without a field are looked for. */
const PLACES: readonly Place[] = ['title', 'abstract'];

type CompiledRule = {
  readonly rule: Rule;
  readonly test: Test;
  /** Terms of which one at least is on every card that the rule matches; `undefined` when none need be. */
  readonly anchors: readonly number[] | undefined;
  /** What on the card answers each thing the rule asks for. */
  readonly answers: readonly ((scope: Scope) => string | undefined)[];
};

/** Why a query cannot be a rule. */
export type RuleProblem = {
  readonly code: Problem['code'] | 'only-exclusions' | 'short-name';
  /** The field concerned. */
  readonly field?: string;
};

/** Why no rule can be made of this text; `undefined` when one can. */
export function ruleProblem(query: string): RuleProblem | undefined {
  return problemOf(parse(query));
}

// What could not be read as typed might hide more than was meant; so does a rule that only says
// what it does not want. An open quote can only mean one thing.
function problemOf({ query, problems }: Parsed): RuleProblem | undefined {
  const problem = problems.find(({ code }) => code !== 'open-quote');
  if (problem) return problem;
  if (!wants(query)) {
    return { code: atomsOf(query).length === 0 ? 'no-word' : 'only-exclusions' };
  }
  return namesInFull(query) ? undefined : { code: 'short-name' };
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

/**
 * Compiles the rules in force on a site into one question to a card; ages count from `today`. A rule
 * that cannot be read matches nothing. Matches come in the order of the rules, each with what on the
 * card answers it.
 */
export function compileRules(
  rules: readonly Rule[],
  site: string,
  today: IsoDate,
): (subject: CardSubject) => RuleMatch[] {
  const { termIndex, scopes } = termCollection();
  const compiling: Compiling = { places: PLACES, today, termIndex };
  const read = rules.flatMap((rule) => {
    const applies = rule.sites.length === 0 || rule.sites.includes(site);
    const parsed = parse(rule.query);
    return rule.enabled && applies && problemOf(parsed) === undefined
      ? [{ rule, query: parsed.query }]
      : [];
  });
  const uses = usesOf(
    read.map(({ query }) => query),
    compiling,
  );
  const compiled = read.map(({ rule, query }) => ({
    rule,
    test: testOf(query, compiling),
    anchors: anchorsOf(query, compiling, uses),
    answers: answersOf(query, compiling),
  }));
  const scopeFor = scopes();
  const waiting = byAnchor(compiled);
  return (subject) => matchesIn(scopeFor(subject), compiled, waiting);
}

function answersOf(query: Query, compiling: Compiling): CompiledRule['answers'] {
  return atomsOf(query)
    .filter(({ negated }) => !negated)
    .map(({ atom }) => {
      if (atom.kind === 'text') return wordsFinder(atom, compiling);
      const test = testOf(atom, compiling);
      const said = print(atom);
      return (scope) => (test(scope) ? said : undefined);
    });
}

/** How many times rules want each term. */
function usesOf(queries: readonly Query[], compiling: Compiling): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  for (const { atom, negated } of queries.flatMap((query) => atomsOf(query))) {
    const term = negated ? undefined : termOf(atom, compiling);
    if (term !== undefined) uses.set(term, (uses.get(term) ?? 0) + 1);
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
  readonly on: ReadonlyMap<number, readonly number[]>;
  readonly always: readonly number[];
};

/** For each term, the rules to ask about once it is found. */
function byAnchor(compiled: readonly CompiledRule[]): Waiting {
  const on = new Map<number, number[]>();
  const always: number[] = [];
  for (const [index, { anchors }] of compiled.entries()) {
    if (!anchors) always.push(index);
    for (const term of anchors ?? []) {
      const rules = on.get(term);
      if (rules) rules.push(index);
      else on.set(term, [index]);
    }
  }
  return { on, always };
}

function matchesIn(
  scope: Scope,
  compiled: readonly CompiledRule[],
  { on, always }: Waiting,
): RuleMatch[] {
  const candidates = new Set(always);
  for (const place of PLACES) {
    for (const term of scope.terms(place)) {
      for (const rule of on.get(term) ?? []) candidates.add(rule);
    }
  }
  return [...candidates]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const candidate = compiled[index];
      if (!candidate?.test(scope)) return [];
      const words = candidate.answers.flatMap((answer) => answer(scope) ?? []);
      return [{ rule: candidate.rule, words: [...new Set(words)] }];
    });
}
