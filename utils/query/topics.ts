import { foldText } from './fold';
import { type Phrase, phrasesOf } from './phrases';
import { print } from './print';
import type { CardText } from './rules';
import { LIGHT_NOUNS, NO_TOPICS } from './stop-words';
import { type Term, termFinder } from './terms';

/** A card to take topics from. */
export type TopicSource = CardText & { readonly keywords?: readonly string[] };

type Candidate = Phrase & {
  /** How telling the place is where it stands, before looking at other cards. */
  readonly weight: number;
};

/** Of a phrase in the title, by number of words: two make the best topic. */
const TITLE_WEIGHTS = [0.6, 3, 2.8];

/** Taken from a phrase that goes on after its last word: `code language` of `code language models`. */
const CUT_OFF = 1.6;

/** Taken from `series analysis` of `time series analysis`, and from what is lost on a topic's edge. */
const LIGHT_HEAD = 0.6;

/**
 * Three to five topics of a card, ready to be rules, the most useful first: phrases that other cards
 * share but not most of them; what the title says comes before what the abstract only mentions.
 */
export function proposeTopics(card: TopicSource, others: readonly CardText[], limit = 5): string[] {
  const candidates = candidatesOf(card);
  const shares = sharesOf(candidates, others);
  const ranked = candidates
    .map((candidate, index) => ({
      candidate,
      score: scoreOf(candidate, shares[index] ?? 0, others.length),
    }))
    .sort((a, b) => b.score - a.score || compare(a.candidate.text, b.candidate.text));
  const chosen: Candidate[] = [];
  for (const { candidate, score } of ranked) {
    if (chosen.length === limit || (score < 0 && chosen.length >= 3)) break;
    if (!chosen.some((other) => repeats(other.term, candidate.term))) chosen.push(candidate);
  }
  return chosen.map(({ text }) => print({ kind: 'text', text, prefix: false }));
}

function candidatesOf({ title, abstract, keywords = [] }: TopicSource): Candidate[] {
  const best = new Map<string, Candidate>();
  const name = methodName(title.text);
  const add = (phrase: Phrase, plain: number): void => {
    const key = phrase.term.join(' ');
    if (NO_TOPICS.has(key) || LIGHT_NOUNS.has(key) || key === name) return;
    const candidate = { ...phrase, weight: plain - shortfall(phrase) };
    if ((best.get(key)?.weight ?? -Infinity) < candidate.weight) best.set(key, candidate);
  };
  for (const phrase of phrasesOf(title)) add(phrase, TITLE_WEIGHTS[phrase.term.length - 1] ?? 0);
  for (const phrase of repeated(phrasesOf(abstract))) if (phrase.term.length > 1) add(phrase, 1.5);
  for (const keyword of keywords) {
    const phrase = keywordPhrase(keyword);
    if (phrase.term.length === 0 || phrase.term.length > 4) continue;
    const short = phrase.term.length === 1 ? 1.2 : 0;
    const inTitle = occurrences(phrase.term, title);
    const inAbstract = occurrences(phrase.term, abstract);
    if (inTitle > 0) add(phrase, 3.2 - short);
    else if (inAbstract > 0) add(phrase, (inAbstract > 1 ? 1.9 : 1.5) - short);
  }
  return [...best.values()];
}

/** What a phrase loses by where it is cut out of a longer one. */
function shortfall({ term, before, after }: Phrase): number {
  const head = term.at(-1) ?? '';
  if (after !== undefined) return LIGHT_NOUNS.has(after) && !NO_TOPICS.has(head) ? 0 : CUT_OFF;
  return before && LIGHT_NOUNS.has(head) ? LIGHT_HEAD : 0;
}

/** What stands before a colon is the paper's own invention, and names no topic; folded. */
function methodName(title: string): string | undefined {
  const name = /^\s*(\S+)\s*:/u.exec(title)?.[1];
  return name && foldText(name).stems.join(' ');
}

/** A site's keyword; sites add an acronym in parentheses, which no text has in that place. */
function keywordPhrase(keyword: string): Phrase {
  const text = keyword
    .replace(/\s*\(.*$/su, '')
    .replace(/["“”]/gu, '')
    .trim()
    .toLowerCase();
  return { text, term: foldText(text).stems, before: false, after: undefined };
}

function repeated(phrases: readonly Phrase[]): Phrase[] {
  const counts = new Map<string, number>();
  for (const { term } of phrases) {
    const key = term.join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return phrases.filter(({ term }) => (counts.get(term.join(' ')) ?? 0) > 1);
}

function occurrences(term: Term, text: CardText['title']): number {
  let count = 0;
  termFinder([term])(text, () => (count += 1));
  return count;
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
  if (share === 0) return weight - (term.length === 1 ? 1 : 0.3);
  return weight + Math.min(3, Math.log2(1 + share)) * (term.length === 1 ? 0.4 : 0.6);
}

/** Whether one of two phrases contains the other, or begins with the words the other ends with. */
function repeats(one: Term, other: Term): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (` ${long.join(' ')} `.includes(` ${short.join(' ')} `)) return true;
  return short.some((_, cut) => {
    const count = short.length - cut;
    return (
      isSame(short.slice(-count), long.slice(0, count)) ||
      isSame(long.slice(-count), short.slice(0, count))
    );
  });
}

function isSame(one: Term, other: Term): boolean {
  return one.every((word, index) => word === other[index]);
}

// By code unit, so that the order is one whatever the reader's language.
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
