import type { Citable, Citation, CitationWarning, CiteOptions } from '@/utils/domain/citing';

/** One paper in a format, and what to know before using it. */
export type Written = { readonly text: string; readonly warnings: readonly CitationWarning[] };

/** A format papers are written in: one file each, listed in `index.ts`. */
export type ExportFormat = {
  readonly id: string;
  /** Shown to people; a format's own name is the same in all languages. */
  readonly name: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** What stands before the first paper, between two, and after the last. */
  readonly frame?: { readonly begin?: string; readonly between?: string; readonly end?: string };
  /** Throws when a paper cannot be written; that costs the others nothing. */
  write(item: Citable, options: CiteOptions): Written;
};

/** All these papers in a format, in the order given; one that cannot be written is left out with a warning. */
export function exportText(
  format: ExportFormat,
  items: readonly Citable[],
  options: CiteOptions,
): Citation {
  const parts = writeAll(format, items, options);
  return { text: joined(format, parts.texts), count: parts.texts.length, warnings: parts.warnings };
}

/** The texts of these papers, to be `joined`: long exports are written piece by piece. */
export function writeAll(
  format: ExportFormat,
  items: readonly Citable[],
  options: CiteOptions,
): { readonly texts: readonly string[]; readonly warnings: readonly CitationWarning[] } {
  const texts: string[] = [];
  const warnings: CitationWarning[] = [];
  for (const item of items) {
    try {
      const written = format.write(item, options);
      texts.push(written.text);
      warnings.push(...written.warnings);
    } catch {
      // One broken record must not keep the others from the reader, who is told which it was.
      const { id, title } = item.paper;
      warnings.push({ code: 'unreadable', id, title: String(title).slice(0, 200) });
    }
  }
  return { texts, warnings };
}

/** Texts of papers in the frame of their format. */
function joined(format: ExportFormat, texts: readonly string[]): string {
  const frame = framing(format);
  return frame.piece(texts) + frame.end();
}

/** The same piece by piece: texts of some papers after those of the pieces before, and at last the end. */
export function framing({ frame = {} }: ExportFormat): {
  piece(texts: readonly string[]): string;
  end(): string;
} {
  const { begin = '', between = '\n', end = '' } = frame;
  let isBegun = false;
  return {
    piece(texts) {
      if (texts.length === 0) return '';
      const before = isBegun ? between : begin;
      isBegun = true;
      return before + texts.join(between);
    },
    end: () => (isBegun ? end : begin + end),
  };
}
