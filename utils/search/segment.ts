import type { PaperId } from '@/utils/domain/paper-id';
import type { ColumnName, Column, ListColumn, ListName } from './columns';

/**
 * The index is made of segments: up to 4,096 papers that were packed together. Their words never
 * change; what does change of them (tags, state, when they were seen) lies in columns beside. A paper
 * that is packed anew is retired where it was.
 */
export const SLOTS = 4_096;

/** The form in which all this is stored. An index of another form is made anew. */
export const INDEX_FORM = 2;

/** What every search reads of a segment. */
export type SegmentHead = {
  readonly segment: number;
  readonly form: number;
  /** Rows of its words are still being written, or were when the browser died. */
  readonly building?: true;
  readonly size: number;
  /**
   * The number of the last change it was packed with. An index that is made anew numbers its segments
   * from one again; this never comes twice.
   */
  readonly born?: number;
  /** Changes with its columns. */
  readonly revision: number;
  /** One bit for each slot whose paper is elsewhere now, or gone. */
  readonly retired: Uint32Array;
  /** Slots of papers too long to be packed word by word. */
  readonly oversize: readonly number[];
};

/** The papers of a segment by slot, in the order of their ids. */
export type MembersRow = {
  readonly segment: number;
  readonly ids: readonly PaperId[];
  /** What each paper's texts were when they were packed, as a number. */
  readonly prints: Uint32Array;
  /** What lists are sorted by that no column holds. */
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly venues: readonly string[];
  /** The shards its words are in, sorted: a row that is missing is missed. */
  readonly shards: readonly string[];
};

/** What may change of a segment's papers. */
export type FactsRow = {
  readonly segment: number;
  readonly revision: number;
  /** When each was saved, in ms since 1970. */
  readonly savedAt: Float64Array;
  readonly columns: Readonly<Record<ColumnName, Column>>;
  readonly lists: Readonly<Record<ListName, ListColumn>>;
};

/** The words of one shard in one segment, and in which papers they stand. */
export type PostingsRow = {
  readonly shard: string;
  readonly segment: number;
  /** A line a word: as it stands (`plainWord`), and after a tab its stem, if that differs. */
  readonly words: string;
  /** Where the papers of each word begin in the lists below, and where those of the last one end. */
  readonly starts: Uint32Array;
  readonly slots: Uint16Array;
  /** In which texts of the paper it stands, one bit for each of `TEXTS`. */
  readonly fields: Uint8Array;
};

/** Where exactly the words of a `PostingsRow` stand, in the same order. */
export type PositionsRow = {
  readonly shard: string;
  readonly segment: number;
  /** Where the bytes of each word begin, and where those of the last one end. */
  readonly starts: Uint32Array;
  /** The positions of each word (see `position`), ascending, by `packDeltas`. */
  readonly packed: Uint8Array;
};

/** The texts whose words are indexed, by their number. Tags are few, and looked at one by one. */
export const TEXTS = ['title', 'abstract', 'author', 'note', 'venue', 'org', 'byline'] as const;
export type TextName = (typeof TEXTS)[number];

/** Words a name may have; names begin at multiples of it, so that no phrase goes from one to the next. */
export const NAME_WORDS = 64;

/** Positions a text may have. */
export const TEXT_WORDS = 2 ** 17;

/** One number for where a word stands: which paper, which text, which word of it. Neighbours differ by 1. */
export function position(slot: number, text: number, word: number): number {
  return ((slot << 20) | (text << 17) | word) >>> 0;
}

export function slotAt(place: number): number {
  return place >>> 20;
}

export function textAt(place: number): number {
  return (place >>> 17) & 7;
}
