import type { Citable, CiteOptions, Finding } from '@/utils/domain/citing';
import { inspection } from './findings';
import { type ExportFormat, framing, writeAll } from './format';
import { MARKDOWN_NOTE, noteFileName } from './markdown-note';

/** What a file of papers holds once all are in it. */
type WrittenFile = {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly count: number;
  readonly findings: readonly Finding[];
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
};

/** A file in the making: papers are added piece by piece. */
export type OpenFile = {
  add(items: readonly Citable[]): void;
  /**
   * What was written since this was last called, so that nobody holds all of a long file; it does not
   * come again in `end`. Empty where the file cannot be had in pieces.
   */
  take(): string;
  end(): Promise<WrittenFile>;
};

/** Begins a file in a format; notes of several papers are packed into one. */
export function begin(format: ExportFormat, options: CiteOptions): OpenFile {
  const texts: string[] = [];
  const names: string[] = [];
  const looked = inspection();
  const frame = framing(format);
  let count = 0;
  return {
    add(items) {
      for (const item of items) {
        const written = writeAll(format, [item], options);
        texts.push(...written.texts);
        count += written.texts.length;
        if (written.texts.length > 0) names.push(noteFileName(item));
        looked.look([item], written.warnings);
      }
    },
    take: () => (format === MARKDOWN_NOTE ? '' : frame.piece(texts.splice(0))),
    async end() {
      const said = { count, findings: looked.findings() };
      if (format !== MARKDOWN_NOTE || texts.length < 2) {
        const { extension, mediaType } = format;
        return { ...said, content: frame.piece(texts) + frame.end(), extension, mediaType };
      }
      const { zipTexts } = await import('./zip');
      const files = texts.map((text, at) => ({ name: names[at] ?? '', text }));
      return {
        ...said,
        content: zipTexts(files),
        extension: 'zip',
        mediaType: 'application/zip',
      };
    },
  };
}
