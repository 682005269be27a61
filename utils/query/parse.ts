import { tagKey, tagName } from '@/utils/domain/tag';
import { foldText } from './fold';
import type { Term } from './terms';
import { LONGEST_QUERY, type Token, tokenise } from './tokenise';

/** What a query asks for: everything in it must hold. */
export type Query = {
  readonly terms: readonly { readonly term: Term; readonly negated: boolean }[];
  readonly tags: readonly { readonly key: string; readonly negated: boolean }[];
  readonly problems: readonly Problem[];
};

/**
 * What could not be read as it was typed, and where. An open quote is closed by the end, a piece
 * without a word is passed over, and nothing is read of what is too long.
 */
type Problem = {
  readonly code: 'open-quote' | 'no-word' | 'too-long';
  readonly start: number;
  readonly end: number;
};

/** Reads a query; any text is one. A word that folds to several (`GPT-4`) is a phrase. */
export function parse(query: string): Query {
  const terms: { term: Term; negated: boolean }[] = [];
  const tags: { key: string; negated: boolean }[] = [];
  const problems: Problem[] = [];
  for (const token of tokenise(query)) {
    const { kind, text, negated, start, end } = token;
    const meaning = kind === 'tag' ? tagName(text) : termOf(token);
    if (meaning === undefined) problems.push({ code: 'no-word', start, end });
    else if (typeof meaning === 'string') tags.push({ key: tagKey(meaning), negated });
    else terms.push({ term: meaning, negated });
    if (token.open) problems.push({ code: 'open-quote', start, end });
  }
  if (query.length > LONGEST_QUERY) {
    problems.push({ code: 'too-long', start: LONGEST_QUERY, end: query.length });
  }
  return { terms, tags, problems };
}

function termOf({ text }: Token): Term | undefined {
  const { stems } = foldText(text);
  return stems.length > 0 ? stems : undefined;
}
