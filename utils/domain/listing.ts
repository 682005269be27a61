import type { IsoDate } from './paper';

/** The kinds of page on which papers are listed. */
export type ListingKind =
  | 'daily'
  | 'weekly'
  | 'monthly'
  | 'trending'
  | 'search'
  | 'paper'
  | 'unknown';

/** Which listing a page shows. */
export type Listing = {
  readonly kind: ListingKind;
  /** The listed day, or the first day of the listed week or month. */
  readonly date?: IsoDate;
  /** What was searched for. */
  readonly query?: string;
};
