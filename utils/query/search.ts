import { tagKey } from '@/utils/domain/tag';
import { type Folded, foldText, plainWord } from './fold';
import { type Query, parse } from './parse';
import { type Term, termFinder } from './terms';
import { tokenise } from './tokenise';

/** A search as typed, ready to be asked of papers. */
export type Search = {
  /** Keys of the tags a paper must have. */
  readonly tags: readonly string[];
  readonly query: Query;
  /** The word still being typed, of which the beginning is enough. */
  readonly unfinished: Unfinished | undefined;
};

type Unfinished = {
  /** What stands right before it in one phrase: the `low` of `low-ra`. */
  readonly before: Term;
  readonly beginning: string;
  /** What it is should it be finished after all. */
  readonly whole: string;
};

/** What a search looks at in a paper; a text may come folded, if it is asked about often. */
export type SearchFields = {
  readonly title: string | Folded;
  readonly byline?: string;
  readonly abstract?: string | Folded;
  readonly authors?: readonly string[];
  readonly note?: string;
  readonly tags: readonly string[];
};

/** Reads what stands in a search box. */
export function parseSearch(text: string): Search {
  const { unfinished, rest } = lastWord(text);
  const query = parse(rest);
  return {
    tags: query.tags.filter(({ negated }) => !negated).map(({ key }) => key),
    query,
    unfinished,
  };
}

/** The last word, while nothing after it says that it is complete, and the text before it. */
function lastWord(text: string): { unfinished: Unfinished | undefined; rest: string } {
  const last = tokenise(text).at(-1);
  const complete = { unfinished: undefined, rest: text };
  if (!last || last.negated || last.kind === 'tag' || last.end !== text.length) return complete;
  if (last.kind === 'phrase' && !last.open) return complete;
  const { text: piece, stems, starts, ends } = foldText(text.slice(last.start));
  const whole = stems.at(-1);
  if (whole === undefined || ends.at(-1) !== piece.length) return complete;
  const beginning = plainWord(piece.slice(starts.at(-1)));
  return {
    unfinished: { before: stems.slice(0, -1), beginning, whole },
    rest: text.slice(0, last.start),
  };
}

/** A test of papers; the empty search accepts all. */
export function matcher({ query, unfinished }: Search): (fields: SearchFields) => boolean {
  const find = termFinder(query.terms.map(({ term }) => term));
  return (fields) => {
    const tags = new Set(fields.tags.map(tagKey));
    if (!query.tags.every(({ key, negated }) => tags.has(key) !== negated)) return false;
    if (query.terms.length === 0 && unfinished === undefined) return true;
    const texts = textsOf(fields);
    const found = new Set<number>();
    for (const text of texts) find(text, (term) => found.add(term));
    return (
      query.terms.every(({ negated }, term) => found.has(term) !== negated) &&
      (unfinished === undefined || texts.some((text) => begins(text, unfinished)))
    );
  };
}

function textsOf({ title, byline, abstract, authors, note, tags }: SearchFields): Folded[] {
  return [title, byline, abstract, note, ...(authors ?? []), ...tags].flatMap((text) => {
    if (!text) return [];
    return [typeof text === 'string' ? foldText(text) : text];
  });
}

/** Whether some word begins so, folded or as it stands, after the words it should follow. */
function begins(
  { text, stems, starts, ends }: Folded,
  { before, beginning, whole }: Unfinished,
): boolean {
  // Folding never changes a word's first letter, and spares looking at most words.
  return stems.some(
    (stem, at) =>
      stem[0] === beginning[0] &&
      before.every((word, index) => stems[at - before.length + index] === word) &&
      (stem === whole || plainWord(text.slice(starts[at], ends[at])).startsWith(beginning)),
  );
}
