import { localDay } from '../../utils/domain/day';
import type { ImportedPaper } from '../../utils/domain/library';
import type { Paper } from '../../utils/domain/paper';
import { arxivPaperId } from '../../utils/domain/paper-id';

/** A source of chance that gives the same numbers every time. */
export type Chance = { next(): number; below(limit: number): number };

// mulberry32
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (limit) => Math.floor(next() * limit) };
}

const COMMON =
  'the of and to in a for with that this we is are on by as an from our be can which these it its model data learning method training results show propose tasks performance language large';
const SYLLABLES =
  'ba ben cor da del den dis el fa fi gen gra ha im in ka la lem lin lo ma me mi mo na ne no or pa per pi po ra re ri ro sa se si sta ta te ti to tra tu ul un va ve vi vo wa xi za zo';

/** 30,000 words, the most frequent first, as in any language. */
const VOCABULARY: readonly string[] = makeWords();

function makeWords(): string[] {
  const { below } = chance(7);
  const syllables = SYLLABLES.split(' ');
  const words = new Set(COMMON.split(' '));
  while (words.size < 30_000) {
    const length = 2 + below(3);
    words.add(Array.from({ length }, () => syllables[below(syllables.length)]).join(''));
  }
  return [...words];
}

/** Zipf: the word of rank r comes up about 1/r as often as the first. */
export function anyWord({ next }: Chance): string {
  const rank = Math.floor(VOCABULARY.length ** next()) - 1;
  return VOCABULARY[rank] ?? 'the';
}

export function anyName({ below }: Chance): string {
  const given = VOCABULARY[60 + below(300)] ?? 'ada';
  const family = VOCABULARY[400 + below(5_000)] ?? 'example';
  return `${capital(given)} ${capital(family)}`;
}

export const TAGS: readonly string[] = Array.from({ length: 60 }, (_, index) => `tag ${index + 1}`);

const STATES = ['inbox', 'inbox', 'inbox', 'to-read', 'reading', 'read', 'skipped'] as const;
const CATEGORIES = ['cs.LG', 'cs.CL', 'cs.CV', 'stat.ML', 'math.OC', 'hep-th'] as const;
const VENUES = ['TMLR', 'NeurIPS', 'ICML', 'CVPR', 'JMLR'] as const;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2021-01-01T09:00:00.000Z');

/** The paper of this number, as the program's own import takes it: with abstract, tags and, at times, a note. */
export function benchPaper(index: number): ImportedPaper {
  const { paper, luck } = bibliography(index);
  const names = Object.keys(paper).filter((name) => name !== 'id');
  const tags = Array.from({ length: luck.below(4) }, () => TAGS[luck.below(TAGS.length)] ?? '');
  return {
    reading: { paper, sources: Object.fromEntries(names.map((name) => [name, 'import'])) },
    savedAt: new Date(FIRST_DAY + index * 1_500_000).toISOString(),
    state: STATES[luck.below(STATES.length)] ?? 'inbox',
    starred: luck.below(20) === 0,
    tags: [...new Set(tags)],
    ...(luck.below(10) === 0 && { note: sentence(luck, 12) }),
  };
}

/** The facts of the paper of this number alone, as a listing shows them. */
export function bibliography(index: number): { paper: Paper; luck: Chance } {
  const luck = chance(index + 1);
  const month = 2100 + Math.floor(index / 90_000) * 100 + 1 + (Math.floor(index / 9_000) % 10);
  const id = arxivPaperId(`${month}.${String(10_000 + (index % 9_000)).padStart(5, '0')}`);
  if (!id) throw new Error('no such paper');
  const primaryCategory = CATEGORIES[luck.below(CATEGORIES.length)] ?? 'cs.LG';
  const published = new Date(FIRST_DAY + luck.below(1_800) * DAY_MS);
  const paper: Paper = {
    id,
    title: capital(sentence(luck, 6 + luck.below(7))),
    authors: Array.from({ length: 1 + luck.below(6) }, () => anyName(luck)),
    abstract: `${capital(sentence(luck, 140 + luck.below(60)))}.`,
    published: localDay(published),
    upvotes: luck.below(200),
    ...(index % 4 !== 0 && { venue: VENUES[index % VENUES.length] ?? '' }),
    primaryCategory,
    categories: [primaryCategory],
  };
  return { paper, luck };
}

function sentence(luck: Chance, words: number): string {
  return Array.from({ length: words }, () => anyWord(luck)).join(' ');
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
