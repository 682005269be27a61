import { escapeText } from './tex/escape';
import { readName } from './tex/read-title';
import type { PersonName } from './names/split-name';
import { splitName, standsForOthers } from './names/split-name';

/**
 * The value of an author field, `von Last, Jr., First and …`; `undefined` when nobody is known.
 * `count` is how many authors there are in all, when that is known: `and others` stands for the rest.
 */
export function authorField(
  authors: readonly string[],
  count: number | undefined,
): string | undefined {
  const clean = authors.map(readName).filter((name) => name !== '');
  const known = clean.filter((name) => !standsForOthers(name));
  if (known.length === 0) return undefined;
  const more = known.length < clean.length || known.length < (count ?? 0);
  return [...known.map(bibtexName), ...(more ? ['others'] : [])].join(' and ');
}

/** A name in clean Unicode as BibTeX splits it right. */
function bibtexName(name: string): string {
  const parts = splitName(name);
  if ('literal' in parts) return grouped(parts.literal);
  const { given, suffix } = parts;
  const rest = [suffix, given].flatMap((part) => (part === undefined ? [] : [whole(part)]));
  return [familyPart(parts), ...rest].join(', ');
}

// A word alone needs nothing; `and` would part names.
const ONE_WORD = /^(?!and$)[A-Za-z]+\.?$/i;

function familyPart({ particle, family }: PersonName): string {
  if (particle === undefined && ONE_WORD.test(family)) return family;
  const words = family.split(' ');
  const last = words.length - 1;
  // BibTeX takes all words up to the last one in lower case for the particle, but none in braces.
  const tex = words
    .map((word, at) => (at < last && /^\P{Lu}/u.test(word) ? `{${nameTex(word)}}` : whole(word)))
    .join(' ');
  return particle === undefined ? tex : `${whole(particle)} ${tex}`;
}

/** Commas and the word `and` part names; in braces they do not. */
function whole(part: string): string {
  if (ONE_WORD.test(part)) return part;
  return /,|(?:^|\s)and(?:\s|$)/iu.test(part) ? grouped(part) : nameTex(part);
}

/**
 * A name that BibTeX must not take apart. Commands stand between the groups, not in them, since
 * the labels of `alpha` cut a group after three characters wherever that is.
 */
function grouped(name: string): string {
  return nameTex(name)
    .split(COMMAND)
    .map((part, at) => (at % 2 === 1 || part === '' ? part : `{${part}}`))
    .join('');
}

const COMMAND = /(\{\\(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})/;

/** Each command in the braces that make it one character to BibTeX. */
function nameTex(part: string): string {
  if (/^(?:[A-Za-z .]|-(?!-))*$/.test(part)) return part;
  return escapeText(part)
    .replace(/\{\$([^$]*)\$\}/g, '{\\ensuremath{$1}}')
    .replace(/\\text(?:super|sub)script\{[^{}]*\}|(?<!\\)\\[&%$#_]/g, '{$&}');
}
