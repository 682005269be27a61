import { cleanText } from './clean';
import { readRuns } from './read-runs';
import type { Run } from './runs';
import { plainText } from './runs';
import { scriptOf, symbolOf } from './symbol-of';

const LONGEST = 4_000;

/** Whether math that is one sign, `{$\leq$}`, is read as the character for it. */
export type Symbols = { readonly symbols: boolean };

/** A title as a .bib file has it, all TeX, as runs: quotes and dashes are ligatures, `~` is a blank. */
export function readTex(source: string, symbols: Symbols): Run[] {
  return readRuns(cleanText(asHalfTex(source, symbols), LONGEST), { math: true, groups: true });
}

/** TeX as plain Unicode of at most `limit` characters; math that is more than one sign stays between dollars. */
export function plainTex(source: string, limit = LONGEST): string {
  const half = cleanText(asHalfTex(source, { symbols: true }), limit).replaceAll(
    '<',
    '\\textless{}',
  );
  return plainText(readRuns(half, { math: false, groups: true }))
    .replace(/\s+/gu, ' ')
    .trim();
}

const MATH = String.raw`\$((?:[^$\\]|\\[^])*)\$`;
const PIECES = new RegExp(
  [
    String.raw`\{${MATH}\}`,
    MATH,
    String.raw`\{\\ensuremath\{([^{}]{1,60}|\\[a-z]{1,20}\{[^{}]{1,20}\})\}\}`,
    String.raw`\{?\\text(super|sub)script\{([^{}]{1,60})\}`,
    String.raw`\\(?:[A-Za-z]+|[^])`,
    "`{1,2}|'{1,2}|[?!]`|-{2,3}|~",
  ].join('|'),
  'g',
);

const LIGATURES: Readonly<Record<string, string>> = {
  '``': '“',
  "''": '”',
  '`': '‘',
  "'": '’',
  '?`': '¿',
  '!`': '¡',
  '--': '–',
  '---': '—',
  '~': ' ',
  // Not to become an HTML entity with what comes after it.
  '\\&': '\\&{}',
};

/** TeX with what a listing's titles leave to guesses made plain. */
function asHalfTex(source: string, { symbols }: Symbols): string {
  return source.replace(
    PIECES,
    (
      piece: string,
      braced?: string,
      math?: string,
      ensured?: string,
      script?: 'super' | 'sub',
      scripted = '',
    ) => {
      const tex = braced ?? math ?? ensured;
      if (tex !== undefined) return (symbols ? symbolOf(tex.trim()) : undefined) ?? piece;
      if (script !== undefined) return symbols ? scripts(piece, script, scripted) : piece;
      return LIGATURES[piece] ?? piece;
    },
  );
}

function scripts(piece: string, script: 'super' | 'sub', text: string): string {
  const brace = piece.startsWith('{') ? '{' : '';
  const characters = scriptOf(text, script);
  return characters === undefined ? piece : `${brace}${characters}`;
}
