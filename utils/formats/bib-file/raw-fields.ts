/** The fields of an entry as they stand, TeX and all, by their names in lower case; the first of a name counts. */
export type RawFields = ReadonlyMap<string, string>;

/** The name of a field with its equals sign, and what parts it from the field before. */
export const NAME = /[\s,]*([A-Za-z][^\s,{}="#%()]{0,100})\s{0,100}=\s*/y;
const BARE = /[^\s,#{}"]+/y;

/** What stands for a bare word, which is a number or the name of a `@string`. */
type Resolve = (word: string) => string;
const asItIs: Resolve = (word) => word;

/**
 * The fields of one entry's text from `@` on. Names of `@string`s are left as they are, unless `resolve`
 * knows them; where a value does not end, reading stops. For a look at identities: reading papers takes
 * the parser.
 */
export function rawFields(entry: string, resolve = asItIs): RawFields {
  const fields = new Map<string, string>();
  let at = Math.max(entry.indexOf(','), 0);
  while (at < entry.length) {
    NAME.lastIndex = at;
    const [found = '', name = ''] = NAME.exec(entry) ?? [];
    if (found === '') return fields;
    const value = valueAt(entry, at + found.length, resolve);
    if (value === undefined) return fields;
    const key = name.toLowerCase();
    if (!fields.has(key)) fields.set(key, value.text);
    at = value.end;
  }
  return fields;
}

type Value = { readonly text: string; readonly end: number };

/** The value that begins at a place of an entry, parts joined by `#`; `undefined` when none ends there. */
export function valueAt(entry: string, from: number, resolve = asItIs): Value | undefined {
  const texts: string[] = [];
  let at = from;
  for (;;) {
    const part = partAt(entry, at, resolve);
    if (part === undefined) return undefined;
    texts.push(part.text);
    at = afterBlanks(entry, part.end);
    if (entry[at] !== '#') return { text: texts.join(''), end: at };
    at = afterBlanks(entry, at + 1);
  }
}

function partAt(entry: string, at: number, resolve: Resolve): Value | undefined {
  const mark = entry[at];
  if (mark !== '{' && mark !== '"') {
    BARE.lastIndex = at;
    const text = BARE.exec(entry)?.[0];
    return text === undefined ? undefined : { text: resolve(text), end: at + text.length };
  }
  let depth = 0;
  for (let end = at + 1; end < entry.length; end += 1) {
    const char = entry[end];
    if (depth === 0 && char === (mark === '{' ? '}' : '"'))
      return { text: entry.slice(at + 1, end), end: end + 1 };
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
  }
  return undefined;
}

/** The first place from here on that is no blank. */
export function afterBlanks(entry: string, from: number): number {
  let at = from;
  while (/\s/.test(entry[at] ?? '')) at += 1;
  return at;
}
