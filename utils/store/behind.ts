import type { PaperId } from '@/utils/domain/paper-id';
import type { Subject } from '@/utils/query/subject';
import { hasBit } from '@/utils/search/bits';
import { factsAt, factsWith } from '@/utils/search/facts-row';
import type { FactsRow, MembersRow, SegmentHead } from '@/utils/search/segment';
import { placeIn } from '@/utils/search/sorted';
import type { OffprintDatabase, Retelling, StaleRow } from './database';
import { readRetold } from './packing-rows';
import { retellings } from './stale';
import { withRetold } from './subjects';

/** A segment as searches hold it in memory. */
export type HeldSegment = {
  readonly head: SegmentHead;
  readonly segment: number;
  readonly ids: readonly PaperId[];
  readonly members: MembersRow;
  readonly facts: FactsRow;
};

/** What searches go by while the index is behind. */
export type Overlaid = {
  /** The segments, told anew of papers whose texts are as they were packed. */
  readonly segments: readonly HeldSegment[];
  /** Papers that must be looked at one by one. */
  readonly stale: readonly PaperId[];
};

/**
 * The notes of change, read once: each reading takes the new ones and drops those the index has caught
 * up with, which are always the oldest. Runs inside a transaction over them; gives back the same list
 * while nothing changed.
 */
export function notesOfChange(db: OffprintDatabase): () => Promise<readonly StaleRow[]> {
  let held: readonly StaleRow[] = [];
  return async () => {
    const last = held.at(-1)?.number ?? 0;
    const [first, late] = await Promise.all([
      db.stale.orderBy('number').first(),
      db.stale.where('number').above(last).toArray(),
    ]);
    const oldest = first?.number ?? Number.POSITIVE_INFINITY;
    const isGone = (held[0]?.number ?? oldest) < oldest;
    const kept = isGone ? held.filter(({ number = 0 }) => number >= oldest) : held;
    // Another reading may have taken some of them meanwhile.
    const newest = kept.at(-1)?.number ?? 0;
    const unknown = late.filter(({ number = 0 }) => number > newest);
    held = unknown.length > 0 ? [...kept, ...unknown] : kept;
    return held;
  };
}

/** The latest note of a paper, and what all its notes ask for. */
type Note = { readonly number: number; readonly asked: ReadonlySet<Retelling> };

/** One segment told anew: from which it was made, and with which note of each slot. */
type Told = {
  readonly from: HeldSegment;
  readonly now: HeldSegment;
  readonly notes: ReadonlyMap<number, Note>;
};

type Overlay = {
  readonly segments: readonly HeldSegment[];
  readonly notes: readonly StaleRow[];
  readonly overlaid: Overlaid;
};

/**
 * Tells segments anew of what changed beside their words, so that a change of thousands of papers costs
 * the searches after it one reading of their entries.
 */
export function overlay(
  db: OffprintDatabase,
): (segments: readonly HeldSegment[], notes: readonly StaleRow[]) => Promise<Overlaid> {
  let tellings = new Map<MembersRow, Told>();
  let before: Overlay | undefined;

  async function retell(segment: HeldSegment, notes: Map<number, Note>): Promise<Told> {
    const known = tellings.get(segment.members);
    const isSame = known?.from === segment;
    const isKnown = (slot: number, { number }: Note): boolean =>
      known?.notes.get(slot)?.number === number;
    const late = [...notes].filter(([slot, note]) => !isKnown(slot, note));
    if (known && isSame && late.length === 0) return known;
    const base = known && isSame ? known.now : segment;
    const changed = await readSlots(db, base, late);
    if (known && !isSame) {
      for (const [slot, note] of notes) {
        if (isKnown(slot, note)) changed.set(slot, factsAt(known.now.facts, slot));
      }
    }
    // Whose entry is gone is noted once more, and looked for in vain until then.
    for (const [slot] of late) if (!changed.has(slot)) notes.delete(slot);
    return { from: segment, now: { ...segment, facts: factsWith(base.facts, changed) }, notes };
  }

  return async (segments, notes) => {
    if (before?.segments === segments && before.notes === notes) return before.overlaid;
    const { placed, stale } = placesOf(segments, notes);
    const next = new Map<MembersRow, Told>();
    const told: HeldSegment[] = [];
    let isWhole = true;
    for (const segment of segments) {
      const own = placed.get(segment);
      if (!own) {
        told.push(segment);
        continue;
      }
      const slots = [...own.keys()];
      const retelling = await retell(segment, own);
      next.set(segment.members, retelling);
      told.push(retelling.now);
      const gone = slots.filter((slot) => !retelling.notes.has(slot));
      isWhole &&= gone.length === 0;
      stale.push(...gone.flatMap((slot) => segment.ids[slot] ?? []));
    }
    tellings = next;
    const overlaid = { segments: placed.size === 0 ? segments : told, stale };
    if (isWhole) before = { segments, notes, overlaid };
    return overlaid;
  };
}

/** What is told now of the papers in these slots that still have an entry. */
async function readSlots(
  db: OffprintDatabase,
  { ids, facts }: HeldSegment,
  notes: readonly (readonly [number, Note])[],
): Promise<Map<number, Subject>> {
  const asked = notes.flatMap(([slot, note]) => {
    const id = ids[slot];
    return id === undefined ? [] : [[id, note.asked] as const];
  });
  const told = await readRetold(db, new Map(asked), () => Promise.resolve());
  const changed = new Map<number, Subject>();
  for (const [slot] of notes) {
    const id = ids[slot];
    const now = id === undefined ? undefined : told.get(id);
    if (now) changed.set(slot, withRetold(factsAt(facts, slot), now));
  }
  return changed;
}

/** Where the papers are whose texts hold, with what is asked of each, and all others. */
function placesOf(
  segments: readonly HeldSegment[],
  notes: readonly StaleRow[],
): { placed: Map<HeldSegment, Map<number, Note>>; stale: PaperId[] } {
  const latest = new Map(notes.map(({ id, number = 0 }) => [id, number]));
  const placed = new Map<HeldSegment, Map<number, Note>>();
  const stale: PaperId[] = [];
  for (const [id, asked] of retellings(notes)) {
    const place = asked && placeOf(segments, id);
    if (!place) {
      stale.push(id);
      continue;
    }
    const own = placed.get(place.segment) ?? new Map<number, Note>();
    placed.set(place.segment, own.set(place.slot, { number: latest.get(id) ?? 0, asked }));
  }
  return { placed, stale };
}

function placeOf(
  segments: readonly HeldSegment[],
  id: PaperId,
): { segment: HeldSegment; slot: number } | undefined {
  for (const segment of segments) {
    const slot = placeIn(segment.ids, id);
    if (slot >= 0 && !hasBit(segment.head.retired, slot)) return { segment, slot };
  }
  return undefined;
}
