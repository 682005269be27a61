import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { devTools } from '../../scripts/browser/closed-roots';
import { say } from '../../scripts/setup/progress';
import type { Offprint } from '../e2e/browser';
import { startOffprint } from '../e2e/browser';
import { callLibrary } from '../e2e/own-data';
import { bytesOnDisk, printLibraries } from './library-report';
import { benchQueryTexts, naiveAnswers } from './library-queries';
import { benchPaper, bibliography } from './papers';

/** Milliseconds of several runs of the same task, the quickest first. */
export type Times = readonly number[];

/** What was measured of a library of one size. */
export type LibraryFigures = {
  readonly size: number;
  readonly tasks: Readonly<Record<string, Times>>;
  readonly floors: Readonly<Record<string, Times>>;
  readonly heapBytes: number;
  readonly diskBytes: number;
  /** Queries whose answer was not what looking at every paper finds. */
  readonly wrong: readonly string[];
  readonly queries: number;
};

const IMPORTED_AT_ONCE = 2_000;
const SEEN_FOR_EACH_SAVED = 3;
const SEEN_AT_ONCE = 5_000;
const OPENINGS = 9;
const REST_MS = 10_000;
const SETTLE_MS = 1_500;
const PATIENCE_MS = 180_000;
const CHANGES = 25;
const QUERIES = 500;
const WARMING = 100;
/** The index is as good as complete below so many papers: they are looked at one by one. */
const FEW = 100;

/** Seeds libraries of these sizes through the program's own import, measures, and prints. */
export async function benchLibraries(sizes: readonly number[]): Promise<void> {
  const all: LibraryFigures[] = [];
  for (const size of sizes) all.push(await benchLibrary(size));
  printLibraries(all);
}

async function benchLibrary(size: number): Promise<LibraryFigures> {
  const profile = mkdtempSync(join(tmpdir(), 'offprint-library-'));
  const offprint = await startOffprint(profile);
  try {
    await seed(await offprint.openOwn('library.html#tags'), size);
    // A reader's browser is not at work on hundreds of thousands of rows it was just given.
    await offprint.restart();
    const own = await offprint.openOwn('library.html#tags');
    await own.waitForTimeout(REST_MS);
    say(`${size} papers: opening`);
    const opened = {
      'popup: first rows': await openings(offprint, 'popup.html'),
      'library: first rows': await openings(offprint, 'library.html'),
    };
    say(`${size} papers: changing`);
    const changed = await changes(own);
    say(`${size} papers: paging`);
    const paged = await paging(own, size);
    say(`${size} papers: ${QUERIES} searches, each also by looking at every paper`);
    const { times, first, wrong } = await searching(own, size);
    const heapBytes = await heapAfterSearching(offprint);
    const floors = {
      'bare put of the same rows': await barePuts(own),
      'looking through the same text in memory': await scans(own, size),
    };
    return {
      size,
      tasks: { ...opened, ...changed, ...paged, 'find: first search': [first], find: times },
      floors,
      heapBytes,
      diskBytes: bytesOnDisk(profile),
      wrong,
      queries: QUERIES,
    };
  } finally {
    await offprint.context().close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function seed(own: Page, size: number): Promise<void> {
  for (let start = 0; start < size; start += IMPORTED_AT_ONCE) {
    const count = Math.min(IMPORTED_AT_ONCE, size - start);
    const papers = Array.from({ length: count }, (_, index) => benchPaper(start + index));
    await callLibrary(own, 'importPapers', papers);
    if (start % 20_000 === 0) say(`${size} papers: ${start} imported`);
  }
  const seen = size * SEEN_FOR_EACH_SAVED;
  for (let start = 0; start < seen; start += SEEN_AT_ONCE) {
    const count = Math.min(SEEN_AT_ONCE, seen - start);
    const readings = Array.from({ length: count }, (_, index) => {
      const { paper } = bibliography(1_000_000 + start + index);
      return { paper, sources: {} };
    });
    await callLibrary(own, 'see', 'huggingface', readings);
    if (start % 50_000 === 0) say(`${size} papers: ${start} seen`);
  }
  for (let behind = size; behind >= FEW; await own.waitForTimeout(500)) {
    behind = await countRows(own, 'stale');
    if (behind < FEW) break;
  }
}

function countRows(own: Page, table: string): Promise<number> {
  return own.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const opened = indexedDB.open('offprint');
        opened.addEventListener('success', () => {
          const asked = opened.result.transaction(name).objectStore(name).count();
          asked.addEventListener('success', () => {
            opened.result.close();
            resolve(asked.result);
          });
        });
      }),
    table,
  );
}

/** Until the first row is in the page, from its navigation on. */
async function openings(offprint: Offprint, name: string): Promise<Times> {
  const times: number[] = [];
  for (let run = 0; run < OPENINGS; run += 1) {
    const page = await offprint.context().newPage();
    await page.addInitScript(noteFirstRow);
    await page.goto(`chrome-extension://${offprint.extensionId}/${name}`, { timeout: PATIENCE_MS });
    await page.locator('.row').first().waitFor({ timeout: PATIENCE_MS });
    times.push(Number(await page.evaluate(() => document.documentElement.dataset['firstRow'])));
    // What a page still reads when it is closed would be in the way of the next one.
    await page.waitForTimeout(SETTLE_MS);
    await page.close();
  }
  return sorted(times);
}

function noteFirstRow(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.row')) return;
    document.documentElement.dataset['firstRow'] = String(performance.now());
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true });
}

async function changes(own: Page): Promise<Record<string, Times>> {
  const save: number[] = [];
  const tag: number[] = [];
  const note: number[] = [];
  const undo: number[] = [];
  for (let run = 0; run < CHANGES; run += 1) {
    const { paper } = bibliography(3_000_000 + run);
    save.push(await timed(own, 'save', { paper, sources: {} }));
    tag.push(await timed(own, 'tag', paper.id, 'tag 7'));
    note.push(await timed(own, 'note', paper.id, 'What a paper.'));
    undo.push(await timed(own, 'undo'));
  }
  return { save: sorted(save), tag: sorted(tag), note: sorted(note), undo: sorted(undo) };
}

const SORTS = ['saved', 'published', 'title', 'author', 'venue', 'state'] as const;

/** Fifty rows from the middle and from the end of the list, in each sort. */
async function paging(own: Page, size: number): Promise<Record<string, Times>> {
  const paged: Record<string, Times> = {};
  for (const sort of SORTS) {
    const times: number[] = [];
    for (const offset of [size / 2, size - 60, size / 3, size / 4, size / 5].map(Math.floor)) {
      const question = { query: '', sort, offset: Math.max(0, offset), limit: 50 };
      times.push(await timed(own, 'find', question));
    }
    paged[`page anywhere by ${sort}`] = sorted(times);
  }
  return paged;
}

async function searching(
  own: Page,
  size: number,
): Promise<{ times: Times; first: number; wrong: readonly string[] }> {
  const texts = benchQueryTexts(QUERIES);
  // As after opening: nothing of the index is in memory yet.
  await own.reload();
  const first = await timed(own, 'find', { query: 'data learn', limit: 50 });
  // Other queries warm the worker: its code is compiled, and the words that all ask for are in memory.
  for (const query of benchQueryTexts(WARMING, 7)) await timed(own, 'find', { query, limit: 50 });
  const times: number[] = [];
  for (const query of texts) {
    times.push(await timed(own, 'find', { query, limit: 50 }));
  }
  const expected = naiveAnswers(texts, size);
  const wrong: string[] = [];
  for (const [index, query] of texts.entries()) {
    const found = (await callLibrary(own, 'findIds', { query })) as readonly string[];
    // What was saved while changes were measured is not in the reference.
    const ids = found.filter((id) => expected.known.has(id)).sort();
    if (ids.join() !== (expected.answers[index] ?? []).join()) wrong.push(query);
  }
  return { times: sorted(times), first, wrong };
}

/** Of the library page, after it was searched for a while and its garbage was collected. */
async function heapAfterSearching(offprint: Offprint): Promise<number> {
  const page = await offprint.openOwn('library.html');
  await page.locator('.row').first().waitFor();
  const field = page.getByRole('combobox', { name: 'Search saved papers' });
  for (const query of benchQueryTexts(40)) {
    await field.fill(query);
    await page.waitForTimeout(120);
  }
  const session = await devTools(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return usedSize;
}

/** The rows of one save, put into a database of their own and waited for as strictly. */
async function barePuts(own: Page): Promise<Times> {
  const { paper } = bibliography(1);
  const times = await own.evaluate(
    async ([row, runs]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opened = indexedDB.open('bench-floor', 1);
        opened.addEventListener('upgradeneeded', () => {
          for (const table of ['papers', 'entries', 'operations', 'stale', 'meta']) {
            opened.result.createObjectStore(table, { keyPath: 'id' });
          }
        });
        opened.addEventListener('success', () => resolve(opened.result));
      });
      const measured: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const start = performance.now();
        const transaction = db.transaction([...db.objectStoreNames], 'readwrite', {
          durability: 'strict',
        });
        for (const table of db.objectStoreNames) {
          transaction.objectStore(table).put({ ...row, id: `${row.id}${run}` });
        }
        await new Promise((resolve) => transaction.addEventListener('complete', resolve));
        measured.push(performance.now() - start);
      }
      db.close();
      return measured;
    },
    [paper, CHANGES] as const,
  );
  return sorted(times);
}

/** Looking for a word in the lower-cased texts of all papers, held in memory as one string each. */
async function scans(own: Page, size: number): Promise<Times> {
  const count = await own.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opened = indexedDB.open('offprint');
      opened.addEventListener('success', () => resolve(opened.result));
    });
    const texts: string[] = [];
    await new Promise<void>((resolve) => {
      const entries = db.transaction(['entries', 'papers']);
      const keys = entries.objectStore('entries').getAllKeys();
      keys.addEventListener('success', () => {
        let left = keys.result.length;
        for (const key of keys.result) {
          const asked = entries.objectStore('papers').get(key);
          asked.addEventListener('success', () => {
            const { title, abstract = '' } = (asked.result as { paper: Record<string, string> })
              .paper;
            texts.push(`${title} ${abstract}`.toLowerCase());
            left -= 1;
            if (left === 0) resolve();
          });
        }
      });
    });
    db.close();
    (globalThis as unknown as { benchTexts: string[] }).benchTexts = texts;
    return texts.length;
  });
  if (count < size) throw new Error(`only ${count} of ${size} texts are there`);
  const times = await own.evaluate(() => {
    const { benchTexts } = globalThis as unknown as { benchTexts: string[] };
    return ['gradient', 'data', 'benmora', 'the', 'large model'].map((word) => {
      const start = performance.now();
      document.title = String(benchTexts.filter((text) => text.includes(word)).length);
      return performance.now() - start;
    });
  });
  return sorted(times);
}

/** One call of the library from one of our own pages, by that page's clock. */
function timed(own: Page, verb: string, ...args: readonly unknown[]): Promise<number> {
  return own.evaluate(
    async ([name, given]) => {
      const { runtime } = (globalThis as unknown as World).chrome;
      const start = performance.now();
      const reply = await runtime.sendMessage({ offprint: 'call', verb: name, args: given });
      if ('error' in reply) throw new Error(JSON.stringify(reply));
      return performance.now() - start;
    },
    [verb, args] as const,
  );
}

type World = {
  readonly chrome: { readonly runtime: { sendMessage(message: unknown): Promise<object> } };
};

function sorted(times: readonly number[]): Times {
  return [...times].sort((one, other) => one - other);
}
