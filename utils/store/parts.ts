import type { BulkProgress, FetchedAuthors, LibraryChange } from '@/utils/domain/library';
import type { FoundPublished, LookUpSource, SentToZotero } from '@/utils/domain/outside';
import type { Citable, CiteOptions, Citation } from '@/utils/domain/citing';
import type { IsoInstant, Paper, Reading } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Publication } from '@/utils/domain/publication';
import type { PatternEngine } from '@/utils/query/pattern';
import type { OffprintDatabase } from './database';

/** How citations are written; the formats room knows. */
type Cite = {
  /** The key a paper would like to have, by the reader's template. */
  baseKey(paper: Paper, template: string): string;
  /** `base`, with the first suffix that nobody has when it is taken; every suffixed key starts with `base`. */
  uniqueKey(base: string, isTaken: (key: string) => boolean): string;
  write(items: readonly Citable[], options: CiteOptions): Citation;
};

/** The published version of a paper, as somebody answered. */
export type FoundVersion = { readonly id: PaperId; readonly publication: Publication };

/** Long work in the network: how far it is, and when to stop. Answers are handed over as they come. */
export type Outside = {
  readonly signal: AbortSignal;
  readonly tell: (done: number, total: number) => void;
};

/** What the store may not import and is handed. */
export type StoreParts = {
  /** Milliseconds since 1970, as `Date.now`. */
  now(): number;
  newId(): string;
  readonly cite: Cite;
  /** Regular expressions in linear time. */
  readonly patterns: PatternEngine;
  /** Readings come as they are answered, so that what was fetched is kept when it is stopped. */
  fetchAuthors(
    ids: readonly PaperId[],
    work: Outside & { readonly onReadings: (readings: readonly Reading[]) => Promise<void> },
  ): Promise<FetchedAuthors['missed']>;
  findPublished(
    papers: readonly Paper[],
    sources: readonly LookUpSource[],
    work: Outside & { readonly onFound: (found: readonly FoundVersion[]) => Promise<void> },
  ): Promise<Pick<FoundPublished, 'missed'> & { readonly none: readonly PaperId[] }>;
  sendToZotero(items: readonly Citable[]): Promise<SentToZotero>;
  /** Tells pages how far long work got. */
  progress?(progress: BulkProgress): void;
  /** The index behind find cannot be read. */
  onDamagedIndex?(): void;
  /** Tells every open page, after the change is stored. */
  announce(change: LibraryChange): void;
};

/** A database with all that its verbs need. */
export type Store = { readonly db: OffprintDatabase; readonly parts: StoreParts };

export function nowOf({ parts }: Store): IsoInstant {
  return new Date(parts.now()).toISOString();
}
