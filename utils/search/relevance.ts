import type { IsoDate } from '@/utils/domain/paper';
import { type Place, termCollection, wordsFinder } from '@/utils/query/evaluate';
import type { Query } from '@/utils/query/query';
import type { Subject } from '@/utils/query/subject';
import type { TextAtom } from './lookups';
import { TEXTS, type TextName } from './segment';

/**
 * How much it counts where words stand: a paper scores the best of these for each thing asked for,
 * so that who has them all in the title comes first, and who only mentions them comes last.
 */
const WEIGHTS: Readonly<Record<TextName, number>> = {
  title: 16,
  author: 10,
  byline: 10,
  note: 6,
  venue: 4,
  org: 4,
  abstract: 1,
};

/** Of a word in a tag. */
export const TAG_WEIGHT = 12;

/** The weight of the best of these texts, one bit each. */
export function weightOf(fields: number): number {
  return BEST[fields] ?? 0;
}

const BEST = Uint8Array.from({ length: 2 ** TEXTS.length }, (_, fields) =>
  Math.max(0, ...TEXTS.map((name, bit) => ((fields >>> bit) & 1) * WEIGHTS[name])),
);

/** The parts of a query that ask for words, and not for their absence. */
export function wordsAsked(query: Query): TextAtom[] {
  if (query.kind === 'text') return [query];
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap(wordsAsked) : [];
}

const PLACES: readonly (readonly [Place, number])[] = TEXTS.filter((name) => name !== 'byline').map(
  (name) => [name, WEIGHTS[name]] as const,
);

/** The same score for a paper that is not in the index. */
export function scorer(query: Query, today: IsoDate): (subject: Subject) => number {
  const { termIndex, scopes } = termCollection();
  const compile = (atom: TextAtom, places: readonly Place[]) =>
    wordsFinder(atom, { places, today, termIndex });
  const atoms = wordsAsked(query).map((atom) => ({
    places: PLACES.filter(([place]) => atom.field === undefined || atom.field === place).map(
      ([place, weight]) => ({ finds: compile(atom, [place]), weight }),
    ),
    others: atom.field === undefined ? compile(atom, ['other']) : undefined,
  }));
  const scopeFor = scopes();
  return (subject) => {
    const scope = scopeFor(subject);
    const { byline: _byline, ...rest } = subject;
    const tagged = scopeFor({ ...rest, title: '' });
    return atoms.reduce((score, { places, others }) => {
      const weights = places.flatMap(({ finds, weight }) =>
        finds(scope) === undefined ? [] : weight,
      );
      if (others?.(scope) !== undefined) {
        weights.push(others(tagged) === undefined ? WEIGHTS.byline : TAG_WEIGHT);
      }
      return score + Math.max(0, ...weights);
    }, 0);
  };
}
