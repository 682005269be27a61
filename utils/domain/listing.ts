import type { IsoDate } from './paper';

/** The kinds of page on which papers are listed. */
export type ListingKind =
  | 'daily'
  | 'weekly'
  | 'monthly'
  | 'yearly'
  | 'trending'
  | 'new'
  | 'recent'
  | 'catchup'
  | 'author'
  | 'search'
  | 'venue'
  | 'paper'
  | 'unknown';

/** Which listing a page shows. */
export type Listing = {
  readonly kind: ListingKind;
  /** The listed day, or the first day of the listed week, month or year. */
  readonly date?: IsoDate;
  /** What was searched for. */
  readonly query?: string;
};

/** What Offprint did on one listing page, as the popup tells it. */
export type PageReport = {
  /** The site's id. */
  readonly site: string;
  readonly listing: Listing;
  /** False when the page does not look as the adapter knows it; nothing is hidden then. */
  readonly understood: boolean;
  /** Why it is not understood, in words without any of the page's own. */
  readonly doubts?: readonly string[];
  /** How the first card is built: names of elements, classes and attributes, without a word of it. */
  readonly skeleton?: string;
  readonly cards: number;
  /** Cards that could not be read. */
  readonly unreadable: number;
  readonly concealed: number;
  /** Of these, how many the reader hid one by one. */
  readonly byHand: number;
  /** Of these, how many because they were seen before. */
  readonly asSeen: number;
  /** How many rules conceal something here. */
  readonly rules: number;
  /** How many a rule pins. */
  readonly pinned: number;
  /** How many were never seen on an earlier visit. */
  readonly fresh: number;
  readonly paused: boolean;
  readonly saved: number;
};
