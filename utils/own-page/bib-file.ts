import type { Citable } from '@/utils/domain/citing';
import type { Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { allIdsOf } from '@/utils/domain/all-ids';
import type { Hunk } from '@/utils/formats/bib-file/diff';
import type { FreshEntry, MergeChange } from '@/utils/formats/bib-file/merge';
import { place } from './place';
import { keepBibFile, keptBibFile } from '@/utils/store/kept-files';

/** The reader's own .bib file: on the disk where the browser can write there, else as it was handed over. */
export type BibFile = {
  readonly name: string;
  read(): Promise<string>;
  /** Absent where the browser cannot write files; a download takes its place. */
  readonly write?: (text: string) => Promise<void>;
};

/** What merging would do to the file. */
export type BibMerge = {
  readonly before: string;
  readonly after: string;
  readonly hunk: Hunk | undefined;
  readonly changes: readonly MergeChange[];
};

/** The file changed on the disk since it was compared; nothing was written. */
class FileChanged extends Error {
  override readonly name = 'FileChanged';
}

const READ_AT_ONCE = 500;

type Picker = (options: object) => Promise<readonly FileSystemFileHandle[]>;

/** Lets the reader choose their file, to be remembered; `undefined` when they think better of it. Inside a click. */
async function chooseBibFile(): Promise<BibFile | undefined> {
  const { showOpenFilePicker: pick } = globalThis as { showOpenFilePicker?: Picker };
  if (!pick) return undefined;
  try {
    const types = [{ description: 'BibTeX', accept: { 'text/plain': ['.bib'] } }];
    const [handle] = await pick({ types });
    if (!handle) return undefined;
    await keepBibFile(handle);
    return onDisk(handle);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** The file that was chosen before. */
async function rememberedBibFile(): Promise<BibFile | undefined> {
  const handle = await keptBibFile();
  return handle && onDisk(handle);
}

/** A file as a file field gives it: read only. */
function handedOver(file: File): BibFile {
  return { name: file.name, read: () => textOf(file) };
}

/** All that the page of the reader's file asks for. */
export function doorToBibFile(
  library: Parts['library'],
  reads: Pick<Library, 'findIds'> & Pick<Parts, 'citables'>,
) {
  return {
    canWrite: 'showOpenFilePicker' in globalThis,
    remembered: rememberedBibFile,
    choose: chooseBibFile,
    handedOver,
    forget: (): Promise<void> => keepBibFile(undefined),
    idsOf: (query: string): Promise<readonly PaperId[]> =>
      reads.findIds({ query, sort: 'saved', reversed: true }),
    compare: (file: BibFile, ids: readonly PaperId[]): Promise<BibMerge> =>
      compare(file, ids, { library, citables: reads.citables }),
    write: (file: BibFile, merge: BibMerge): Promise<void> => write(file, merge, library),
    download: (name: string, text: string): void =>
      place.saveFile({ fileName: name, content: new Blob([text], { type: 'text/plain' }) }),
  };
}

/**
 * The file's text so that writing it gives the same bytes, its mark of order included. Throws for a
 * file in another encoding: its letters would be lost for good.
 */
async function textOf(file: File): Promise<string> {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(await file.arrayBuffer());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Error(
      `${file.name} is not written in UTF-8, and would lose its accents. Save it as UTF-8 first.`,
      { cause: error },
    );
  }
}

type Permitted = FileSystemFileHandle & {
  requestPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
};

function onDisk(handle: Permitted): BibFile {
  const allowed = async (): Promise<void> => {
    const state = await handle.requestPermission?.({ mode: 'readwrite' });
    if (state === 'denied')
      throw new Error(`The browser may not use ${handle.name}. Choose it again.`);
  };
  return {
    name: handle.name,
    async read() {
      await allowed();
      return textOf(await handle.getFile());
    },
    async write(text) {
      await allowed();
      const stream = await handle.createWritable();
      await stream.write(text);
      // Only closing puts the new file in the place of the old one, all at once.
      await stream.close();
    },
  };
}

type Parts = {
  readonly library: Pick<Library, 'pinKeys' | 'citeOptions' | 'setCited'>;
  readonly citables: (ids: readonly PaperId[]) => Promise<readonly Citable[]>;
};

/** What merging these papers into the file would do; cards learn what the file cites. */
async function compare(
  file: BibFile,
  ids: readonly PaperId[],
  { library, citables }: Parts,
): Promise<BibMerge> {
  const { citedIn } = await import('@/utils/formats/bib-file/merge');
  const before = await file.read();
  await library.setCited(citedIn(before));
  const entries = await entriesOf(ids, { library, citables });
  return merged(before, entries);
}

/** Writes what was shown. Throws `FileChanged` when the file is another by now. */
async function write(
  file: BibFile,
  { before, after }: BibMerge,
  library: Pick<Library, 'setCited'>,
): Promise<void> {
  if (!file.write) throw new Error('This browser cannot write files.');
  if ((await file.read()) !== before) throw new FileChanged('The file has changed meanwhile.');
  await file.write(after);
  const { citedIn } = await import('@/utils/formats/bib-file/merge');
  await library.setCited(citedIn(after));
}

async function merged(before: string, entries: readonly FreshEntry[]): Promise<BibMerge> {
  const [{ mergeIntoBibFile }, { lineDiff }] = await Promise.all([
    import('@/utils/formats/bib-file/merge'),
    import('@/utils/formats/bib-file/diff'),
  ]);
  const { text: after, changes } = mergeIntoBibFile(before, entries);
  return { before, after, hunk: lineDiff(before, after), changes };
}

async function entriesOf(
  ids: readonly PaperId[],
  { library, citables }: Parts,
): Promise<FreshEntry[]> {
  const { EXPORT_FORMATS } = await import('@/utils/formats');
  const format = EXPORT_FORMATS.find(({ id }) => id === 'bibtex');
  if (!format) throw new Error('There is no BibTeX.');
  await library.pinKeys(ids);
  const options = await library.citeOptions();
  const entries: FreshEntry[] = [];
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    for (const item of await citables(ids.slice(start, start + READ_AT_ONCE))) {
      const { id, title } = item.paper;
      const { text } = format.write(item, options);
      // By any of these the file may know it already.
      entries.push({ key: item.key, text, id, title, aliases: allIdsOf(item.paper) });
    }
  }
  return entries;
}
