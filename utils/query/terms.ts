import type { Folded } from './fold';

/** Words that must stand next to each other, folded; one word is a phrase of one. */
export type Term = readonly string[];

/** Reports each term found, with the positions of the words that made it match. */
export type OnFound = (term: number, start: number, end: number) => void;

/** Where terms have got after the words that lead here: which are complete, and how others go on. */
type Branch = { readonly complete: number[]; next?: Map<string, Branch> };

/**
 * Finds any number of terms in one pass over a text. Terms that begin alike share a branch, so that
 * a thousand of them cost about what ten do.
 */
export function termFinder(terms: readonly Term[]): (folded: Folded, onFound: OnFound) => void {
  const root = branch();
  for (const [index, term] of terms.entries()) {
    if (term.length > 0) grow(root, term).complete.push(index);
  }
  return ({ stems, starts, ends }, onFound) => {
    for (let first = 0; first < stems.length; first += 1) {
      let at = root.next?.get(stems[first] ?? '');
      for (let last = first; at; last += 1) {
        for (const index of at.complete) onFound(index, starts[first] ?? 0, ends[last] ?? 0);
        at = at.next?.get(stems[last + 1] ?? '');
      }
    }
  };
}

function branch(): Branch {
  return { complete: [] };
}

function grow(root: Branch, term: Term): Branch {
  let at = root;
  for (const word of term) {
    at.next ??= new Map();
    const next = at.next.get(word) ?? branch();
    at.next.set(word, next);
    at = next;
  }
  return at;
}
