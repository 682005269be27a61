import type { Paper } from './paper';
import type { PaperId } from './paper-id';

// BibTeX ends a key at other signs, or LaTeX stumbles over them.
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}:.+/_*&-]{0,99}$/u;

/** Whether BibTeX, biber and LaTeX take a text for a citation key; letters may have accents. */
export function isCitationKey(text: string): boolean {
  return KEY.test(text);
}

/** One paper as a citation needs it. */
export type Citable = {
  readonly paper: Paper;
  readonly key: string;
  readonly tags: readonly string[];
  readonly note?: string;
  /** Whether the published version is cited; the preprint otherwise. */
  readonly citesPublication?: boolean;
};

/** Which fields tell of a preprint: printed by all styles, as arXiv writes it, or as Google Scholar does. */
export const PRESETS = ['universal', 'arxiv', 'scholar'] as const;
export type Preset = (typeof PRESETS)[number];

/** Which capitals of titles are kept from styles: those that must, all, the whole title, none. */
export const PROTECTIONS = ['smart', 'capitals', 'title', 'none'] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** What the reader may choose of how citations are written. */
export type CiteOptions = {
  readonly preset: Preset;
  readonly protection: Protection;
  /** Letters as LaTeX commands, or as they are; biblatex always takes them as they are. */
  readonly escaping: 'latex' | 'unicode';
  readonly abstracts: boolean;
  readonly notes: boolean;
  /** The day of the latest version in place of the first. */
  readonly latestVersion: boolean;
  /** Authors named before `and others`; 0 names all. */
  readonly mostAuthors: number;
  /** How citation keys are made, `[auth][year][word]`. */
  readonly keyTemplate: string;
  /** One line of a reader's own format, `{authors} ({year}). {title}.` */
  readonly lineTemplate: string;
};

export const CITE_DEFAULTS: CiteOptions = {
  preset: 'universal',
  protection: 'smart',
  escaping: 'latex',
  abstracts: false,
  notes: true,
  latestVersion: false,
  mostAuthors: 0,
  keyTemplate: '[auth][year][word]',
  lineTemplate: '{authors} ({year}). {title}. {venue}. {url}',
};

/** A citation text with what the reader should know before using it. */
export type Citation = {
  readonly text: string;
  readonly count: number;
  readonly warnings: readonly CitationWarning[];
};

export type CitationWarning = {
  readonly code: 'authors-unknown' | 'characters' | 'dropped-characters' | 'unreadable';
  readonly id: PaperId;
  readonly title: string;
  /** The characters in question, when there are some. */
  readonly detail?: string;
};

/** A citation key as it is and as it would be made today. */
export type KeyProposal = {
  readonly id: PaperId;
  readonly title: string;
  readonly before?: string;
  readonly after: string;
};

/** That a paper stands in the reader's own .bib file, and under which key. */
export type CitedAs = { readonly id: PaperId; readonly key: string };

/** Something worth knowing of papers before they are cited, told once for all it concerns. */
export type Finding = {
  readonly code: CitationWarning['code'] | 'duplicate' | 'published';
  readonly ids: readonly PaperId[];
  /** Of each paper, with the characters in question where it is about some. */
  readonly titles: readonly string[];
};

/** Papers written in a format, ready to be saved or copied. */
export type Exported = {
  readonly fileName: string;
  readonly content: Blob;
  readonly count: number;
  readonly findings: readonly Finding[];
};

/** A format as a menu shows it; a format's own name is the same in all languages. */
export type FormatChoice = { readonly id: string; readonly name: string };

/** Why a template makes no citation keys, or no lines: a string's key, and what fills it. */
export type TemplateProblem = {
  readonly code:
    | 'templateTooLong'
    | 'templateBracket'
    | 'templateSign'
    | 'templateUnknown'
    | 'templateSignInFront'
    | 'templateConstant';
  readonly about?: readonly string[];
};

/** What a template makes of a paper that is well known, or what is wrong with it. */
export type ExplainedTemplate =
  | { readonly example: string }
  | { readonly problem: TemplateProblem };
