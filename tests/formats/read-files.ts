import { readFileSync } from 'node:fs';
import type { ImportedPaper } from '@/utils/domain/library';
import type { FileReader, Remark } from '@/utils/formats/read/file-reader';

export type ReadFile = {
  readonly papers: readonly ImportedPaper[];
  readonly unreadable: readonly Remark[];
  readonly healed: readonly Remark[];
  /** How far each batch said it was. */
  readonly done: readonly number[];
};

/** All that a reader finds in a text. */
export async function readAll(reader: FileReader, text: string): Promise<ReadFile> {
  const papers: ImportedPaper[] = [];
  const unreadable: Remark[] = [];
  const healed: Remark[] = [];
  const done: number[] = [];
  for await (const batch of reader.read(text)) {
    papers.push(...batch.papers);
    unreadable.push(...batch.unreadable);
    healed.push(...batch.healed);
    done.push(batch.done);
  }
  return { papers, unreadable, healed, done };
}

export function fixture(name: string): string {
  return readFileSync(`tests/fixtures/import/${name}`, 'utf8');
}

/** The number of the line in which this first stands. */
export function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

/** The papers of a fixture, each with its entry, as flat objects. */
export async function papersIn(reader: FileReader, text: string): Promise<readonly object[]> {
  const { papers } = await readAll(reader, text);
  return papers.map(({ reading, ...entry }) => ({ ...reading.paper, ...entry }));
}
