/** A piece of a query as typed, with its place in it. */
export type Token = {
  readonly kind: 'word' | 'phrase' | 'tag';
  /** Without quotes, minus and hash. */
  readonly text: string;
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
  /** Its closing quote is missing; it goes on to the end of the query. */
  readonly open: boolean;
};

// A minus, a hash, then a quoted text (closed by the end where the quote is missing) or a word.
const TOKEN = /(-?)(#?)(?:["“”]([^"“”]*)(["“”]|$)|([^\s"“”]+))/gu;

/** Longest query read, in characters. */
export const LONGEST_QUERY = 1_000;

/** Cuts a query into words, "phrases", #tags and #"tags of several words", each possibly negated. */
export function tokenise(query: string): Token[] {
  const tokens: Token[] = [];
  for (const match of query.slice(0, LONGEST_QUERY).matchAll(TOKEN)) {
    const [whole, minus, hash, quoted, quote, word] = match;
    tokens.push({
      kind: hash === '#' ? 'tag' : quoted === undefined ? 'word' : 'phrase',
      text: (quoted ?? word ?? '').trim(),
      negated: minus === '-',
      start: match.index,
      end: match.index + whole.length,
      open: quote === '',
    });
  }
  return tokens;
}
