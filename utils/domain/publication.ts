/** What kind of work a publication is, as BibTeX calls it. */
export const PUBLICATION_KINDS = [
  'article',
  'inproceedings',
  'incollection',
  'book',
  'phdthesis',
  'mastersthesis',
  'techreport',
  'unpublished',
  'misc',
] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** Who says that a work was published so. */
export const PUBLICATION_SOURCES = [
  'page',
  'import',
  'crossref',
  'dblp',
  'semantic-scholar',
  'reader',
] as const;
export type PublicationSource = (typeof PUBLICATION_SOURCES)[number];

/** Where and when a work was published, beside its preprint. Plain Unicode text in all fields. */
export type Publication = {
  readonly kind: PublicationKind;
  readonly source: PublicationSource;
  /** The words or facts that prove it, for the reader: `doi 10.1103/… on the paper's page`. */
  readonly evidence?: string;
  /** Journal, proceedings or book it stands in. */
  readonly container?: string;
  readonly series?: string;
  readonly volume?: string;
  readonly number?: string;
  /** `12-34` or `e1234`. */
  readonly pages?: string;
  readonly editors?: readonly string[];
  /** Publisher; school of a thesis, institution of a report. */
  readonly publisher?: string;
  readonly address?: string;
  readonly edition?: string;
  readonly year?: string;
  /** 1 to 12. */
  readonly month?: number;
  readonly doi?: string;
  readonly isbn?: string;
  readonly url?: string;
  /** What an imported entry said beside, by field name, written back as it was: TeX. */
  readonly others?: Readonly<Record<string, string>>;
};
