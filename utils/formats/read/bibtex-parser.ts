import { parse } from '@retorquere/bibtex-parser';

/** One entry as the parser gives it: fields by their names in lower case, TeX as it stands but for runs of blanks. */
export type ParsedEntry = {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
};

/** What came of one entry's text. */
export type Parsed =
  | { readonly entry: ParsedEntry; readonly remarks: readonly string[] }
  | { readonly entry?: never; readonly remarks: readonly string[] };

/**
 * Parses the first entry of a text; the others are there to inherit from. `strings` are the file's
 * `@string`s by name. TeX is left to us: the package decodes it for Zotero, and loses math and braces.
 */
export function parseEntry(text: string, strings: Readonly<Record<string, string>>): Parsed {
  const mask = masking(text);
  const library = parse(mask.on(text), {
    strings: Object.fromEntries(
      Object.entries({ ...MONTHS, ...strings }).map(([name, value]) => [name, mask.on(value)]),
    ),
    sentenceCase: false,
    verbatimFields: [/^/],
    removeOuterBraces: [],
  });
  const [entry] = library.entries;
  const remarks = library.errors.map(({ error }) => mask.off(error.split('\n')[0] ?? ''));
  if (entry === undefined) return { remarks };
  const fields = Object.entries(entry.fields).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[mask.off(name), mask.off(value).trim()]] : [],
  );
  return {
    entry: { type: entry.type, key: mask.off(entry.key), fields: new Map(fields) },
    remarks,
  };
}

/** As themselves, not as numbers, so that `jan # "~10"` can be told from October. */
const MONTHS = Object.fromEntries(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((month) => [month, month]),
);

type Masking = { on(text: string): string; off(text: string): string };

/**
 * The package gives a meaning to signs that have none in BibTeX: it counts dollars, drops what follows
 * a percent sign, sorts keywords. So it is given letters in their place, and these are put back.
 */
function masking(text: string): Masking {
  const letters = lettersOutside(text, SIGNS.length);
  const [keyword = ''] = letters;
  const masked = new Map(SIGNS.map((sign, index) => [sign, letters[index] ?? sign]));
  const signs = new Map([...masked].map(([sign, letter]) => [letter, sign]));
  const anyLetter = new RegExp(`[${letters.join('')}]`, 'gu');
  return {
    on: (source) =>
      source
        .replace(/\bkeywords(?=\s{0,20}=)/gi, (word) => keyword + word.slice(1))
        .replace(/[\\$^_~&]|(?<=[^\s,])%/g, (sign) => masked.get(sign) ?? sign),
    off: (result) => result.replace(anyLetter, (letter) => signs.get(letter) ?? letter),
  };
}

const SIGNS = ['k', ...'\\$^_~&%'];
// Letters of the Vai syllabary, which one in a hundred million files holds.
const FIRST_LETTER = 0xa5_00;

/** Letters that do not occur in a text. */
function lettersOutside(text: string, count: number): string[] {
  const letters: string[] = [];
  for (let code = FIRST_LETTER; letters.length < count; code += 1) {
    const letter = String.fromCharCode(code);
    if (!text.includes(letter)) letters.push(letter);
  }
  return letters;
}
