import { readName } from '../tex/read-title';
import { type SplitName, splitName, standsForOthers } from '../names/split-name';

/** Who wrote a work, in order. */
export type Authors = {
  readonly names: readonly SplitName[];
  /** Whether there are more than are named. */
  readonly more: boolean;
};

/**
 * The authors that are known by name, at most `most` of them (0: all); `undefined` when none is.
 * `count` is how many there are in all, when that is known.
 */
export function readAuthors(
  given: readonly string[],
  count?: number,
  most = 0,
): Authors | undefined {
  const clean = given.map(readName).filter((name) => name !== '');
  const known = clean.filter((name) => !standsForOthers(name));
  if (known.length === 0) return undefined;
  const named = most > 0 ? known.slice(0, most) : known;
  const more = named.length < clean.length || named.length < (count ?? 0);
  return { names: named.map(splitName), more };
}

/** A name as people read it: `Ludwig van Beethoven`. */
export function displayName(name: SplitName): string {
  if ('literal' in name) return name.literal;
  const { given, particle, family, suffix } = name;
  return [given, particle, family, suffix].filter(Boolean).join(' ');
}

/** All names in one line: `Ada Example, Bo Sample and Cy Third`, with `et al.` for those left out. */
export function authorLine({ names, more }: Authors): string {
  const shown = names.map(displayName);
  const last = more ? 'et al.' : shown.pop();
  const link = more ? ' ' : ' and ';
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')}${link}${last}`;
}
