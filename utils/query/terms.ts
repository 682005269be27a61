import type { Folded } from './fold';

/** Words that must stand next to each other, folded; one word is a phrase of one. */
export type Term = readonly string[];

/** Reports each term found, with the positions of the words that made it match. */
export type OnFound = (term: number, start: number, end: number) => void;

/**
 * Finds any number of terms in one pass over a text: each word is looked up once, and only terms
 * that begin with it are compared, so that a thousand terms cost about what ten do.
 */
export function termFinder(terms: readonly Term[]): (folded: Folded, onFound: OnFound) => void {
  const byFirst = new Map<string, number[]>();
  for (const [index, [first]] of terms.entries()) {
    if (first === undefined) continue;
    const same = byFirst.get(first);
    if (same) same.push(index);
    else byFirst.set(first, [index]);
  }
  return ({ stems, starts, ends }, onFound) => {
    for (const [at, word] of stems.entries()) {
      for (const index of byFirst.get(word) ?? []) {
        const term = terms[index] ?? [];
        if (!standsAt(term, stems, at)) continue;
        onFound(index, starts[at] ?? 0, ends[at + term.length - 1] ?? 0);
      }
    }
  };
}

function standsAt(term: Term, stems: readonly string[], at: number): boolean {
  for (let offset = 1; offset < term.length; offset += 1) {
    if (stems[at + offset] !== term[offset]) return false;
  }
  return true;
}
