import type { Style } from './runs';
import { TEXT_SYMBOLS } from './symbols';

/** Commands without argument, with the text they stand for. */
export const TEXT_COMMANDS: ReadonlyMap<string, string> = new Map([
  ...[...TEXT_SYMBOLS].map(([char, name]): [string, string] => [name, char]),
  ['aa', 'å'],
  ['AA', 'Å'],
  ['ldots', '…'],
  ['dots', '…'],
  ['textellipsis', '…'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textquoteleft', '‘'],
  ['textquoteright', '’'],
  ['textquotedblleft', '“'],
  ['textquotedblright', '”'],
  ['textquotesingle', "'"],
  ['textquotedbl', '"'],
  ['textunderscore', '_'],
  ['textdollar', '$'],
  ['textless', '<'],
  ['textgreater', '>'],
  ['textsection', '§'],
  ['textparagraph', '¶'],
  ['textsterling', '£'],
  ['textmu', 'µ'],
  ['copyright', '©'],
  ['degree', '°'],
  ['texttimes', '×'],
  ['textpm', '±'],
  ['slash', '/'],
  ['TeX', 'TeX'],
  ['LaTeX', 'LaTeX'],
  ['space', ' '],
  ['quad', ' '],
  ['qquad', ' '],
  ['newline', ' '],
  ['linebreak', ' '],
  ['par', ' '],
  ['xspace', ''],
  ['protect', ''],
  ['noindent', ''],
  ['bf', ''],
  ['it', ''],
  ['em', ''],
  ['rm', ''],
  ['sc', ''],
  ['sl', ''],
  ['tt', ''],
  ['sf', ''],
  ['boldmath', ''],
]);

/** Commands that set their argument in another way; `undefined` is as the text around it. */
export const STYLE_COMMANDS: ReadonlyMap<string, Style | undefined> = new Map<
  string,
  Style | undefined
>([
  ['emph', 'textit'],
  ['textit', 'textit'],
  ['textsl', 'textit'],
  ['textbf', 'textbf'],
  ['texttt', 'texttt'],
  ['textsc', 'textsc'],
  ['textsuperscript', 'textsuperscript'],
  ['textsubscript', 'textsubscript'],
  ['textrm', undefined],
  ['textsf', undefined],
  ['textnormal', undefined],
  ['textup', undefined],
  ['text', undefined],
  ['mbox', undefined],
  ['hbox', undefined],
  ['uline', undefined],
  ['enquote', undefined],
  ['lowercase', undefined],
  ['uppercase', undefined],
  ['MakeLowercase', undefined],
  ['MakeUppercase', undefined],
]);

/** Commands whose first argument is not part of the title's text. */
export const UNPRINTED_ARGUMENT: ReadonlySet<string> = new Set(
  'footnote thanks label hspace vspace color textcolor href'.split(' '),
);

/** What a backslash and one sign stand for. */
export const CONTROL_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...[...'&%$#_{}'].map((char): [string, string] => [char, char]),
  ...[...' ,;:\\'].map((char): [string, string] => [char, ' ']),
  ...[...'/-@!'].map((char): [string, string] => [char, '']),
]);
