import { describe, expect, it } from 'vitest';
import { MINUTE, id, openLibrary, reading } from './open-library';

const PAPER = id('2611.00001');

describe('what the reader writes of a paper', () => {
  it('stands in place of what sites say, also when they say it again', async () => {
    const { library } = openLibrary();
    await library.save(reading('2611.00001', { title: 'As listed', organization: 'Some lab' }));
    await library.editPaper(PAPER, { title: 'As the reader knows it', venue: 'TMLR' });
    await library.see('huggingface', [reading('2611.00001', { title: 'As listed, again' })]);
    const details = await library.details(PAPER);
    expect(details?.paper).toMatchObject({
      title: 'As the reader knows it',
      venue: 'TMLR',
      organization: 'Some lab',
    });
    expect(details?.provenance.title?.source).toBe('reader');
    expect(details?.row.title).toBe('As the reader knows it');
    expect(await library.findIds({ query: 'venue:tmlr' })).toEqual([PAPER]);
    expect(await library.findIds({ query: 'listed' })).toEqual([]);
  });

  it('is dated when it was written, whatever is written or seen since', async () => {
    const { library, clock } = openLibrary();
    await library.save(reading('2611.00001', { title: 'As listed' }));
    const written = new Date(clock.now).toISOString();
    await library.editPaper(PAPER, { title: 'Own words', authors: ['Ada Example'] });
    clock.now += MINUTE;
    const later = new Date(clock.now).toISOString();
    await library.editPaper(PAPER, { title: 'Own words', authors: ['Ada Example'], venue: 'TMLR' });
    clock.now += MINUTE;
    await library.see('huggingface', [reading('2611.00001', { title: 'As listed since' })]);
    const { provenance } = (await library.details(PAPER)) ?? {};
    expect(provenance?.title).toEqual({ source: 'reader', at: written });
    expect(provenance?.authors?.at).toBe(written);
    expect(provenance?.venue?.at).toBe(later);
    await library.editPaper(PAPER, { title: 'Other words' });
    expect((await library.details(PAPER))?.provenance.title?.at).toBe(
      new Date(clock.now).toISOString(),
    );
  });

  it('gives way to what sites say by then when it is blanked or undone', async () => {
    const { library, clock } = openLibrary();
    await library.save(reading('2611.00001', { title: 'As listed' }));
    await library.editPaper(PAPER, { title: 'Own words' });
    await library.see('huggingface', [reading('2611.00001', { title: 'As listed since' })]);
    clock.now += MINUTE;
    await library.editPaper(PAPER, { title: '' });
    expect((await library.details(PAPER))?.paper.title).toBe('As listed since');
    await library.undo();
    expect((await library.details(PAPER))?.paper.title).toBe('Own words');
    await library.undo();
    expect((await library.details(PAPER))?.paper.title).toBe('As listed since');
  });

  it('that names authors is not counted by somebody else', async () => {
    const { library } = openLibrary();
    await library.save(reading('2611.00001', { authorCount: 4 }));
    await library.editPaper(PAPER, { authors: ['Ada Example', 'Bo Sample'] });
    expect(await library.findIds({ query: 'authors:2 author:"b sample"' })).toEqual([PAPER]);
    expect((await library.details(PAPER))?.row.byline).toBe('A. Example, B. Sample');
  });

  it('is checked: nonsense is left out and nothing is lost', async () => {
    const { library } = openLibrary();
    await library.save(reading('2611.00001', { published: '2025-01-01' }));
    await library.editPaper(PAPER, { published: 'soon', title: '  ' });
    expect((await library.details(PAPER))?.paper).toMatchObject({
      published: '2025-01-01',
      title: 'Paper 2611.00001',
    });
  });
});

describe('details', () => {
  it('tell where and when a paper was seen, and what was done with it', async () => {
    const { library, clock } = openLibrary();
    await library.see('huggingface', [reading('2611.00001')]);
    clock.now += MINUTE;
    await library.tag(PAPER, 'kept');
    await library.save(reading('2611.00002'));
    expect((await library.details(PAPER))?.sightings).toMatchObject([{ site: 'huggingface' }]);
    expect((await library.actsOn(PAPER)).map(({ kind }) => kind)).toEqual(['tag']);
  });
});

describe('saved searches', () => {
  it('tag papers as they are saved, and only those', async () => {
    const { library } = openLibrary();
    await library.save(reading('2611.00009', { title: 'An old graph' }));
    await library.addSearch({ name: 'Graphs', query: 'graph -survey', tag: 'Graphs' });
    await library.save(reading('2611.00001', { title: 'Copper graphs' }));
    await library.save(reading('2611.00002', { title: 'A survey of graphs' }));
    expect(await library.findIds({ query: '#graphs' })).toEqual([PAPER]);
    await library.undo();
    await library.undo();
    expect(await library.findIds({ query: '#graphs' })).toEqual([]);
  });

  it('are renamed and lose their tag', async () => {
    const { library } = openLibrary();
    await library.addSearch({ query: 'graph', tag: 'g' });
    const [search] = await library.searches();
    await library.editSearch(search?.id ?? '', { name: 'Graphs', tag: null });
    expect(await library.searches()).toMatchObject([{ name: 'Graphs', query: 'graph' }]);
    expect((await library.searches())[0]).not.toHaveProperty('tag');
  });
});
