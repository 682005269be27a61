import type { IsoInstant } from './paper';

/** A query the reader comes back to. */
export type SavedSearch = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly createdAt: IsoInstant;
  /** Papers that answer get this tag as they are saved. */
  readonly tag?: string;
};

/** What a reader says of a saved search; `tag: null` takes the tag away. */
export type SearchDraft = Partial<Pick<SavedSearch, 'name' | 'query'>> & {
  readonly tag?: string | null;
};
