import type { TextField } from '@/utils/query/query';
import type { Lookups, Wanted } from './lookups';
import { unpackDeltas } from './deltas';
import { weightOf } from './relevance';
import { NAME_WORDS, SLOTS, TEXTS, slotAt, textAt } from './segment';
import type { ShardRows, Shards } from './shard-rows';

/** One word of the index: a shard's rows, and its number there. */
type Entry = { readonly rows: ShardRows; readonly at: number };

/**
 * In which papers of a segment these words stand, by slot: the weight of the best text they stand
 * in, or 0.
 */
export function findWords(
  { kind, words }: Lookups,
  field: TextField | undefined,
  shards: Shards,
  segment: number,
): Uint8Array {
  const weights = new Uint8Array(SLOTS);
  const mask = field === undefined ? 2 ** TEXTS.length - 1 : 1 << TEXTS.indexOf(field);
  const entries = words.map((wanted) => entriesOf(wanted, shards, segment));
  if (entries.some((found) => found.length === 0)) return weights;
  const [only] = entries;
  if (only && entries.length === 1) {
    eachPaper(only, (slot, fields) => raise(weights, slot, fields & mask));
    return weights;
  }
  const candidates = inAll(entries, mask);
  if (candidates) {
    const places = entries.map((found, number) => placesOf(found, candidates, mask, number));
    const each = kind === 'name' ? eachName : eachPhrase;
    each(places, (place) => raise(weights, slotAt(place), 1 << textAt(place)));
  }
  return weights;
}

function raise(weights: Uint8Array, slot: number, fields: number): void {
  const weight = weightOf(fields);
  if (weight > (weights[slot] ?? 0)) weights[slot] = weight;
}

function entriesOf(wanted: Wanted, shards: Shards, segment: number): Entry[] {
  const found: Entry[] = [];
  for (const { range, takes } of wanted) {
    for (const rows of shards.in(range, segment)) {
      const { words, stems } = rows;
      // Thousands of words each time somebody types a letter.
      for (let at = 0; at < words.length; at += 1) {
        if (takes(words[at] ?? '', stems[at] ?? '')) found.push({ rows, at });
      }
    }
  }
  return found;
}

/** Calls back for each paper of these words; one that has several of them comes several times. */
function eachPaper(entries: readonly Entry[], visit: (slot: number, fields: number) => void): void {
  for (const { rows, at } of entries) {
    const { starts, slots, fields } = rows.postings;
    const end = starts[at + 1] ?? 0;
    for (let index = starts[at] ?? 0; index < end; index += 1) {
      visit(slots[index] ?? 0, fields[index] ?? 0);
    }
  }
}

/** The slots in which all words stand in some text of the mask; `undefined` when there are none. */
function inAll(entries: readonly (readonly Entry[])[], mask: number): Uint8Array | undefined {
  const reached = new Uint8Array(SLOTS);
  let count = 0;
  for (const [index, found] of entries.entries()) {
    count = 0;
    eachPaper(found, (slot, fields) => {
      if ((fields & mask) !== 0 && reached[slot] === index) {
        reached[slot] = index + 1;
        count += 1;
      }
    });
    if (count === 0) return undefined;
  }
  return reached.map((steps) => Number(steps === entries.length));
}

/** Where a word stands in these papers, ascending; good until the room of this number is asked for again. */
function placesOf(
  entries: readonly Entry[],
  candidates: Uint8Array,
  mask: number,
  number: number,
): Uint32Array {
  const packed = entries.map(({ rows: { positions }, at }) =>
    positions
      ? positions.packed.subarray(positions.starts[at], positions.starts[at + 1])
      : NO_BYTES,
  );
  const places = roomFor(
    number,
    packed.reduce((sum, { length }) => sum + length, 0),
  );
  const takes = (place: number): boolean =>
    candidates[slotAt(place)] === 1 && ((mask >>> textAt(place)) & 1) === 1;
  let end = 0;
  for (const bytes of packed) end = unpackDeltas(bytes, places, end, takes);
  const found = places.subarray(0, end);
  return packed.length > 1 ? found.sort() : found;
}

const NO_BYTES = new Uint8Array(0);

// Frequent words have tens of thousands of places in each segment: new memory each time costs more than all else.
const rooms: Uint32Array[] = [];

function roomFor(number: number, length: number): Uint32Array {
  let room = rooms[number];
  if (!room || room.length < length) rooms[number] = room = new Uint32Array(length);
  return room;
}

const NONE = new Uint32Array(0);

/** Calls back with the first word's place wherever all words follow each other. */
function eachPhrase(words: readonly Uint32Array[], visit: (place: number) => void): void {
  const rarest = words.reduce(
    (best, places, index) => (places.length < (words[best]?.length ?? 0) ? index : best),
    0,
  );
  const reached = new Uint32Array(words.length);
  const places = words[rarest] ?? NONE;
  for (let at = 0; at < places.length; at += 1) {
    const first = (places[at] ?? 0) - rarest;
    if (follow(words, first, reached)) visit(first);
  }
}

/** Whether all words stand where they should after a first one here; goes on from where it got to. */
function follow(words: readonly Uint32Array[], first: number, reached: Uint32Array): boolean {
  for (let index = 0; index < words.length; index += 1) {
    const places = words[index] ?? NONE;
    const wanted = first + index;
    let at = reached[index] ?? 0;
    if ((places[at] ?? wanted) < wanted) reached[index] = at = placeFrom(places, wanted, at);
    if (places[at] !== wanted) return false;
  }
  return true;
}

/** Calls back with every place of the last word before which, in the same name, the others stand in order. */
function eachName(words: readonly Uint32Array[], visit: (place: number) => void): void {
  const last = words.at(-1) ?? NONE;
  const others = words.slice(0, -1);
  for (const place of last) {
    let next: number | undefined = place - (place % NAME_WORDS);
    for (const places of others) {
      const found: number | undefined = places[placeFrom(places, next, 0)];
      next = found !== undefined && found < place ? found + 1 : undefined;
      if (next === undefined) break;
    }
    if (next !== undefined) visit(place);
  }
}

/**
 * The index of the first place that is not before this one, at or after `start`. Looks ahead in steps
 * that double: who asks in order goes through a long list about once.
 */
function placeFrom(places: Uint32Array, wanted: number, start: number): number {
  let from = start;
  let step = 1;
  while (from + step < places.length && (places[from + step] ?? 0) < wanted) {
    from += step;
    step *= 2;
  }
  let to = Math.min(from + step, places.length);
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((places[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
