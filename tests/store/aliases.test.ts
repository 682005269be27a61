import { describe, expect, it } from 'vitest';
import type { Paper, Reading } from '@/utils/domain/paper';
import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { openIndexed } from './index-library';
import { id, openLibrary, reading } from './open-library';

function named(text: string): PaperId {
  const made = paperId(text);
  if (!made) throw new Error(`${text} is no id`);
  return made;
}

const ARXIV = id('2611.00001');
const DOI = named('doi:10.1145/3292500.3330701');

function published(fields: Partial<Paper> = {}): Reading {
  const paper: Paper = { id: DOI, title: 'Copper graphs', ...fields };
  const names = Object.keys(paper).filter((name) => name !== 'id');
  return { paper, sources: Object.fromEntries(names.map((name) => [name, 'page'])) };
}

async function two() {
  const opened = openLibrary();
  const { library } = opened;
  await library.tag(reading('2611.00001'), 'preprint');
  await library.note(ARXIV, 'Read on arXiv.');
  await library.tag(published(), 'printed');
  await library.note(DOI, 'Read in print.');
  return opened;
}

describe('a paper with several ids', () => {
  it('is one paper, whichever id it is asked for by', async () => {
    const { library } = openLibrary();
    await library.save(reading('2611.00001', { aliases: [DOI] }));
    const changed = await library.tag(published(), 'graphs');
    expect(changed.status).toMatchObject({ id: DOI, entry: { id: ARXIV, tags: ['graphs'] } });
    const seen = await library.see('elsewhere', [published()]);
    expect(seen.statuses).toMatchObject([{ id: DOI, entry: { id: ARXIV } }]);
    expect((await library.find({ query: '', limit: 9 })).total).toBe(1);
  });

  it('is found by what was known of it under the other id', async () => {
    const opened = openIndexed();
    const { library } = opened;
    await library.save(reading('2611.00001'));
    await library.see('elsewhere', [published({ abstract: 'Verdigris on old roofs.' })]);
    await opened.catchUp();
    await library.see('elsewhere', [reading('2611.00001', { aliases: [DOI] })]);
    expect(await library.findIds({ query: 'verdigris' })).toEqual([ARXIV]);
    await opened.catchUp();
    expect(await library.findIds({ query: 'verdigris' })).toEqual([ARXIV]);
  });

  it('tells listings that know it by another id of its changes', async () => {
    const { library, told } = openLibrary();
    await library.save(reading('2611.00001', { aliases: [DOI] }));
    await library.setState(ARXIV, 'read');
    expect(told.at(-1)?.ids).toEqual([ARXIV, DOI]);
  });

  it('counts as seen on every site when it was seen on one', async () => {
    const { library, clock } = openLibrary();
    await library.see('one', [reading('2611.00001', { aliases: [DOI] })]);
    clock.now += 86_400_000;
    const { statuses } = await library.see('other', [published()]);
    expect(statuses[0]?.seenBefore).toBe('2026-11-23T08:00:00.000Z');
  });

  it('is told by one reading of a batch to the rest of it', async () => {
    const { library } = openLibrary();
    const papers = [reading('2611.00001', { aliases: [DOI] }), published()];
    const imported = await library.importPapers(papers.map((of) => ({ reading: of })));
    expect(imported).toMatchObject({ added: 1, known: 0 });
    expect((await library.find({ query: '', limit: 9 })).total).toBe(1);
  });
});

describe('two saved papers of which a page says that they are one', () => {
  it('become one with the tags and notes of both', async () => {
    const { library, told } = await two();
    await library.see('arxiv', [reading('2611.00001', { aliases: [DOI] })]);
    const { rows } = await library.find({ query: '', limit: 9 });
    expect(rows).toMatchObject([{ id: ARXIV, tags: ['preprint', 'printed'] }]);
    expect((await library.details(ARXIV))?.note).toBe('Read on arXiv.\n\nRead in print.');
    expect(told.at(-1)?.ids).toEqual([ARXIV, DOI]);
  });

  it('are two again once that is undone, and stay two', async () => {
    const { library } = await two();
    await library.see('arxiv', [reading('2611.00001', { aliases: [DOI] })]);
    const [join] = await library.history(1);
    expect(join?.kind).toBe('join');
    await library.undo(join?.id);
    await library.see('arxiv', [reading('2611.00001', { aliases: [DOI] })]);
    const { rows } = await library.find({ query: '', limit: 9 });
    expect(rows.map(({ id: of, tags }) => [of, tags])).toEqual([
      [DOI, ['printed']],
      [ARXIV, ['preprint']],
    ]);
  });

  it('are not what undoing the latest change takes back', async () => {
    const { library } = await two();
    await library.see('arxiv', [reading('2611.00001', { aliases: [DOI] })]);
    expect((await library.undo())?.kind).toBe('note');
  });
});
