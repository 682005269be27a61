import type { IsoDate } from '@/utils/domain/paper';
import type { StringKey } from '@/utils/strings';

type SiteFacts = {
  /** What of the site is read. */
  readonly reads: StringKey;
  /** The day of its pages' proof: the earliest, where kinds of pages were proven on several days. */
  readonly checked: IsoDate;
};

/** What the page of sites says of each, by id. */
export const SITE_FACTS: Readonly<Record<string, SiteFacts>> = {
  arxiv: { reads: 'siteReadsArxiv', checked: '2025-12-03' },
  huggingface: { reads: 'siteReadsHuggingFace', checked: '2025-10-02' },
  'acl-anthology': { reads: 'siteReadsAclAnthology', checked: '2026-08-01' },
  biorxiv: { reads: 'siteReadsBiorxiv', checked: '2021-06-01' },
  'google-scholar': { reads: 'siteReadsGoogleScholar', checked: '2023-12-20' },
  openreview: { reads: 'siteReadsOpenReview', checked: '2026-08-20' },
  'papers-cool': { reads: 'siteReadsPapersCool', checked: '2025-10-29' },
  pubmed: { reads: 'siteReadsPubmed', checked: '2023-11-25' },
};
