/** A part of a note that can be read by itself, or that is too tangled to be read at all. */
export type MarkdownPiece = { readonly source: string; readonly isTangled: boolean };

/** Characters read at once, so that no piece holds the page up. */
const LONGEST_PIECE = 2_000;

/** Marks in one paragraph from which on it is no prose; the reader's cost grows with their square. */
const MOST_MARKS = 200;

/** Lists, quotes and blanks before a line; deeper, drawing would run out of stack. */
const TOO_DEEP = /^(?:[ \t>]|[-*+][ \t]){40}/m;

const MARKS = /[*_[\]~`<]/g;
const FENCE = /^ {0,3}(?:```|~~~)/;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[^\n]{1,2000}$/gm;

/** Definitions of links that a note may have. */
const MOST_DEFINITIONS = 50;

/**
 * Markdown in pieces of bounded size and cost: cut where blocks end, else where lines do, else anywhere.
 * Lists and paragraphs longer than a piece are read as several.
 */
export function markdownPieces(text: string): MarkdownPiece[] {
  const definitions = (text.match(DEFINITION) ?? []).slice(0, MOST_DEFINITIONS);
  return cut(text).map((source) => {
    const isTangled = TOO_DEEP.test(source) || source.split(/\n[ \t]*\n/).some(isTangledBlock);
    // Any piece may lead where another one says.
    const leads = definitions.filter(
      (line) => !source.includes(line) && source.includes(labelOf(line)),
    );
    return { source: [source, ...leads].join('\n\n'), isTangled };
  });
}

function isTangledBlock(block: string): boolean {
  return (block.match(MARKS)?.length ?? 0) > MOST_MARKS;
}

function labelOf(definition: string): string {
  return definition.slice(definition.indexOf('['), definition.indexOf(']') + 1);
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let size = 0;
  let isFenced = false;
  const end = (): void => {
    if (piece.length > 0) pieces.push(piece.join('\n'));
    piece = [];
    size = 0;
  };
  for (const line of text.split('\n').flatMap(shortened)) {
    if (size + line.length > LONGEST_PIECE) end();
    piece.push(line);
    size += line.length + 1;
    if (FENCE.test(line)) isFenced = !isFenced;
    if (line.trim() === '' && !isFenced && size > LONGEST_PIECE / 2) end();
  }
  end();
  return pieces;
}

function shortened(line: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < line.length || start === 0; start += LONGEST_PIECE) {
    parts.push(line.slice(start, start + LONGEST_PIECE));
  }
  return parts;
}
