import type { ReadingState } from '@/utils/domain/entry';
import type { IsoDate } from '@/utils/domain/paper';
import type { Folded } from './fold';
import type { Flags } from './query';

/** What a query is asked of; a text may come folded, if it is asked about often. What is absent is not known. */
export type Subject = {
  readonly id?: string;
  readonly title: string | Folded;
  readonly byline?: string;
  readonly abstract?: string | Folded;
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly note?: string;
  readonly venue?: string;
  readonly organization?: string;
  readonly submitter?: string;
  readonly categories?: readonly string[];
  readonly primaryCategory?: string;
  readonly sites?: readonly string[];
  readonly tags?: readonly string[];
  readonly upvotes?: number;
  readonly comments?: number;
  readonly published?: IsoDate;
  /** Instants or days. */
  readonly saved?: string;
  readonly seen?: string;
  readonly state?: ReadingState;
  readonly isStarred?: boolean;
  readonly isNew?: boolean;
  readonly isHidden?: boolean;
  readonly isTrashed?: boolean;
  readonly isWithdrawn?: boolean;
  readonly hasCode?: boolean;
  readonly hasKey?: boolean;
  readonly hasPdf?: boolean;
  /** What a site says of why it lists the paper now. */
  readonly listedAs?: Flags['listed'];
  /** Where no engine is at hand: whether its texts hold these patterns, by the pattern as printed. */
  readonly patterns?: ReadonlyMap<string, boolean>;
};
