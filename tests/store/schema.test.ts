import { describe, expect, it } from 'vitest';
import { id, openLibrary, reading } from './open-library';
import version1 from './schema-1.json';

// What version 1 declared, written down once more: a change to the declaration must not pass here.
const INDEXES = {
  papers: { key: 'id', indexes: [] },
  entries: {
    key: 'id',
    indexes: [
      { name: '[list+savedAt+id]', path: ['list', 'savedAt', 'id'] },
      { name: '[list+state+savedAt+id]', path: ['list', 'state', 'savedAt', 'id'] },
      { name: 'tagged', path: 'tagged', multi: true },
    ],
  },
  notes: { key: 'id', indexes: [] },
  hidden: { key: 'id', indexes: [] },
  rules: { key: 'id', indexes: [] },
  tags: { key: 'key', indexes: [] },
  keys: { key: 'key', indexes: [] },
  sightings: {
    key: ['id', 'site'],
    indexes: [
      { name: 'id', path: 'id' },
      { name: '[site+firstSeen]', path: ['site', 'firstSeen'] },
    ],
  },
  operations: { key: 'id', indexes: [{ name: 'undoable', path: 'undoable' }] },
  meta: { key: 'key', indexes: [] },
} satisfies Record<keyof typeof version1, Declared>;

type Declared = {
  readonly key: string | string[];
  readonly indexes: readonly { name: string; path: string | string[]; multi?: boolean }[];
};

/** A database as version 1 left it on a reader's disk. Dexie's version 1 is the browser's 10. */
async function storeVersion1(name: string): Promise<void> {
  const request = indexedDB.open(name, 10);
  request.addEventListener('upgradeneeded', () => {
    for (const [table, { key, indexes }] of Object.entries(INDEXES) as [string, Declared][]) {
      const made = request.result.createObjectStore(table, { keyPath: key });
      for (const { name: index, path, multi = false } of indexes) {
        made.createIndex(index, path, { multiEntry: multi });
      }
    }
  });
  await settled(request);
  const db = request.result;
  const transaction = db.transaction(Object.keys(version1), 'readwrite');
  for (const [table, rows] of Object.entries(version1)) {
    for (const row of rows) transaction.objectStore(table).put(row);
  }
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('error', reject);
  });
  db.close();
}

function settled(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', resolve);
    request.addEventListener('error', reject);
  });
}

describe('a library stored by version 1', () => {
  it('is all there', async () => {
    await storeVersion1('version-1');
    const { library } = openLibrary('version-1');
    const found = await library.find({ query: '#rivers lantern', limit: 5 });
    expect(found.rows).toMatchObject([
      { id: id('2611.00001'), state: 'reading', citationKey: 'example2026lanterns' },
    ]);
    expect(await library.find({ query: '', limit: 5, trashed: true })).toMatchObject({ total: 1 });
    expect(await library.details(id('2611.00001'))).toMatchObject({ note: 'ask Ada' });
    const seen = await library.known([id('2611.00001'), id('2611.00003')]);
    expect(seen.statuses).toMatchObject([
      { seenBefore: '2026-11-20T08:00:00.000Z' },
      { hidden: true },
    ]);
    expect(seen.rules).toMatchObject([{ query: '"image editing"' }]);
    expect(seen.tags).toMatchObject([{ name: 'Rivers', digit: 1 }]);
  });

  it('can be worked on, and undone', async () => {
    await storeVersion1('version-1-undone');
    const { library } = openLibrary('version-1-undone');
    await library.undo();
    expect(await library.details(id('2611.00001'))).toMatchObject({ row: { state: 'inbox' } });
    expect((await library.tag(reading('2611.00004'), 'rivers')).status.entry?.tags).toEqual([
      'Rivers',
    ]);
    expect(await library.undo()).toBeDefined();
    expect(await library.undo()).toBeUndefined();
  });
});
