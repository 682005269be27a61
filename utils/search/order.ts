import type { PaperId } from '@/utils/domain/paper-id';
import { READING_STATES } from '@/utils/domain/entry';
import type { SortBy } from '@/utils/domain/library';
import { type Bits, hasBit } from './bits';
import { type Column, valueAt } from './columns';
import { type FactsRow, type MembersRow, SLOTS } from './segment';
import type { SortTexts } from './sort-texts';

/** Sorts that need only what is stored of a paper. */
export type StoredSort = Exclude<SortBy, 'relevance'>;

/** What a segment's papers are sorted by. */
export type Sortable = { readonly members: MembersRow; readonly facts: FactsRow };

/** The same of one paper that is not in the index. */
export type LooseKeys = SortTexts & {
  readonly id: PaperId;
  readonly savedAt: number;
  readonly published: string;
  readonly state: number;
};

/** By number of the paper: what it is compared by. Nothing (`''` or NaN) comes last either way. */
type Keys = {
  readonly of: (number: number) => string | number;
  readonly savedAt: (number: number) => number;
  readonly id: (number: number) => string;
  readonly descends: boolean;
};

/** Which of two papers comes first: below 0 for the first. Equal ones go by the time they were saved. */
export type Comparison = (one: number, other: number) => number;

/** Compares papers by number: those in segments, and after them those that are not in the index. */
export function comparison(
  by: StoredSort,
  reversed: boolean,
  segments: readonly Sortable[],
  loose: readonly LooseKeys[],
): Comparison {
  const keys = keysFor(by, reversed, segments, loose);
  return (one, other) => {
    const order = compareKeys(keys.of(one), keys.of(other), keys.descends);
    if (order !== 0) return order;
    const time = keys.savedAt(other) - keys.savedAt(one);
    return time === 0 ? compare(keys.id(other), keys.id(one)) : time;
  };
}

/** The slots of one segment in this order; `index` says which of all segments it is. */
export function sortedSlots(
  index: number,
  { members }: Sortable,
  comparison: Comparison,
): Uint16Array {
  const base = index * SLOTS;
  const numbers = Uint32Array.from(members.ids, (_, slot) => base + slot).sort(comparison);
  return Uint16Array.from(numbers, (number) => number - base);
}

/** All papers of the segments in this order, from the slots of each in the same order. */
export function mergedSlots(slots: readonly Uint16Array[], comparison: Comparison): Uint32Array {
  let lists: Uint32Array[] = slots.map((own, index) =>
    Uint32Array.from(own, (slot) => index * SLOTS + slot),
  );
  while (lists.length > 1) {
    lists = lists.flatMap((one, at) => {
      if (at % 2 === 1) return [];
      const other = lists[at + 1];
      return [other ? mergedTwo(one, other, comparison) : one];
    });
  }
  return lists[0] ?? new Uint32Array(0);
}

function mergedTwo(one: Uint32Array, other: Uint32Array, comparison: Comparison): Uint32Array {
  const both = new Uint32Array(one.length + other.length);
  let [at, next] = [0, 0];
  for (let count = 0; count < both.length; count += 1) {
    const isDone = at >= one.length;
    const takesOne =
      next >= other.length || (!isDone && comparison(one[at] ?? 0, other[next] ?? 0) <= 0);
    both[count] = (takesOne ? one[at++] : other[next++]) ?? 0;
  }
  return both;
}

/** Those of `sorted` that are in the set, with the others at their places; these come sorted too. */
export function merged(
  sorted: Uint32Array,
  found: Bits,
  others: readonly number[],
  comparison: Comparison,
): Uint32Array {
  const result = new Uint32Array(sorted.length + others.length);
  let count = 0;
  let next = 0;
  for (let index = 0; index < sorted.length; index += 1) {
    const number = sorted[index] ?? 0;
    if (!hasBit(found, number)) continue;
    for (let other = others[next]; other !== undefined; other = others[next]) {
      if (comparison(other, number) >= 0) break;
      result[count++] = other;
      next += 1;
    }
    result[count++] = number;
  }
  for (; next < others.length; next += 1) result[count++] = others[next] ?? 0;
  return result.slice(0, count);
}

/** Those with the higher score first, else as they were. */
export function byScore(numbers: Uint32Array, score: (number: number) => number): Uint32Array {
  // Plain loops: a word that most papers have orders all of them, each time somebody types a letter.
  const scores = new Uint16Array(numbers.length);
  const counts: number[] = [];
  for (let index = 0; index < numbers.length; index += 1) {
    const points = score(numbers[index] ?? 0);
    scores[index] = points;
    counts[points] = (counts[points] ?? 0) + 1;
  }
  // Where those of each score begin: all with more points come before.
  const starts: number[] = [];
  let at = 0;
  for (let points = counts.length - 1; points >= 0; points -= 1) {
    starts[points] = at;
    at += counts[points] ?? 0;
  }
  const sorted = new Uint32Array(numbers.length);
  for (let index = 0; index < numbers.length; index += 1) {
    const points = scores[index] ?? 0;
    const place = starts[points] ?? 0;
    sorted[place] = numbers[index] ?? 0;
    starts[points] = place + 1;
  }
  return sorted;
}

function keysFor(
  by: StoredSort,
  reversed: boolean,
  segments: readonly Sortable[],
  loose: readonly LooseKeys[],
): Keys {
  const first = segments.length * SLOTS;
  const pick =
    <Value>(stored: (segment: Sortable, slot: number) => Value, own: (keys: LooseKeys) => Value) =>
    (number: number): Value | undefined => {
      const segment = segments[number >>> 12];
      if (segment) return stored(segment, number & (SLOTS - 1));
      const keys = loose[number - first];
      return keys && own(keys);
    };
  const savedAt = pick(
    ({ facts }, slot) => facts.savedAt[slot] ?? Number.NaN,
    (keys) => keys.savedAt,
  );
  const id = pick(
    ({ members }, slot): string => members.ids[slot] ?? '',
    (keys) => keys.id,
  );
  const common = {
    savedAt: (number: number) => savedAt(number) ?? 0,
    id: (number: number) => id(number) ?? '',
  };
  const key = (() => {
    switch (by) {
      case 'saved':
        return savedAt;
      case 'published':
        return pick(
          ({ facts }, slot) => publishedAt(facts.columns.published, slot),
          (keys) => keys.published,
        );
      case 'state':
        return pick(
          ({ facts }, slot) => stateAt(facts.columns.flags, slot),
          (keys) => keys.state,
        );
      case 'title':
        return pick(
          ({ members }, slot) => members.titles[slot] ?? '',
          (keys) => keys.title,
        );
      case 'author':
        return pick(
          ({ members }, slot) => members.authors[slot] ?? '',
          (keys) => keys.author,
        );
      case 'venue':
        return pick(
          ({ members }, slot) => members.venues[slot] ?? '',
          (keys) => keys.venue,
        );
    }
  })();
  return { ...common, of: (number) => key(number) ?? '', descends: isNewestFirst(by) !== reversed };
}

function isNewestFirst(by: StoredSort): boolean {
  return by === 'saved' || by === 'published';
}

function publishedAt(column: Column, slot: number): string {
  return valueAt(column, slot).published ?? '';
}

function stateAt(column: Column, slot: number): number {
  return stateOrder(valueAt(column, slot).state);
}

/** The place of a reading state among all of them. */
export function stateOrder(state: string | undefined): number {
  return (READING_STATES as readonly (string | undefined)[]).indexOf(state);
}

function compareKeys(one: string | number, other: string | number, descends: boolean): number {
  if (isNothing(one) || isNothing(other)) return Number(isNothing(one)) - Number(isNothing(other));
  return descends ? compare(other, one) : compare(one, other);
}

function isNothing(key: string | number): boolean {
  return key === '' || Number.isNaN(key);
}

function compare(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
