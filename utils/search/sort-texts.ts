import { plainWord } from '@/utils/query/fold';
import type { Subject } from '@/utils/query/subject';

/** What a paper is sorted by where that is a text: lower case, no accents, no signs in front. */
export type SortTexts = {
  readonly title: string;
  /** The first author's family name, then the rest of it. */
  readonly author: string;
  readonly venue: string;
};

/** Longest text compared, in characters. */
const LONGEST = 80;

export function sortTexts({ title, authors, venue = '' }: Subject): SortTexts {
  return {
    title: sortable(typeof title === 'string' ? title : title.text),
    author: sortable(familyFirst(authors?.[0] ?? '')),
    venue: sortable(venue),
  };
}

function sortable(text: string): string {
  return plainWord(text.slice(0, LONGEST)).replace(/^[^\p{L}\p{N}]+/u, '');
}

/** `Laurens van der Maaten` as `van der Maaten Laurens`: from the first particle on, else the last word. */
function familyFirst(name: string): string {
  const words = name.trim().split(/\s+/u);
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const at = particle === -1 ? words.length - 1 : particle;
  return [...words.slice(at), ...words.slice(0, at)].join(' ');
}
