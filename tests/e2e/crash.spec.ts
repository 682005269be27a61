import type { Page } from '@playwright/test';
import { chance } from '../bench/papers';
import type { Offprint } from './browser';
import { expect, test } from './extension';
import { callLibrary } from './own-data';

// A few each time; all fifty with OFFPRINT_CRASHES=50.
const CRASHES = Number(process.env['OFFPRINT_CRASHES'] ?? 4);
// Several chunks of reading and writing, and more papers than one segment of the index holds.
const PAPERS = 2_500;
const LONGEST_WAIT_MS = 4_000;

function paperOf(index: number) {
  const id = `arxiv:2610.${String(index + 1).padStart(5, '0')}`;
  const title = index % 3 === 0 ? `Copper graphs ${index}` : `Paper boats ${index}`;
  const abstract = 'We fold tidal maps and count how often they come back.';
  return { reading: { paper: { id, title, abstract }, sources: {} }, tags: ['all'] };
}

const IDS = Array.from({ length: PAPERS }, (_, index) => paperOf(index).reading.paper.id);

/** What is tried while the browser is killed: each changes every paper, and says whether it did. */
const CHANGES = [
  { change: { kind: 'tag', name: 'bulk' }, query: '#bulk' },
  { change: { kind: 'state', state: 'reading' }, query: 'is:reading' },
  { change: { kind: 'star', starred: true }, query: 'is:starred' },
  { change: { kind: 'untag', name: 'bulk' }, query: '-#bulk' },
  { change: { kind: 'state', state: 'read' }, query: 'is:read' },
  { change: { kind: 'star', starred: false }, query: '-is:starred' },
] as const;

async function count(own: Page, query: string): Promise<number> {
  const ids = (await callLibrary(own, 'findIds', { query })) as unknown[];
  return ids.length;
}

/** How many rows answer, read from the tables themselves. */
function counted(own: Page, isTrue: string): Promise<number> {
  return own.evaluate(
    `new Promise((resolve) => {
      const opened = indexedDB.open('offprint');
      opened.onsuccess = () => {
        const rows = opened.result.transaction('entries').objectStore('entries').getAll();
        rows.onsuccess = () => { opened.result.close(); resolve(rows.result.filter((row) => ${isTrue}).length); };
      };
    })`,
  );
}

const IN_TABLES: Readonly<Record<(typeof CHANGES)[number]['query'], string>> = {
  '#bulk': `row.tags.includes('bulk')`,
  '-#bulk': `!row.tags.includes('bulk')`,
  'is:reading': `row.state === 'reading'`,
  'is:read': `row.state === 'read'`,
  'is:starred': 'row.starred',
  '-is:starred': '!row.starred',
};

async function crashDuring(offprint: Offprint, at: number, wait: number): Promise<void> {
  const { change, query } = CHANGES[at % CHANGES.length] ?? CHANGES[0];
  const own = await offprint.openOwn('library.html#tags');
  // Nobody waits for it: the browser is gone before it answers, or not.
  void callLibrary(own, 'changeMany', IDS, change).catch(() => undefined);
  await own.waitForTimeout(wait);
  await offprint.crash();
  const after = await offprint.openOwn('library.html');
  await expect(after.locator('.row').first()).toBeVisible({ timeout: 60_000 });
  const found = await counted(after, IN_TABLES[query]);
  expect([0, PAPERS], `killed ${Math.round(wait)} ms into ${change.kind}`).toContain(found);
  expect(await count(after, query)).toBe(found);
  expect(await count(after, '"tidal maps" graph')).toBe(Math.ceil(PAPERS / 3));
  // Whoever was stopped tries again.
  await callLibrary(after, 'changeMany', IDS, change);
  expect(await count(after, query)).toBe(PAPERS);
  await after.close();
}

test('a browser killed during bulk work leaves each change whole or absent, and an index that agrees', async ({
  offprint,
}) => {
  test.setTimeout(120_000 + CRASHES * 60_000);
  const luck = chance(Number(process.env['OFFPRINT_SEED'] ?? 11));
  const own = await offprint.openOwn('library.html#tags');
  await callLibrary(
    own,
    'importPapers',
    Array.from({ length: PAPERS }, (_, at) => paperOf(at)),
  );
  await own.close();
  for (let at = 0; at < CRASHES; at += 1) {
    await crashDuring(offprint, at, luck.next() * LONGEST_WAIT_MS);
  }
});
