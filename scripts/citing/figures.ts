/**
 * What the study of five writers measured, each with all of its records: 1,130 of arXiv, 1,448 of
 * machine learning, 50 hard ones, 770 titles and 2,757 names of ACL 2022. PM is PaperMemory, aX
 * arXiv's own export, Z Zotero, CJ citation-js 0.9.0, P the prototype of the specification.
 * Source: shared/research/bibtex.md §0 of 2026-11-23; here are a part of the same records.
 */
export const NOTED = {
  'arXiv: entries with a BibTeX warning': ['0', '0', '0', '1,130', '0'],
  'arXiv: entries with a LaTeX error': ['36', '36', '0', '0', '0'],
  'arXiv: titles printed as meant': ['1,092', '1,092', '1,075', '1,073', '1,130'],
  'arXiv: of those with TeX (81)': ['52', '52', '26', '24', '81'],
  'arXiv: titles that print raw TeX': ['0', '0', '55', '57', '0'],
  'arXiv: errors of BibTeX on the whole file': ['29', '11', '0', '29', '0'],
  'ML: entries LaTeX complains about, plain / abbrv': [
    '56 / 57',
    '56 / 57',
    '4 / 8',
    '0 / 0',
    '0 / 0',
  ],
  'hard: not writable': ['3', '0', '0', '0', '0'],
  'hard: whole file read by BibTeX and pandoc': ['neither', 'neither', 'both', 'pandoc', 'both'],
  'ACL: titles protected exactly right': ['484', '484', '26', '24', '734'],
  'ACL: precision / recall of words': ['– / 0', '– / 0', '.08 / 1.0', '.04 / .52', '.97 / .83'],
  'ACL: names exactly right': ['98.55 %', '–', '98.55 %', '98.26 %', '99.17 %'],
  'preprint id printed once, without a warning': ['23 of 23', '14 of 23', '–', '–', '23 of 23'],
  'all real: warnings of biber': ['–', '–', '–', '–', '0'],
  'all real: complaints of pandoc, pybtex, bibtexparser': ['–', '–', '–', '–', '0'],
  'size of the writer': ['–', '–', '–', '38.5 kB', '13 kB'],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string, string]>>;

type Row = keyof typeof NOTED;

/** Who the columns of the noted figures are about. */
export const WRITERS_NOTED = ['PM', 'aX', 'Z', 'CJ', 'P'] as const;

/** What Offprint has in a row, and whether its goal in §5.12 of the same study is met. */
export type Measured = {
  readonly row: Row;
  readonly value: string;
  readonly goal: string;
  readonly isMet: boolean;
  /** What is in the way of the goal, or of measuring at all. */
  readonly details?: readonly string[];
};
