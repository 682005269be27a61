import { describe, expect, it } from 'vitest';
import { paperId } from '@/utils/domain/paper-id';
import { packing } from '@/utils/store/packing';
import { id, openLibrary, reading } from './open-library';
import version1 from './schema-1.json';
import version2 from './schema-2.json';
import version3 from './schema-3.json';
import version4 from './schema-4.json';

// What each version declared, written down once more: a change to the declaration must not pass here.
const INDEXES_1 = {
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
  readonly auto?: boolean;
  readonly indexes: readonly { name: string; path: string | string[]; multi?: boolean }[];
};

const INDEXES_2 = {
  ...INDEXES_1,
  sightings: {
    ...INDEXES_1.sightings,
    indexes: [...INDEXES_1.sightings.indexes, { name: 'lastSeen', path: 'lastSeen' }],
  },
  hits: {
    key: ['rule', 'id'],
    indexes: [
      { name: '[rule+last]', path: ['rule', 'last'] },
      { name: 'last', path: 'last' },
    ],
  },
} satisfies Record<keyof typeof version2, Declared>;

const OF_SEGMENTS = { key: 'segment', indexes: [] };
const OF_WORDS = { key: ['shard', 'segment'], indexes: [{ name: 'segment', path: 'segment' }] };

const INDEXES_3 = {
  ...INDEXES_2,
  searches: { key: 'id', indexes: [] },
  distinct: { key: 'id', indexes: [] },
  stale: { key: 'number', auto: true, indexes: [] },
  segments: OF_SEGMENTS,
  members: OF_SEGMENTS,
  columns: OF_SEGMENTS,
  postings: OF_WORDS,
  positions: OF_WORDS,
} satisfies Record<keyof typeof version3, Declared>;

const INDEXES_4 = {
  ...INDEXES_3,
  aliases: { key: 'alias', indexes: [{ name: 'id', path: 'id' }] },
  staged: { key: 'number', auto: true, indexes: [{ name: 'task', path: 'task' }] },
  cited: { key: 'id', indexes: [] },
  acts: { key: 'id', indexes: [{ name: 'papers', path: 'papers', multi: true }] },
} satisfies Record<keyof typeof version4, Declared>;

const VERSIONS = {
  1: { indexes: INDEXES_1, rows: version1 },
  2: { indexes: INDEXES_2, rows: version2 },
  3: { indexes: INDEXES_3, rows: version3 },
  4: { indexes: INDEXES_4, rows: version4 },
} as const;

/** A database as this version left it on a reader's disk. Dexie's version 1 is the browser's 10. */
async function storeVersion(version: keyof typeof VERSIONS, name: string): Promise<void> {
  const { indexes: declared, rows: stored } = VERSIONS[version];
  const request = indexedDB.open(name, version * 10);
  request.addEventListener('upgradeneeded', () => {
    for (const [table, declaration] of Object.entries(declared) as [string, Declared][]) {
      const { key, auto = false, indexes } = declaration;
      const made = request.result.createObjectStore(table, { keyPath: key, autoIncrement: auto });
      for (const { name: index, path, multi = false } of indexes) {
        made.createIndex(index, path, { multiEntry: multi });
      }
    }
  });
  await settled(request);
  const db = request.result;
  const transaction = db.transaction(Object.keys(stored), 'readwrite');
  for (const [table, rows] of Object.entries(stored)) {
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

describe.each([1, 2, 3, 4] as const)('a library stored by version %i', (version) => {
  it('is all there', async () => {
    await storeVersion(version, `version-${version}`);
    const { library } = openLibrary(`version-${version}`);
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
    expect(seen.rules[0]).toMatchObject({ query: '"image editing"' });
    expect(seen.tags).toMatchObject([{ name: 'Rivers', digit: 1 }]);
  });

  it('can be worked on, and undone', async () => {
    await storeVersion(version, `version-${version}-undone`);
    const { library } = openLibrary(`version-${version}-undone`);
    await library.undo();
    expect(await library.details(id('2611.00001'))).toMatchObject({ row: { state: 'inbox' } });
    expect((await library.tag(reading('2611.00004'), 'rivers')).status.entry?.tags).toEqual([
      'Rivers',
    ]);
    expect(await library.undo()).toBeDefined();
    expect(await library.undo()).toBeUndefined();
  });
});

describe.each([2, 3, 4] as const)('a library stored by version %i', (version) => {
  it('has its rules with all their parts, their records, and the setting for seen papers', async () => {
    await storeVersion(version, `version-${version}-rules`);
    const { library } = openLibrary(`version-${version}-rules`);
    const { rules, seenAction } = await library.known([]);
    expect(rules[1]).toMatchObject({
      unless: 'survey or id:2611.00001',
      expiresAt: '2026-12-24T22:59:59.000Z',
      note: 'until the deadline',
      pack: 'Adapters',
    });
    expect(seenAction).toBe('dim');
    expect(await library.ruleRecords()).toMatchObject([{ hidden: 1, shown: 1 }, { hidden: 0 }]);
    expect((await library.see('huggingface', [])).lastVisit).toBe('2026-11-21T08:00:00.000Z');
  });
});

describe.each([1, 2, 3, 4] as const)('a library stored by version %i', (version) => {
  it('is indexed, and answers as before', async () => {
    await storeVersion(version, `version-${version}-index`);
    const { library, db } = openLibrary(`version-${version}-index`);
    await packing(db, () => Promise.resolve()).catchUp();
    expect(await db.stale.count()).toBe(0);
    expect(await db.segments.count()).toBe(1);
    expect(await library.findIds({ query: 'lantern #rivers' })).toEqual([id('2611.00001')]);
  });
});

describe.each([1, 2, 3, 4] as const)('a library stored by version %i', (version) => {
  it('tells what was done with each paper', async () => {
    await storeVersion(version, `version-${version}-acts`);
    const { library } = openLibrary(`version-${version}-acts`);
    expect(await library.actsOn(id('2611.00001'))).toMatchObject([
      { kind: 'state', changes: [{ field: 'state', before: 'inbox', after: 'reading' }] },
    ]);
    const [latest] = await library.history(1);
    expect(latest).toMatchObject({ kind: 'state', titles: ['Lanterns on Slow Rivers'] });
    expect(await library.countSince('')).toBe(1);
  });
});

describe('a library stored by version 4', () => {
  it('has other ids of papers, what waits for a word, and keys of a file', async () => {
    await storeVersion(4, 'version-4-rest');
    const { library, clock } = openLibrary('version-4-rest');
    const other = paperId('doi:10.5555/lanterns') ?? id('2611.00009');
    const [status] = (await library.known([other])).statuses;
    expect(status).toMatchObject({ entry: { state: 'reading' }, citedAs: 'lanterns26' });
    clock.now = Date.parse('2026-11-22T21:00:00.000Z');
    expect(await library.commitImport('import-1')).toMatchObject({ added: 1 });
    expect((await library.find({ query: '#later', limit: 1 })).total).toBe(1);
  });
});

describe.each([3, 4] as const)('a library stored by version %i', (version) => {
  it('has what the reader wrote, their searches, and which papers are not one', async () => {
    await storeVersion(version, `version-${version}-words`);
    const { library, db } = openLibrary(`version-${version}-words`);
    expect((await library.details(id('2611.00002')))?.paper.title).toBe(
      'A Kettle That Waits, Revised',
    );
    expect(await library.searches()).toMatchObject([{ query: 'lantern', tag: 'Rivers' }]);
    expect((await library.details(id('2611.00001')))?.row.keptAt).toBe('2026-11-22T09:00:00.000Z');
    expect(await db.distinct.count()).toBe(1);
    await library.editPaper(id('2611.00002'), { title: '' });
    expect((await library.details(id('2611.00002')))?.paper.title).toBe('A Kettle That Waits');
  });
});
