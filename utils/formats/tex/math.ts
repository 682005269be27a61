import { isBalanced } from './braces';
import { escapeText } from './escape';
import {
  LAYOUT,
  ONE_ARGUMENT,
  RENAMED,
  SWITCHES,
  SYMBOLS,
  TWO_ARGUMENTS,
  WITHOUT_PRINT,
} from './math-commands';
import { mathSymbol } from './symbols';

type Cursor = { readonly source: string; at: number; depth: number };

const DEEPEST = 12;

/**
 * Math as LaTeX with amsmath and amssymb can typeset it: commands that are not on the list print
 * their names, scripts that stand double or alone are mended, nothing acts outside the formula.
 * `undefined` when the braces do not match.
 */
export function safeMath(source: string): string | undefined {
  // `{_}2` and `{^}2` are what some databases make of `_2` and `^2`.
  const mended = source.replace(/\{([_^])\}/g, '$1');
  return isBalanced(mended) ? trimmed(list({ source: mended, at: 0, depth: 0 })) : undefined;
}

/** Where the command at `at` ends with its arguments; `undefined` when their braces do not match. */
export function nakedCommandEnd(source: string, at: number): number | undefined {
  const cursor = { source, at, depth: 0 };
  atom(cursor);
  return isBalanced(source.slice(at, cursor.at)) ? cursor.at : undefined;
}

/** Atoms up to the end of the group. */
function list(cursor: Cursor): string {
  let tex = '';
  let scripts = '';
  while (cursor.at < cursor.source.length && cursor.source[cursor.at] !== '}') {
    const next = atom(cursor);
    const kind = scriptKind(next);
    const repeats = kind !== '' && scripts.includes(kind);
    tex = glued(tex, repeats ? `{}${next}` : next);
    if (next.trim() !== '') scripts = kind === '' ? '' : (repeats ? '' : scripts) + kind;
  }
  return tex;
}

/** `^` for superscripts and primes, `_` for subscripts, empty for all else. */
function scriptKind(tex: string): string {
  if (tex.startsWith('_')) return '_';
  return tex.startsWith('^') || tex.startsWith("'") ? '^' : '';
}

function atom(cursor: Cursor): string {
  const char = String.fromCodePoint(cursor.source.codePointAt(cursor.at) ?? 0);
  if (char === '\\') return command(cursor);
  if (char === '{') return `{${group(cursor)}}`;
  cursor.at += char.length;
  if (char === '^' || char === '_') return script(char, argument(cursor));
  return character(char, cursor);
}

/** What is in the braces that open here. */
function group(cursor: Cursor): string {
  cursor.at += 1;
  cursor.depth += 1;
  const inner = trimmed(list(cursor));
  cursor.depth -= 1;
  cursor.at += 1;
  return cursor.depth > DEEPEST ? '' : inner;
}

/** The next atom as an argument, without its braces; empty when there is none. */
function argument(cursor: Cursor): string {
  while (cursor.source[cursor.at] === ' ') cursor.at += 1;
  const char = cursor.source[cursor.at];
  if (char === undefined || char === '}' || cursor.depth > DEEPEST) return '';
  if (char === '{') return group(cursor);
  cursor.depth += 1;
  const tex = trimmed(atom(cursor));
  cursor.depth -= 1;
  return tex;
}

function script(kind: string, tex: string): string {
  if (tex === '') return '';
  return /^[A-Za-z\d]$/.test(tex) ? `${kind}${tex}` : `${kind}{${tex}}`;
}

const AS_IT_IS = /[A-Za-z\d+\-*/=()[\]<>,.;:!?@|]/;

function character(char: string, cursor: Cursor): string {
  if (char === "'" || char === '’') return primes(cursor);
  if (AS_IT_IS.test(char)) return char;
  if (/\s/.test(char)) return ' ';
  if (char === '~') return '\\ ';
  if ('#%&$'.includes(char)) return `\\${char}`;
  const symbol = mathSymbol(char);
  if (symbol !== undefined) return symbol;
  return `\\mbox{${escapeText(char)}}`;
}

function primes(cursor: Cursor): string {
  let tex = "'";
  while (/['’]/.test(cursor.source[cursor.at] ?? '')) {
    tex += "'";
    cursor.at += 1;
  }
  return tex;
}

function command(cursor: Cursor): string {
  const name = /[A-Za-z]*/.exec(cursor.source.slice(cursor.at + 1, cursor.at + 40))?.[0] ?? '';
  if (name === '') return controlSymbol(cursor);
  cursor.at += 1 + name.length;
  if (name === 'operatorname' && cursor.source[cursor.at] === '*') cursor.at += 1;
  if (LAYOUT.test(name) || WITHOUT_PRINT.has(name)) return withoutPrint(name, cursor);
  const letters = SWITCHES.get(name);
  if (letters !== undefined) return alphabet(letters, restOfGroup(letters, cursor));
  const renamed = RENAMED.get(name);
  if (renamed === undefined) return known(name, cursor);
  const from = cursor.at;
  const tex = respelt(renamed, cursor);
  return IN_WORDS.test(name) ? spaced(tex, cursor.source.slice(from, cursor.at)) : tex;
}

const IN_WORDS = /^(?:text|[mh]box)/;

/** Blanks at the edges of words in math part them from what is around. */
function spaced(tex: string, argument: string): string {
  return `${argument.startsWith('{ ') ? '\\ ' : ''}${tex}${argument.endsWith(' }') ? '\\ ' : ''}`;
}

/** Up to the end of the group; for script letters, which only capitals have, no more than one atom. */
function restOfGroup(letters: string, cursor: Cursor): string {
  return letters === 'mathcal' ? argument(cursor) : trimmed(list(cursor));
}

function withoutPrint(name: string, cursor: Cursor): string {
  if (WITHOUT_PRINT.has(name)) argument(cursor);
  // `\left.` stands for no delimiter at all.
  else if (/^(?:left|right)$/.test(name) && cursor.source[cursor.at] === '.') cursor.at += 1;
  return '';
}

function respelt(renamed: string, cursor: Cursor): string {
  if (renamed === '^' || renamed === '_') return script(renamed, argument(cursor));
  if (!/^[a-z]/i.test(renamed)) return /^[;,]$/.test(renamed) ? `\\${renamed}` : renamed;
  return renamed.includes('{') ? `\\${renamed}` : known(renamed, cursor);
}

function known(name: string, cursor: Cursor): string {
  if (SYMBOLS.has(name)) return `\\${name}`;
  if (name === 'not') return negated(cursor);
  if (name === 'sqrt' && cursor.source[cursor.at] === '[') return root(cursor);
  if (ONE_ARGUMENT.has(name)) return alphabet(name, argument(cursor));
  if (TWO_ARGUMENTS.has(name)) return `\\${name}{${argument(cursor)}}{${argument(cursor)}}`;
  return `\\mathrm{${name}}`;
}

/** A stroke through what comes next, closer or further away as it may be written: `\not\!\!E`. */
function negated(cursor: Cursor): string {
  while (/^(?:\\!| )/.test(cursor.source.slice(cursor.at, cursor.at + 2)))
    cursor.at += cursor.source[cursor.at] === ' ' ? 1 : 2;
  const tex = argument(cursor);
  if (tex === '' || tex === '=') return tex === '' ? '' : '\\neq';
  return /^(?:[A-Za-z]|\\[A-Za-z]+)$/.test(tex) ? `\\not ${tex}` : `\\not{${tex}}`;
}

function root(cursor: Cursor): string {
  const index = /^\[([A-Za-z\d]{1,3})\]/.exec(cursor.source.slice(cursor.at, cursor.at + 5));
  if (index) cursor.at += index[0].length;
  return `\\sqrt${index?.[0] ?? ''}{${argument(cursor)}}`;
}

/** The command on its argument; letters that an alphabet lacks take the next best one. */
function alphabet(name: string, tex: string): string {
  if (tex === '') return name.startsWith('math') || name === 'boldsymbol' ? '' : `\\${name}{}`;
  if (name === 'mathcal') {
    if (tex === 'l') return '\\ell';
    return /^[A-Z ]+$/.test(tex) ? `\\mathcal{${tex}}` : `\\mathit{${tex}}`;
  }
  if (name === 'mathbb' && !/^[A-Zk ]+$/.test(tex)) return `\\mathbf{${tex}}`;
  if (!/^math(?:rm|it|bf|sf|tt)$/.test(name)) return `\\${name}{${tex}}`;
  // Blanks between words in an alphabet for words are meant; math would swallow them.
  return `\\${name}{${tex.replace(/\\(?:[A-Za-z]+ ?| )| /g, keptBlank)}}`;
}

function keptBlank(match: string): string {
  return match === ' ' ? '\\ ' : match;
}

function controlSymbol(cursor: Cursor): string {
  const char = cursor.source[cursor.at + 1] ?? '';
  cursor.at += 1 + char.length;
  if (char === '{') return '\\lbrace';
  if (char === '}') return '\\rbrace';
  if (char === '|') return '\\Vert';
  if (/[,;:!&%$#_]/.test(char)) return `\\${char}`;
  if (char === '>') return '\\:';
  return /[\s\\]/.test(char) ? '\\ ' : '';
}

/** The two parts one after the other; a letter does not run into the command before it. */
function glued(tex: string, next: string): string {
  if (next === ' ') return tex === '' || tex.endsWith(' ') ? tex : `${tex} `;
  const runsOn = /^[A-Za-z]/.test(next) && /\\[A-Za-z]+$/.test(tex.slice(-40));
  return runsOn ? `${tex} ${next}` : tex + next;
}

function trimmed(tex: string): string {
  return tex.trimStart().replace(/(?<!\\) +$/, '');
}
