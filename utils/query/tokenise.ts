/** A piece of a query as typed, with its place in it. */
export type Token = {
  readonly kind: 'word' | 'phrase' | 'tag';
  /** Without quotes, minus and hash. */
  readonly text: string;
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
};

// A minus, a hash, then a quoted text (closed by the end where the quote is missing) or a word.
const TOKEN = /(-?)(#?)(?:["“”]([^"“”]*)(["“”]|$)|([^\s"“”]+))/gu;

/** Longest query read, in characters. */
const LONGEST = 1_000;

/** Cuts a query into words, "phrases", #tags and #"tags of several words", each possibly negated. */
export function tokenise(query: string): Token[] {
  const tokens: Token[] = [];
  for (const match of query.slice(0, LONGEST).matchAll(TOKEN)) {
    const [whole, minus, hash, quoted, , word] = match;
    const text = (quoted ?? word ?? '').trim();
    if (text === '' || text === '-') continue;
    tokens.push({
      kind: hash === '#' ? 'tag' : quoted === undefined ? 'word' : 'phrase',
      text,
      negated: minus === '-',
      start: match.index,
      end: match.index + whole.length,
    });
  }
  return tokens;
}
