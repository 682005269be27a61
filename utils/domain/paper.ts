/** A work's one identity across sites, e.g. `arxiv:2310.09486`. Made only by `paperId()`. */
export type PaperId = string & { readonly __brand: 'PaperId' };

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
  /** Journal or conference where it was published. */
  readonly venue?: string;
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
  | 'reader';

export type FieldSources = Readonly<Partial<Record<PaperField, FieldSource>>>;

/** What was read of a paper in one place, with the source of each field. */
export type Reading = { readonly paper: Paper; readonly sources: FieldSources };

/** For each field: who said so, and when. */
export type Provenance = Readonly<
  Partial<Record<PaperField, { readonly source: FieldSource; readonly at: IsoInstant }>>
>;

// https://info.arxiv.org/help/arxiv_identifier.html: YYMM.number since 2007, archive/YYMMNNN before.
const NEW_ARXIV_ID = /^(\d{4}\.\d{4,5})(v\d+)?$/;
const OLD_ARXIV_ID = /^([a-z]+(?:-[a-z]+)?)(?:\.[A-Z]{2})?\/(\d{7})(v\d+)?$/;

/** The arXiv identifier without version or subject class, or `undefined` when `text` is none. */
function arxivIdentifier(text: string): string | undefined {
  const modern = NEW_ARXIV_ID.exec(text);
  if (modern) return modern[1];
  const old = OLD_ARXIV_ID.exec(text);
  return old ? `${old[1]}/${old[2]}` : undefined;
}

/** A paper's identity from an arXiv identifier (a version is dropped), or `undefined` when it is none. */
export function arxivPaperId(text: string): PaperId | undefined {
  const identifier = arxivIdentifier(text.trim());
  return identifier === undefined ? undefined : (`arxiv:${identifier}` as PaperId);
}

/** Checks text that claims to be a `PaperId` (a message, an imported file). */
export function paperId(text: string): PaperId | undefined {
  return text.startsWith('arxiv:') ? arxivPaperId(text.slice('arxiv:'.length)) : undefined;
}

/** The arXiv identifier of a paper, when arXiv is where it lives. */
export function arxivIdOf(id: PaperId): string | undefined {
  return id.startsWith('arxiv:') ? id.slice('arxiv:'.length) : undefined;
}

/** The address of the paper's own page. */
export function paperUrl(id: PaperId): string {
  return `https://arxiv.org/abs/${arxivIdOf(id) ?? id}`;
}

/** Where a paper can be read, as far as its id tells. */
export function readingUrls(id: PaperId): { readonly pdf?: string; readonly html?: string } {
  const identifier = arxivIdOf(id);
  if (identifier === undefined) return {};
  const pdf = `https://arxiv.org/pdf/${identifier}`;
  // https://info.arxiv.org/about/accessible_HTML.html: papers submitted since December 2023.
  const hasHtml = /^\d{4}\./.test(identifier) && identifier >= '2312';
  return hasHtml ? { pdf, html: `https://arxiv.org/html/${identifier}` } : { pdf };
}

/** Whether the site told how many authors there are, and kept their names to itself. */
export function lacksAuthors(paper: Pick<Paper, 'authors'>): boolean {
  return paper.authors === undefined || paper.authors.length === 0;
}
