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

// A rule that only says what it does not want would hide nearly everything, and one that was cut
// short would hide more than it says.
function rulable({ terms, tags, problems }: Query): boolean {
  return (
    tags.length === 0 &&
    terms.some(({ negated }) => !negated) &&
    !problems.some(({ code }) => code === 'too-long')
  );
}

/**
 * Compiles the rules in force on a site into one question to a card. A rule that cannot be read
 * matches nothing. Matches come in the order of the rules, each with the words as the card has them.
 */
export function compileRules(
  rules: readonly Rule[],
  site: string,
): (text: CardText) => RuleMatch[] {
  const terms = new Map<string, { readonly index: number; readonly term: Term }>();
  const compiled: CompiledRule[] = [];

  function indexOf(term: Term): number {
    const name = term.join(' ');
    const index = terms.get(name)?.index ?? terms.size;
    terms.set(name, { index, term });
    return index;
  }

  for (const rule of rules) {
    const applies = rule.sites.length === 0 || rule.sites.includes(site);
    if (!rule.enabled || !applies) continue;
    const query = parse(rule.query);
    if (!rulable(query)) continue;
    const side = (negated: boolean): number[] => [
      ...new Set(
        query.terms.filter((part) => part.negated === negated).map(({ term }) => indexOf(term)),
      ),
    ];
    compiled.push({ rule, wanted: side(false), unwanted: side(true) });
  }
  const find = termFinder([...terms.values()].map(({ term }) => term));
  const asked = byRarestTerm(compiled);
  return (text) => matchesIn(text, find, compiled, asked);
}

/**
 * For each term, the rules to ask about once it is found. A rule waits under that of its terms which
 * the fewest rules want: a thousand rules on one common word are not all asked at every card.
 */
function byRarestTerm(compiled: readonly CompiledRule[]): ReadonlyMap<number, readonly number[]> {
  const uses = new Map<number, number>();
  for (const { wanted } of compiled) {
    for (const term of wanted) uses.set(term, (uses.get(term) ?? 0) + 1);
  }
  const asked = new Map<number, number[]>();
  for (const [rule, { wanted }] of compiled.entries()) {
    const rarest = wanted.reduce((best, term) =>
      (uses.get(term) ?? 0) < (uses.get(best) ?? 0) ? term : best,
    );
    const waiting = asked.get(rarest);
    if (waiting) waiting.push(rule);
    else asked.set(rarest, [rule]);
  }
  return asked;
}

function matchesIn(
  text: CardText,
  find: ReturnType<typeof termFinder>,
  compiled: readonly CompiledRule[],
  asked: ReadonlyMap<number, readonly number[]>,
): RuleMatch[] {
  const found = new Map<number, string>();
  const candidates: number[] = [];
  for (const folded of [text.title, text.abstract]) {
    find(folded, (term, start, end) => {
      if (found.has(term)) return;
      found.set(term, folded.text.slice(start, end));
      for (const rule of asked.get(term) ?? []) candidates.push(rule);
    });
  }
  return candidates
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
