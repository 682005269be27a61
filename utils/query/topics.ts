import { type Folded, foldText, plainWord } from './fold';
import type { CardText } from './rules';
import { STOP_WORDS } from './stop-words';
import { type Term, termFinder } from './terms';

/** A card to take topics from. */
export type TopicSource = CardText & { readonly keywords?: readonly string[] };

type Candidate = {
  readonly term: Term;
  /** As it is written on the card. */
  readonly phrase: string;
  /** How telling the place is where it stands, before looking at other cards. */
  readonly weight: number;
};

const LONGEST_PHRASE = 3;

/** By number of words: two make the best topic. */
const TITLE_WEIGHTS = [1, 2.8, 2.5];

/** Folded; each describes a topic and is none. */
const ADJECTIVES = new Set(
  [
    'real world, fine grain, high quality, long term, multi stage, multi turn, end to end',
    'large scale, open source, state of the art, real time, high resolution, multi step, long horizon',
    'high level, low level, step by step, cross domain, well know',
  ].flatMap((line) => line.split(', ')),
);

// Words of one candidate stand together with nothing but blanks and hyphens between them.
const HYPHEN = /[-‐‑]/u;
const TOGETHER = /^[\s\-‐‑–]*$/u;

/**
 * Three to five topics of a card, ready to be rules, the most useful first: phrases that other cards
 * share but not most of them, keywords of the site before words of the title before the abstract's.
 */
export function proposeTopics(card: TopicSource, others: readonly CardText[], limit = 5): string[] {
  const candidates = candidatesOf(card);
  const shares = sharesOf(candidates, others);
  const ranked = candidates
    .map((candidate, index) => ({
      candidate,
      score: scoreOf(candidate, shares[index] ?? 0, others.length),
    }))
    .sort((a, b) => b.score - a.score || a.candidate.phrase.localeCompare(b.candidate.phrase));
  const chosen: Candidate[] = [];
  for (const { candidate } of ranked) {
    if (chosen.length === limit) break;
    if (!chosen.some((other) => overlaps(other.term, candidate.term))) chosen.push(candidate);
  }
  return chosen.map(({ phrase, term }) => (term.length > 1 ? `"${phrase}"` : phrase));
}

function candidatesOf({ title, abstract, keywords = [] }: TopicSource): Candidate[] {
  const best = new Map<string, Candidate>();
  const add = (candidate: Candidate): void => {
    const name = candidate.term.join(' ');
    if ((best.get(name)?.weight ?? 0) < candidate.weight) best.set(name, candidate);
  };
  const name = methodName(title);
  for (const { term, phrase } of phrasesOf(title)) {
    if (term.length === 1 && phrase === name) continue;
    add({ term, phrase, weight: TITLE_WEIGHTS[term.length - 1] ?? 0 });
  }
  for (const { term, phrase } of repeated(phrasesOf(abstract))) {
    if (term.length > 1) add({ term, phrase, weight: 1.3 });
  }
  for (const keyword of keywords) {
    // Sites add the acronym in parentheses, which no text has in that place.
    const phrase = keyword
      .replace(/\s*\(.*$/su, '')
      .replaceAll('"', '')
      .toLowerCase();
    const { stems } = foldText(phrase);
    if (stems.length === 0 || stems.length > 4 || ADJECTIVES.has(stems.join(' '))) continue;
    if (phrase === name) continue;
    if (stands(stems, [title])) add({ term: stems, phrase, weight: 3 });
    else if (stands(stems, [abstract])) add({ term: stems, phrase, weight: 2 });
  }
  return [...best.values()];
}

/** What stands before a colon is the paper's own invention, and names no topic. */
function methodName(title: Folded): string | undefined {
  return /^\s*(\S+)\s*:/u.exec(title.text)?.[1]?.toLowerCase();
}

function phrasesOf({ text, stems, starts, ends }: Folded): { term: Term; phrase: string }[] {
  const phrases: { term: Term; phrase: string }[] = [];
  for (let from = 0; from < stems.length; from += 1) {
    if (HYPHEN.test(text[(starts[from] ?? 0) - 1] ?? '')) continue;
    for (let length = 1; length <= LONGEST_PHRASE && from + length <= stems.length; length += 1) {
      const last = from + length - 1;
      if (length > 1 && !TOGETHER.test(text.slice(ends[last - 1], starts[last]))) break;
      if (isEmptyWord(text.slice(starts[last], ends[last]))) break;
      if (HYPHEN.test(text[ends[last] ?? 0] ?? '')) continue;
      const phrase = text.slice(starts[from], ends[last]).replace(/\s+/gu, ' ').toLowerCase();
      const term = stems.slice(from, from + length);
      if (!ADJECTIVES.has(term.join(' '))) phrases.push({ term, phrase });
    }
  }
  return phrases;
}

function isEmptyWord(word: string): boolean {
  const plain = plainWord(word);
  return STOP_WORDS.has(plain) || /^\p{N}+$/u.test(plain) || plain.length < 2;
}

function repeated(
  phrases: readonly { term: Term; phrase: string }[],
): { term: Term; phrase: string }[] {
  const counts = new Map<string, number>();
  for (const { term } of phrases) {
    counts.set(term.join(' '), (counts.get(term.join(' ')) ?? 0) + 1);
  }
  return phrases.filter(({ term }) => (counts.get(term.join(' ')) ?? 0) > 1);
}

function stands(term: Term, texts: readonly Folded[]): boolean {
  let found = false;
  const find = termFinder([term]);
  for (const text of texts) find(text, () => (found = true));
  return found;
}

/** For each candidate, how many of the other cards have it. */
function sharesOf(candidates: readonly Candidate[], others: readonly CardText[]): number[] {
  const shares = candidates.map(() => 0);
  const find = termFinder(candidates.map(({ term }) => term));
  for (const { title, abstract } of others) {
    const here = new Set<number>();
    for (const text of [title, abstract]) find(text, (index) => here.add(index));
    for (const index of here) shares[index] = (shares[index] ?? 0) + 1;
  }
  return shares;
}

function scoreOf({ weight, term }: Candidate, share: number, others: number): number {
  // A word that most cards have says nothing; one that no other has hides only this paper.
  if (others > 3 && share > others * 0.4) return weight - 3;
  const lonely = share > 0 ? 0 : term.length === 1 ? -1 : -0.4;
  const shared = Math.min(3, Math.log2(1 + share)) * (term.length === 1 ? 0.4 : 0.6);
  return weight + shared + lonely;
}

/** Whether one of two phrases contains the other. */
function overlaps(one: Term, other: Term): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return ` ${long.join(' ')} `.includes(` ${short.join(' ')} `);
}

/** How to name a topic in a sentence: a rule that is one phrase goes without its quotes. */
export function topicName(query: string): string {
  return /^"[^"]*"$/.test(query) ? query.slice(1, -1) : query;
}
