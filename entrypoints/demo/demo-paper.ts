/** One of the sandbox's invented papers, with what a card and the page's embedded data show of it. */
export type DemoPaper = {
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string;
  readonly upvotes: number;
  readonly comments: number;
  /** Account name of who put it on the listing. */
  readonly submitter: string;
  readonly keywords: readonly string[];
  /** The site's one-sentence summary; the newest papers have none yet. */
  readonly summary?: string;
  readonly organization?: { readonly name: string; readonly fullname: string };
  readonly code?: { readonly address: string; readonly stars: number };
  /** What its picture shows, and in which hue (degrees). */
  readonly picture: 'waves' | 'grid' | 'graph' | 'rings' | 'bars';
  readonly hue: number;
};
