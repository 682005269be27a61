import type { Rule } from '@/utils/domain/rule';
import type { RuleMatch } from '@/utils/domain/verdict';
import type { Folded } from './fold';
import { type Query, parse } from './parse';
import { type Term, termFinder } from './terms';

/** A card's texts; a phrase never spans both. */
export type CardText = { readonly title: Folded; readonly abstract: Folded };

type CompiledRule = {
  readonly rule: Rule;
  readonly wanted: readonly number[];
  readonly unwanted: readonly number[];
};

/** Whether a rule can be made of this text: it names at least one word, and no tags. */
export function canBeRule(query: string): boolean {
  return rulable(parse(query));
}

// A rule that only says what it does not want would hide nearly everything.
function rulable({ terms, tags }: Query): boolean {
  return tags.length === 0 && terms.some(({ negated }) => !negated);
}

/**
 * Compiles the rules in force on a site into one question to a card. A rule that cannot be read
 * matches nothing. Matches come in the order of the rules, each with the words as the card has them.
 */
export function compileRules(
  rules: readonly Rule[],
  site: string,
): (text: CardText) => RuleMatch[] {
  const terms: Term[] = [];
  const known = new Map<string, number>();
  const users: number[][] = [];
  const compiled: CompiledRule[] = [];

  function indexOf(term: Term, user: number): number {
    const name = term.join(' ');
    const index = known.get(name) ?? terms.push(term) - 1;
    known.set(name, index);
    (users[index] ??= []).push(user);
    return index;
  }

  for (const rule of rules) {
    const query = parse(rule.query);
    const applies = rule.sites.length === 0 || rule.sites.includes(site);
    if (!rule.enabled || !applies || !rulable(query)) continue;
    const at = compiled.length;
    const side = (negated: boolean): number[] => [
      ...new Set(
        query.terms.filter((part) => part.negated === negated).map(({ term }) => indexOf(term, at)),
      ),
    ];
    compiled.push({ rule, wanted: side(false), unwanted: side(true) });
  }
  const find = termFinder(terms);
  return (text) => matchesIn(text, find, compiled, users);
}

function matchesIn(
  text: CardText,
  find: ReturnType<typeof termFinder>,
  compiled: readonly CompiledRule[],
  users: readonly (readonly number[])[],
): RuleMatch[] {
  const found = new Map<number, string>();
  const touched = new Set<number>();
  for (const folded of [text.title, text.abstract]) {
    find(folded, (term, start, end) => {
      if (found.has(term)) return;
      found.set(term, folded.text.slice(start, end));
      for (const user of users[term] ?? []) touched.add(user);
    });
  }
  return [...touched]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const candidate = compiled[index];
      if (!candidate) return [];
      const { rule, wanted, unwanted } = candidate;
      const holds =
        wanted.every((term) => found.has(term)) && !unwanted.some((term) => found.has(term));
      return holds ? [{ rule, words: wanted.map((term) => found.get(term) ?? '') }] : [];
    });
}
