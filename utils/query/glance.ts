import { foldText, plainWord } from './fold';
import { isIrregular } from './inflection';
import type { Atom, Query } from './query';

/** The texts of a paper as they stand. */
export type Glanced = {
  readonly title: string;
  readonly abstract?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly organization?: string | undefined;
};

/** Letters that must stand in one of a paper's texts. */
type Need = { readonly place: 'words' | 'authors' | 'organization'; readonly letters: string };

/** Letters compared; more would seldom tell more. */
const BEGINNING = 4;

const FOREIGN = /[^\0-\x7f]|\\/;

/**
 * Whether a paper might answer one of these queries as a rule: looks for the first letters of what
 * each must find. Cheap, and never wrong when it says no.
 */
export function glance(queries: readonly Query[]): (paper: Glanced) => boolean {
  const needs = queries.map(needsOf);
  if (needs.includes(undefined)) return () => true;
  const wanted = needs.flatMap((found) => found ?? []);
  return ({ title, abstract = '', authors = [], organization = '' }) => {
    const texts = { words: `${title} ${abstract}`, authors: authors.join(' '), organization };
    const lower = {
      words: plain(texts.words),
      authors: plain(texts.authors),
      organization: plain(texts.organization),
    };
    return wanted.some(({ place, letters }) => lower[place]?.includes(letters) ?? true);
  };
}

/** In lower case; `undefined` where accents, ligatures or TeX are for those who fold. */
function plain(text: string): string | undefined {
  return FOREIGN.test(text) ? undefined : text.toLowerCase();
}

/** Of these, one at least is met by every paper that answers; `undefined` when none need be. */
function needsOf(query: Query): readonly Need[] | undefined {
  switch (query.kind) {
    case 'and':
      return query.parts
        .flatMap((part) => {
          const found = needsOf(part);
          return found ? [found] : [];
        })
        .sort((one, other) => shortest(other) - shortest(one))[0];
    case 'or': {
      const parts = query.parts.map(needsOf);
      return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
    }
    case 'text':
      return needOf(query);
    default:
      return undefined;
  }
}

const PLACES: Readonly<Record<string, Need['place']>> = {
  title: 'words',
  abstract: 'words',
  author: 'authors',
  org: 'organization',
};

function needOf(atom: Extract<Atom, { kind: 'text' }>): Need[] | undefined {
  const place = PLACES[atom.field ?? 'title'];
  const letters = lettersOf(atom);
  return place && letters !== '' && !atom.unfinished ? [{ place, letters }] : undefined;
}

/** The longest beginning of a word that must stand there. */
function lettersOf({ text, field, prefix }: Extract<Atom, { kind: 'text' }>): string {
  const { stems, starts, ends } = foldText(text);
  const last = plainWord(text.slice(starts.at(-1), ends.at(-1))).slice(0, BEGINNING);
  // Of a name only the last word is sure: an initial will do for the others.
  if (field === 'author') return last;
  const found = prefix
    ? [...stems.slice(0, -1).flatMap(beginningOf), last]
    : stems.flatMap(beginningOf);
  return found.sort((one, other) => other.length - one.length)[0] ?? '';
}

// All inflections of a word share its letters but the last, which may be a dropped e, or i for y.
function beginningOf(stem: string): string[] {
  if (isIrregular(stem)) return [];
  return [stem.slice(0, Math.max(1, Math.min(BEGINNING, stem.length - 1)))];
}

function shortest(needs: readonly Need[]): number {
  return Math.min(...needs.map(({ letters }) => letters.length));
}
