import type { Run } from '../tex/runs';
import { isProperName, phrasesFor } from '../names/proper-names';

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

/** A title that is plain text, and the same in LaTeX, with braces around those words. */
export function bracedCapitals(title: string): string {
  let tex = '';
  let done = 0;
  for (const { from, to } of spansOf(title)) {
    tex += `${title.slice(done, from)}{${title.slice(from, to)}}`;
    done = to;
  }
  return tex + title.slice(done);
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
  readonly shape: Shape;
};

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.'’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const ASCII = /^[\u0020-\u007e]*$/;
const ASCII_WORD = /[A-Za-z0-9]+(?:[.'][A-Za-z0-9]+)*/g;
const SENTENCE_END = /(?:^|[:?!.;–—]\s+|^[“‘"'(\s]+|\s[–—-]\s|[:.?!]\s[“‘"(])$/u;

function spansOf(title: string): Span[] {
  if (!/\p{Lu}/u.test(title)) return [];
  const words = [...title.matchAll(ASCII.test(title) ? ASCII_WORD : WORD)].map((found) =>
    wordAt(title, found[0], found.index),
  );
  const whole = styleOf(words) ?? 'title';
  const phrases = phrasesOf(title);
  const spans: Span[] = [];
  for (const sentence of sentences(words)) {
    const style = styleIn(sentence, words, whole);
    for (const [at, word] of sentence.entries()) {
      if (word.shape.capitals === 0) continue;
      const isNamed =
        style !== 'capitals' &&
        word.shape.isCapital &&
        phrases.some((phrase) => holds(phrase, word));
      const isNew = word.from >= (spans.at(-1)?.to ?? 0);
      // `36K` of `APT-36K` is kept with what stands before it.
      if (isNew && (isNamed || isKept(word, sentence[at + 1], title, style)))
        spans.push(extended(word, title));
    }
  }
  return spans;
}

function styleIn(sentence: readonly Word[], words: readonly Word[], whole: TitleStyle): TitleStyle {
  if (sentence.length === words.length || sentence.filter(tells).length < 2) return whole;
  const own = styleOf(sentence);
  return whole === 'capitals' || own === undefined || own === 'capitals' ? whole : own;
}

function phrasesOf(title: string): Span[] {
  const found = [...title.matchAll(phrasesFor(title))];
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
  const to = from + text.length;
  const shape = shapeOf(text);
  // Nearly all words stand after another and a blank.
  if (title.charCodeAt(from - 1) === BLANK && isAlphanumeric(title.charCodeAt(from - 2)))
    return { text, from, to, shape, begins: false, continues: false };
  const before = title.slice(Math.max(0, from - 4), from);
  const continues = /[\p{L}\p{N}][-–]$/u.test(before);
  const begins = from === 0 || SENTENCE_END.test(before);
  return { text, from, to, shape, begins, continues };
}

const BLANK = 0x20;

function isAlphanumeric(code: number): boolean {
  return isSmallLetter(code | BLANK) || isDigit(code);
}

function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isCapitalLetter(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What can be told of a word's letters wherever it stands. */
type Shape = {
  readonly isCapital: boolean;
  readonly isSmall: boolean;
  /** With a capital behind its first letter, or a digit. */
  readonly isMixed: boolean;
  /** A letter and three or more small ones. */
  readonly isPlain: boolean;
  /** How many. */
  readonly capitals: number;
  readonly smalls: number;
};

function shapeOf(text: string): Shape {
  let [capitals, smalls, digits] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSmallLetter(code)) smalls += 1;
    else if (isCapitalLetter(code)) capitals += 1;
    else if (isDigit(code)) digits += 1;
    else if (code > 0x7f) return shapeInUnicode(text);
  }
  const first = text.charCodeAt(0);
  const isCapital = isCapitalLetter(first);
  const isMixed = digits > 0 || capitals > (isCapital ? 1 : 0);
  const isPlain = text.length > 3 && smalls === text.length - (isCapital ? 1 : 0);
  return { isCapital, isSmall: isSmallLetter(first), isMixed, isPlain, capitals, smalls };
}

function shapeInUnicode(text: string): Shape {
  return {
    isCapital: /^\p{Lu}/u.test(text),
    isSmall: /^\p{Ll}/u.test(text),
    isMixed: /.\p{Lu}/u.test(text) || /\d/.test(text),
    isPlain: /^\p{L}\p{Ll}{3,}$/u.test(text),
    capitals: text.match(/\p{Lu}/gu)?.length ?? 0,
    smalls: text.match(/\p{Ll}/gu)?.length ?? 0,
  };
}

type TitleStyle = 'title' | 'sentence' | 'capitals';

const FUNCTION_WORDS = new Set(
  `with from into onto over under between through toward towards using without than that when upon within
  beyond about after before against across along their your`.split(/\s+/),
);

/** How the capitals of these words were set; `undefined` when too few words tell. */
function styleOf(words: readonly Word[]): TitleStyle | undefined {
  if (words.length > 2 && isShouted(words)) return 'capitals';
  let [telling, small] = [0, 0];
  for (const word of words) {
    if (!tells(word)) continue;
    telling += 1;
    if (word.shape.isSmall) small += 1;
  }
  if (telling === 0) return undefined;
  return small > telling / 2 ? 'sentence' : 'title';
}

function isShouted(words: readonly Word[]): boolean {
  let [upper, lower] = [0, 0];
  for (const { shape } of words) {
    upper += shape.capitals;
    lower += shape.smalls;
  }
  return upper > 3 * lower;
}

function tells({ text, shape, begins, continues }: Word): boolean {
  const isPlain = shape.isPlain && !begins && !continues;
  return isPlain && !(shape.isSmall ? FUNCTION_WORDS.has(text) : isProperName(text));
}

/** `word` has a capital. */
function isKept(word: Word, next: Word | undefined, title: string, style: TitleStyle): boolean {
  const { text, shape } = word;
  if (style === 'capitals') return shape.isMixed && shape.smalls > 0;
  if (shape.isMixed || isProperName(text) || touchesMath(word, title)) return true;
  if (text.length <= 2 && /^\P{Script=Latin}$/u.test(text)) return false;
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
  if (title[to] !== '-') return { from, to };
  const number = /^-\d[\p{L}\p{N}.]*(?<!\.)/u.exec(title.slice(to, to + 12))?.[0] ?? '';
  return { from, to: to + number.length };
}
