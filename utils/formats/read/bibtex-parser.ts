import { parse } from '@retorquere/bibtex-parser';

/** One entry as the parser gives it: fields by their names in lower case, TeX as it stands but for runs of blanks. */
export type ParsedEntry = {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
};

/** What came of one entry's text. */
export type Parsed = {
  readonly entry?: ParsedEntry;
  /** Whether some of it could not be parsed. */
  readonly isDamaged: boolean;
  /** Names of `@string`s that nothing gives a value. */
  readonly unknown: readonly string[];
};

/**
 * Parses the first of some entries; the others are there to inherit from. `strings` are the file's
 * `@string`s by name. The package is shown the frame of an entry, with a token for each value: it would
 * decode TeX for Zotero, drop what follows a percent sign, sort keywords, and take a second for 20 kB.
 */
export function parseEntry(
  entries: readonly string[],
  strings: Readonly<Record<string, string>>,
): Parsed {
  const values = hiding(entries.join(''));
  const library = parse(entries.map(values.hide).join('\n'), {
    strings: Object.fromEntries(
      Object.entries({ ...MONTHS, ...strings }).map(([name, value]) => [name, values.token(value)]),
    ),
    sentenceCase: false,
    verbatimFields: [/^/],
    removeOuterBraces: [],
  });
  const [entry] = library.entries;
  const errors = library.errors.map(({ error }) => UNRESOLVED.exec(error)?.[1]);
  const found = {
    isDamaged: errors.includes(undefined),
    unknown: errors.flatMap((name) => name ?? []),
  };
  if (entry === undefined) return found;
  const fields = Object.entries(entry.fields).map(([name, value]): [string, string] => {
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return [name, values.show(parts.join(', ')).trim().replace(/\s+/g, ' ')];
  });
  return { ...found, entry: { type: entry.type, key: entry.key, fields: new Map(fields) } };
}

const UNRESOLVED = /^Unresolved @string reference "(.{0,100})"/;

/** As themselves, not as numbers, so that `jan # "~10"` can be told from October. */
const MONTHS = Object.fromEntries(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((month) => [month, month]),
);

type Hiding = {
  /** An entry with tokens for its values. */
  hide(entry: string): string;
  token(value: string): string;
  /** What the tokens in a text stand for. */
  show(text: string): string;
};

function hiding(text: string): Hiding {
  const mark = letterOutside(text);
  const values: string[] = [];
  const tokens = new RegExp(`${mark}(\\d+)${mark}`, 'g');
  const token = (value: string): string => `${mark}${values.push(value) - 1}${mark}`;
  return {
    token,
    hide: (entry) => withTokens(entry, token),
    show: (shown) => shown.replace(tokens, (_, index: string) => values[Number(index)] ?? ''),
  };
}

/** Names of other entries must be seen, and numbers may be. */
const SEEN = /^[\w:.+/-]{1,100}$/;

function withTokens(entry: string, token: (value: string) => string): string {
  const open = entry.search(/[{(]/) + 1;
  let shown = entry.slice(0, open);
  let at = open;
  while (at < entry.length) {
    const char = entry[at] ?? '';
    const end = char === '{' || char === '"' ? valueEnd(entry, at) : -1;
    const value = entry.slice(at + 1, Math.max(end, at + 1));
    const isHidden = end > 0 && !SEEN.test(value) && value.trim() !== '';
    shown += isHidden ? char + token(value) : end > 0 ? char + value : char;
    if (end > 0) shown += entry[end] ?? '';
    at = Math.max(end, at) + 1;
  }
  return shown;
}

/** Where the value ends that opens at `at`; -1 when it does not. */
function valueEnd(entry: string, at: number): number {
  const close = entry[at] === '{' ? '}' : '"';
  let depth = 0;
  for (let end = at + 1; end < entry.length; end += 1) {
    const char = entry[end];
    if (depth === 0 && char === close) return end;
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
  }
  return -1;
}

// Letters of the Vai syllabary, which hardly any file holds.
const FIRST_LETTER = 0xa5_00;

/** A letter that does not occur in a text. */
function letterOutside(text: string): string {
  let code = FIRST_LETTER;
  while (text.includes(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}
