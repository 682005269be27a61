import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

type Row = Readonly<Record<string, unknown>>;

/** Calls a verb of the library, as one of our own pages does. */
export function callLibrary(
  own: Page,
  verb: string,
  ...args: readonly unknown[]
): Promise<unknown> {
  return own.evaluate(
    ([name, given]) =>
      (globalThis as unknown as World).chrome.runtime
        .sendMessage({ offprint: 'call', verb: name, args: given })
        .then((reply) => reply.value),
    [verb, args] as const,
  );
}

type World = {
  readonly chrome: {
    readonly runtime: { sendMessage(message: unknown): Promise<{ readonly value: unknown }> };
  };
};

/** Puts a row into the database as it is, as somebody's hand in a backup would. */
export function putRow(own: Page, table: string, row: Row): Promise<void> {
  return changeRows(own, table, [row]);
}

/** Moves everything that was seen into the past, by so many ms, once so many papers were seen. */
export async function ageSightings(own: Page, papers: number, ms: number): Promise<void> {
  await expect.poll(async () => (await readRows(own, 'sightings')).length).toBe(papers);
  const before = (instant: unknown): string =>
    new Date(Date.parse(String(instant)) - ms).toISOString();
  const sightings = await readRows(own, 'sightings');
  await changeRows(
    own,
    'sightings',
    sightings.map((row) => ({
      ...row,
      firstSeen: before(row['firstSeen']),
      lastSeen: before(row['lastSeen']),
      visit: before(row['visit']),
    })),
  );
  const visits = (await readRows(own, 'meta')).filter(({ key }) =>
    String(key).startsWith('visit '),
  );
  await changeRows(
    own,
    'meta',
    visits.map((row) => ({ ...row, last: before(row['last']) })),
  );
}

async function readRows(own: Page, table: string): Promise<readonly Row[]> {
  return own.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('offprint');
      request.addEventListener('success', () => resolve(request.result));
    });
    const rows = await new Promise<Row[]>((resolve) => {
      const request = db.transaction(name).objectStore(name).getAll();
      request.addEventListener('success', () => resolve(request.result as Row[]));
    });
    db.close();
    return rows;
  }, table);
}

async function changeRows(own: Page, table: string, rows: readonly Row[]): Promise<void> {
  await own.evaluate(
    async ([name, given]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('offprint');
        request.addEventListener('success', () => resolve(request.result));
      });
      const transaction = db.transaction(name, 'readwrite');
      for (const row of given) transaction.objectStore(name).put(row);
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      db.close();
    },
    [table, rows] as const,
  );
}
