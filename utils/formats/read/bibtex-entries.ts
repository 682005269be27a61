import { rawFields } from '../bib-file/raw-fields';
import type { Piece } from '../bib-file/scan';
import type { Parsed, ParsedEntry, parseEntry } from './bibtex-parser';
import type { Lost } from './mended-entry';
import { mendedEntry } from './mended-entry';
import { plainEntry } from './plain-entry';

/** A .bib file in its pieces, with what its entries can refer to. */
export type BibSource = {
  readonly text: string;
  /** `@string`s by name in lower case, with all they refer to put in. */
  readonly strings: ReadonlyMap<string, string>;
  /** Entries that others inherit from, by key in lower case. */
  readonly parents: ReadonlyMap<string, Piece>;
};

const LONGEST_ENTRY = 1_000_000;
const LONGEST_STRING = 5_000;
/** Characters an entry's `@string`s may come to. */
const LONGEST_FILLED = 1_000_000;
const LONGEST_PARENT = 50_000;
const MOST_PARENTS = 8;
const DEEPEST = 100;

/** What came of one entry. */
export type ReadEntry = {
  /** Absent when nothing of it could be read. */
  readonly entry?: ParsedEntry;
  /** Why there is none. */
  readonly refusal?: string;
  readonly healed: readonly string[];
  readonly lost: readonly Lost[];
};

/** One entry with what it refers to put in; an entry that would take too long or too much memory is refused. */
export function readEntry(source: BibSource, piece: Piece, parse: typeof parseEntry): ReadEntry {
  const text = source.text.slice(piece.from, piece.to);
  const refusal = refused(text, piece);
  if (refusal !== undefined) return refuse(refusal);
  const strings = stringsFor(text, source.strings);
  if (strings === undefined) return refuse('Its @string values come to too much text.');
  const plain = plainEntry(text, openOf(text), piece.key, strings);
  if (plain) {
    const { type, key } = piece;
    return { entry: { type, key, fields: plain }, healed: [], lost: [] };
  }
  const parents = parentsOf(source, text);
  const asItIs = attempt(() => parse([renamed(text, piece), ...parents], strings));
  const mended = asItIs?.isDamaged === false ? undefined : mendedEntry(text, openOf(text));
  const parsed = mended
    ? attempt(() => parse([renamed(mended.text, piece), ...parents], strings))
    : asItIs;
  if (parsed?.entry === undefined) return refuse('It could not be parsed.');
  const { healed = [], lost = [] } = mended ?? {};
  const entry = { ...parsed.entry, type: piece.type, key: piece.key };
  return {
    entry: withXdata(entry, source, parse),
    healed: [...healed, ...parsed.unknown.map(unexplained)],
    // What neither could make sense of is said of all of it.
    lost: parsed.isDamaged && lost.length === 0 ? [{ at: 0, text }] : lost,
  };
}

function refuse(refusal: string): ReadEntry {
  return { refusal, healed: [], lost: [] };
}

function unexplained(name: string): string {
  return `The file does not say what “${name}” stands for (@string); it was taken as it is.`;
}

/** The values that `@string` pieces give names to, and the pieces that give none. */
export function readStrings(
  text: string,
  pieces: readonly Piece[],
): { readonly strings: ReadonlyMap<string, string>; readonly broken: readonly Piece[] } {
  const strings = new Map<string, string>();
  const broken: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'string') continue;
    const values = valuesIn(text.slice(piece.from, piece.to), strings);
    for (const [name, value] of values) strings.set(name, value);
    if (values.length === 0) broken.push(piece);
  }
  return { strings, broken };
}

/** Files can have tens of thousands of these, more than the parser reads in a moment. */
function valuesIn(
  source: string,
  known: ReadonlyMap<string, string>,
): (readonly [name: string, value: string])[] {
  if (source.length > 2 * LONGEST_STRING) return [];
  let length = 0;
  const fields = rawFields(`,${source.slice(openOf(source) + 1, -1)}`, (word) => {
    const value = known.get(word.toLowerCase()) ?? word;
    length += value.length;
    return length > LONGEST_FILLED ? '' : value;
  });
  if (length > LONGEST_FILLED) return [];
  return [...fields]
    .map(([name, value]) => [name, value.trim().replace(/\s+/g, ' ')] as const)
    .filter(([, value]) => value.length <= LONGEST_STRING);
}

/** Keys that entries inherit from, in lower case. */
export function parentKeys(entry: string): string[] {
  if (!/crossref|xdata/i.test(entry)) return [];
  const fields = rawFields(entry);
  return ['crossref', 'xdata']
    .flatMap((name) => (fields.get(name) ?? '').split(','))
    .map((key) => key.trim().toLowerCase())
    .filter((key) => key !== '')
    .slice(0, MOST_PARENTS);
}

function refused(text: string, { broken }: Piece): string | undefined {
  if (broken) return 'Its braces do not match.';
  if (text.length > LONGEST_ENTRY) return 'It is longer than a million characters.';
  let [depth, deepest] = [0, 0];
  for (const char of text) {
    depth += char === '{' ? 1 : char === '}' ? -1 : 0;
    deepest = Math.max(deepest, depth);
  }
  return deepest > DEEPEST ? 'Its braces are nested too deep.' : undefined;
}

/** A key may hold signs that the parser does not take for part of one. */
function renamed(text: string, { type, key }: Piece): string {
  const open = openOf(text) + 1;
  const rest = text.slice(open);
  const body = key === '' ? `,${rest.replace(/^\s*,/, '')}` : rest.replace(key, () => '');
  return `@${type}${text[open - 1] ?? '{'}the-entry${body}`;
}

function openOf(text: string): number {
  return text.search(/[{(]/);
}

/** The `@string`s an entry uses; `undefined` when they come to too much. */
function stringsFor(
  text: string,
  strings: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> | undefined {
  const used: [string, string][] = [];
  let length = 0;
  for (const [, name = ''] of text.matchAll(/[=#]\s{0,100}([^\s{}"#,=()]{1,100})/g)) {
    const value = strings.get(name.toLowerCase());
    if (value === undefined) continue;
    used.push([name, value]);
    length += value.length;
  }
  return length > LONGEST_FILLED ? undefined : Object.fromEntries(used);
}

/** The texts of entries this one inherits from, and of those they inherit from. */
function parentsOf({ text, parents }: BibSource, entry: string): string[] {
  const found = new Map<string, string>();
  const wanted = parentKeys(entry);
  for (const key of wanted) {
    const piece = parents.get(key);
    if (!piece || found.has(key) || found.size >= MOST_PARENTS) continue;
    const parent = text.slice(piece.from, piece.to);
    if (piece.broken || parent.length > LONGEST_PARENT) continue;
    found.set(key, parent);
    wanted.push(...parentKeys(parent));
  }
  return [...found.values()];
}

/** The package knows `crossref` alone. */
function withXdata(entry: ParsedEntry, source: BibSource, parse: typeof parseEntry): ParsedEntry {
  const fields = new Map(entry.fields);
  const keys = (fields.get('xdata') ?? '').split(',').slice(0, MOST_PARENTS);
  for (const key of keys) {
    const piece = source.parents.get(key.trim().toLowerCase());
    if (!piece || piece.broken || piece.to - piece.from > LONGEST_PARENT) continue;
    const text = source.text.slice(piece.from, piece.to);
    const strings = stringsFor(text, source.strings);
    const parent = strings && attempt(() => parse([renamed(text, piece)], strings))?.entry;
    for (const [name, value] of parent?.fields ?? []) {
      if (!fields.has(name)) fields.set(name, value);
    }
  }
  return { ...entry, fields };
}

function attempt(parse: () => Parsed): Parsed | undefined {
  try {
    return parse();
  } catch {
    // The parser gives up on a few constructs; who reads is told which entry it was.
    return undefined;
  }
}
