import type { ImportedPaper } from '@/utils/domain/library';

/** Something in a file that could not be read, or was mended, with the number of its line (from 1). */
export type Remark = { readonly line: number; readonly reason: string; readonly text: string };

/** A piece of what a file holds. */
export type Batch = {
  readonly papers: readonly ImportedPaper[];
  readonly unreadable: readonly Remark[];
  /** Known damage of the program that wrote the file, which was healed. */
  readonly healed: readonly Remark[];
  /** Characters of the file that were read so far. */
  readonly done: number;
};

/** A format papers are read from: one file each, listed in `index.ts`. */
export type FileReader = {
  readonly id: string;
  /** Shown to people. */
  readonly name: string;
  /** Whether a file looks like this format, by its name and its first few thousand characters. */
  recognises(fileName: string, beginning: string): boolean;
  /**
   * Reads piece by piece, so that who reads can show how far it is and stop. Never throws for what the
   * text holds: what cannot be read is a remark.
   */
  read(text: string): AsyncIterable<Batch> | Iterable<Batch>;
};
