import { describe, expect, it } from 'vitest';
import type { Reading } from '@/utils/domain/paper';
import { MINUTE, id, openLibrary, reading } from './open-library';

const A = id('2611.00001');

/** The paper as a page shows it that names its latest version. */
function versioned(version: number): Reading {
  const { paper, sources } = reading('2611.00001');
  return { paper: { ...paper, version }, sources: { ...sources, version: 'page' } };
}

describe('saving', () => {
  it('saves a paper read from a card into the inbox', async () => {
    const { library, told } = openLibrary();
    const { status, operation } = await library.save(reading('2611.00001'));
    expect(status.entry).toEqual({
      id: A,
      savedAt: '2026-11-23T08:00:00.000Z',
      state: 'inbox',
      starred: false,
      tags: [],
    });
    expect(operation).toBeTypeOf('string');
    expect(told).toEqual([{ ids: [A], rules: false }]);
  });

  it('changes and logs nothing when a paper is saved a second time', async () => {
    const { library, clock } = openLibrary();
    const first = await library.save(reading('2611.00001'));
    clock.now += MINUTE;
    const second = await library.save(A);
    expect(second.status).toEqual(first.status);
    expect(second.operation).toBeUndefined();
    expect(await library.history(10)).toHaveLength(1);
  });

  it('keeps the version that was there when a paper was saved, and then when it was read', async () => {
    const { library } = openLibrary();
    await library.save(versioned(1));
    await library.see('arxiv', [versioned(3)]);
    const held = async () => (await library.known([A])).statuses[0]?.entry?.heldVersion;
    expect(await held()).toBe(1);
    await library.setState(A, 'to-read');
    expect(await held()).toBe(1);
    await library.setState(A, 'read');
    expect(await held()).toBe(3);
    await library.undo();
    expect(await held()).toBe(1);
  });

  it('refuses the id of a paper it has never seen', async () => {
    const { library } = openLibrary();
    await expect(library.save(A)).rejects.toThrow('has not seen this paper');
    await expect(library.save('arxiv:nonsense' as typeof A)).rejects.toThrow('not a paper');
  });

  it('stores ten papers saved in the same moment, and counts them', async () => {
    const { library } = openLibrary();
    const ids = Array.from({ length: 10 }, (_, index) => `2611.0000${index}`);
    await Promise.all(ids.map((arxivId) => library.save(reading(arxivId))));
    const found = await library.find({ query: '', limit: 50 });
    expect(found.total).toBe(10);
    expect(new Set(found.rows.map((row) => row.id)).size).toBe(10);
    expect(new Set((await library.history(20)).map((operation) => operation.id)).size).toBe(10);
  });

  it('is there for another opening of the same database', async () => {
    const first = openLibrary('reopened');
    await first.library.tag(reading('2611.00001'), 'kept');
    first.db.close();
    const second = openLibrary('reopened');
    expect((await second.library.known([A])).statuses[0]?.entry?.tags).toEqual(['kept']);
  });
});

describe('tagging', () => {
  it('saves an unsaved paper in the same operation', async () => {
    const { library } = openLibrary();
    const { status } = await library.tag(reading('2611.00001'), 'Diffusion');
    expect(status.entry?.tags).toEqual(['Diffusion']);
    expect(await library.history(10)).toHaveLength(1);
    await library.undo();
    expect((await library.known([A])).statuses[0]?.entry).toBeUndefined();
  });

  it('takes a tag in another case for the same tag, and keeps its spelling', async () => {
    const { library } = openLibrary();
    await library.tag(reading('2611.00001'), 'Diffusion');
    const again = await library.tag(A, '  #diffusion ');
    expect(again.operation).toBeUndefined();
    const other = await library.tag(reading('2611.00002'), 'DIFFUSION');
    expect(other.status.entry?.tags).toEqual(['Diffusion']);
    expect(await library.tags()).toMatchObject([{ name: 'Diffusion', count: 2 }]);
    const without = await library.untag(A, 'diffusion');
    expect(without.status.entry?.tags).toEqual([]);
  });

  it('says in a sentence why a name is no tag', async () => {
    const { library } = openLibrary();
    await expect(library.tag(reading('2611.00001'), ' # ')).rejects.toThrow('1 to 80 characters');
    expect((await library.find({ query: '', limit: 1 })).total).toBe(0);
  });

  it('keeps tags whose names are those of object prototypes', async () => {
    const { library } = openLibrary();
    await library.save(reading('2611.00001'));
    for (const name of ['constructor', '__proto__', 'toString']) await library.tag(A, name);
    expect((await library.known([A])).statuses[0]?.entry?.tags).toEqual([
      'constructor',
      '__proto__',
      'toString',
    ]);
    expect((await library.find({ query: '#__proto__', limit: 5 })).rows).toHaveLength(1);
  });

  it('counts the live papers of a tag only', async () => {
    const { library } = openLibrary();
    await library.tag(reading('2611.00001'), 'x');
    await library.tag(reading('2611.00002'), 'x');
    await library.trash([A]);
    expect(await library.tags()).toMatchObject([{ name: 'x', count: 1 }]);
    await library.restore([A]);
    expect(await library.tags()).toMatchObject([{ name: 'x', count: 2 }]);
  });

  it('forgets a tag that nobody wears, and takes its next spelling', async () => {
    const { library } = openLibrary();
    await library.tag(reading('2611.00001'), 'difusion');
    await library.untag(A, 'difusion');
    expect(await library.tags()).toEqual([]);
    const { status } = await library.tag(A, 'Difusion');
    expect(status.entry?.tags).toEqual(['Difusion']);
    expect(await library.tags()).toMatchObject([{ name: 'Difusion', count: 1 }]);
  });

  it('gives new tags the first free digits, and takes them back with the tag', async () => {
    const { library } = openLibrary();
    for (const name of ['one', 'two', 'three']) await library.tag(reading('2611.00001'), name);
    const digits = async () =>
      Object.fromEntries((await library.tags()).map(({ name, digit }) => [name, digit]));
    expect(await digits()).toEqual({ one: 1, two: 2, three: 3 });
    const { operation } = await library.untag(A, 'two');
    expect(await digits()).toEqual({ one: 1, three: 3 });
    await library.undo(operation);
    expect(await digits()).toEqual({ one: 1, two: 2, three: 3 });
  });

  it('gives a digit to one tag at a time', async () => {
    const { library } = openLibrary();
    await library.tag(reading('2611.00001'), 'one');
    await library.tag(A, 'two');
    await library.setDigit('one', 3);
    await library.setDigit('two', 3);
    const digits = async () =>
      Object.fromEntries((await library.tags()).map(({ name, digit }) => [name, digit]));
    expect(await digits()).toEqual({ one: undefined, two: 3 });
    await library.undo();
    expect(await digits()).toEqual({ one: 3, two: 2 });
    await expect(library.setDigit('one', 10)).rejects.toThrow('1 to 9');
    await library.setDigit('one', undefined);
    expect(await digits()).toEqual({ one: undefined, two: 2 });
  });
});

describe('notes', () => {
  it('keeps a note, and saves the paper it is on', async () => {
    const { library } = openLibrary();
    const { status } = await library.note(reading('2611.00001'), 'Read **this**');
    expect(status).toMatchObject({ note: 'Read **this**', entry: { state: 'inbox' } });
    expect((await library.details(A))?.note).toBe('Read **this**');
    expect((await library.find({ query: '', limit: 1 })).rows[0]?.hasNote).toBe(true);
  });

  it('takes keystrokes within a minute for one operation', async () => {
    const { library, clock } = openLibrary();
    await library.save(reading('2611.00001'));
    const first = await library.note(A, 'a');
    clock.now += 10_000;
    const second = await library.note(A, 'ab');
    expect(second.operation).toBe(first.operation);
    expect(await library.history(10)).toHaveLength(2);
    await library.undo();
    expect((await library.known([A])).statuses[0]?.note).toBeUndefined();
    expect((await library.find({ query: '', limit: 1 })).rows[0]?.hasNote).toBe(false);
  });

  it('begins a new operation after a minute, for another paper, and after any other change', async () => {
    const { library, clock } = openLibrary();
    const operations = new Set<string | undefined>();
    const note = async (arxivId: string, text: string) =>
      operations.add((await library.note(reading(arxivId), text)).operation);
    await note('2611.00001', 'a');
    clock.now += MINUTE;
    await note('2611.00001', 'ab');
    await note('2611.00002', 'b');
    await note('2611.00001', 'abc');
    await library.setState(A, 'read');
    await note('2611.00001', 'abcd');
    expect(operations.size).toBe(5);
  });

  it('begins a new operation when the wall clock was set back', async () => {
    const { library, clock } = openLibrary();
    const first = await library.note(reading('2611.00001'), 'a');
    clock.now -= 60 * MINUTE;
    const second = await library.note(A, 'ab');
    expect(second.operation).not.toBe(first.operation);
    expect((second.operation ?? '') > (first.operation ?? '')).toBe(true);
  });

  it('removes a blank note, and saves nothing for one that never was', async () => {
    const { library } = openLibrary();
    const never = await library.note(reading('2611.00001'), '  \n');
    expect(never.operation).toBeUndefined();
    expect(never.status.entry).toBeUndefined();
    await library.note(A, 'text');
    expect((await library.note(A, '')).status.note).toBeUndefined();
  });

  it('refuses a note of more than a million characters and keeps the old one', async () => {
    const { library } = openLibrary();
    await library.note(reading('2611.00001'), 'old');
    await expect(library.note(A, 'x'.repeat(1_000_001))).rejects.toThrow('million');
    expect((await library.details(A))?.note).toBe('old');
  });
});

describe('the trash', () => {
  it('takes papers out of the list, keeps all of them, and gives them back', async () => {
    const { library } = openLibrary();
    await library.tag(reading('2611.00001'), 'x');
    await library.note(A, 'text');
    const { operation } = await library.trash([A, id('2611.00002')]);
    expect(operation).toBeTypeOf('string');
    expect((await library.known([A])).statuses[0]?.entry).toBeUndefined();
    expect(await library.find({ query: '', limit: 5 })).toMatchObject({ total: 0, rows: [] });
    const trashed = await library.find({ query: '', limit: 5, trashed: true });
    expect(trashed).toMatchObject({ total: 1, rows: [{ id: A, tags: ['x'], hasNote: true }] });
    expect((await library.trash([A])).operation).toBeUndefined();
    await library.restore([A]);
    expect((await library.known([A])).statuses[0]).toMatchObject({
      note: 'text',
      entry: { tags: ['x'] },
    });
  });

  it('gives a paper back when it is saved, tagged, noted or given a state again', async () => {
    const { library } = openLibrary();
    const { status: saved } = await library.tag(reading('2611.00001'), 'x');
    const again = [
      () => library.save(A),
      () => library.tag(A, 'x'),
      () => library.note(A, 'n'),
      () => library.setState(A, 'inbox'),
    ];
    for (const act of again) {
      await library.trash([A]);
      const { status } = await act();
      expect(status.entry).toEqual(saved.entry);
    }
  });
});

describe('what pages send', () => {
  it('drops a broken card and takes the others', async () => {
    const { library } = openLibrary();
    const broken = [
      null,
      'text',
      { paper: { id: 'arxiv:x', title: 'bad id' }, sources: {} },
      { paper: { id: '__proto__', title: 'bad id' }, sources: {} },
      { paper: { id: 'arxiv:2611.00002' }, sources: {} },
      { paper: { id: 'arxiv:2611.00003', title: 12 }, sources: {} },
    ] as unknown as Reading[];
    const { statuses } = await library.see('s', [...broken, reading('2611.00001')]);
    expect(statuses.map((status) => status.id)).toEqual([A]);
  });

  it('caps absurd sizes, drops wrong types, and lets no page speak for an API', async () => {
    const { library } = openLibrary();
    const hostile = {
      paper: {
        id: 'arxiv:2611.00001v3',
        title: `T\u202E${'x'.repeat(1_000_000)}`,
        authors: [...Array.from({ length: 6_000 }, (_, n) => `Author ${n}`), 7],
        abstract: 'a'.repeat(50_000),
        upvotes: -1,
        comments: 'many',
        published: '2026-02-31',
        links: { page: 'javascript:alert(1)', code: 'https://example.org/code', extra: 'x' },
        extra: { deep: true },
      },
      sources: { title: 'reader', authors: 'api:arxiv', abstract: 'embedded' },
    } as unknown as Reading;
    await library.save(hostile);
    const { paper, provenance } = (await library.details(A)) ?? {};
    expect(paper?.title).toHaveLength(1_999);
    expect(paper?.title).not.toContain('\u202E');
    expect(paper?.authors).toHaveLength(5_000);
    expect(paper?.abstract).toHaveLength(20_000);
    expect(paper?.links).toEqual({ code: 'https://example.org/code' });
    expect(Object.keys(paper ?? {}).sort()).toEqual(
      ['abstract', 'authors', 'id', 'links', 'title'].sort(),
    );
    expect(provenance).toMatchObject({
      title: { source: 'page' },
      authors: { source: 'page' },
      abstract: { source: 'embedded' },
    });
  });
});
