import { accentTex } from './accents';
import { MATH_SYMBOLS, TEXT_SYMBOLS, mathSymbol } from './symbols';

const PLAIN = /^(?:[A-Za-z0-9 .:;!?()[\]/@*+=]|-(?!-)|,(?!,))*$/;
// Three Greek letters are a word, which LaTeX sets with Greek fonts; one or two are symbols.
const CHARACTER = /[A-Za-z0-9 .:;!?()[\]/@*+=]+(?!\p{M})|\p{Script=Greek}{3,}|\P{M}\p{M}*|\p{M}+/gu;
const MOST_MARKS = 3;

/** Whether letters become LaTeX commands, for classic BibTeX, or stay as they are, for biber. */
export type Escaping = 'latex' | 'unicode';

const PUNCTUATION: ReadonlyMap<string, string> = new Map([
  ['&', '\\&'],
  ['%', '\\%'],
  ['$', '\\$'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['<', '{$<$}'],
  ['>', '{$>$}'],
  ['“', '``'],
  ['”', "''"],
  ['‘', '`'],
  ['’', "'"],
  ["'", "'"],
  ['"', '{\\textquotedbl}'],
  ['–', '--'],
  ['—', '---'],
  ['―', '---'],
  ['…', '...'],
  ['⁄', '/'],
  ['‐', '-'],
  ['ʼ', "'"],
  ['ʻ', '`'],
]);

/** Whether a text is the same in LaTeX, in whatever pieces. */
export function isPlainTex(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * Text for LaTeX in which nothing acts as a command. For classic LaTeX all that it has a name for is
 * written in ASCII, accents in BibTeX's `{\'e}` form; in Unicode only signs are. Other scripts stay
 * as they are.
 */
export function escapeText(text: string, escaping: Escaping = 'latex'): string {
  if (PLAIN.test(text)) return text;
  const write = escaping === 'unicode' ? signEscaped : escaped;
  return concatenated(
    (text.match(CHARACTER) ?? []).map((part) => (PLAIN.test(part) ? part : write(part))),
  );
}

// What T1 fonts print as it stands, and pdfLaTeX takes in UTF-8.
const TYPOGRAPHIC = /^[“”‘’–—„‚«»‹›¡¿]$/u;

function signEscaped(char: string): string {
  const composed = char.normalize('NFC');
  const isLetter = /^\p{L}\p{M}*$/u.test(composed) && mathSymbol(composed) === undefined;
  const stays = isLetter && compatible(composed) === undefined;
  return stays || TYPOGRAPHIC.test(char) ? composed : escaped(char);
}

/** How a piece begins that may melt into the one before it. */
const MELTING = "\\`'-,";

/** Pieces of LaTeX one after the other, kept from melting into other signs. Takes time in proportion to their length. */
export function concatenated(parts: readonly string[]): string {
  const pieces: string[] = [];
  for (const part of parts) {
    if (part === '') continue;
    // Most pieces melt into nothing.
    if (!MELTING.includes(part.charAt(0))) {
      pieces.push(part);
      continue;
    }
    const last = pieces.at(-1) ?? '';
    const both = joined(last, part);
    if (both.startsWith(last)) pieces.push(both.slice(last.length));
    else pieces[pieces.length - 1] = both;
  }
  return pieces.join('');
}

/** The two parts one after the other, kept from melting into another sign: `''` + `'`, `-` + `--`, `?` + `` ` ``. */
function joined(tex: string, next: string): string {
  const last = tex.at(-1) ?? '';
  const first = next[0] ?? '';
  const melts =
    (first === last && "`'-,".includes(first)) || (first === '`' && '?!'.includes(last));
  return melts && last !== '' ? `${tex}{}${next}` : mergedScripts(tex, next);
}

// Neighbouring superscripts are one: x⁻¹.
function mergedScripts(tex: string, next: string): string {
  const command = /^\\text(?:super|sub)script\{/.exec(next)?.[0];
  const at = command === undefined ? -1 : tex.lastIndexOf(command);
  const continues = at >= 0 && /^[^{}]+\}$/.test(tex.slice(at + (command?.length ?? 0)));
  return continues ? tex.slice(0, -1) + next.slice(command?.length) : tex + next;
}

function escaped(char: string): string {
  if (/^[\w .:;!?()[\]/@*+=,-]+$/.test(char) && char !== '_') return char;
  const tex = PUNCTUATION.get(char) ?? named(char) ?? accentedTex(char) ?? compatible(char);
  return tex ?? withoutStrayMarks(char);
}

/** Marks that make up no letter with what they stand on, or stand on nothing, go. */
function withoutStrayMarks(char: string): string {
  const [base = '', ...marks] = char.normalize('NFC');
  if (marks.length === 0 || !/^\p{M}$/u.test(marks[0] ?? ''))
    return /^\p{M}/u.test(char) ? '' : char;
  const tex = escaped(base);
  return isAscii(tex) ? tex : char;
}

function isAscii(tex: string): boolean {
  return /^[\u0020-\u007e]*$/.test(tex);
}

function named(char: string): string | undefined {
  const text = TEXT_SYMBOLS.get(char);
  if (text !== undefined) return `{\\${text}}`;
  const script = scriptTex(char);
  if (script !== undefined) return script;
  const math = mathSymbol(char);
  return math === undefined ? undefined : `{$${math}$}`;
}

function scriptTex(char: string): string | undefined {
  if (!/[²³¹⁰-\u209c]/u.test(char)) return undefined;
  const plain = char.normalize('NFKD').replace('−', '-');
  if (!/^[\w+\-=()]$/.test(plain)) return undefined;
  return `\\text${/[\u2080-\u209c]/u.test(char) ? 'sub' : 'super'}script{${plain}}`;
}

function accentedTex(char: string): string | undefined {
  const [letter = '', ...marks] = char.normalize('NFD');
  if (marks.length === 0) return undefined;
  const symbol = TEXT_SYMBOLS.get(letter);
  const base = symbol === undefined ? letter : `\\${symbol}`;
  if (!/^[A-Za-z]$|^\\[A-Za-z]+$/.test(base)) return undefined;
  const tex = accentTex(base, marks.slice(0, MOST_MARKS));
  return tex === undefined ? undefined : `{${tex}}`;
}

/** What the character is a variant of: ﬁ, Ａ, ⅔. */
function compatible(char: string): string | undefined {
  const plain = char.normalize('NFKC');
  if (plain === char || MATH_SYMBOLS.has(char)) return undefined;
  const tex = escapeText(plain);
  // Letters that stand for marks alone (ﹰ) would leave a blank.
  const isLost = tex.trim() === '' && /^\p{L}/u.test(char);
  return isAscii(tex) && !isLost ? tex : undefined;
}
