import { describe, expect, it } from 'vitest';
import { packing } from '@/utils/store/packing';
import { type Opened, MINUTE, id, openLibrary, reading } from './open-library';

const SIZE = 60;

function numbered(index: number): string {
  return `2611.${String(index + 1).padStart(5, '0')}`;
}

async function filled(): Promise<Opened> {
  const opened = openLibrary();
  for (let index = 0; index < SIZE; index += 1) {
    opened.clock.now += MINUTE;
    const title = index % 2 === 0 ? `Copper graphs ${index}` : `Paper boats ${index}`;
    await opened.library.save(reading(numbered(index), { title, abstract: 'Tidal maps.' }));
  }
  return opened;
}

const now = (): Promise<void> => Promise.resolve();

/** What a search finds that reads every part of the index. */
async function answers({ library }: Opened): Promise<unknown> {
  return {
    graphs: (await library.findIds({ query: 'graph' })).length,
    phrase: (await library.findIds({ query: '"tidal maps" -boats' })).length,
    titles: await library.findIds({ query: 'tid', sort: 'title' }),
    tagged: await library.findIds({ query: '#kept' }),
  };
}

describe('packing', () => {
  it('that dies at any moment leaves searches as right as before, and the next one catches up', async () => {
    const opened = await filled();
    await packing(opened.db, now).catchUp();
    await opened.library.tag(id(numbered(3)), 'kept');
    for (let index = 0; index < 30; index += 1) {
      await opened.library.note(id(numbered(index)), `graph ${index}`);
      opened.clock.now += 2 * MINUTE;
    }
    const expected = await answers(opened);
    for (let death = 1; ; death += 1) {
      let steps = 0;
      const dying = packing(opened.db, () => {
        steps += 1;
        return steps === death ? Promise.reject(new Error('killed')) : now();
      });
      const outcome = await dying.catchUp().catch((error: Error) => error.message);
      expect(await answers(opened), `killed at step ${death}`).toEqual(expected);
      if (outcome !== 'killed') break;
    }
    expect(await opened.db.stale.count()).toBe(0);
    expect((await opened.db.segments.toArray()).every(({ building }) => !building)).toBe(true);
    expect(opened.damages).toEqual([]);
  });

  it('that was begun anew is what an open page goes by', async () => {
    const { db, library, clock } = openLibrary();
    await library.save(reading('2611.00001', { title: 'Copper graphs' }));
    clock.now += MINUTE;
    await library.save(reading('2611.00002', { title: 'Paper boats' }));
    const index = packing(db, now);
    await index.catchUp();
    expect(await library.findIds({ query: 'graph' })).toEqual([id('2611.00001')]);
    await library.editPaper(id('2611.00001'), { title: 'Tidal maps' });
    await library.editPaper(id('2611.00002'), { title: 'More graphs' });
    await index.forget();
    await index.catchUp();
    expect(await library.findIds({ query: 'graph' })).toEqual([id('2611.00002')]);
    expect(await library.findIds({ query: 'tidal' })).toEqual([id('2611.00001')]);
  });

  it('that got half way through what changed beside the texts leaves the other half told', async () => {
    const opened = await filled();
    const sizes = { notesInRound: 20 };
    await packing(opened.db, now).catchUp();
    const all = Array.from({ length: SIZE }, (_, index) => id(numbered(index)));
    await opened.library.changeMany(all, { kind: 'tag', name: 'kept' });
    await opened.library.changeMany(all, { kind: 'state', state: 'read' });
    const query = '#kept is:read graph';
    expect(await opened.library.findIds({ query })).toHaveLength(SIZE / 2);
    for (let left = 2 * SIZE; left > 0;) {
      let steps = 0;
      const dying = packing(
        opened.db,
        () => {
          steps += 1;
          return steps === 3 ? Promise.reject(new Error('killed')) : now();
        },
        sizes,
      );
      await dying.catchUp().catch(() => undefined);
      const after = await opened.db.stale.count();
      expect(after).toBeLessThan(left);
      left = after;
      expect(await opened.library.findIds({ query })).toHaveLength(SIZE / 2);
      expect(await opened.library.findIds({ query: '-is:read' })).toEqual([]);
    }
  });

  it('keeps few segments, however papers come', async () => {
    const opened = openLibrary();
    const index = packing(opened.db, now);
    for (let at = 0; at < 120; at += 1) {
      opened.clock.now += MINUTE;
      await opened.library.save(reading(numbered(at), { title: `Copper graph ${at}` }));
      await index.catchUp();
    }
    expect(await opened.db.segments.count()).toBeLessThan(8);
    expect(await opened.library.findIds({ query: 'graph' })).toHaveLength(120);
  });

  it('forgets what is gone for good', async () => {
    const opened = await filled();
    const index = packing(opened.db, now);
    await index.catchUp();
    while (await opened.library.undo()) opened.clock.now += 1_000;
    await index.catchUp();
    expect(await opened.library.findIds({ query: '' })).toEqual([]);
    expect(await opened.library.findIds({ query: 'graph' })).toEqual([]);
  });

  const damage: readonly (readonly [string, (opened: Opened) => Promise<unknown>])[] = [
    ['a segment without its papers', ({ db }) => db.members.clear()],
    [
      'columns that were cut short',
      ({ db }) => db.columns.toCollection().modify({ savedAt: new Float64Array(1) }),
    ],
    [
      'words without their papers',
      ({ db }) => db.postings.toCollection().modify({ slots: new Uint16Array(0) }),
    ],
    [
      'words that are no text',
      ({ db }) => db.postings.toCollection().modify({ words: 7 as unknown as string }),
    ],
    ['positions that are gone', ({ db }) => db.positions.clear()],
    ['words that are gone', ({ db }) => db.postings.clear()],
    ['a segment that nobody noted', ({ db }) => db.segments.clear()],
    ['notes of what is stale that are gone', ({ db }) => db.stale.clear()],
    ['what an earlier version wrote', ({ db }) => db.segments.toCollection().modify({ form: 1 })],
    ['all of it gone', ({ db }) => Promise.all(db.index.map((table) => table.clear()))],
  ];
  for (const [name, spoil] of damage) {
    it(`mends ${name}`, async () => {
      const whole = await filled();
      await whole.library.tag(id(numbered(3)), 'kept');
      const expected = await answers(whole);
      await packing(whole.db, now).catchUp();
      await spoil(whole);
      // As after a restart: what was in memory is gone.
      const opened = { ...openLibrary(whole.db.name), clock: whole.clock };
      const index = packing(opened.db, now);
      if (opened.damages.length === 0) await answers(opened).catch(() => undefined);
      if (opened.damages.length > 0) await index.forget();
      await index.catchUp();
      expect(await answers(opened)).toEqual(expected);
    });
  }

  it('answers rightly while it is damaged or of another version, and says so', async () => {
    const spoiling: readonly ((opened: Opened) => Promise<unknown>)[] = [
      ({ db }) => db.columns.clear(),
      ({ db }) => db.segments.toCollection().modify({ form: 1 }),
    ];
    for (const spoil of spoiling) {
      const whole = await filled();
      const expected = await answers(whole);
      await packing(whole.db, now).catchUp();
      await spoil(whole);
      const opened = openLibrary(whole.db.name);
      expect(await answers(opened)).toEqual(expected);
      expect(opened.damages).not.toEqual([]);
    }
  });
});
