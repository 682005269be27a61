import type { PaperId } from '@/utils/domain/paper-id';
import { type Folded, foldText, plainWord } from '@/utils/query/fold';
import type { Subject } from '@/utils/query/subject';
import { columnsOf } from './columns';
import { packDeltas } from './deltas';
import {
  type FactsRow,
  type MembersRow,
  NAME_WORDS,
  type PositionsRow,
  type PostingsRow,
  TEXTS,
  TEXT_WORDS,
  type TextName,
  position,
  slotAt,
  textAt,
} from './segment';
import {
  beginningEntry,
  initialEntry,
  isDivisible,
  isFiledBeginning,
  isFiledInitial,
  isNearStem,
  isOfBeginnings,
  partOf,
  shardOf,
} from './shards';
import { type SortTexts, sortTexts } from './sort-texts';

/** One paper as the index takes it. */
export type Packable = { readonly id: PaperId; readonly subject: Subject };

/** The words of one shard, ready to be stored. */
export type PackedShard = { readonly postings: PostingsRow; readonly positions: PositionsRow };

export type Packed = {
  readonly members: MembersRow;
  readonly facts: FactsRow;
  readonly oversize: readonly number[];
  /** Row by row, so that whoever writes them can pause. */
  rows(): Iterable<PackedShard>;
};

const AUTHOR = TEXTS.indexOf('author');

/** By word with its stem: where it stands. */
type Entries = Map<string, number[]>;
type Words = Map<string, Entries>;

/** Places of words in a row before it is divided, where it can be. */
const PLACES_IN_ROW = 2_048;

/**
 * Packs papers into the segment of this number. They are given one by one, in the order of their ids,
 * since each takes a moment: whoever packs thousands pauses in between.
 */
export function packer(
  segment: number,
  placesInRow = PLACES_IN_ROW,
): { add(paper: Packable): void; finish(): Packed } {
  const papers: Packable[] = [];
  const words: Words = new Map();
  const prints: number[] = [];
  const sorting: SortTexts[] = [];
  const oversize: number[] = [];
  return {
    add(paper) {
      const slot = papers.push(paper) - 1;
      prints.push(printOf(paper.subject));
      sorting.push(sortTexts(paper.subject));
      const texts = textsOf(paper.subject);
      if (!texts) oversize.push(slot);
      else for (const text of texts) addText(words, slot, text);
    },
    finish() {
      const shards = new Map(
        [...words].flatMap(([shard, entries]) => divided(shard, entries, placesInRow)),
      );
      const subjects = papers.map(({ subject }) => subject);
      const savedAt = subjects.map(({ saved }) => Date.parse(saved ?? ''));
      return {
        members: {
          segment,
          ids: papers.map(({ id }) => id),
          prints: Uint32Array.from(prints),
          titles: sorting.map(({ title }) => title),
          authors: sorting.map(({ author }) => author),
          venues: sorting.map(({ venue }) => venue),
          shards: [...shards.keys()].sort(),
        },
        facts: {
          segment,
          revision: 1,
          savedAt: Float64Array.from(savedAt),
          ...columnsOf(subjects),
        },
        oversize,
        rows: () => shardRows(segment, shards),
      };
    },
  };
}

/** What the indexed texts of a paper come to: another number when one of them changed. */
export function printOf(subject: Subject): number {
  const { title, abstract, note, venue, organization, byline, authors = [] } = subject;
  const texts = [title, abstract, note, venue, organization, byline, ...authors];
  // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
  let print = 0x811c9dc5;
  for (const text of texts) {
    const letters = typeof text === 'string' ? text : (text?.text ?? '');
    for (let index = 0; index < letters.length; index += 1) {
      print = Math.imul(print ^ letters.charCodeAt(index), 0x01000193);
    }
    print = Math.imul(print ^ 0xffff, 0x01000193);
  }
  return print >>> 0;
}

type Text = { readonly text: number; readonly from: number; readonly folded: Folded };

/** The texts of a paper with the position each begins at; `undefined` when one is too long for that. */
function textsOf(subject: Subject): Text[] | undefined {
  const texts: Text[] = [];
  for (const [text, name] of TEXTS.entries()) {
    for (const [index, raw] of rawTexts(subject, name).entries()) {
      const folded = typeof raw === 'string' ? foldText(raw) : raw;
      const from = index * NAME_WORDS;
      const room = name === 'author' ? NAME_WORDS - 1 : TEXT_WORDS;
      if (folded.stems.length > room || from + folded.stems.length > TEXT_WORDS) return undefined;
      texts.push({ text, from, folded });
    }
  }
  return texts;
}

function rawTexts(subject: Subject, name: TextName): readonly (string | Folded)[] {
  if (name === 'author') return subject.authors ?? [];
  const text = name === 'org' ? subject.organization : subject[name];
  return text === undefined ? [] : [text];
}

function addText(words: Words, slot: number, { text, from, folded }: Text): void {
  const { stems, starts, ends } = folded;
  for (const [index, stem] of stems.entries()) {
    const word = plainWord(folded.text.slice(starts[index], ends[index]));
    const place = position(slot, text, from + index);
    const entry = word === stem ? word : `${word}\t${stem}`;
    addPlace(words, shardOf(stem), entry, place);
    // `feet` is found where its stem is, and by its own first letters too.
    if (!isNearStem(word, stem)) addPlace(words, shardOf(word), entry, place);
    const [letter = ''] = word;
    if (!isFiledInitial(letter)) continue;
    if (stem[0] === letter) addBeginning(words, letter, position(slot, text, 0));
    if (text === AUTHOR) addPlace(words, initialEntry(letter), initialEntry(letter), place);
  }
}

function addPlace(words: Words, shard: string, entry: string, place: number): void {
  let entries = words.get(shard);
  if (!entries) words.set(shard, (entries = new Map()));
  const places = entries.get(entry);
  if (places) places.push(place);
  else entries.set(entry, [place]);
}

/** Which texts have words that begin so is all that is asked of it. */
function addBeginning(words: Words, letters: string, place: number): void {
  const entry = beginningEntry(letters);
  if (words.get(entry)?.get(entry)?.at(-1) !== place) addPlace(words, entry, entry, place);
}

/** A shard, or its parts when it has many places: a word is in the part of each form that brought it here. */
function divided(shard: string, entries: Entries, most: number): [string, Entries][] {
  const places = [...entries.values()].reduce((sum, { length }) => sum + length, 0);
  if (places <= most || !isDivisible(shard)) return [[shard, entries]];
  const parts: Words = new Map();
  for (const [entry, found] of entries) {
    for (const part of new Set(entry.split('\t').map((form) => partOf(shard, form)))) {
      if (part === undefined) continue;
      const of = parts.get(part);
      if (of) of.set(entry, found);
      else parts.set(part, new Map([[entry, found]]));
    }
  }
  return [
    ...filedBeginning(shard, entries),
    ...[...parts].flatMap(([part, own]): [string, Entries][] =>
      part === shard ? [[part, own]] : divided(part, own, most),
    ),
  ];
}

/** Who types the first letters of many words reads one row instead of all that a shard was divided into. */
function filedBeginning(shard: string, entries: Entries): [string, Entries][] {
  if (!isFiledBeginning(shard)) return [];
  const texts = new Set<number>();
  for (const [entry, places] of entries) {
    const [word = '', stem = word] = entry.split('\t');
    if (!word.startsWith(shard) || stem[0] !== word[0]) continue;
    for (const place of places) texts.add(position(slotAt(place), textAt(place), 0));
  }
  const name = beginningEntry(shard);
  return texts.size === 0 ? [] : [[name, new Map([[name, [...texts]]])]];
}

function* shardRows(segment: number, words: Words): Iterable<PackedShard> {
  for (const [shard, entries] of words) {
    const slots: number[] = [];
    const fields: number[] = [];
    const starts = [0];
    const positions: Uint8Array[] = [];
    const positionStarts = [0];
    let size = 0;
    for (const places of entries.values()) {
      // Papers come in order, but a paper's texts may not: an author can follow an abstract.
      const sorted = Uint32Array.from(places).sort();
      for (const place of sorted) {
        const bit = 1 << textAt(place);
        const last = slots.length - 1;
        if (last >= (starts.at(-1) ?? 0) && slots[last] === slotAt(place))
          fields[last] = (fields[last] ?? 0) | bit;
        else {
          slots.push(slotAt(place));
          fields.push(bit);
        }
      }
      starts.push(slots.length);
      if (isOfBeginnings(shard)) continue;
      const packed = packDeltas(sorted);
      positions.push(packed);
      positionStarts.push((size += packed.length));
    }
    yield {
      postings: {
        shard,
        segment,
        words: [...entries.keys()].join('\n'),
        starts: Uint32Array.from(starts),
        slots: Uint16Array.from(slots),
        fields: Uint8Array.from(fields),
      },
      positions: {
        shard,
        segment,
        starts: Uint32Array.from(positionStarts),
        packed: joined(positions, size),
      },
    };
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
