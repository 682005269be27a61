import { cleanText } from './clean';
import { smartQuotes } from './quotes';
import { readRuns } from './read-runs';
import type { Run } from './runs';
import { plainText } from './runs';

const LONGEST_TITLE = 2000;
const LONGEST_NAME = 300;
const LONGEST_PHRASE = 1000;
const LONGEST_ABSTRACT = 6000;

// Most names are letters and initials with one blank between them.
const PLAIN_NAME = /^[A-Za-z]+(?:[. -][A-Za-z]+|\. [A-Za-z]+)*$/;

/** A title as arXiv and the listings have it, half TeX and half plain text, read into runs. Nothing in it acts as a command. */
export function readTitle(title: string): Run[] {
  return smartQuotes(readRuns(cleanText(title, LONGEST_TITLE), { math: true }));
}

/** A person's or group's name in plain Unicode; TeX accents in it are read. */
export function readName(name: string): string {
  if (PLAIN_NAME.test(name) && name.length <= LONGEST_NAME) return name;
  const text = plainText(readRuns(cleanText(name, LONGEST_NAME), { math: false }));
  return text.replace(/-{2,}/g, '-').replace(/\s+/gu, ' ').trim();
}

/** The name of a journal, a publisher, a place, in plain Unicode; TeX accents and signs in it are read. */
export function readPhrase(phrase: string): string {
  if (phrase === '') return '';
  return plainText(readRuns(cleanText(phrase, LONGEST_PHRASE), { math: false })).trim();
}

/** An abstract, which is half TeX like titles. */
export function readAbstract(abstract: string): Run[] {
  return smartQuotes(readRuns(cleanText(abstract, LONGEST_ABSTRACT), { math: true }));
}
