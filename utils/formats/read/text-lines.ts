/** A line of a text, with its number from 1 and where it ends. */
export type TextLine = { readonly line: number; readonly source: string; readonly end: number };

const BREAK = /\r\n|\r|\n/g;

/** The lines of a text, whatever ends them. */
export function* textLines(text: string): Generator<TextLine> {
  let line = 1;
  let start = 0;
  for (const { 0: end, index } of text.matchAll(BREAK)) {
    yield { line, source: text.slice(start, index), end: index };
    start = index + end.length;
    line += 1;
  }
  if (start < text.length) yield { line, source: text.slice(start), end: text.length };
}
