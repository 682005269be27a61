import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { markdownPieces } from './markdown-pieces';

/** Reads Markdown with tables, task lists, strikethrough and bare addresses, and lets the page breathe on the way. */
export async function readPieces(text: string): Promise<readonly Root[]> {
  const trees: Root[] = [];
  for (const { source, isTangled } of markdownPieces(text)) {
    trees.push(isTangled ? asWritten(source) : read(source));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return trees;
}

function read(source: string): Root {
  try {
    return fromMarkdown(source, {
      extensions: [gfm({ singleTilde: false })],
      mdastExtensions: [gfmFromMarkdown()],
    });
  } catch (error) {
    // Nested beyond what the reader bears; the words are still there to be read.
    if (!(error instanceof RangeError)) throw error;
    return asWritten(source);
  }
}

function asWritten(value: string): Root {
  return { type: 'root', children: [{ type: 'code', value }] };
}
