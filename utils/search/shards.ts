import { firstFrom } from './sorted';

/**
 * Which words share a row of the index: those that begin with the same two letters. A search reads
 * the rows of its words and no others, and as it is typed it mostly stays within one.
 */

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

/** Stands before no letter: what is filed here is no word, but the beginning of some. */
const BEGINNINGS = '^';
const INITIALS = '@';

/** The shard of a word, by its stem or as it stands. */
export function shardOf(word: string): string {
  return FREQUENT.has(word) ? `${word}!` : word.slice(0, 2);
}

/** Whether who looks for words by the first letters of one finds the other. */
export function beginAlike(one: string, other: string): boolean {
  return one.slice(0, 2) === other.slice(0, 2);
}

/** Where all words with these first letters are, two letters at the least. */
export function shardsFrom(letters: string): ShardRange {
  return { from: letters.slice(0, 2), before: after(letters.slice(0, 2)) };
}

/** Where one shard is. */
export function shardAlone(shard: string): ShardRange {
  // The smallest text that sorts after it.
  return { from: shard, before: `${shard}\0` };
}

/** Whether words that begin with this letter are filed together as well. */
export function isFiledLetter(letter: string): boolean {
  return /^[a-z0-9]$/.test(letter);
}

/** The entry for all words that begin with a letter. */
export function beginningEntry(letter: string): string {
  return `${BEGINNINGS}${letter}`;
}

/** The entry for all words of authors' names that begin with a letter. */
export function initialEntry(letter: string): string {
  return `${INITIALS}${letter}`;
}

function after(letters: string): string {
  const last = letters.codePointAt(letters.length - 1) ?? 0;
  return letters.slice(0, -1) + String.fromCodePoint(last + 1);
}

/** How many of these sorted shards are in a range. */
export function countInRange(shards: readonly string[], { from, before }: ShardRange): number {
  return firstFrom(shards, before) - firstFrom(shards, from);
}
