import { expect, test } from 'vitest';
import { MINUTE, id, openLibrary, reading } from './open-library';

const DAY = 24 * 60 * MINUTE;
const OLD = id('2611.00001');

test('the trash keeps a paper for 30 days and no longer, and even then undo brings it back', async () => {
  const { library, clock } = openLibrary();
  await library.note(reading('2611.00001'), 'ask Ada');
  await library.tag(OLD, 'kept');
  await library.save(reading('2611.00002'));
  await library.save(reading('2611.00003'));
  await library.trash([OLD]);
  clock.now += 29 * DAY;
  await library.trash([id('2611.00002')]);
  expect(await library.sweepTrash()).toEqual({});
  clock.now += DAY;
  const { operation } = await library.sweepTrash();
  expect(operation).toBeDefined();
  const trash = await library.find({ query: '', limit: 5, trashed: true });
  expect(trash).toMatchObject({ total: 1, rows: [{ id: id('2611.00002') }] });
  expect(await library.details(OLD)).toBeUndefined();
  expect(await library.find({ query: '', limit: 5 })).toMatchObject({ total: 1 });

  // The reader's own latest act is what `u` takes back, not this.
  expect(await library.undo()).toMatchObject({ kind: 'trash', ids: [id('2611.00002')] });
  await library.undo(operation);
  expect(await library.details(OLD)).toMatchObject({ note: 'ask Ada', row: { tags: ['kept'] } });
  expect((await library.find({ query: '', limit: 5, trashed: true })).total).toBe(1);
});

test('what is undone is not swept again the same day', async () => {
  const { library, clock } = openLibrary();
  await library.save(reading('2611.00001'));
  await library.trash([OLD]);
  clock.now += 31 * DAY;
  const { operation } = await library.sweepTrash();
  await library.undo(operation);
  expect(await library.sweepTrash()).toEqual({});
  expect((await library.find({ query: '', limit: 5, trashed: true })).total).toBe(1);
});
