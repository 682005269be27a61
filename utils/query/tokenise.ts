/** A piece of a query as typed, with its place in it. */
export type Token = {
  readonly kind: 'word' | 'phrase' | 'pattern' | 'tag' | 'open' | 'close' | 'or';
  /** `upvotes` in `upvotes:>10`, in lower case. */
  readonly field?: string;
  /** Without field, quotes, minus and hash. */
  readonly text: string;
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
  /** Its closing quote is missing; it goes on to the end of the query. */
  readonly isOpen: boolean;
};

// A minus, then a parenthesis, or a field and a /pattern/, or a field and a hash and a quoted text
// (closed by the end where the quote is missing) or a word. A field wants its value right after the
// colon; `https://` is none. In quotes a backslash takes the sign out of a quote or backslash after it.
const TOKEN =
  /(-?)(?:([()])|(?:([A-Za-z]{1,20}):(?=[^\s:/)]|\/[^/\s]))?(?:\/((?:[^/\\]|\\.)+)\/(?=[\s)]|$)|(#?)(?:["“”]((?:[^"“”\\]|\\["“”\\]|\\(?!["“”\\]))*)(["“”]|$)|([^\s"“”()]+))))|-/gu;

const ESCAPED = /\\(["“”\\])/gu;

/** Longest query read, in characters. */
export const LONGEST_QUERY = 1_000;

/** Cuts a query into words, "phrases", /patterns/, #tags, fields with their value, `or` and parentheses. */
export function tokenise(query: string): Token[] {
  return [...query.slice(0, LONGEST_QUERY).matchAll(TOKEN)].map(tokenOf);
}

function tokenOf(match: RegExpExecArray): Token {
  const [whole, minus, parenthesis, field, pattern, hash, quoted, quote, word] = match;
  const common = { start: match.index, end: match.index + whole.length, isOpen: quote === '' };
  const negated = minus === '-';
  if (parenthesis !== undefined) {
    const kind = parenthesis === '(' ? 'open' : 'close';
    return { kind, text: parenthesis, negated, ...common };
  }
  const named = field && { field: field.toLowerCase() };
  if (pattern !== undefined) {
    return { kind: 'pattern', text: pattern, negated, ...common, ...named };
  }
  const text = (quoted?.replace(ESCAPED, '$1') ?? word ?? '').trim();
  if (field === undefined && hash === '' && /^or$/i.test(word ?? '') && !negated) {
    return { kind: 'or', text, negated, ...common };
  }
  const kind = hash === '#' ? 'tag' : quoted === undefined ? 'word' : 'phrase';
  return { kind, text, negated, ...common, ...named };
}
