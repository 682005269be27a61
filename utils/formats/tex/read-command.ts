import { COMBINING, accented } from './accents';
import { groupEnd } from './braces';
import { nakedCommandEnd } from './math';
import { isMathCommand } from './math-commands';
import { mathFound, readDelimited } from './read-math';
import type { Found, Place } from './read-runs';
import type { Run } from './runs';
import { plainText } from './runs';
import {
  CONTROL_SYMBOLS,
  STYLE_COMMANDS,
  TEXT_COMMANDS,
  UNPRINTED_ARGUMENT,
} from './text-commands';

const NAME = /\\([A-Za-z]+|[^A-Za-z])/uy;

/** What a backslash begins: an accent, a sign, a change of font, math. Every other command is text. */
export function readCommand(place: Place): Found | undefined {
  NAME.lastIndex = place.at;
  const [whole = '', name = ''] = NAME.exec(place.source) ?? [];
  const end = place.at + whole.length;
  if (name === '(' || name === '[') return readDelimited(place);
  const accent = COMBINING.get(name);
  if (accent !== undefined) return readAccent(place, name, end);
  // A backslash among words is one; after a word it ends an abbreviation: `et al.\ `.
  if (name === ' ' && /(?:^|\s)$/u.test(place.source.slice(0, place.at).slice(-1)))
    return undefined;
  const symbol = CONTROL_SYMBOLS.get(name);
  if (symbol !== undefined) return text(symbol, end);
  if (STYLE_COMMANDS.has(name)) return readStyled(place, name, end);
  const sign = TEXT_COMMANDS.get(name);
  if (sign !== undefined)
    return text(sign, followsNumber(place) ? end : afterName(place.source, end));
  if (name === 'ensuremath') return readEnsured(place, end);
  if (name === 'ion') return readIon(place, end);
  if (UNPRINTED_ARGUMENT.has(name)) return readUnprinted(place, end);
  return place.reading.math && isMathCommand(name) ? readNaked(place) : undefined;
}

function text(characters: string, end: number): Found {
  return { runs: [{ kind: 'text', text: characters }], end };
}

/** TeX swallows the blanks after a command's name; empty braces keep them. */
function afterName(source: string, at: number): number {
  if (source.startsWith('{}', at)) return at + 2;
  const blanks = /^ */.exec(source.slice(at, at + 8))?.[0].length ?? 0;
  return at + blanks;
}

/** A sign right after a number is a unit, and the blank after it is meant: `5 \AA resolution`. */
function followsNumber({ source, at }: Place): boolean {
  return /\d[ ~]?$/.test(source.slice(Math.max(0, at - 2), at));
}

function readAccent(place: Place, command: string, at: number): Found | undefined {
  const from = afterName(place.source, at);
  const letter = readLetter(place, from);
  if (letter === undefined || !/^\p{L}/u.test(plainText(letter.runs))) return undefined;
  return text(accented(plainText(letter.runs), command), letter.end);
}

/** What an accent goes on: a letter, a command for one (`\i`), or a group with either. */
function readLetter(place: Place, at: number): Found | undefined {
  const { source, inside } = place;
  if (source[at] === '{') {
    const close = groupEnd(source, at);
    return close < 0 ? undefined : { runs: inside(source.slice(at + 1, close)), end: close + 1 };
  }
  if (source[at] === '\\') return readCommand({ ...place, at, before: [] });
  const char = source[at];
  return char === undefined ? undefined : text(char, at + 1);
}

function readStyled({ source, inside }: Place, name: string, at: number): Found | undefined {
  const open = source[at] === ' ' ? at + 1 : at;
  const close = source[open] === '{' ? groupEnd(source, open) : -1;
  if (close < 0) return undefined;
  const runs = inside(source.slice(open + 1, close));
  const style = STYLE_COMMANDS.get(name);
  return { runs: style ? [{ kind: 'styled', style, runs }] : runs, end: close + 1 };
}

/** https://journals.aas.org/aastexguide/: `\ion{H}{i}` is an element and how far it is ionised. */
function readIon({ source, inside }: Place, at: number): Found | undefined {
  const element = source[at] === '{' ? groupEnd(source, at) : -1;
  const stage = element > 0 && source[element + 1] === '{' ? groupEnd(source, element + 1) : -1;
  if (stage < 0) return undefined;
  const runs: Run[] = [
    ...inside(`${source.slice(at + 1, element)} `),
    { kind: 'styled', style: 'textsc', runs: inside(source.slice(element + 2, stage)) },
  ];
  return { runs, end: stage + 1 };
}

function readUnprinted({ source }: Place, at: number): Found | undefined {
  const close = source[at] === '{' ? groupEnd(source, at) : -1;
  return close < 0 ? undefined : { runs: [], end: close + 1 };
}

function readEnsured({ source }: Place, at: number): Found | undefined {
  const close = source[at] === '{' ? groupEnd(source, at) : -1;
  return close < 0 ? undefined : mathFound(source.slice(at + 1, close), close + 1);
}

/** A math command without dollars; it joins math right before it. */
function readNaked({ source, at, before }: Place): Found | undefined {
  const end = nakedCommandEnd(source, at);
  if (end === undefined) return undefined;
  const last = before.at(-1);
  const command = source.slice(at, end);
  return last?.kind === 'math'
    ? mathFound(`${last.source} ${command}`, end, 1)
    : mathFound(command, end);
}
