import type { Library } from '@/utils/domain/library';
import { OffprintDatabase } from '@/utils/store/database';
import { storedLibrary } from '@/utils/store/stored-library';

/**
 * The library's reading verbs on the database itself, so that a page shows its rows without waking
 * the worker. Changes belong to the worker: the verbs that make them are not given out.
 */
export function storedReads(): Pick<Library, 'find' | 'details' | 'tags' | 'known'> {
  const { find, details, tags, known } = storedLibrary(new OffprintDatabase(), {
    now: () => Date.now(),
    newId: refuse,
    cite: { baseKey: refuse, uniqueKey: refuse, write: refuse },
    fetchAuthors: refuse,
    announce: refuse,
  });
  return { find, details, tags, known };
}

function refuse(): never {
  throw new Error('A page reads the library and leaves changes to the worker.');
}
