import { cleanText } from './clean';
import { smartQuotes } from './quotes';
import { readRuns } from './read-runs';
import type { Run } from './runs';
import { plainText } from './runs';

const LONGEST_TITLE = 2000;
const LONGEST_NAME = 300;

/** A title as arXiv and the listings have it, half TeX and half plain text, read into runs. Nothing in it acts as a command. */
export function readTitle(title: string): Run[] {
  return smartQuotes(readRuns(cleanText(title, LONGEST_TITLE), { math: true }));
}

/** A person's or group's name in plain Unicode; TeX accents in it are read. */
export function readName(name: string): string {
  const text = plainText(readRuns(cleanText(name, LONGEST_NAME), { math: false }));
  return text.replace(/-{2,}/g, '-').replace(/\s+/gu, ' ').trim();
}
