import { firstFrom } from './sorted';

/**
 * Which words share a row of the index: those that begin with the same two letters, and where a
 * segment has many of them, the same three or four. A search reads the rows of its words and no others.
 */
const FEWEST_LETTERS = 2;
const MOST_LETTERS = 4;

/** A range of shards: from the first, up to and without the other. */
export type ShardRange = { readonly from: string; readonly before: string };

// Words that most texts hold would make their neighbours' rows heavy: each has a row of its own.
const FREQUENT = new Set(
  (
    'the of and to in for with that this we is are on by as an from our be can which these it its ' +
    'their have has not use model data method learn train result show propose task perform language ' +
    'large learning training'
  ).split(' '),
);

/** Stands after a word that has a row of its own. */
const ALONE = '!';

/** Stands before no letter: what is filed here is no word, but the beginning of some. */
const BEGINNINGS = '^';
const INITIALS = '@';

/** The shard of a word, by its stem or as it stands, as long as it is not divided. */
export function shardOf(word: string): string {
  return FREQUENT.has(word) ? `${word}${ALONE}` : word.slice(0, FEWEST_LETTERS);
}

/** Whether who looks for words by first letters of `word` also reads the shard its stem is in. */
export function isNearStem(word: string, stem: string): boolean {
  return FREQUENT.has(stem)
    ? stem.startsWith(word.slice(0, MOST_LETTERS))
    : shardOf(stem) === word.slice(0, FEWEST_LETTERS);
}

/** The part of a divided shard that a word belongs to; `undefined` when the shard is no beginning of it. */
export function partOf(shard: string, word: string): string | undefined {
  return word.startsWith(shard) ? word.slice(0, shard.length + 1) : undefined;
}

/** Whether one more letter parts a shard: not a word with a row of its own, nor what stands for many. */
export function isDivisible(shard: string): boolean {
  const { length } = shard;
  const isOfOne = shard.endsWith(ALONE) || isOfBeginnings(shard) || shard.startsWith(INITIALS);
  return length >= FEWEST_LETTERS && length < MOST_LETTERS && !isOfOne;
}

/** Where a word may be, by its stem or as it stands. */
export function shardsOf(word: string): ShardRange[] {
  if (FREQUENT.has(word)) return [shardAlone(shardOf(word))];
  return [...beginningsOf(word, FEWEST_LETTERS, MOST_LETTERS)].map(shardAlone);
}

/** Where a word may be that is looked for as it stands, when its stem is one of these. */
export function shardsAsWritten(word: string, stems: readonly string[]): ShardRange[] {
  const frequent = stems.filter((stem) => FREQUENT.has(stem)).map(shardOf);
  const shards = new Set([...beginningsOf(word, FEWEST_LETTERS, MOST_LETTERS), ...frequent]);
  return [...shards].map(shardAlone);
}

/** Where all words with these first letters are, two letters at the least. */
export function shardsFrom(letters: string): ShardRange[] {
  const beginning = letters.slice(0, MOST_LETTERS);
  return [
    ...[...beginningsOf(letters, FEWEST_LETTERS, beginning.length - 1)].map(shardAlone),
    { from: beginning, before: after(beginning) },
  ];
}

function beginningsOf(word: string, fewest: number, most: number): Set<string> {
  const beginnings = new Set<string>();
  for (let length = fewest; length <= most; length += 1) beginnings.add(word.slice(0, length));
  return beginnings;
}

/** Where one shard is. */
export function shardAlone(shard: string): ShardRange {
  // The smallest text that sorts after it.
  return { from: shard, before: `${shard}\0` };
}

/** Whether in which papers words begin so is filed too: with one letter always, with more where a shard is divided. */
export function isFiledBeginning(letters: string): boolean {
  return /^[a-z0-9]{1,3}$/.test(letters);
}

/** The entry for all words that begin so. */
export function beginningEntry(letters: string): string {
  return `${BEGINNINGS}${letters}`;
}

/** Whether all that is asked of the entries of a shard is in which papers they are. */
export function isOfBeginnings(shard: string): boolean {
  return shard.startsWith(BEGINNINGS);
}

/** Where words that begin so are, but for those that are filed under their beginning. */
export function shardsUnfiled(letters: string): ShardRange[] {
  if (letters.length < FEWEST_LETTERS) return [];
  const frequent = [...FREQUENT].filter((word) => word.startsWith(letters)).map(shardOf);
  return [...beginningsOf(letters, FEWEST_LETTERS, letters.length), ...frequent].map(shardAlone);
}

/** Whether names that begin with this letter are filed together as well. */
export function isFiledInitial(letter: string): boolean {
  return /^[a-z0-9]$/.test(letter);
}

/** The entry for all words of authors' names that begin with a letter. */
export function initialEntry(letter: string): string {
  return `${INITIALS}${letter}`;
}

function after(letters: string): string {
  const last = letters.codePointAt(letters.length - 1) ?? 0;
  return letters.slice(0, -1) + String.fromCodePoint(last + 1);
}

/** Those of these sorted shards that are in a range. */
export function shardsWithin(
  shards: readonly string[],
  { from, before }: ShardRange,
): readonly string[] {
  return shards.slice(firstFrom(shards, from), firstFrom(shards, before));
}
