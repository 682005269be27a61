import type { IsoDate } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { evaluator } from '@/utils/query/evaluate';
import { factTest } from '@/utils/query/facts';
import type { Query } from '@/utils/query/query';
import { type Bits, addBit, and, bitsFor, or, without } from './bits';
import { addSlots, factSlots, remembered, slotsWithAny } from './columns';
import { type TextAtom, lookupsOf } from './lookups';
import { findWords } from './matching';
import { TAG_WEIGHT } from './relevance';
import { type FactsRow, SLOTS } from './segment';
import type { Shards } from './shard-rows';

/** What is held in memory of one segment while it is asked. */
type Segment = {
  readonly segment: number;
  readonly ids: readonly PaperId[];
  readonly facts: FactsRow;
};

/** Papers are numbered through all segments: the first of each begins at a multiple of `SLOTS`. */
export type Answer = {
  /** Surely found. */
  readonly certain: Bits;
  /** Perhaps found: the index cannot tell, and their texts must be looked at. */
  readonly unclear: Bits;
  /** How well each fits what was asked for in words. */
  readonly scores: Uint16Array;
};

export type Asked = {
  readonly query: Query;
  readonly today: IsoDate;
  readonly segments: readonly Segment[];
  /** The rows `needsOf` asked for. */
  readonly shards: Shards;
};

/** What an atom or a group is true of, for certain and at the most. */
type Span = { readonly least: Bits; readonly most: Bits };

/** Answers a query of all papers in these segments, retired ones too. */
export function answer(asked: Asked): Answer {
  const scores = new Uint16Array(asked.segments.length * SLOTS);
  const { least, most } = spanOf(asked.query, asked, scores);
  return { certain: least, unclear: without(most, least), scores };
}

function spanOf(query: Query, asked: Asked, scores: Uint16Array | undefined): Span {
  switch (query.kind) {
    case 'and':
      return query.parts
        .map((part) => spanOf(part, asked, scores))
        .reduce(both, exactly(everything(asked)));
    case 'or':
      return query.parts
        .map((part) => spanOf(part, asked, scores))
        .reduce(either, exactly(nothing(asked)));
    case 'not': {
      const all = everything(asked);
      const { least, most } = spanOf(query.part, asked, undefined);
      return { least: without(all, most), most: without(all, least) };
    }
    case 'pattern':
      return { least: nothing(asked), most: everything(asked) };
    case 'text':
      return exactly(wordBits(query, asked, scores));
    default:
      return exactly(factBits(query, asked));
  }
}

function both(one: Span, other: Span): Span {
  return { least: and(one.least, other.least), most: and(one.most, other.most) };
}

function either(one: Span, other: Span): Span {
  return { least: or(one.least, other.least), most: or(one.most, other.most) };
}

function exactly(bits: Bits): Span {
  return { least: bits, most: bits };
}

function nothing({ segments }: Asked): Bits {
  return bitsFor(segments.length * SLOTS);
}

function everything({ segments }: Asked): Bits {
  const bits = bitsFor(segments.length * SLOTS);
  for (const [index, { ids }] of segments.entries()) {
    const base = index * SLOTS;
    const whole = ids.length >>> 5;
    bits.fill(0xffffffff, base >>> 5, (base >>> 5) + whole);
    for (let slot = whole * 32; slot < ids.length; slot += 1) addBit(bits, base + slot);
  }
  return bits;
}

function wordBits(atom: TextAtom, asked: Asked, scores: Uint16Array | undefined): Bits {
  const bits = nothing(asked);
  const lookups = lookupsOf(atom);
  const tagged = atom.field === undefined ? tagTest(atom, asked.today) : undefined;
  for (const [index, { segment, facts }] of asked.segments.entries()) {
    const base = index * SLOTS;
    const weights = findWords(lookups, atom.field, asked.shards, segment);
    if (tagged) {
      for (const [slot, has] of slotsWithAny(facts.lists.tags, tagged).entries()) {
        if (has === 1 && (weights[slot] ?? 0) < TAG_WEIGHT) weights[slot] = TAG_WEIGHT;
      }
    }
    for (let slot = 0; slot < weights.length; slot += 1) {
      const weight = weights[slot] ?? 0;
      if (weight === 0) continue;
      addBit(bits, base + slot);
      if (scores) scores[base + slot] = (scores[base + slot] ?? 0) + weight;
    }
  }
  return bits;
}

/** Whether a tag's name holds the words. */
function tagTest(atom: TextAtom, today: IsoDate): (tag: string) => boolean {
  const matches = evaluator(atom, today);
  return remembered((tag: string) => matches({ title: '', tags: [tag] }));
}

function factBits(query: Parameters<typeof factSlots>[0], asked: Asked): Bits {
  const bits = nothing(asked);
  const slotsOf = factSlots(query, asked.today);
  const test = slotsOf ? undefined : factTest(query, asked.today);
  for (const [index, { ids, facts }] of asked.segments.entries()) {
    const slots = slotsOf
      ? slotsOf(facts)
      : Uint8Array.from(ids, (id) => Number(test?.({ id, title: '' })));
    addSlots(bits, index * SLOTS, slots);
  }
  return bits;
}
