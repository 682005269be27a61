import { type Folded, plainWord } from './fold';
import { isEmptyWord, NOMINAL_ING } from './stop-words';
import type { Term } from './terms';

/** Words of a text that stand together and may name something. */
export type Phrase = {
  readonly term: Term;
  /** As it is written there, in lower case. */
  readonly text: string;
  /** Whether words of the same run stand before it. */
  readonly before: boolean;
  /** The word of the same run right after it, folded; English keeps the noun for the end. */
  readonly after: string | undefined;
};

/** Words that stand together, by the first and the one after the last. */
type Run = { readonly from: number; readonly end: number };

const LONGEST_PHRASE = 3;

// Words of one phrase stand together with nothing but blanks and hyphens between them.
const TOGETHER = /^[\s\-‐‑–]*$/u;
const HYPHEN = /[-‐‑]/u;

/** Endings of words that say how something is, and are nothing themselves. */
const ADJECTIVE = /(?:ed|ly|ous|ful|[ai]ble|less|al|ic|[st]ive|wise|ary|[^m]ent)$/;

/** Words that end so and are a thing all the same. */
const NOUNS: ReadonlySet<string> = new Set(
  (
    'signal proposal portal journal goal manual tutorial trial retrieval removal denial potential ' +
    'survival rival interval crystal hospital animal material metal capital music topic logic traffic ' +
    'metric fabric critic arithmetic mechanic clinic magic epidemic heuristic speed seed embed feed ' +
    'need breed weed perspective objective archive table cable variable assembly family anomaly supply ' +
    'monopoly library dictionary vocabulary summary boundary commentary agent content event student ' +
    'talent gradient patient parent client ingredient'
  ).split(' '),
);

/** The phrases of one to three words in a text, in order, those that start later later. */
export function phrasesOf(folded: Folded): Phrase[] {
  const phrases: Phrase[] = [];
  let from = 0;
  while (from < folded.stems.length) {
    const end = runFrom(folded, from);
    for (let at = from; at < end; at += 1) addFrom(folded, { from, end }, at, phrases);
    from = Math.max(end, from + 1);
  }
  return phrases;
}

/** Where the words end that stand together from here on without an empty one. */
function runFrom({ text, starts, ends }: Folded, from: number): number {
  let end = from;
  while (end < starts.length) {
    if (end > from && !TOGETHER.test(text.slice(ends[end - 1], starts[end]))) break;
    if (isEmptyWord(plainWord(text.slice(starts[end], ends[end])))) break;
    end += 1;
  }
  return end;
}

function addFrom(folded: Folded, run: Run, start: number, phrases: Phrase[]): void {
  const { text, stems, starts, ends } = folded;
  const first = wordAt(folded, start);
  if (HYPHEN.test(text[(starts[start] ?? 0) - 1] ?? '') || isAdverb(first)) return;
  for (let length = 1; length <= LONGEST_PHRASE && start + length <= run.end; length += 1) {
    const last = start + length - 1;
    if (HYPHEN.test(text[ends[last] ?? 0] ?? '')) continue;
    if (!canEnd(wordAt(folded, last)) || (length === 1 && isVerbal(first))) continue;
    // `Tackling hallucination` is about the second word; `tackling-based` keeps its hyphen.
    if (length > 1 && isVerbal(first) && !HYPHEN.test(text[ends[start] ?? 0] ?? '')) continue;
    phrases.push({
      term: stems.slice(start, start + length),
      text: text.slice(starts[start], ends[last]).replace(/\s+/gu, ' ').toLowerCase(),
      before: start > run.from,
      after: last + 1 < run.end ? stems[last + 1] : undefined,
    });
  }
}

function wordAt({ text, starts, ends }: Folded, index: number): string {
  return plainWord(text.slice(starts[index], ends[index]));
}

function canEnd(word: string): boolean {
  return word.length > 3 ? !ADJECTIVE.test(word) || NOUNS.has(word) : true;
}

function isAdverb(word: string): boolean {
  return word.length > 4 && word.endsWith('ly') && !NOUNS.has(word);
}

function isVerbal(word: string): boolean {
  return word.length > 5 && word.endsWith('ing') && !NOMINAL_ING.has(word);
}
