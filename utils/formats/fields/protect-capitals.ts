import type { Run } from '../tex/runs';
import { PROPER_PHRASES, isProperName } from '../names/proper-names';

type Span = { readonly from: number; readonly to: number };

/** Stands for a run that is no text. */
const OTHER_RUN = '\ufffc';

/**
 * The runs with the words protected whose capitals must stay when a style sets the title in lower
 * case: acronyms, mixed case, proper names; in a sentence-case title every capitalised word.
 */
export function protectCapitals(runs: readonly Run[]): Run[] {
  const plain = runs.map((run) => (run.kind === 'text' ? run.text : OTHER_RUN)).join('');
  const spans = spansOf(plain);
  let at = 0;
  return runs.flatMap((run) => {
    if (run.kind !== 'text') {
      at += OTHER_RUN.length;
      return [run];
    }
    const parts = split(run.text, at, spans);
    at += run.text.length;
    return parts;
  });
}

function split(text: string, start: number, spans: readonly Span[]): Run[] {
  const runs: Run[] = [];
  let done = 0;
  for (const { from, to } of spans) {
    if (from < start || to > start + text.length) continue;
    if (from - start > done) runs.push({ kind: 'text', text: text.slice(done, from - start) });
    const word = text.slice(from - start, to - start);
    runs.push({ kind: 'protected', runs: [{ kind: 'text', text: word }] });
    done = to - start;
  }
  if (done < text.length) runs.push({ kind: 'text', text: text.slice(done) });
  return runs;
}

type Word = Span & {
  readonly text: string;
  /** First of the title or of a sentence in it. */
  readonly begins: boolean;
  /** The second part of a word with hyphen. */
  readonly continues: boolean;
};

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.'’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const SENTENCE_END = /(?:^|[:?!.;–—]\s+|^[“‘"'(\s]+|\s[–—-]\s|[:.?!]\s[“‘"(])$/u;

function spansOf(title: string): Span[] {
  if (!/\p{Lu}/u.test(title)) return [];
  const words = [...title.matchAll(WORD)].map((found) => wordAt(title, found[0], found.index));
  const whole = styleOf(words) ?? 'title';
  const phrases = phrasesOf(title);
  const kept = sentences(words).flatMap((sentence) => {
    const isPart = sentence.length < words.length && sentence.filter(tells).length > 1;
    const own = isPart ? styleOf(sentence) : undefined;
    const style = whole === 'capitals' || own === undefined || own === 'capitals' ? whole : own;
    return sentence.filter((word, at) => {
      const isNamed = style !== 'capitals' && phrases.some((phrase) => holds(phrase, word));
      return (
        isKept(word, sentence[at + 1], title, style) || (isNamed && /^\p{Lu}/u.test(word.text))
      );
    });
  });
  // `36K` of `APT-36K` is kept with what stands before it.
  return kept.reduce<Span[]>((spans, word) => {
    if (word.from >= (spans.at(-1)?.to ?? 0)) spans.push(extended(word, title));
    return spans;
  }, []);
}

function phrasesOf(title: string): Span[] {
  const found = [...title.matchAll(PROPER_PHRASES)];
  return found.map(({ 0: text, index }) => ({ from: index, to: index + text.length }));
}

function holds(phrase: Span, word: Span): boolean {
  return phrase.from <= word.from && word.to <= phrase.to;
}

/** A title can quote a sentence, or ask one, and go on in another style. */
function sentences(words: readonly Word[]): Word[][] {
  const found: Word[][] = [];
  for (const word of words) {
    if (word.begins || found.length === 0) found.push([word]);
    else found.at(-1)?.push(word);
  }
  return found;
}

function wordAt(title: string, found: string, from: number): Word {
  const text = found.endsWith('s') ? found.replace(/['’]s$/u, '') : found;
  const before = title.slice(Math.max(0, from - 4), from);
  // Nearly all words stand after another and a blank.
  const isInside = /[A-Za-z0-9] $/.test(before);
  const continues = !isInside && /[\p{L}\p{N}][-–]$/u.test(before);
  const begins = !isInside && (from === 0 || SENTENCE_END.test(before));
  return { text, from, to: from + text.length, begins, continues };
}

type TitleStyle = 'title' | 'sentence' | 'capitals';

const FUNCTION_WORDS = new Set(
  `with from into onto over under between through toward towards using without than that when upon within
  beyond about after before against across along their your`.split(/\s+/),
);

/** How the capitals of these words were set; `undefined` when too few words tell. */
function styleOf(words: readonly Word[]): TitleStyle | undefined {
  if (words.length > 2 && isShouted(words.map(({ text }) => text).join(''))) return 'capitals';
  const telling = words.filter(tells);
  if (telling.length === 0) return undefined;
  const small = telling.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  return small > telling.length / 2 ? 'sentence' : 'title';
}

function isShouted(letters: string): boolean {
  // Capitals that small letters follow are never more than those.
  if (!/\p{Lu}(?!\p{Ll})/u.test(letters)) return false;
  const upper = letters.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = letters.match(/\p{Ll}/gu)?.length ?? 0;
  return upper > 3 * lower;
}

function tells({ text, begins, continues }: Word): boolean {
  const isPlain = !begins && !continues && /^\p{L}\p{Ll}{3,}$/u.test(text);
  return isPlain && !FUNCTION_WORDS.has(text) && !isProperName(text);
}

function isKept(word: Word, next: Word | undefined, title: string, style: TitleStyle): boolean {
  const { text } = word;
  if (!/\p{Lu}/u.test(text)) return false;
  const isMixed = /.\p{Lu}/u.test(text) || /\d/.test(text);
  if (style === 'capitals') return isMixed && /\p{Ll}/u.test(text);
  if (isMixed || isProperName(text) || touchesMath(word, title)) return true;
  if (/^\P{Script=Latin}$/u.test(text)) return false;
  if (text.length === 1) return text !== 'A';
  if (BEFORE_A_NAME.test(text) && next && isProperName(next.text)) return true;
  return style === 'sentence' && !word.begins && !word.continues;
}

const BEFORE_A_NAME =
  /^(?:(?:South|North)?(?:[Ee]ast|[Ww]est)(?:ern)?|(?:South|North)(?:ern)?|Central|Saudi|Middle|Old|Modern|Ancient)$/;

/** `CeAg$_2$Ge$_2$`: a symbol or name that goes on in math. */
function touchesMath({ from, to }: Word, title: string): boolean {
  return title[from - 1] === OTHER_RUN || title[to] === OTHER_RUN;
}

/** A model's number belongs to its name: `GPT-4`. */
function extended({ from, to }: Word, title: string): Span {
  const number = /^-\d[\p{L}\p{N}.]*(?<!\.)/u.exec(title.slice(to, to + 12))?.[0] ?? '';
  return { from, to: to + number.length };
}
