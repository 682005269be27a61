import { CITE_DEFAULTS, type TemplateProblem } from '@/utils/domain/citing';
import type { Paper } from '@/utils/domain/paper';
import { readAuthors } from './fields/authors';
import { firstVersion } from './fields/work-date';
import { fold } from './fold';
import type { SplitName } from './names/split-name';
import { readTitle } from './tex/read-title';
import type { Run } from './tex/runs';

const STOP_WORDS = new Set(
  `a an the of on in at to for from by with without within into onto over under between via as and or
  nor but not is are be was were do does did can could should would will has have how what when where
  which who whose why that this these those it its their our your towards toward using beyond than if`.split(
    /\s+/,
  ),
);
const LONGEST = 60;

/** What stands in brackets in a template, with what it gives; small letters and digits but for capitals asked for. */
const PARTS: Readonly<Record<string, (paper: Paper) => string>> = {
  auth: (paper) => families(paper)[0] ?? '',
  Auth: (paper) => capital(families(paper)[0] ?? ''),
  von: (paper) => fold(particle(paper)),
  authors: (paper) => several(families(paper)).join(''),
  Authors: (paper) => several(families(paper)).map(capital).join(''),
  year: (paper) => yearOf(paper),
  Year: (paper) => yearOf(paper),
  yy: (paper) => yearOf(paper).slice(-2),
  word: ({ title }) => titleWords(title)[0] ?? '',
  Word: ({ title }) => capital(titleWords(title)[0] ?? ''),
  shorttitle: ({ title }) => titleWords(title).slice(0, 3).join(''),
  ShortTitle: ({ title }) => titleWords(title).slice(0, 3).map(capital).join(''),
  id: (paper) => idKey(paper),
};

const LONGEST_TEMPLATE = 100;
const SIGNS_IN_FRONT = /^[^A-Za-z\d]+/;
const PIECE = /\[([A-Za-z]+)\]|([A-Za-z0-9:._+/-]+)/y;
const EACH_PIECE = new RegExp(PIECE.source, 'g');

type Piece = { readonly part: string } | { readonly literal: string };

/**
 * The key a paper would like to have by a template, by itself `[auth][year][word]` in `a-z0-9`:
 * `hu2021lora`. Without an author that Latin letters can spell, where the template asks for one, it
 * is the paper's id: `arxiv210609685`. A template that is none counts as the default.
 */
export function citationKey(paper: Paper, template = CITE_DEFAULTS.keyTemplate): string {
  const pieces = piecesOf(template) ?? piecesOf(CITE_DEFAULTS.keyTemplate) ?? [];
  const names = pieces.flatMap((piece) => ('part' in piece ? [piece.part] : []));
  if (names.some((name) => /^auth(?:ors)?$/i.test(name)) && families(paper)[0] === undefined)
    return idKey(paper);
  const made = pieces.map((piece) =>
    'part' in piece ? (PARTS[piece.part]?.(paper) ?? '') : piece.literal,
  );
  const isMade = pieces.some((piece, at) => 'part' in piece && made[at] !== '');
  // A part that says nothing can leave a sign in front: `[von]_[auth]`.
  return isMade ? made.join('').replace(SIGNS_IN_FRONT, '').slice(0, LONGEST) : idKey(paper);
}

/** What is wrong with a template for citation keys; `undefined` when nothing is. */
export function keyTemplateProblem(template: string): TemplateProblem | undefined {
  if (template.length > LONGEST_TEMPLATE)
    return { code: 'templateTooLong', about: [String(LONGEST_TEMPLATE)] };
  const pieces = piecesOf(template);
  if (pieces === undefined) {
    const sign = template.slice(readable(template)).slice(0, 1);
    return sign === '[' || sign === ']'
      ? { code: 'templateBracket' }
      : { code: 'templateSign', about: [sign] };
  }
  const known = Object.keys(PARTS)
    .map((name) => `[${name}]`)
    .join(', ');
  const unknown = pieces.find((piece) => 'part' in piece && !Object.hasOwn(PARTS, piece.part));
  if (unknown && 'part' in unknown)
    return { code: 'templateUnknown', about: [`[${unknown.part}]`, known] };
  if (SIGNS_IN_FRONT.test(template) && !template.startsWith('['))
    return { code: 'templateSignInFront', about: [template.slice(0, 1)] };
  const tells = pieces.some((piece) => 'part' in piece);
  return tells ? undefined : { code: 'templateConstant', about: [known] };
}

function piecesOf(template: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  if (template.length > LONGEST_TEMPLATE || readable(template) < template.length) return undefined;
  for (const [, part, literal = ''] of template.matchAll(EACH_PIECE)) {
    pieces.push(part === undefined ? { literal } : { part });
  }
  return pieces;
}

/** How far a template is made of what templates are made of. */
function readable(template: string): number {
  let at = 0;
  for (PIECE.lastIndex = 0; PIECE.test(template);) at = PIECE.lastIndex;
  return at;
}

/** `base`, or with the first of the suffixes a, b, …, z, aa, … that makes a key nobody has. */
export function uniqueKey(base: string, isTaken: (key: string) => boolean): string {
  let key = base;
  for (let number = 1; isTaken(key); number += 1) key = base + letters(number);
  return key;
}

/** 1 is a, 26 is z, 27 is aa. */
function letters(number: number): string {
  const last = String.fromCharCode(97 + ((number - 1) % 26));
  return number > 26 ? letters(Math.floor((number - 1) / 26)) + last : last;
}

/** The family names that Latin letters can spell; the first author's must be among them, or none is. */
function families({ authors = [] }: Paper): string[] {
  const [first = '', ...more] = (readAuthors(authors)?.names ?? []).map(familyOf);
  return first === '' ? [] : [first, ...more.filter((name) => name !== '')];
}

function familyOf(name: SplitName): string {
  return 'literal' in name ? fold(name.literal.split(' ').slice(0, 3).join('')) : fold(name.family);
}

function particle({ authors = [] }: Paper): string {
  const first = readAuthors(authors, undefined, 1)?.names[0];
  return first === undefined || 'literal' in first ? '' : (first.particle ?? '');
}

function several(names: readonly string[]): readonly string[] {
  return names.length > 3 ? [names[0] ?? '', 'etal'] : names;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function yearOf(paper: Paper): string {
  return fold(firstVersion(paper)?.year ?? '').slice(0, 10);
}

function idKey({ id }: Paper): string {
  return fold(id) || 'paper';
}

/** The words of the title that say something, without what stands in math. */
function titleWords(title: string): string[] {
  const text = readTitle(title).map(words).join(' ');
  const found = (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? []).map((word) =>
    fold(word.replace(/['’]s$/u, '')),
  );
  return found.filter((word) => word !== '' && !STOP_WORDS.has(word));
}

function words(run: Run): string {
  if (run.kind === 'text') return run.text;
  return run.kind === 'math' ? '' : run.runs.map(words).join('');
}
