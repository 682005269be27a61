import { tagName } from '@/utils/domain/tag';
import { FIELDS, fieldAtom, isTextField } from './fields';
import { foldText } from './fold';
import { isPattern } from './pattern';
import { type Query, joined } from './query';
import { LONGEST_QUERY, type Token, tokenise } from './tokenise';

/** What could not be read as it was typed, and where. */
export type Problem = {
  readonly code:
    | 'open-quote'
    | 'open-pattern'
    | 'bad-pattern'
    | 'pattern-field'
    | 'no-word'
    | 'too-long'
    | 'unknown-field'
    | 'bad-value'
    | 'lone-or'
    | 'open-parenthesis'
    | 'extra-parenthesis'
    | 'empty-group';
  readonly start: number;
  readonly end: number;
  /** The field concerned. */
  readonly field?: string;
};

/** A query as it was read; what has problems was read as far as it made sense. */
export type Parsed = { readonly query: Query; readonly problems: readonly Problem[] };

/**
 * Reads a query; any text is one. `typing` takes a word at its very end for a beginning. Where something is wrong the rest still holds: an open quote or
 * parenthesis is closed by the end, an unknown field's words are looked for as they stand, and a
 * piece without a word is passed over. Grammar:
 *
 *     either = all ("or" all)*         all  = one+
 *     one    = "-"? ( "(" either ")" | field ":" value | "#" tag | word "*"? | '"' words '"' | "/" pattern "/" )
 */
export function parse(text: string, { typing = false } = {}): Parsed {
  const reader: Reader = {
    tokens: tokenise(text),
    at: 0,
    problems: [],
    typingAt: typing ? text.length : undefined,
  };
  const parts: Query[] = [];
  for (;;) {
    parts.push(...eitherOf(reader));
    const extra = reader.tokens[reader.at];
    if (!extra) break;
    complain(reader, 'extra-parenthesis', extra);
    reader.at += 1;
  }
  if (text.length > LONGEST_QUERY) {
    reader.problems.push({ code: 'too-long', start: LONGEST_QUERY, end: text.length });
  }
  return { query: joined('and', parts), problems: reader.problems };
}

type Reader = {
  readonly tokens: readonly Token[];
  at: number;
  readonly problems: Problem[];
  /** Where the reader types, if that is at the end: a word that ends there is not finished. */
  readonly typingAt: number | undefined;
};

function complain(reader: Reader, code: Problem['code'], { start, end, field }: Token): void {
  reader.problems.push({ code, start, end, ...(field !== undefined && { field }) });
}

/** Alternatives up to a closing parenthesis or the end; nothing when nothing stands there. */
function eitherOf(reader: Reader): Query[] {
  const sides: Query[] = [];
  let or: Token | undefined;
  for (;;) {
    const all = allOf(reader);
    if (all) sides.push(all);
    if (or && (!all || sides.length < 2)) complain(reader, 'lone-or', or);
    or = reader.tokens[reader.at];
    if (or?.kind !== 'or') break;
    reader.at += 1;
  }
  return sides.length > 0 ? [joined('or', sides)] : [];
}

function allOf(reader: Reader): Query | undefined {
  const parts: Query[] = [];
  for (let token = reader.tokens[reader.at]; token; token = reader.tokens[reader.at]) {
    if (token.kind === 'or' || token.kind === 'close') break;
    reader.at += 1;
    const part = token.kind === 'open' ? groupOf(reader, token) : atomOf(reader, token);
    if (part) parts.push(token.negated ? negation(part) : part);
  }
  return parts.length > 0 ? joined('and', parts) : undefined;
}

function negation(part: Query): Query {
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

function groupOf(reader: Reader, open: Token): Query | undefined {
  const [inside] = eitherOf(reader);
  const close = reader.tokens[reader.at];
  if (close?.kind === 'close') reader.at += 1;
  else complain(reader, 'open-parenthesis', open);
  if (!inside) complain(reader, 'empty-group', open);
  return inside;
}

function atomOf(reader: Reader, token: Token): Query | undefined {
  if (token.isOpen) complain(reader, 'open-quote', token);
  const { kind, text, field } = token;
  if (kind === 'pattern') return patternOf(reader, token);
  if (kind === 'tag' || field === 'tag') {
    const name = tagName(text);
    if (name === undefined) complain(reader, 'no-word', token);
    return name === undefined ? undefined : { kind: 'tag', name };
  }
  if (field === undefined) return wordsOf(reader, token, text);
  if (!FIELDS.includes(field)) {
    complain(reader, 'unknown-field', token);
    return wordsOf(reader, token, `${field}:${text}`);
  }
  const atom = fieldAtom(field, text, kind === 'phrase');
  if (!atom) complain(reader, 'bad-value', token);
  else if (atom.kind === 'text' && !hasWord(atom.text)) {
    complain(reader, 'no-word', token);
    return undefined;
  }
  return atom;
}

function patternOf(reader: Reader, token: Token): Query | undefined {
  const { text: source, field } = token;
  if (field !== undefined && !isTextField(field)) {
    complain(reader, FIELDS.includes(field) ? 'pattern-field' : 'unknown-field', token);
    return undefined;
  }
  if (!isPattern(source)) {
    complain(reader, 'bad-pattern', token);
    return undefined;
  }
  return { kind: 'pattern', source, ...(field !== undefined && { field }) };
}

/** A word that folds to several (`GPT-4`) is a phrase. */
function wordsOf(reader: Reader, token: Token, text: string): Query | undefined {
  if (!hasWord(text)) {
    complain(reader, 'no-word', token);
    return undefined;
  }
  if (token.kind === 'word' && text.startsWith('/')) complain(reader, 'open-pattern', token);
  const prefix = token.kind === 'word' && text.endsWith('*');
  if (!prefix && isUnfinished(reader, token, text)) {
    return { kind: 'text', text, prefix: true, unfinished: true };
  }
  return { kind: 'text', text: prefix ? text.slice(0, -1) : text, prefix };
}

function isUnfinished({ typingAt }: Reader, token: Token, text: string): boolean {
  if (token.end !== typingAt || token.negated || (token.kind === 'phrase' && !token.isOpen)) {
    return false;
  }
  return foldText(text).ends.at(-1) === text.length;
}

function hasWord(text: string): boolean {
  return foldText(text).stems.length > 0;
}
