import { bibtexReader } from './bibtex';
import { bookmarks } from './bookmarks';
import { csv } from './csv';
import { cslJson } from './csl-json';
import type { FileReader } from './file-reader';
import { idList } from './id-list';
import { paperMemory } from './papermemory';
import { ris } from './ris';
import { zotero } from './zotero';

/** Every format papers are read from. The first that knows a file reads it, so the particular stand before the general. */
export const FILE_READERS: readonly FileReader[] = [
  paperMemory,
  zotero,
  cslJson,
  bibtexReader,
  ris,
  bookmarks,
  csv,
  // Ids stand in files of all formats.
  idList,
];

/** What a reader of a file that nobody knows is told. */
export const WHAT_IS_READ = `Offprint does not know what this file is. It reads ${FILE_READERS.map(
  ({ name }) => name,
).join(', ')}.`;

/** Who reads a file: by its first few thousand characters, and by its name where they say nothing. */
export function readerFor(fileName: string, beginning: string): FileReader | undefined {
  const text = beginning.replace(/^\ufeff/, '');
  return (
    FILE_READERS.find((reader) => reader.recognises('', text)) ??
    FILE_READERS.find((reader) => reader.recognises(fileName, ''))
  );
}
