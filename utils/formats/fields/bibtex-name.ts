import { type Escaping, escapeText } from '../tex/escape';
import type { PersonName, SplitName } from '../names/split-name';
import { type Authors, readAuthors } from './authors';

/**
 * The value of an author field, `von Last, Jr., First and …`; `undefined` when nobody is known.
 * `count` is how many authors there are in all, when that is known: `and others` stands for the rest.
 */
export function authorField(
  authors: readonly string[],
  count: number | undefined,
): string | undefined {
  const known = readAuthors(authors, count);
  return known && nameList(known, 'latex');
}

/** Names as BibTeX and biber split them right. */
export function nameList({ names, more }: Authors, escaping: Escaping): string {
  return [...names.map((name) => bibtexName(name, escaping)), ...(more ? ['others'] : [])].join(
    ' and ',
  );
}

function bibtexName(name: SplitName, escaping: Escaping): string {
  if ('literal' in name) return grouped(name.literal, escaping);
  const parts = [name.suffix, name.given].flatMap((part) => part ?? []);
  return [familyPart(name, escaping), ...parts.map((part) => whole(part, escaping))].join(', ');
}

// A word alone needs nothing; `and` would part names.
const ONE_WORD = /^(?!and$)[A-Za-z]+\.?$/i;

function familyPart({ particle, family }: PersonName, escaping: Escaping): string {
  if (particle === undefined && ONE_WORD.test(family)) return family;
  const words = family.split(' ');
  const last = words.length - 1;
  // BibTeX takes all words up to the last one in lower case for the particle, but none in braces.
  const tex = words
    .map((word, at) =>
      at < last && /^\P{Lu}/u.test(word) ? `{${nameTex(word, escaping)}}` : whole(word, escaping),
    )
    .join(' ');
  return particle === undefined ? tex : `${whole(particle, escaping)} ${tex}`;
}

const WORDS = /^(?!.*\band\b)[A-Za-z]+\.?(?:[ -][A-Za-z]+\.?)*$/i;

/** Commas and the word `and` part names; in braces they do not. */
function whole(part: string, escaping: Escaping): string {
  if (WORDS.test(part)) return part;
  return /,|(?:^|\s)and(?:\s|$)/iu.test(part) ? grouped(part, escaping) : nameTex(part, escaping);
}

/**
 * A name that BibTeX must not take apart. Commands stand between the groups, not in them, since
 * the labels of `alpha` cut a group after three characters wherever that is.
 */
function grouped(name: string, escaping: Escaping): string {
  return nameTex(name, escaping)
    .split(COMMAND)
    .map((part, at) => (at % 2 === 1 || part === '' ? part : `{${part}}`))
    .join('');
}

const COMMAND = /(\{\\(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})/;

/** Each command in the braces that make it one character to BibTeX. */
function nameTex(part: string, escaping: Escaping): string {
  if (/^(?:[A-Za-z .]|-(?!-))*$/.test(part)) return part;
  const tex = escapeText(part, escaping);
  return (escaping === 'unicode' ? tex.replace(ACTING, symbol) : tex)
    .replace(/\{\$([^$]*)\$\}/g, '{\\ensuremath{$1}}')
    .replace(/\\text(?:super|sub)script\{[^{}]*\}|(?<!\\)\\[&%$#_]/g, '{$&}');
}

// Biber makes initials of the signs that these stand for, as they are; in the document they would act.
const ACTING = /\{\\text(braceleft|braceright|backslash|asciicircum|asciitilde)\}/g;
const CODES: Readonly<Record<string, number>> = {
  braceleft: 123,
  braceright: 125,
  backslash: 92,
  asciicircum: 94,
  asciitilde: 126,
};

function symbol(tex: string, name: string): string {
  const code = CODES[name];
  return code === undefined ? tex : `{\\symbol{${code}}}`;
}
