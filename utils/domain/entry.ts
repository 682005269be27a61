import type { Claim } from './claims';
import type { IsoDate, IsoInstant } from './paper';
import type { PaperId } from './paper-id';

/** How far the reader got with a saved paper. */
export const READING_STATES = ['inbox', 'to-read', 'reading', 'read', 'skipped'] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** The reader's relation to a saved paper. */
export type Entry = {
  readonly id: PaperId;
  readonly savedAt: IsoInstant;
  readonly state: ReadingState;
  readonly starred: boolean;
  /** Tag names as the reader wrote them, in the order they were added. */
  readonly tags: readonly string[];
  /** Set while the entry lies in the trash. */
  readonly trashedAt?: IsoInstant;
  /** When the reader last said they still mean to read it. */
  readonly keptAt?: IsoInstant;
  /** The version that was the latest one known when it was saved, or last begun or read. */
  readonly heldVersion?: number;
  /** Whether citations tell of the published version in place of the preprint. */
  readonly citesPublication?: true;
};

/** One row of a list of saved papers: the entry beside what a list shows of its paper. */
export type EntryRow = Entry & {
  readonly title: string;
  /** Authors' short form, `A. Liu, B. Rao +3`, empty when nobody is known. */
  readonly byline: string;
  readonly authorsKnown: boolean;
  readonly published?: IsoDate;
  readonly citationKey?: string;
  readonly hasNote: boolean;
};

/** What is known of one card's paper, as the tools on the card need it. */
export type CardStatus = {
  readonly id: PaperId;
  /** Absent when the paper is not saved (or lies in the trash). */
  readonly entry?: Entry;
  readonly note?: string;
  /** The reader hid this one paper. */
  readonly hidden: boolean;
  /** When it was seen first, if that was on an earlier visit than this one. */
  readonly seenBefore?: IsoInstant;
  /** Its key in the reader's own .bib file. */
  readonly citedAs?: string;
  /** What the paper's own words claim of its fate and code, on whatever site they stood. */
  readonly claims?: readonly Claim[];
};

/** How many authors a byline names before it counts the rest. */
const NAMED = 2;

/** Authors in short form: `A. Liu, B. Rao +3`; empty when nobody is known. */
export function byline(authors: readonly string[] | undefined): string {
  if (!authors || authors.length === 0) return '';
  const named = authors.slice(0, NAMED).map(shortName).join(', ');
  return authors.length > NAMED ? `${named} +${authors.length - NAMED}` : named;
}

/** One name in short form, `L. van der Maaten`; a name of one word stays whole. */
function shortName(name: string): string {
  const [given, ...rest] = name.trim().split(/\s+/u);
  if (given === undefined || rest.length === 0) return name.trim();
  const particle = rest.findIndex((word) => /^\p{Ll}/u.test(word));
  const family = particle === -1 ? rest.slice(-1) : rest.slice(particle);
  return `${[...given][0] ?? ''}. ${family.join(' ')}`;
}
