import { foldText, plainWord } from '@/utils/query/fold';
import type { Atom, Query } from '@/utils/query/query';
import { atomsOf } from '@/utils/query/query';
import {
  type ShardRange,
  beginningEntry,
  initialEntry,
  isFiledBeginning,
  isFiledInitial,
  shardAlone,
  shardsAsWritten,
  shardsFrom,
  shardsOf,
  shardsUnfiled,
} from './shards';

export type TextAtom = Extract<Atom, { kind: 'text' }>;

/** Some words of the index: where to look, and which of those that are there. */
type Lookup = {
  readonly range: ShardRange;
  readonly takes: (word: string, stem: string) => boolean;
};

/** One word of an atom: any word that one of the lookups takes will do. */
export type Wanted = readonly Lookup[];

/** What an atom looks for: words next to each other, or words in order within one name. */
export type Lookups = { readonly kind: 'phrase' | 'name'; readonly words: readonly Wanted[] };

/** The rows a query reads, by the name of their range. */
export type Needs = {
  readonly postings: ReadonlyMap<string, ShardRange>;
  readonly positions: ReadonlyMap<string, ShardRange>;
};

export function rangeName({ from, before }: ShardRange): string {
  return `${from} ${before}`;
}

/** What to read before a query can be answered. */
export function needsOf(query: Query): Needs {
  const postings = new Map<string, ShardRange>();
  const positions = new Map<string, ShardRange>();
  for (const { atom } of atomsOf(query)) {
    if (atom.kind !== 'text') continue;
    const { words } = lookupsOf(atom);
    for (const { range } of words.flat()) {
      postings.set(rangeName(range), range);
      if (words.length > 1) positions.set(rangeName(range), range);
    }
  }
  return { postings, positions };
}

/** An atom's words as the index knows them; means what `wordsFinder` of the query room means. */
export function lookupsOf(atom: TextAtom): Lookups {
  const { text, stems, starts, ends } = foldText(atom.text);
  const plain = starts.map((start, at) => plainWord(text.slice(start, ends[at])));
  if (atom.field === 'author') {
    return {
      kind: 'name',
      words: plain.map((word, at) => nameWord(word, at === plain.length - 1, atom.prefix)),
    };
  }
  if (!atom.prefix) return { kind: 'phrase', words: stems.map(stemLookups) };
  // As the evaluator takes it: from the start of the last word to the end of the text.
  const letters = plainWord(text.slice(starts.at(-1)));
  const whole = atom.unfinished ? stems.at(-1) : undefined;
  const before = stems.slice(0, -1).map(stemLookups);
  // In which papers is all that is filed of beginnings; not where.
  const isFiled = before.length === 0 && isFiledBeginning(letters);
  return { kind: 'phrase', words: [...before, beginningLookups(letters, whole, isFiled)] };
}

function stemLookups(wanted: string): Lookup[] {
  return lookupsIn(shardsOf(wanted), (_word, stem) => stem === wanted);
}

function lookupsIn(ranges: readonly ShardRange[], takes: Lookup['takes']): Lookup[] {
  return ranges.map((range) => ({ range, takes }));
}

function entryLookup(entry: string): Lookup {
  return { range: shardAlone(entry), takes: () => true };
}

function beginningLookups(letters: string, whole: string | undefined, isFiled: boolean): Lookup[] {
  const ofWhole = whole === undefined ? [] : shardsOf(whole);
  const takes: Lookup['takes'] = (word, stem) =>
    stem[0] === letters[0] && (stem === whole || word.startsWith(letters));
  return isFiled
    ? [
        entryLookup(beginningEntry(letters)),
        ...lookupsIn(outermost([...shardsUnfiled(letters), ...ofWhole]), takes),
      ]
    : lookupsIn(outermost([...shardsFrom(letters), ...ofWhole]), takes);
}

/** Without those that lie within others: no row is looked through twice. */
function outermost(ranges: readonly ShardRange[]): ShardRange[] {
  return ranges.filter(
    (inner, index) =>
      !ranges.some(
        (outer, other) =>
          other !== index &&
          outer.from <= inner.from &&
          inner.before <= outer.before &&
          (other < index || outer.from !== inner.from || outer.before !== inner.before),
      ),
  );
}

function nameWord(word: string, isLast: boolean, prefix: boolean): Wanted {
  const [letter = ''] = word;
  if (isLast) {
    if (!prefix) return exactly(word);
    return word.length === 1
      ? initials(letter)
      : lookupsIn(shardsFrom(word), (named) => named.startsWith(word));
  }
  return word.length === 1 ? initials(letter) : [...exactly(word), ...exactly(letter)];
}

/** All words of names with this first letter. */
function initials(letter: string): Wanted {
  return isFiledInitial(letter)
    ? [entryLookup(initialEntry(letter))]
    : lookupsIn(shardsFrom(letter), (named) => named[0] === letter);
}

/** A word as it stands, wherever its stem may have brought it. */
function exactly(word: string): Wanted {
  const stems = [...foldText(word).stems, ...foldText(word.slice(0, -1)).stems, word];
  return lookupsIn(shardsAsWritten(word, stems), (found) => found === word);
}
