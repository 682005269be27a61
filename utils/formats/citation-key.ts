import type { Paper } from '@/utils/domain/paper';
import { fold } from './fold';
import { publication } from './publication';
import { splitName, standsForOthers } from './names/split-name';
import { readName, readTitle } from './tex/read-title';
import type { Run } from './tex/runs';

const STOP_WORDS = new Set(
  `a an the of on in at to for from by with without within into onto over under between via as and or
  nor but not is are be was were do does did can could should would will has have how what when where
  which who whose why that this these those it its their our your towards toward using beyond than if`.split(
    /\s+/,
  ),
);
const LONGEST = 60;

/**
 * The key a paper would like to have, `[family][year][word]` in `a-z0-9`: `hu2021lora`. Without an
 * author that Latin letters can spell it is the paper's id: `arxiv210609685`.
 */
export function citationKey(paper: Paper): string {
  const author = firstAuthor(paper);
  if (author === '') return idKey(paper);
  const year = publication(paper)?.year ?? '';
  return `${author}${year}${titleWord(paper.title)}`.slice(0, LONGEST);
}

/** `base`, or with the first of the suffixes a, b, …, z, aa, … that makes a key nobody has. */
export function uniqueKey(base: string, isTaken: (key: string) => boolean): string {
  let key = base;
  for (let number = 1; isTaken(key); number += 1) key = base + letters(number);
  return key;
}

/** 1 is a, 26 is z, 27 is aa. */
function letters(number: number): string {
  const last = String.fromCharCode(97 + ((number - 1) % 26));
  return number > 26 ? letters(Math.floor((number - 1) / 26)) + last : last;
}

function firstAuthor({ authors = [] }: Paper): string {
  const name = authors.map(readName).find((name) => name !== '' && !standsForOthers(name));
  if (name === undefined) return '';
  const parts = splitName(name);
  if ('literal' in parts) return fold(parts.literal.split(' ').slice(0, 3).join(''));
  return fold(parts.family);
}

function idKey({ id }: Paper): string {
  return fold(id) || 'paper';
}

/** The first word of the title that says something, without what stands in math. */
function titleWord(title: string): string {
  const text = readTitle(title).map(words).join(' ');
  const found = (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? []).map((word) =>
    fold(word.replace(/['’]s$/u, '')),
  );
  return found.find((word) => word !== '' && !STOP_WORDS.has(word)) ?? '';
}

function words(run: Run): string {
  if (run.kind === 'text') return run.text;
  return run.kind === 'math' ? '' : run.runs.map(words).join('');
}
