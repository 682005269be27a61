import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { splitName } from '../names/split-name';

/**
 * The id of a work that has no identity anywhere: made of its title and its first author, so that the
 * same record read again is the same work. `undefined` when the title holds no letter.
 */
export function localId(title: string, authors: readonly string[]): PaperId | undefined {
  const name = letters(title);
  if (name === '') return undefined;
  const text = `${name} ${letters(familyOf(authors[0] ?? ''))}`;
  return paperId(`local:${hash(text, 1)}${hash(text, 2)}`);
}

/** Letters of every script: those that know only Latin make one paper of all Chinese ones. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function familyOf(name: string): string {
  const parts = splitName(name);
  return 'literal' in parts ? parts.literal : parts.family;
}

/** cyrb53, 53 bits (https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js), in 11 letters. */
function hash(text: string, seed: number): string {
  let one = 0xde_ad_be_ef ^ seed;
  let two = 0x41_c6_ce_57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  const number = 4_294_967_296 * (two & 2_097_151) + (one >>> 0);
  return number.toString(36).padStart(11, '0');
}
