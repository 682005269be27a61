import { cleanText } from '../tex/clean';
import { type PersonName, splitName } from './split-name';

const LONGEST = 300;
const ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・·\s,]+$/u;

/**
 * One name from its parts: `Ludwig van Beethoven`, or `García Márquez, Gabriel` where the parts could
 * not be told from the other form again.
 */
export function personName({ given, particle, family, suffix }: PersonName): string {
  if (given !== undefined && ASIAN.test(given + family)) return `${family}${given}`;
  const plain = [given, particle, family, suffix].filter(Boolean).join(' ');
  if (given === undefined || splitsInto(plain, { given, particle, family, suffix })) return plain;
  return [[particle, family].filter(Boolean).join(' '), suffix, given].filter(Boolean).join(', ');
}

/** A name as files write it, `Family, Given, Jr.` or `Given Family`, as `personName` would give it. */
export function readPerson(text: string): string {
  const name = cleanText(text, LONGEST);
  if (!name.includes(',')) return name;
  if (ASIAN.test(name)) return name.replaceAll(/\s*,\s*/gu, '');
  const parts = splitName(name);
  if (!('literal' in parts)) return personName(parts);
  // A comma at its end keeps the words of a group together, and says nothing of one word.
  const { literal } = parts;
  const isKept = !literal.includes(' ') || 'literal' in splitName(literal);
  return isKept ? literal : `${literal},`;
}

type Parts = { readonly [Part in keyof PersonName]: PersonName[Part] | undefined };

function splitsInto(name: string, wanted: Parts): boolean {
  const found = splitName(name);
  if ('literal' in found) return false;
  const { given, particle, family, suffix } = found;
  return (
    given === wanted.given &&
    particle === wanted.particle &&
    family === wanted.family &&
    suffix === wanted.suffix
  );
}
