import { groupEnd } from './braces';
import { readCommand } from './read-command';
import { readDollars, readNakedScript } from './read-math';
import { readTag } from './read-tag';
import type { Run } from './runs';
import { append, plainText } from './runs';

export type Reading = {
  /** Whether dollars, scripts and math commands are math. */
  readonly math: boolean;
  /** Whether braces are groups wherever they stand, as in TeX; in a listing's titles some are signs. */
  readonly groups?: boolean;
};

/** What was found at one place of the source. */
export type Found = {
  readonly runs: readonly Run[];
  /** Where it ends. */
  readonly end: number;
  /** The run before it is part of it and goes: `D` in `D^0`. */
  readonly takes?: number;
};

/** The place where something is to be read, and what was read before it. */
export type Place = {
  readonly source: string;
  readonly at: number;
  readonly before: readonly Run[];
  readonly reading: Reading;
  /** Reads what lies inside of groups. */
  inside(source: string): Run[];
};

type Reader = (place: Place) => Found | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  '\\': readCommand,
  $: readDollars,
  '^': readNakedScript,
  _: readNakedScript,
  '{': readGroup,
  '<': readTag,
  '~': readTie,
};
const SPECIAL = /[\\$^_{<~]/;
const ORDINARY = /[^\\$^_{<~]+/y;
const DEEPEST = 8;

/** Half-TeX text as runs: what is no TeX, or TeX that says nothing in a title, is text as it stands. */
export function readRuns(source: string, reading: Reading, depth = 0): Run[] {
  if (source !== '' && !SPECIAL.test(source)) return [{ kind: 'text', text: source }];
  const runs: Run[] = [];
  const inside = (inner: string): Run[] =>
    depth < DEEPEST ? readRuns(inner, reading, depth + 1) : [{ kind: 'text', text: inner }];
  let at = 0;
  while (at < source.length) {
    ORDINARY.lastIndex = at;
    const ordinary = ORDINARY.exec(source)?.[0];
    const found =
      ordinary === undefined ? read({ source, at, before: runs, reading, inside }) : undefined;
    const text = ordinary ?? source[at] ?? '';
    take(runs, found?.takes ?? 0);
    for (const run of found?.runs ?? [{ kind: 'text' as const, text }]) append(runs, run);
    at = found?.end ?? at + text.length;
  }
  return runs;
}

function read(place: Place): Found | undefined {
  return READERS[place.source[place.at] ?? '']?.(place);
}

/** Takes this many characters of text, or one run of another kind, off the end. */
function take(runs: Run[], count: number): void {
  const last = count > 0 ? runs.pop() : undefined;
  if (last?.kind === 'text') append(runs, { kind: 'text', text: last.text.slice(0, -count) });
}

const SWITCH =
  /^\\(it|em|sl|bf|tt|sc|rm|sf|sffamily|itshape|bfseries|ttfamily|scshape)(?![A-Za-z])\s*/;
const SWITCHED = {
  it: 'textit',
  em: 'textit',
  sl: 'textit',
  itshape: 'textit',
  bf: 'textbf',
  bfseries: 'textbf',
  tt: 'texttt',
  ttfamily: 'texttt',
  sc: 'textsc',
  scshape: 'textsc',
} as const;

/** `{…}`: a change of font, an accent, or an author's way to protect capitals. */
function readGroup({ source, at, before, inside, reading }: Place): Found | undefined {
  const close = groupEnd(source, at);
  const last = before.at(-1);
  if (close < 0) return undefined;
  const inner = source.slice(at + 1, close);
  // The argument of a command that is no TeX of ours is text as well.
  const isCommand = reading.groups === true && inner.startsWith('\\');
  if (!isCommand && last?.kind === 'text' && /\\[A-Za-z]+$/.test(last.text)) return undefined;
  // Braces that stand by themselves among words are meant as braces.
  if (!reading.groups && /^\s+\S|^[^\\]*\s$/u.test(inner)) return undefined;
  const end = close + 1;
  const font = SWITCH.exec(inner);
  const runs = inside(font ? inner.slice(font[0].length) : inner);
  if (font) {
    const style = Object.entries(SWITCHED).find(([name]) => name === font[1])?.[1];
    return { runs: style ? [{ kind: 'styled', style, runs }] : runs, end };
  }
  const protects = /^[^\\$]/.test(inner) && /\p{Lu}/u.test(plainText(runs));
  return { runs: protects ? [{ kind: 'protected', runs: flat(runs) }] : runs, end };
}

function flat(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => (run.kind === 'protected' ? run.runs : [run]));
}

/** `~` ties words (`Fig.~1`), but before a number or a word of its own it is read as printed: `z~2`. */
function readTie({ source, at }: Place): Found {
  const before = source.slice(Math.max(0, at - 2), at);
  const after = source[at + 1] ?? '';
  const ties = /[\p{L}\p{N}.,:)]$/u.test(before) && /[\p{L}\\$({]/u.test(after);
  const numbers = /(?:\p{L}{2}|\.)$/u.test(before) && /\d/.test(after);
  return { runs: [{ kind: 'text', text: ties || numbers ? ' ' : '~' }], end: at + 1 };
}
