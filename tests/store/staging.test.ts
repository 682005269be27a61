import { describe, expect, it } from 'vitest';
import type { ImportedPaper } from '@/utils/domain/library';
import { id, openLibrary, reading } from './open-library';

function imported(arxivId: string, more: Partial<ImportedPaper> = {}): ImportedPaper {
  return { reading: reading(arxivId, { authors: ['Ada Example'] }), ...more };
}

const MANY = Array.from({ length: 300 }, (_, at) =>
  imported(`2610.${String(at).padStart(5, '0')}`),
);

describe('an import', () => {
  it('says what it would do and does nothing until it is taken', async () => {
    const { library } = openLibrary();
    await library.tag(reading('2611.00001', { authors: ['Ada Example'] }), 'mine');
    await library.importPapers([imported('2611.00002')]);
    const preview = await library.stageImport('file', [
      imported('2611.00001', { tags: ['theirs'] }),
      imported('2611.00002'),
      imported('2611.00003'),
      { reading: { paper: { title: 'no id' } } } as never,
    ]);
    expect(preview).toEqual({ added: 1, changed: 1, known: 1, unreadable: 1 });
    expect((await library.find({ query: '', limit: 9 })).total).toBe(2);
  });

  it('of many pieces is one operation, and one undo', async () => {
    const { library, db } = openLibrary();
    for (let at = 0; at < MANY.length; at += 100) {
      await library.stageImport('file', MANY.slice(at, at + 100));
    }
    const { operation, ...counts } = await library.commitImport('file');
    expect(counts).toEqual({ added: 300, known: 0, unreadable: 0 });
    expect((await library.find({ query: '', limit: 1 })).total).toBe(300);
    expect(await db.staged.count()).toBe(0);
    await library.undo(operation);
    expect((await library.find({ query: '', limit: 1 })).total).toBe(0);
  });

  it('of more papers than are taken at a time leaves none out', async () => {
    const { library } = openLibrary();
    const papers = Array.from({ length: 5_003 }, (_, index) => ({
      reading: reading(`2611.${String(index + 1).padStart(5, '0')}`),
    }));
    expect(await library.stageImport('file', papers)).toMatchObject({ added: 5_003 });
    expect(await library.importPapers(papers)).toMatchObject({ added: 5_003 });
  }, 60_000);

  it('that is dropped leaves nothing behind', async () => {
    const { library, db } = openLibrary();
    await library.stageImport('file', MANY.slice(0, 9));
    await library.stageImport('other', MANY.slice(0, 9));
    await library.dropImport('file');
    expect(await db.staged.toArray()).toMatchObject([{ task: 'other' }]);
    expect(await library.commitImport('file')).toMatchObject({ added: 0 });
  });

  it('nobody took is forgotten after a day', async () => {
    const { library, db, clock } = openLibrary();
    await library.stageImport('left', MANY.slice(0, 9));
    clock.now += 25 * 3_600_000;
    await library.stageImport('new', MANY.slice(0, 9));
    expect(await db.staged.toArray()).toMatchObject([{ task: 'new' }]);
  });

  it('adds tags and a note and replaces nothing', async () => {
    const { library } = openLibrary();
    await library.tag(reading('2611.00001'), 'Graphs');
    await library.note(id('2611.00001'), 'Mine.');
    await library.setState(id('2611.00001'), 'read');
    await library.importPapers([
      imported('2611.00001', { tags: ['graphs', 'rivers'], note: 'Theirs.', state: 'to-read' }),
    ]);
    const details = await library.details(id('2611.00001'));
    expect(details).toMatchObject({
      note: 'Mine.',
      row: { tags: ['Graphs', 'rivers'], state: 'read' },
    });
  });

  it('brings its citation keys where nobody has them', async () => {
    const { library } = openLibrary();
    await library.importPapers([
      imported('2611.00001', { citationKey: 'Ada2026' }),
      imported('2611.00002', { citationKey: 'ada2026' }),
      imported('2611.00003', { citationKey: 'not a key}' }),
    ]);
    const { text } = await library.bibtex(['2611.00001', '2611.00002', '2611.00003'].map(id));
    expect(text).toBe('Ada2026[]\nExample[]\nExamplea[]');
  });
});
