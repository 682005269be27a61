import { stem } from './inflection';

/** A text cut into words, each folded to what makes two spellings and inflections one. */
export type Folded = {
  readonly text: string;
  readonly stems: readonly string[];
  /** Where each word stands in `text`: its start, and the position after its end. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

// A word: letters and digits, invisible joiners and hyphens, a possessive, and TeX accents, which
// stand within words with braces or without: `Schr{\"o}dinger`, `Poincar\'e`, `Be\v{s}ka`.
const WORD =
  /(?:[\p{L}\p{M}\p{N}\u00AD\u200C\u2060\u200D]|\{\\["'`^~=.]\{?\p{L}\}{1,2}|\\["'`^~=.]\{?\p{L}\}?|\{?\\[cHkuv]\{\p{L}\}{1,2})+(?:['’]s(?![\p{L}\p{N}]))?/gu;

// Commands that only say how the next word looks.
const TEX_STYLE =
  /^(?:text(?:sc|bf|it|tt|rm|sf|sl|up)|math(?:bf|rm|cal|bb|it|sf|tt|frak|scr)|emph|mbox|operatorname)$/;

// No blanks between words: every character is one, so that part of a run is found as a phrase.
// `GPT4`, `GPT-4` and `GPT 4` are one: letters and digits part.
const PIECE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]\p{M}*|\p{N}+|[^\p{N}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]+/gu;

const GREEK: ReadonlyMap<string, string> = new Map(
  (
    'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ' +
    'ν nu ξ xi π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega ' +
    'varepsilon epsilon vartheta theta varrho rho varsigma sigma varphi phi'
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
  const words = new RegExp(WORD);
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const { 0: word, index } = match;
    if (text[index - 1] === '\\' && TEX_STYLE.test(word)) continue;
    const folded = folds.get(word);
    if (folded !== undefined) add(folded, index, index + word.length);
    else addPieces(word, index);
  }
  return { text, stems, starts, ends };

  function addPieces(word: string, start: number): void {
    const pieces = new RegExp(PIECE);
    for (let match = pieces.exec(word); match; match = pieces.exec(word)) {
      const { 0: piece, index } = match;
      add(foldWord(piece), start + index, start + index + piece.length);
    }
  }

  function add(folded: string, start: number, end: number): void {
    if (folded === '') return;
    stems.push(folded);
    starts.push(start);
    ends.push(end);
  }
}

/** By word as it stands: every card of a page uses much the same ones. */
const folds = new Map<string, string>();
const MOST_FOLDS = 20_000;

/** What all spellings and inflections of a word share: no case, no accents, no ending. */
function foldWord(word: string): string {
  const known = folds.get(word);
  if (known !== undefined) return known;
  const short = word.slice(0, LONGEST);
  // `APIs` and `GPUs` are plurals, whatever their ending would say of a word.
  const folded = stem(plainWord(/^\p{Lu}{2,}s$/u.test(short) ? short.slice(0, -1) : short));
  if (folds.size >= MOST_FOLDS) folds.clear();
  if (word === short) folds.set(word, folded);
  return folded;
}

/** A word without case, accents, ligatures and TeX, its ending kept. */
export function plainWord(word: string): string {
  const letters = (PLAIN.test(word) ? word : withoutSigns(word)).toLowerCase();
  return GREEK.get(letters) ?? letters;
}

const PLAIN = /^[A-Za-z]*$/;

// Of the marks only accents go (U+0300 to U+036F): those of kana, Thai or Devanagari make other words.
function withoutSigns(word: string): string {
  return word
    .replace(/['’]s$/u, '')
    .replace(/\\[cHkuv](?=\{)/g, '')
    .replace(/[\\{}"'`^~=.\u00AD\u200C\u2060\u200D]/g, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]+/g, '')
    .toLowerCase()
    .replace(/[ßøłđæœı]/g, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFC');
}
