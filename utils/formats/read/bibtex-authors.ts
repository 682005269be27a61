import type { BibtexName } from '../names/bibtex-names';
import { splitBibtexName, splitNameList } from '../names/bibtex-names';
import type { PersonName, SplitName } from '../names/split-name';
import { splitName } from '../names/split-name';
import { readName } from '../tex/read-title';
import { plainTex } from '../tex/read-tex';

const LONGEST_NAME = 300;
/** Stands for authors that the file leaves out; the writer turns it into `and others`. */
const OTHERS = 'et al.';

/**
 * The names of an author or editor field, `Given Family` where our own splitter finds the same parts in
 * that, and `von Last, Jr, First` where it would not.
 */
export function authorsIn(field: string): string[] {
  return splitNameList(shielded(field))
    .map((name) => (/^others$/i.test(name) ? OTHERS : nameOf(name)))
    .filter((name) => name !== '');
}

/** Bare `\~a` in braces, so that its tilde is not taken for a blank; no `and` without a name beside it. */
function shielded(field: string): string {
  return field
    .trim()
    .replace(/(?<!\{)\\~(?:\{[^{}]{0,20}\}|[A-Za-z])/g, '{$&}')
    .replace(/^and\s|\sand$/gi, '');
}

function nameOf(tex: string): string {
  const parts = extended(tex) ?? partsOf(tex);
  const spellings = 'literal' in parts ? literals(parts.literal) : people(parts);
  const same = spellings.find((spelling) => isSame(splitName(readName(spelling)), parts));
  return same ?? spellings[0] ?? '';
}

function literals(name: string): string[] {
  return [name, `${name},`];
}

function people({ given, particle, family, suffix }: PersonName): string[] {
  const last = joined(particle, family);
  const commas = [last, suffix, given].filter((part) => part !== undefined).join(', ');
  return [joined(given, particle, family, suffix), commas];
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

function isSame(found: SplitName, meant: SplitName): boolean {
  if ('literal' in found || 'literal' in meant)
    return 'literal' in found && 'literal' in meant && found.literal === meant.literal;
  return (
    found.given === meant.given &&
    found.particle === meant.particle &&
    found.family === meant.family &&
    found.suffix === meant.suffix
  );
}

function partsOf(tex: string): SplitName {
  const name = splitBibtexName(tex);
  const alone = name.first.length + name.von.length + name.jr.length === 0;
  if (alone && isGrouped(name.last)) return { literal: plain(name.last) };
  return person(name);
}

/** Whether all of a name's words stand in braces, which keeps BibTeX from taking it apart. */
function isGrouped(words: readonly string[]): boolean {
  return words.every((word) => /^\{(?!\\)/.test(word) && word.endsWith('}'));
}

function person({ first, von, last, jr }: BibtexName): PersonName {
  return {
    ...part('given', plain(first)),
    ...part('particle', plain(von)),
    family: plain(last),
    ...part('suffix', plain(jr)),
  };
}

const SIGNS: Readonly<Record<string, string>> = {
  '92': 'backslash',
  '94': 'asciicircum',
  '123': 'braceleft',
  '125': 'braceright',
  '126': 'asciitilde',
};

function plain(words: readonly string[]): string {
  const tex = words
    .join(' ')
    // The form that our biblatex has for signs which act.
    .replace(/\\symbol\{(92|94|12[356])\}/g, (_, code: string) => `\\text${SIGNS[code]}{}`);
  return plainTex(tex, LONGEST_NAME).replace(/-{2,}/g, '-').replaceAll('’', "'");
}

function part<Key extends string>(key: Key, value: string): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  if (value !== '') found[key] = value;
  return found;
}

const EXTENDED =
  /^\s*"?(given|family|prefix|suffix|given-i|useprefix|juniorcomma)\s*=\s*(.*?)"?\s*$/is;

/** biblatex's extended names, `family=Berg, given=Ada, prefix=van der`; section 3.4 of its manual. */
function extended(tex: string): PersonName | undefined {
  if (tex.length > LONGEST_NAME || !EXTENDED.test(tex)) return undefined;
  const values = new Map<string, string>();
  for (const section of tex.split(',')) {
    const [, name = '', value = ''] = EXTENDED.exec(section) ?? [];
    values.set(name.toLowerCase(), plain([value]));
  }
  const family = values.get('family') ?? '';
  return family === ''
    ? undefined
    : {
        ...part('given', values.get('given') ?? ''),
        ...part('particle', values.get('prefix') ?? ''),
        family,
        ...part('suffix', values.get('suffix') ?? ''),
      };
}
