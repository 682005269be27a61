import { describe, expect, it } from 'vitest';
import type { PaperId } from '@/utils/domain/paper-id';
import { type Opened, id, openLibrary, reading } from './open-library';

const SIZE = 2_500;

async function many(): Promise<Opened & { readonly ids: readonly PaperId[] }> {
  const opened = openLibrary();
  const names = Array.from(
    { length: SIZE },
    (_, index) => `2611.${String(index + 1).padStart(5, '0')}`,
  );
  await opened.library.importPapers(names.map((name) => ({ reading: reading(name) })));
  return { ...opened, ids: names.map(id) };
}

describe('a change to many papers', () => {
  it('tells how much is written while it writes', async () => {
    const { library, ids, progress } = await many();
    await library.changeMany(ids, { kind: 'star', starred: true }, 'stars');
    expect(progress.told).toEqual(
      // At 0 it still reads.
      [0, 0, 0, 0, 1_000, 2_000].map((done) => ({ task: 'stars', done, total: SIZE })),
    );
  }, 60_000);

  it('without a name tells nothing', async () => {
    const { library, ids, progress } = await many();
    await library.trash(ids);
    await library.changeMany(ids, { kind: 'restore' });
    expect(progress.told).toEqual([]);
  }, 60_000);

  it('that is stopped in the middle of the write leaves nothing changed', async () => {
    const { library, ids, progress, db } = await many();
    progress.onTold = () => {
      if (progress.told.at(-1)?.done === 1_000) void library.stop('stars');
    };
    const changing = library.changeMany(ids, { kind: 'star', starred: true }, 'stars');
    await expect(changing).rejects.toThrow('Stopped');
    expect(progress.told.at(-1)?.done).toBe(1_000);
    expect(await db.entries.filter(({ starred }) => starred).count()).toBe(0);
    expect(await library.history(1)).toMatchObject([{ kind: 'import' }]);
    // And it can be done again.
    expect(await library.changeMany(ids, { kind: 'star', starred: true })).toMatchObject({
      count: SIZE,
    });
  }, 60_000);

  it('names only papers that it changed', async () => {
    const { library, ids } = await many();
    await library.star(ids[0] ?? id(''), true);
    const { count } = await library.changeMany(ids.slice(0, 3), { kind: 'star', starred: true });
    expect(count).toBe(2);
    expect((await library.history(1))[0]?.papers).toEqual(ids.slice(1, 3));
    expect(await library.changeMany(ids.slice(0, 3), { kind: 'star', starred: true })).toEqual({
      count: 0,
    });
  }, 60_000);
});
