import type { PaperId } from './paper-id';
import type { PublicationSource } from './publication';

/** Who can be asked where a paper was published. */
export type LookUpSource = Extract<PublicationSource, 'crossref' | 'dblp' | 'semantic-scholar'>;

/** What came of asking where papers were published. */
export type FoundPublished = {
  readonly found: readonly PaperId[];
  /** Asked, and nothing that is proved. */
  readonly nothing: number;
  /** Not asked, or not answered. */
  readonly missed: readonly { readonly id: PaperId; readonly reason: string }[];
};

/** What became of papers that were handed to Zotero. */
export type SentToZotero = {
  readonly sent: number;
  /** Papers it did not take. */
  readonly failed: readonly PaperId[];
  /** The collection or library they went to. */
  readonly target: string;
};
