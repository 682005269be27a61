import { accented } from './accents';
import { groupEnd } from './braces';
import { nakedCommandEnd, safeMath } from './math';
import type { Found, Place } from './read-runs';
import type { Run } from './runs';

/** `$…$` when it is math; a price is not. */
export function readDollars({ source, at, reading }: Place): Found | undefined {
  if (!reading.math) return undefined;
  const width = source.startsWith('$$', at) ? 2 : 1;
  const close = closing(source, at + width, '$'.repeat(width));
  if (close < 0) return undefined;
  const inner = source.slice(at + width, close);
  const end = close + width;
  const letter = accentedLetter(inner, source.slice(Math.max(0, at - 2), at), source[end] ?? '');
  if (letter !== undefined) return { runs: [{ kind: 'text', text: letter }], end };
  const isMath = /[\\^_]/.test(inner) || followsPandoc(inner, source[end] ?? '');
  return isMath ? mathFound(inner, end) : undefined;
}

/** `\(…\)` and `\[…\]`. */
export function readDelimited({ source, at, reading }: Place): Found | undefined {
  if (!reading.math) return undefined;
  const close = source.indexOf(source[at + 1] === '(' ? '\\)' : '\\]', at + 2);
  if (close < 0) return undefined;
  const inner = source.slice(at + 2, close);
  return inner.includes('$') ? undefined : mathFound(inner, close + 2);
}

const MATH_ACCENTS: ReadonlyMap<string, string> = new Map([
  ['ddot', '"'],
  ['acute', "'"],
  ['grave', '`'],
  ['hat', '^'],
  ['tilde', '~'],
  ['check', 'v'],
  ['breve', 'u'],
]);
const ACCENTED = /^\\([a-z]{3,5})\s*\{?(?:\\(?:rm|text|mathrm|textrm)\b\s*\{?)?([a-z])\}{0,2}$/;

/** `Schr$\ddot{o}$dinger`: an accent for a letter of a word that somebody took from math. */
function accentedLetter(inner: string, before: string, after: string): string | undefined {
  const [, command = '', letter = ''] = ACCENTED.exec(inner.slice(0, 40)) ?? [];
  const accent = MATH_ACCENTS.get(command);
  const isInWord = /\p{L}\p{L}$/u.test(before) || (/\p{L}$/u.test(before) && /\p{L}/u.test(after));
  return accent === undefined || !isInWord ? undefined : accented(letter, accent);
}

/** A run of math, or nothing when it prints nothing; `undefined` when its braces do not match. */
export function mathFound(source: string, end: number, takes = 0): Found | undefined {
  const tex = safeMath(source);
  if (tex === undefined) return undefined;
  return { runs: tex === '' ? [] : [{ kind: 'math', tex, source }], end, takes };
}

function closing(source: string, from: number, mark: string): number {
  let at = source.indexOf(mark, from);
  while (at >= 0 && source[at - 1] === '\\') at = source.indexOf(mark, at + 1);
  return at;
}

// https://pandoc.org/MANUAL.html#extension-tex_math_dollars
function followsPandoc(inner: string, next: string): boolean {
  return /^\S(?:.*\S)?$/u.test(inner) && !/\d/.test(next);
}

const SINGLE_LETTER = /(?<![\p{L}\p{N}\\_^])\p{L}$/u;
/** `TiO`, `AdS`, `SU(2)`: what carries numbers as scripts; longer words do so only above the line. */
const FORMULA = /(?:[A-Z][a-z]?){2,}$|(?<!\p{L})\p{L}{1,4}$|[\p{N})\]]$/u;
const WORD = /\p{L}$/u;

/** `D^0`, `S_3`, `TiO_2`: a script outside of dollars; `snake_case` is none. */
export function readNakedScript({ source, at, before, reading }: Place): Found | undefined {
  if (!reading.math) return undefined;
  const mark = source[at] ?? '';
  const base = baseOf(before, mark) ?? massNumber(source, at);
  const script = base && scriptAt(source, at + 1, base.isSymbol);
  if (!base || !script) return undefined;
  return mathFound(`${base.tex}${mark}{${script.tex}}`, script.end, base.takes);
}

type Base = {
  readonly tex: string;
  readonly takes: number;
  /** Whether one letter or math stands before the script, so that a letter can be meant as one. */
  readonly isSymbol: boolean;
};

/** What a script here would belong to; letters of a word stay text. */
function baseOf(before: readonly Run[], mark: string): Base | undefined {
  const last = before.at(-1);
  if (last?.kind === 'math') return { tex: last.source, takes: 1, isSymbol: true };
  if (last?.kind !== 'text') return undefined;
  const letter = SINGLE_LETTER.exec(last.text)?.[0];
  if (letter !== undefined) return { tex: letter, takes: letter.length, isSymbol: true };
  const carries = FORMULA.test(last.text) || (mark === '^' && WORD.test(last.text));
  return carries ? { ...NOTHING, isSymbol: /[)\]]$/.test(last.text) } : undefined;
}

const NOTHING: Base = { tex: '', takes: 0, isSymbol: false };

/** `^3He`: a number above the line that belongs to the element after it. */
function massNumber(source: string, at: number): Base | undefined {
  return /^\^(?:\d{1,3}|\{\d{1,3}\})[A-Z]/.test(source.slice(at, at + 7)) ? NOTHING : undefined;
}

const NUMBER = /[+-]?\d+|[*+']+|-(?![\p{L}\p{N}]{2})/uy;
const LETTERS = /[A-Za-z]{1,3}(?![\p{L}\p{N}_])/uy;
const LETTER = /[A-Za-z](?![\p{L}\p{N}_])/uy;

type Script = { readonly tex: string; readonly end: number };

function scriptAt(source: string, at: number, isSymbol: boolean): Script | undefined {
  if (source[at] === '{') {
    const close = groupEnd(source, at);
    return close < 0 ? undefined : { tex: source.slice(at + 1, close), end: close + 1 };
  }
  if (source[at] === '\\') return commandAt(source, at);
  const number = match(NUMBER, source, at);
  if (number !== undefined) return { tex: number, end: at + number.length };
  const letters = match(isSymbol ? LETTERS : LETTER, source, at);
  if (letters === undefined || !(isSymbol || carriesLetter(source.slice(0, at)))) return undefined;
  const tex = letters.length === 1 ? letters : `\\mathrm{${letters}}`;
  return { tex, end: at + letters.length };
}

/** `2^n`, `GL_n`, `sl_n`: what is no symbol by itself and yet has a letter for a script. */
function carriesLetter(before: string): boolean {
  return /(?<![\p{L}\p{N}_])(?:\d{1,2}\^|(?:[A-Z]{2,3}|[gs]l|s[opu]|Sp)_)$/u.test(before.slice(-5));
}

function commandAt(source: string, at: number): Script | undefined {
  const end = /[A-Za-z]/.test(source[at + 1] ?? '') ? nakedCommandEnd(source, at) : undefined;
  return end === undefined ? undefined : { tex: source.slice(at, end), end };
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}
