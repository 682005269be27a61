import type { Listing } from '@/utils/domain/listing';
import type { IsoDate, Reading } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';

/** One paper's elements on a page. */
export type Card = {
  readonly id: PaperId;
  /** The element that stands for the paper; gets our attributes. */
  readonly main: Element;
  /** What must vanish for the card to vanish; usually just `main`, or the grid cell around it. */
  readonly parts: readonly Element[];
  /** Where the tools go: they are appended to this element. */
  readonly anchor: Element;
  /**
   * Where the site leaves room for the tools: at the `top` left or `bottom` right of `anchor`, or in
   * the blank `below` its content, or at the `end` of its first line; `inline` makes room, which
   * moves what follows.
   */
  readonly place: 'top' | 'bottom' | 'below' | 'end' | 'inline';
  /** The number the site gives the entry on this page. */
  readonly number?: number;
  /** What the site says of why it lists the paper now. */
  readonly listedAs?: 'new' | 'cross' | 'replaced';
  /** Throws `MissingElement` when the card lacks its title. Changes nothing in the document. */
  read(): Reading;
};

/** A page as an adapter sees it. */
export type Page = {
  readonly document: Document;
  readonly url: URL;
  /** The reader's day, for dates without a year. */
  readonly today: IsoDate;
};

/** A listing page that is open now. */
export type OpenListing = {
  readonly listing: Listing;
  /** False when the page does not look as the adapter knows it: nothing may be hidden then. */
  readonly understood: boolean;
  /** Why it is not understood, in words without any of the page's own. */
  readonly doubts?: readonly string[];
  /** The cards that were on the page when it was opened, in order, each paper's element once. */
  cards(): readonly Card[];
  /** What encloses all cards; the strip goes right before it. Absent when there is no list. */
  list(): Element | undefined;
};

/** A page that is being opened: each step takes less than a millisecond, the last gives the listing. */
export type Opening = Generator<void, OpenListing>;

/** The adapter for the listing pages of one host. */
export type Site = {
  readonly id: string;
  readonly name: string;
  /** Manifest match patterns of the pages it reads. */
  readonly matches: readonly string[];
  /** Whether this address is one of its listings. */
  claims(url: URL): boolean;
  /** Reads the page anew; call again after client-side navigation. */
  open(page: Page): OpenListing;
  /** The same in steps, where a page may have thousands of entries. */
  opening?(page: Page): Opening;
  /** Whether the site's own framework still has to take over the server's markup; inserting waits for it. */
  hydrating(document: Document): boolean;
};
