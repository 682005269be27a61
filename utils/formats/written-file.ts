import type { Citable, CiteOptions, Finding } from '@/utils/domain/citing';
import { inspection } from './findings';
import { type ExportFormat, joined, writeAll } from './format';

/** What a file of papers holds once all are in it. */
export type WrittenFile = {
  readonly content: readonly (string | Uint8Array<ArrayBuffer>)[];
  readonly count: number;
  readonly findings: readonly Finding[];
  readonly extension: string;
};

/** A file in the making: papers are added piece by piece. */
export type OpenFile = {
  add(items: readonly Citable[]): void;
  end(): WrittenFile;
};

export function begin(format: ExportFormat, options: CiteOptions): OpenFile {
  const texts: string[] = [];
  const looked = inspection();
  return {
    add(items) {
      const written = writeAll(format, items, options);
      texts.push(...written.texts);
      looked.look(items, written.warnings);
    },
    end: () => ({
      content: [joined(format, texts)],
      count: texts.length,
      findings: looked.findings(),
      extension: format.extension,
    }),
  };
}
