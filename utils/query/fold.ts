import { stem } from './inflection';

/** A text cut into words, each folded to what makes two spellings and inflections one. */
export type Folded = {
  readonly text: string;
  readonly stems: readonly string[];
  /** Where each word stands in `text`: its start, and the position after its end. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

// A word: letters and digits, a possessive, TeX accents within (`Schr{\"o}dinger`).
const WORD =
  /(?:[\p{L}\p{M}\p{N}]|\{\\["'`^~=.]\{?\p{L}\}{1,2}|\\["'`^~=.]\{\p{L}\})+(?:['’]s(?![\p{L}\p{N}]))?/gu;

// Commands that only say how the next word looks.
const TEX_STYLE =
  /^(?:text(?:sc|bf|it|tt|rm|sf|sl|up)|math(?:bf|rm|cal|bb|it|sf|tt|frak|scr)|emph|mbox|operatorname)$/;

// No blanks between words: every character is one, so that part of a run is found as a phrase.
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

// `GPT4`, `GPT-4` and `GPT 4` are one: letters and digits part.
const PIECE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]\p{M}*|\p{N}+|[^\p{N}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]+/gu;

const GREEK: ReadonlyMap<string, string> = new Map(
  (
    'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ' +
    'ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega'
  )
    .split(' ')
    .flatMap((name, index, all) =>
      index % 2 === 1 ? [[all[index - 1] ?? '', name] as const] : [],
    ),
);

const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
]);

/** Longest word taken as it is, in characters; more is cut, since nobody searches for it. */
const LONGEST = 80;

/** Cuts and folds a text in time linear in its length. */
export function foldText(text: string): Folded {
  const stems: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (text[index - 1] === '\\' && TEX_STYLE.test(word)) continue;
    if (word.length <= LONGEST && isPlain(word)) {
      add(foldWord(word), index, index + word.length);
      continue;
    }
    for (const { 0: piece, index: offset } of word.matchAll(PIECE)) {
      const start = index + offset;
      add(foldWord(piece.slice(0, LONGEST)), start, start + piece.length);
    }
  }
  return { text, stems, starts, ends };

  function add(folded: string, start: number, end: number): void {
    if (folded === '') return;
    stems.push(folded);
    starts.push(start);
    ends.push(end);
  }
}

function isPlain(word: string): boolean {
  return !/\p{N}/u.test(word) && !UNSPACED.test(word);
}

const folds = new Map<string, string>();
const MOST_FOLDS = 20_000;

/** What all spellings and inflections of a word share: no case, no accents, no ending. */
export function foldWord(word: string): string {
  const known = folds.get(word);
  if (known !== undefined) return known;
  const folded = stem(plainWord(word));
  if (folds.size >= MOST_FOLDS) folds.clear();
  folds.set(word, folded);
  return folded;
}

/** A word without case, accents, ligatures and TeX, its ending kept. */
export function plainWord(word: string): string {
  const letters = word
    .replace(/['’]s$/u, '')
    .replace(/[\\{}"'`^~=.]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœı]/g, (letter) => LETTERS.get(letter) ?? letter);
  return (GREEK.get(letters) ?? letters).normalize('NFC');
}
