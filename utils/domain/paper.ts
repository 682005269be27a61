import { type PaperId, arxivIdOf } from './paper-id';
import type { Publication } from './publication';

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;

/** An instant, ISO 8601 in UTC, e.g. `2026-11-23T08:30:00.000Z`. */
export type IsoInstant = string;

/** Where to go from a paper; every value is an absolute `http(s)` address. */
export type PaperLinks = {
  readonly page?: string;
  readonly code?: string;
  readonly project?: string;
  readonly thumbnail?: string;
};

/**
 * Bibliographic facts about one work. An absent field is not known; `authorCount` without
 * `authors` means the site only said how many there are.
 */
export type Paper = {
  readonly id: PaperId;
  readonly title: string;
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly abstract?: string;
  /** Day of the first version. */
  readonly published?: IsoDate;
  /** Day it stood on the site's listing. */
  readonly listed?: IsoDate;
  readonly upvotes?: number;
  readonly comments?: number;
  /** Account name of who put it on the listing. */
  readonly submitter?: string;
  readonly organization?: string;
  /** Journal or conference where it was published, in short. */
  readonly venue?: string;
  /** Other identities of the same work. */
  readonly aliases?: readonly PaperId[];
  /** DOI of the published version as the paper's own page says, in lower case. */
  readonly doi?: string;
  /** The authors' remark on arXiv, `Accepted at NeurIPS 2024, 12 pages`. */
  readonly comment?: string;
  /** Where it was published, as arXiv's page says, `Phys. Rev. D 76, 013009 (2007)`. */
  readonly journalRef?: string;
  /** Day of the latest version. */
  readonly updated?: IsoDate;
  /** Number of the latest version. */
  readonly version?: number;
  /** The published version, as far as somebody asserted it. */
  readonly publication?: Publication;
  readonly keywords?: readonly string[];
  /** The site's own one-sentence summary. */
  readonly summary?: string;
  readonly links?: PaperLinks;
  readonly primaryCategory?: string;
  readonly categories?: readonly string[];
};

export type PaperField = Exclude<keyof Paper, 'id'>;

/** The fields a reader may write themselves. */
export const EDITABLE = [
  'title',
  'authors',
  'abstract',
  'published',
  'venue',
  'organization',
  'primaryCategory',
] as const satisfies readonly PaperField[];
export type EditableField = (typeof EDITABLE)[number];

/** What a reader wrote in place of what sites say. */
export type Edits = Partial<Pick<Paper, EditableField>>;

/** Where a field came from. */
export type FieldSource =
  | 'page'
  | 'embedded'
  | 'import'
  | 'api:arxiv'
  | 'api:huggingface'
  | 'api:lookup'
  | 'reader';

export type FieldSources = Readonly<Partial<Record<PaperField, FieldSource>>>;

/** What was read of a paper in one place, with the source of each field. */
export type Reading = { readonly paper: Paper; readonly sources: FieldSources };

/** For each field: who said so, and when. */
export type Provenance = Readonly<
  Partial<Record<PaperField, { readonly source: FieldSource; readonly at: IsoInstant }>>
>;

/** Whether the site told how many authors there are, and kept their names to itself. */
export function lacksAuthors(paper: Pick<Paper, 'authors'>): boolean {
  return paper.authors === undefined || paper.authors.length === 0;
}

/** What stands for the title of a paper of which nothing but its id is known: `arXiv:2310.09486`. */
export function bareTitle(id: PaperId): string {
  const identifier = arxivIdOf(id);
  return identifier === undefined ? id : `arXiv:${identifier}`;
}

/** Whether nobody told the paper's title yet, and its id stands in for it. */
export function isBareTitle({ id, title }: Pick<Paper, 'id' | 'title'>): boolean {
  return title === bareTitle(id);
}
