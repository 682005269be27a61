import type { FoundRecord } from './batches';
import { lineCounter } from './line-counter';

/** One value of a list, or of an object with its name there. */
export type JsonItem = { readonly key?: string; readonly value: unknown };

/**
 * The values of a JSON text one after the other: those of the list itself, of the first of the named
 * lists in an object, or of the object. Each is parsed by itself, so that a broken one costs no other.
 */
export function* jsonRecords(
  text: string,
  lists: readonly string[] = [],
): Generator<FoundRecord<JsonItem>> {
  const lineOf = lineCounter(text);
  const from = listStart(text, lists);
  for (const { key, start, end } of membersFrom(text, from)) {
    const line = lineOf(start);
    const source = text.slice(start, end);
    const shown = { line, end, text: source.slice(0, 300).replaceAll(/\s+/g, ' ').slice(0, 100) };
    try {
      yield { ...shown, value: { ...(key !== undefined && { key }), value: JSON.parse(source) } };
    } catch (error) {
      const why = error instanceof Error ? error.message.slice(0, 200) : '';
      yield { ...shown, reason: `It is no JSON: ${why}` };
    }
  }
}

/** The value of one name in the object a text begins with; `undefined` when it is not there or broken. */
export function jsonMember(text: string, name: string): unknown {
  for (const { key, start, end } of membersFrom(text, firstSign(text, 0))) {
    if (key === name) return parsed(text.slice(start, end));
  }
  return undefined;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

function listStart(text: string, lists: readonly string[]): number {
  const outer = firstSign(text, 0);
  if (lists.length === 0 || text[outer] !== '{') return outer;
  for (const { key = '', start } of membersFrom(text, outer)) {
    if (lists.includes(key) && text[start] === '[') return start;
  }
  return outer;
}

type Member = { readonly key?: string; readonly start: number; readonly end: number };

/** Where the values of the list or object lie that opens at `open`; ends early where it is no JSON. */
function* membersFrom(text: string, open: number): Generator<Member> {
  const isNamed = text[open] === '{';
  if (!isNamed && text[open] !== '[') return;
  let at = firstSign(text, open + 1);
  while (at < text.length && text[at] !== ']' && text[at] !== '}') {
    const nameEnd = isNamed ? stringEnd(text, at) : at;
    const start = isNamed ? firstSign(text, nameEnd) : at;
    const end = valueEnd(text, start);
    if (end === at || (isNamed && text[at] !== '"')) return;
    const key = isNamed ? parsed(text.slice(at, nameEnd)) : undefined;
    yield { ...(typeof key === 'string' && { key }), start, end };
    at = firstSign(text, end);
  }
}

const SIGN = /[^\s,:]/g;

/** The first character that is neither blank nor between two values. */
function firstSign(text: string, from: number): number {
  SIGN.lastIndex = from;
  return SIGN.exec(text)?.index ?? text.length;
}

const STRUCTURE = /["[\]{},]/g;

/** Where the value ends that starts at `start`; the text's end when it never does. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (;;) {
    STRUCTURE.lastIndex = at;
    const found = STRUCTURE.exec(text);
    if (!found) return text.length;
    const [sign] = found;
    at = found.index + 1;
    if (sign === '"') at = stringEnd(text, found.index);
    else if (sign === '[' || sign === '{') depth += 1;
    else if (depth === 0) return found.index;
    else if (sign !== ',') depth -= 1;
    if (depth === 0 && sign !== '"' && sign !== ',') return at;
  }
}

const STRING_SIGN = /["\\]/g;

/** Where the string ends that opens at `open`; the text's end when it never does. */
function stringEnd(text: string, open: number): number {
  let at = open + 1;
  for (;;) {
    STRING_SIGN.lastIndex = at;
    const found = STRING_SIGN.exec(text);
    if (!found) return text.length;
    if (found[0] === '"') return found.index + 1;
    at = found.index + 2;
  }
}
