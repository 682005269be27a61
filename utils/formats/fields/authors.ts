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
  const names: SplitName[] = [];
  let all = 0;
  for (const one of given) {
    const name = readName(one);
    if (name === '') continue;
    all += 1;
    const isNamed = (most <= 0 || names.length < most) && !standsForOthers(name);
    if (isNamed) names.push(splitName(name));
  }
  return names.length === 0 ? undefined : { names, more: names.length < Math.max(all, count ?? 0) };
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
