import type { PaperId } from './paper-id';
import { paperId } from './paper-id';

/**
 * The identity of a work that only a file tells of, made of its title, its first author's family name
 * and its year, so that the same work gets the same one from every file. Case, marks and all that is no
 * letter or digit do not count. `undefined` when the title has neither.
 */
export function localId(title: string, author: string, year: string): PaperId | undefined {
  const name = letters(title);
  return name === ''
    ? undefined
    : paperId(`local:${hash([name, letters(author), letters(year)].join('|'))}`);
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** 106 bits as 22 letters and digits; two works out of a million share them once in 10^19 libraries. */
function hash(text: string): string {
  return [0, 1].map((seed) => half(text, seed)).join('');
}

/** cyrb53 by bryc, in the public domain: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js */
function half(text: string, seed: number): string {
  let [high, low] = [0xde_ad_be_ef ^ seed, 0x41_c6_ce_57 ^ seed];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  const value = 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
  return value.toString(36).padStart(11, '0');
}
