import { describe, expect, it } from 'vitest';
import { type Opened, id, openLibrary, reading } from './open-library';

const [ONE, TWO, THREE] = ['2611.00001', '2611.00002', '2611.00003'].map((name) => id(name));

async function tagged(): Promise<Opened> {
  const opened = openLibrary();
  const { library } = opened;
  await library.tag(reading('2611.00001'), 'adapters');
  await library.tag(ONE ?? id(''), 'peft');
  await library.tag(reading('2611.00002'), 'adapters');
  await library.tag(reading('2611.00003'), 'peft');
  await library.trash([THREE ?? id('')]);
  return opened;
}

async function tagsOf({ library }: Opened): Promise<unknown> {
  const rows = [
    ...(await library.find({ query: '', limit: 9 })).rows,
    ...(await library.find({ query: '', limit: 9, trashed: true })).rows,
  ];
  return Object.fromEntries(rows.map((row) => [row.id.slice(-1), row.tags]));
}

async function counts({ library }: Opened): Promise<unknown> {
  return Object.fromEntries((await library.tags()).map(({ name, count }) => [name, count]));
}

describe('renaming a tag', () => {
  it('renames it in saved searches and rules too, and one undo undoes all', async () => {
    const { library } = await tagged();
    const query = 'title:boats -#PEFT or tag:"peft"';
    await library.addSearch({ name: 'Boats', query, tag: 'Peft' });
    await library.addSearch({ query: '#peft' });
    await library.addRule({
      query: 'boats #peft',
      unless: '#"peft" or survey',
      action: 'hide',
      sites: [],
    });
    await library.addRule({ query: 'peft', action: 'hide', sites: [] });
    await library.renameTag('peft', 'say "hi"');
    const written = String.raw`#"say \"hi\""`;
    expect(await library.searches()).toMatchObject([
      { name: written, query: written },
      { name: 'Boats', query: `title:boats -${written} or ${written}`, tag: 'say "hi"' },
    ]);
    expect(await library.rules()).toMatchObject([
      { query: `boats ${written}`, unless: `${written} or survey` },
      { query: 'peft' },
    ]);
    await library.undo();
    expect(await library.searches()).toMatchObject([{ query: '#peft' }, { query, tag: 'Peft' }]);
    expect((await library.rules())[0]).toMatchObject({ query: 'boats #peft' });
  });

  it('changes it on every paper, in the trash too, and one undo changes it back', async () => {
    const opened = await tagged();
    await opened.library.renameTag('peft', 'Fine-tuning');
    expect(await tagsOf(opened)).toEqual({
      1: ['adapters', 'Fine-tuning'],
      2: ['adapters'],
      3: ['Fine-tuning'],
    });
    expect(await counts(opened)).toMatchObject({ adapters: 2, 'Fine-tuning': 1 });
    await opened.library.undo();
    expect(await tagsOf(opened)).toMatchObject({ 1: ['adapters', 'peft'], 3: ['peft'] });
    expect(await counts(opened)).toMatchObject({ adapters: 2, peft: 1 });
  });

  it('to one that is there makes the two one: nobody wears it twice, and it keeps its spelling', async () => {
    const opened = await tagged();
    await opened.library.setColour('peft', 'red');
    await opened.library.renameTag('peft', 'ADAPTERS');
    expect(await tagsOf(opened)).toEqual({ 1: ['adapters'], 2: ['adapters'], 3: ['adapters'] });
    expect(await opened.library.tags()).toMatchObject([
      { name: 'adapters', count: 2, digit: 1, colour: 'red' },
    ]);
    await opened.library.undo();
    expect(await counts(opened)).toMatchObject({ adapters: 2, peft: 1 });
  });

  it('to another spelling of itself is seen everywhere', async () => {
    const opened = await tagged();
    await opened.library.renameTag('peft', 'PEFT');
    expect(await tagsOf(opened)).toMatchObject({ 1: ['adapters', 'PEFT'] });
    expect(await counts(opened)).toMatchObject({ PEFT: 1 });
    expect((await opened.library.find({ query: '#peft', limit: 5 })).total).toBe(1);
  });

  it('that nobody wears, or to nothing, changes nothing or says why', async () => {
    const opened = await tagged();
    expect(await opened.library.renameTag('nothing', 'something')).toEqual({});
    await expect(opened.library.renameTag('peft', '  ')).rejects.toThrow('1 to 80');
  });
});

describe('removing a tag', () => {
  it('takes it off every paper with its key and colour, and one undo brings all of it back', async () => {
    const opened = await tagged();
    await opened.library.setDigit('peft', 7);
    await opened.library.setColour('peft', 'blue');
    await opened.library.removeTag('PEFT');
    expect(await tagsOf(opened)).toEqual({ 1: ['adapters'], 2: ['adapters'], 3: [] });
    expect(await counts(opened)).toEqual({ adapters: 2 });
    await opened.library.undo();
    expect(await tagsOf(opened)).toMatchObject({ 1: ['adapters', 'peft'], 3: ['peft'] });
    expect(await opened.library.tags()).toContainEqual(
      expect.objectContaining({ name: 'peft', digit: 7, colour: 'blue' }),
    );
  });
});

describe('the colour of a tag', () => {
  it('stays when its key goes, and goes when it is taken away', async () => {
    const opened = await tagged();
    await opened.library.setColour('peft', 'green');
    await opened.library.setDigit('peft', undefined);
    const peft = async (): Promise<unknown> =>
      (await opened.library.tags()).find(({ name }) => name === 'peft');
    expect(await peft()).toMatchObject({ colour: 'green' });
    await opened.library.setColour('peft', undefined);
    expect(await peft()).not.toHaveProperty('colour');
    await expect(opened.library.setColour('peft', 'ultraviolet' as never)).rejects.toThrow(
      'colours',
    );
    expect(TWO).toBeDefined();
  });
});
