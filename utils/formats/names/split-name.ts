import { isOrganization, isPlainOrganization } from './organization';
import { CAPITAL_PARTICLES, LINKS, VIETNAMESE_FAMILIES } from './particles';

/** A person's name in parts; an absent part is not in the name. */
export type PersonName = {
  readonly given?: string;
  /** `van der`, in front of the family name and not counted for sorting. */
  readonly particle?: string;
  readonly family: string;
  /** `Jr.`, `III`. */
  readonly suffix?: string;
};

/** A name in parts, or one that has none: a group's, or one in a script that writes the family first. */
export type SplitName = PersonName | { readonly literal: string };

const SUFFIX = /^(?:Jr\.?|Sr\.?|II|III|IV|2nd|3rd)$/;
const LETTERS_OF_ASIA =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・·\s]+$/u;

// Most names are words and initials with nothing to tidy: `Ada B. Example-Sample`.
const WORD = String.raw`[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?`;
const SIMPLE = new RegExp(`^(?!And )${WORD}(?: (?:[A-Z]\\.|${WORD}))+$`);

/**
 * A name in clean Unicode in its parts: `Given Family`, or as BibTeX has it, `von Last, First` and
 * `von Last, Jr, First`. A comma at its end says that it has none: `Max Planck Digital Library,`.
 */
export function splitName(name: string): SplitName {
  if (SIMPLE.test(name)) return splitSimple(name);
  const whole = tidied(name);
  if (!/\p{L}/u.test(whole) || LETTERS_OF_ASIA.test(whole)) return { literal: whole };
  if (whole.endsWith(',')) return { literal: whole.slice(0, -1).trim() };
  const [front = '', ...after] = whole.split(/\s*,\s*/u).filter(Boolean);
  if (isGroup(whole, front, after)) return { literal: whole };
  const middle = after.length === 2 ? after[0] : undefined;
  const suffix = after.find((part) => SUFFIX.test(part)) ?? middle;
  const given = after.filter((part) => part !== suffix).join(' ');
  const person = given === '' ? splitWords(front.split(' ')) : familyFirst(front, given);
  return suffix === undefined ? person : { ...person, suffix };
}

function splitSimple(name: string): SplitName {
  const words = name.split(' ');
  if (isPlainOrganization(words)) return { literal: name };
  const last = words.at(-1) ?? '';
  if (familyStart(words) < words.length - 1 || SUFFIX.test(last)) return splitWords(words);
  return { given: name.slice(0, -last.length - 1), family: last };
}

/** Behind a comma stand given names, unless one side names a kind of group: `Center, Jane`, `Acme, Inc.` */
function isGroup(whole: string, front: string, after: readonly string[]): boolean {
  if (/ (?:and|und|et|&) /u.test(whole)) return true;
  if (after.length === 0) return isOrganization(whole);
  return isOrganization(front) || isOrganization(`- ${after.join(' ')}`);
}

/** Without footnote marks, affiliations and the numbers that tell namesakes apart; initials set apart. */
function tidied(name: string): string {
  return name
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[*†‡§¶]+|(?<=\p{L})\d$|\s\d{4}$/gu, '')
    .replace(/^(?:and|&)\s+/iu, '')
    .replace(/(?<=(?:^|[\s.-])\p{Lu}\.)(?=\p{L})/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function familyFirst(front: string, given: string): PersonName {
  const words = front.split(' ');
  const first = words.findIndex((word) => !isLowerCase(word));
  return first <= 0
    ? { given, family: front }
    : { given, particle: words.slice(0, first).join(' '), family: words.slice(first).join(' ') };
}

function splitWords(words: readonly string[]): PersonName {
  const last = words.at(-1) ?? '';
  if (words.length > 1 && SUFFIX.test(last))
    return { ...splitWords(words.slice(0, -1)), suffix: last };
  const start = familyStart(words);
  const particle = particleStart(words, start);
  const family = words.slice(start).join(' ');
  return {
    ...(particle > 0 && { given: words.slice(0, particle).join(' ') }),
    ...(start > particle && { particle: words.slice(particle, start).join(' ') }),
    family,
  };
}

/** Where the family name starts, its particles not counted unless they are written with a capital. */
function familyStart(words: readonly string[]): number {
  let start = words.length - 1;
  if (start >= 3 && LINKS.has(words[start - 1] ?? '')) start -= 2;
  if (VIETNAMESE_FAMILIES.has(words[start] ?? '')) return start;
  while (start > 1 && CAPITAL_PARTICLES.has(words[start - 1] ?? '')) start -= 1;
  return start;
}

/** Where the lower-case particles before the family name start: `van den`, also in `Van den Berg`. */
function particleStart(words: readonly string[], family: number): number {
  let start = family;
  while (start > 0 && isLowerCase(words[start - 1] ?? '')) start -= 1;
  // A name all in lower case has its given name first; a particle cannot be told from it.
  if (start === 0 && family > 0 && isLowerCase(words[family] ?? '')) return family;
  return start;
}

function isLowerCase(word: string): boolean {
  return /^['’]?\p{Ll}/u.test(word);
}

const OTHERS =
  /^(?:et\.?\s*al\.?|(?:and\s+)?(?:\d+\s+)?(?:others|more|other authors)|\+\s*\d+.*|…|\.\.\.)$/iu;

/** Whether this stands for names that are left out: `et al.`, `+12 authors`. */
export function standsForOthers(name: string): boolean {
  return OTHERS.test(name.trim());
}
