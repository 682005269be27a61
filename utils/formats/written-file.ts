import type { Citable, CiteOptions, Finding } from '@/utils/domain/citing';
import { inspection } from './findings';
import { type ExportFormat, joined, writeAll } from './format';
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
  end(): Promise<WrittenFile>;
};

/** Begins a file in a format; notes of several papers are packed into one. */
export function begin(format: ExportFormat, options: CiteOptions): OpenFile {
  const texts: string[] = [];
  const names: string[] = [];
  const looked = inspection();
  return {
    add(items) {
      for (const item of items) {
        const written = writeAll(format, [item], options);
        texts.push(...written.texts);
        if (written.texts.length > 0) names.push(noteFileName(item));
        looked.look([item], written.warnings);
      }
    },
    async end() {
      const said = { count: texts.length, findings: looked.findings() };
      if (format !== MARKDOWN_NOTE || texts.length < 2) {
        const { extension, mediaType } = format;
        return { ...said, content: joined(format, texts), extension, mediaType };
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
