import type { JSX } from 'preact';

export type MarkedTextProps = { readonly text: string; readonly words: readonly string[] };

/** Text with every place marked where one of `words` stands as it is. */
export function MarkedText({ text, words }: MarkedTextProps): JSX.Element {
  return (
    <>
      {piecesOf(text, words).map(({ piece, start, isMatch }) =>
        isMatch ? <mark key={start}>{piece}</mark> : piece,
      )}
    </>
  );
}

type Piece = { readonly piece: string; readonly start: number; readonly isMatch: boolean };

function piecesOf(text: string, words: readonly string[]): Piece[] {
  const wanted = words.filter((word) => word !== '').map(patternOf);
  if (wanted.length === 0) return [{ piece: text, start: 0, isMatch: false }];
  let start = 0;
  // Split by a group, every second piece is a match.
  return text.split(new RegExp(`(${wanted.join('|')})`, 'u')).map((piece, index) => {
    const from = start;
    start += piece.length;
    return { piece, start: from, isMatch: index % 2 === 1 };
  });
}

// Not within another word; between characters that need no blanks there is nothing to look for.
function patternOf(word: string): string {
  const before = /^[A-Za-z0-9]/.test(word) ? '(?<![A-Za-z0-9])' : '';
  const after = /[A-Za-z0-9]$/.test(word) ? '(?![A-Za-z0-9])' : '';
  return before + word.replace(SPECIAL, '\\$&') + after;
}

const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;
