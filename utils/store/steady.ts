import type Dexie from 'dexie';

/** Runs one verb's work on the database. */
export type Run = <Result>(work: () => Promise<Result>) => Promise<Result>;

// What Chromium and Firefox answer when the database went away under us, or the disk is full.
const STORAGE_FAILURES = new Set([
  'DatabaseClosedError',
  'AbortError',
  'UnknownError',
  'OpenFailedError',
  'QuotaExceededError',
  'InvalidStateError',
  'TimeoutError',
]);

/**
 * Runs work; when the storage failed it reopens the database and tries once more, since a failed
 * transaction wrote nothing. Then throws an `Error` named `DiskFull` or `StorageFailed`, with a
 * sentence for the reader that starts with `outcome`.
 */
export function steady(db: Dexie, outcome: string): Run {
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
    }
    try {
      await reopen(db);
      return await work();
    } catch (error) {
      throw isStorageFailure(error) ? forReader(error, outcome) : error;
    }
  };
}

/** The error the reader did not cause, or `undefined` for the library's own refusals. */
function isStorageFailure(error: unknown): error is Error {
  return error instanceof Error && STORAGE_FAILURES.has(error.name);
}

const reopenings = new WeakMap<Dexie, Promise<unknown>>();

/** Several verbs may fail at once; they share one reopening, else each would abort the others. */
function reopen(db: Dexie): Promise<unknown> {
  const running = reopenings.get(db);
  if (running) return running;
  db.close({ disableAutoOpen: false });
  const opening = Promise.resolve(db.open()).finally(() => reopenings.delete(db));
  reopenings.set(db, opening);
  return opening;
}

function forReader(error: Error, outcome: string): Error {
  const full = mentionsQuota(error);
  const reason = full
    ? 'the disk is full. Free some space and try again.'
    : 'the browser could not reach its storage. Try again, or restart the browser.';
  const told = new Error(`${outcome}: ${reason}`, { cause: error });
  told.name = full ? 'DiskFull' : 'StorageFailed';
  return told;
}

/** Dexie wraps the browser's error in `inner`, at times twice. */
function mentionsQuota(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 3) return false;
  if (/quota|no space|disk.*full|full disk/i.test(`${error.name} ${error.message}`)) return true;
  return 'inner' in error && mentionsQuota(error.inner, depth + 1);
}
