import { splitName } from '@/utils/formats/names/split-name';
import { protectCapitals } from '@/utils/formats/fields/protect-capitals';
import { readName, readTitle } from '@/utils/formats/tex/read-title';
import { records } from '../../tests/formats/records';

type GoldTitle = {
  readonly title: string;
  /** A digit for each character of the title: 1 where its capitals must stay. */
  readonly fixed: string;
  readonly has_math: boolean;
  readonly authors: readonly { readonly given: string | null; readonly family: string }[];
};

/** How many of the curated titles and names of ACL 2022 come out exactly right. */
export type GoldScore = { readonly right: number; readonly of: number };

/** The protected capitals of titles; precision and recall are of words. */
export function scoreTitles(): GoldScore & { readonly precision: number; readonly recall: number } {
  let [right, hits, wrong, missed] = [0, 0, 0, 0];
  const titles = gold().filter(({ has_math: hasMath }) => !hasMath);
  for (const { title, fixed } of titles) {
    const expected = keptWords(title, (index) => fixed[index] === '1');
    const found = protectedWords(title);
    const shared = [...found].filter((word) => expected.has(word)).length;
    hits += shared;
    wrong += found.size - shared;
    missed += expected.size - shared;
    if (found.size === expected.size && shared === found.size) right += 1;
  }
  return {
    right,
    of: titles.length,
    precision: hits / (hits + wrong),
    recall: hits / (hits + missed),
  };
}

/** The family names of authors, each with its particles and suffix. */
export function scoreNames(): GoldScore {
  const names = new Map<string, string>();
  for (const { given, family } of gold().flatMap(({ authors }) => authors)) {
    names.set(`${given ?? ''} ${family}`.trim(), family);
  }
  const right = [...names].filter(([name, family]) => familyOf(name) === family).length;
  return { right, of: names.size };
}

function gold(): readonly GoldTitle[] {
  return records<readonly GoldTitle[]>('acl2022-fixedcase-names');
}

/** Where the words stand that have a capital which is kept. */
function keptWords(title: string, isKept: (index: number) => boolean): Set<number> {
  const words = [...title.matchAll(/\S+/g)];
  const kept = words.filter(({ 0: word, index }) =>
    [...word].some((char, at) => /\p{Lu}/u.test(char) && isKept(index + at)),
  );
  return new Set(kept.map(({ index }) => index));
}

function protectedWords(title: string): Set<number> {
  const mask: boolean[] = [];
  for (const run of protectCapitals(readTitle(title))) {
    const inner = run.kind === 'protected' ? run.runs : [run];
    for (const part of inner) {
      if (part.kind !== 'text') throw new Error(`${title} has more than text in it`);
      mask.push(...Array.from({ length: part.text.length }, () => run.kind === 'protected'));
    }
  }
  return keptWords(title, (index) => mask[index] ?? false);
}

/** All that follows a person's given names, as the ACL Anthology means by family name. */
function familyOf(name: string): string {
  const parts = splitName(readName(name));
  if ('literal' in parts) return parts.literal;
  return [parts.particle, parts.family, parts.suffix].filter(Boolean).join(' ');
}
