import Dexie, { type Table } from 'dexie';

type KeptFile = { readonly name: 'bib'; readonly handle: FileSystemFileHandle };

/**
 * Which of the reader's own files a page works on. Handles cannot be sent to the worker, so they have
 * a database of their own, which pages write: no paper is in it.
 */
class FilesDatabase extends Dexie {
  declare readonly files: Table<KeptFile, string>;

  constructor() {
    super('offprint-files');
    this.version(1).stores({ files: 'name' });
  }
}

let opened: FilesDatabase | undefined;

function database(): FilesDatabase {
  opened ??= new FilesDatabase();
  return opened;
}

/** The reader's .bib file, if they chose one. */
export async function keptBibFile(): Promise<FileSystemFileHandle | undefined> {
  return (await database().files.get('bib'))?.handle;
}

/** Remembers the reader's .bib file; `undefined` forgets it. */
export async function keepBibFile(handle: FileSystemFileHandle | undefined): Promise<void> {
  if (handle) await database().files.put({ name: 'bib', handle });
  else await database().files.delete('bib');
}
