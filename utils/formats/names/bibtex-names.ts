/** A name in its words as BibTeX takes it apart; the words are TeX as they stand. */
export type BibtexName = {
  readonly first: readonly string[];
  readonly von: readonly string[];
  readonly last: readonly string[];
  readonly jr: readonly string[];
};

/** The names of an author field, parted at the word `and` outside of braces. */
export function splitNameList(field: string): string[] {
  const names: string[][] = [[]];
  const words = wordsOf(field, /\s/u);
  for (const [index, word] of words.entries()) {
    const parts = word.toLowerCase() === 'and' && index > 0 && index < words.length - 1;
    if (parts) names.push([]);
    else names.at(-1)?.push(word);
  }
  return names.map((words) => words.join(' ')).filter((name) => name !== '');
}

/**
 * One name by BibTeX's rules: `First von Last`, `von Last, First` or `von Last, Jr, First`
 * (N. Markey, Tame the BeaST, https://ctan.org/pkg/tamethebeast, section 4.2).
 */
export function splitBibtexName(name: string): BibtexName {
  const parts = cut(name, /,/).map((part) => wordsOf(part, /[\s~]/u));
  while (parts.length > 1 && parts.at(-1)?.length === 0) parts.pop();
  const [front = []] = parts;
  if (parts.length === 1) return inOrder(front);
  const { von, last } = familyOf(front);
  // More commas than BibTeX knows: the last part is what it takes for the given names.
  return { first: parts.at(-1) ?? [], von, last, jr: parts.length > 2 ? (parts[1] ?? []) : [] };
}

function inOrder(words: readonly string[]): BibtexName {
  const small = words.length > 2 ? words.slice(0, -1).findIndex(isSmall) : -1;
  const from = small < 0 ? Math.max(0, words.length - 1) : small;
  const to = small < 0 ? from : afterLastSmall(words);
  return { first: words.slice(0, from), von: words.slice(from, to), last: words.slice(to), jr: [] };
}

function familyOf(words: readonly string[]): Pick<BibtexName, 'von' | 'last'> {
  const to = afterLastSmall(words);
  return { von: words.slice(0, to), last: words.slice(to) };
}

/** Behind the last word in small letters that leaves a word for the family. */
function afterLastSmall(words: readonly string[]): number {
  return words.slice(0, -1).findLastIndex(isSmall) + 1;
}

const BEFORE_LETTER = /^(?:[^\p{L}{]|\{(?!\\)[^{}]*\})*/u;
const COMMAND = /^\{\\(?:(o|l|ss|aa|ae|oe|i|j|O|L|AA|AE|OE)(?![A-Za-z])|[A-Za-z]+|[^A-Za-z])/;

/** Whether BibTeX takes a word for a particle: by its first letter outside of braces, or in a command's. */
function isSmall(word: string): boolean {
  const head = word.slice(0, 200);
  const rest = head.slice(BEFORE_LETTER.exec(head)?.[0].length ?? 0);
  const command = COMMAND.exec(rest);
  const letter = command
    ? (command[1] ?? /\p{L}/u.exec(rest.slice(command[0].length))?.[0] ?? '')
    : rest;
  return /^\p{Ll}/u.test(letter);
}

/** The words between blanks outside of braces; `blank` is tested on one character. */
function wordsOf(text: string, blank: RegExp): string[] {
  return cut(text, blank).filter((word) => word !== '');
}

/** Cuts at each such character that stands outside of braces. */
function cut(text: string, at: RegExp): string[] {
  const pieces: string[] = [];
  let [depth, from] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char === '{') depth += 1;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && at.test(char)) {
      pieces.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...pieces, text.slice(from)];
}
