import { describe, expect, it } from 'vitest';
import type { FoundSeen } from '@/utils/domain/library';
import { packing } from '@/utils/store/packing';
import { searchSeen } from '@/utils/store/seen-search';
import { linearEngine } from '@/utils/query/linear-engine';
import { type Opened, MINUTE, id, openLibrary, reading } from './open-library';

const [ONE, OTHER, THIRD] = ['2611.00001', '2611.00002', '2611.00003'].map(id) as [
  ReturnType<typeof id>,
  ReturnType<typeof id>,
  ReturnType<typeof id>,
];

async function twins(isPacked: boolean): Promise<Opened> {
  const opened = openLibrary();
  const { library, clock, db } = opened;
  const papers = [
    reading('2611.00001', { title: 'Copper Graphs', authors: ['Ada Example'], abstract: 'Long.' }),
    reading('2611.00002', { title: 'Copper graphs.', authors: ['A. Example', 'Bo Sample'] }),
    reading('2611.00003', { title: 'Copper graphs', authors: ['Somebody Else'] }),
  ];
  for (const paper of papers) {
    clock.now += MINUTE;
    await library.save(paper);
  }
  await library.tag(ONE, 'kept');
  await library.tag(OTHER, 'other');
  await library.note(ONE, 'first');
  await library.note(OTHER, 'second');
  if (isPacked) await packing(db, () => Promise.resolve()).catchUp();
  return opened;
}

describe('duplicates', () => {
  for (const isPacked of [false, true]) {
    it(`are suggested by title and a common author${isPacked ? ', also by the index' : ''}`, async () => {
      const { library } = await twins(isPacked);
      const pairs = await library.duplicates();
      expect(pairs.map(({ one, other }) => [one.paper.id, other.paper.id])).toEqual([[ONE, OTHER]]);
    });
  }

  it('become one paper with both tags and notes and the fields chosen, and two again', async () => {
    const { library, clock } = await twins(false);
    clock.now += MINUTE;
    await library.mergePapers(ONE, OTHER, ['authors']);
    expect(await library.details(ONE)).toMatchObject({
      row: { tags: ['kept', 'other'] },
      note: 'first\n\nsecond',
      paper: { authors: ['A. Example', 'Bo Sample'], abstract: 'Long.' },
    });
    expect(await library.findIds({ query: '', trashed: true })).toEqual([OTHER]);
    expect(await library.duplicates()).toEqual([]);
    await library.undo();
    expect(await library.details(ONE)).toMatchObject({ row: { tags: ['kept'] }, note: 'first' });
    expect(await library.duplicates()).toHaveLength(1);
  });

  it('of three papers are suggested until each pair is known not to be one', async () => {
    const { library, clock } = openLibrary();
    for (const name of ['2611.00001', '2611.00002', '2611.00003']) {
      clock.now += MINUTE;
      await library.save(reading(name, { title: 'Copper graphs' }));
    }
    const pairs = async (): Promise<string[]> =>
      (await library.duplicates()).map(({ one, other }) =>
        [one, other].map(({ paper }) => paper.id.slice(-1)).join(''),
      );
    expect(await pairs()).toEqual(['12', '13']);
    await library.setDistinct(ONE, OTHER);
    expect(await pairs()).toEqual(['13', '23']);
    await library.setDistinct(ONE, THIRD);
    expect(await pairs()).toEqual(['23']);
    await library.setDistinct(OTHER, THIRD);
    expect(await pairs()).toEqual([]);
  });

  it('are found with a damaged index too, which is mended', async () => {
    const { library, db, damages } = await twins(true);
    await db.columns.clear();
    expect(await library.duplicates()).toHaveLength(1);
    expect(damages).toEqual(['damaged']);
  });

  it('that are none are not suggested again, until that is undone', async () => {
    const { library, clock } = await twins(false);
    await library.setDistinct(OTHER, ONE);
    expect(await library.duplicates()).toEqual([]);
    clock.now += MINUTE;
    await library.undo();
    expect(await library.duplicates()).toHaveLength(1);
  });

  it('are two papers, both saved', async () => {
    const { library } = await twins(false);
    await expect(library.mergePapers(ONE, ONE, [])).rejects.toThrow('not two saved papers');
    await library.trash([THIRD]);
    await expect(library.mergePapers(id('2611.00009'), ONE, [])).rejects.toThrow();
  });
});

describe('figures', () => {
  it('count papers by the day they were seen, hidden, saved and read', async () => {
    const { library, clock } = openLibrary();
    await library.see('huggingface', [reading('2611.00001'), reading('2611.00002')]);
    await library.tag(reading('2611.00001'), 'kept');
    await library.hide(reading('2611.00002'));
    clock.now += 24 * 60 * MINUTE;
    await library.see('huggingface', [reading('2611.00002'), reading('2611.00003')]);
    await library.setState(ONE, 'read');
    await library.setState(reading('2611.00004'), 'to-read');
    const figures = await library.figures(3);
    expect(
      figures.days.map(({ seen, hidden, saved, read }) => [seen, hidden, saved, read]),
    ).toEqual([
      [0, 0, 0, 0],
      [2, 1, 1, 0],
      [1, 0, 1, 1],
    ]);
    expect(figures).toMatchObject({
      streak: 1,
      backlog: 1,
      tags: [{ name: 'kept', saved: 1, read: 1 }],
    });
  });

  it('leave out what was taken back', async () => {
    const { library } = openLibrary();
    await library.setState(reading('2611.00001'), 'read');
    await library.undo();
    expect((await library.figures(1)).days).toMatchObject([{ saved: 0, read: 0 }]);
    const { operation = '' } = await library.save(reading('2611.00001'));
    await library.setState(ONE, 'read');
    await library.goBack(operation);
    const [day] = (await library.figures(1)).days;
    expect(day).toMatchObject({ saved: 1, read: 0 });
    await library.undo();
    expect((await library.figures(1)).days).toMatchObject([{ saved: 1, read: 1 }]);
  });

  it('count a paper on each day it was read, and as many days in a row as there are', async () => {
    const { library, clock } = openLibrary();
    for (let day = 0; day < 200; day += 1) {
      clock.now += 24 * 60 * MINUTE;
      await library.setState(day === 0 ? reading('2611.00001') : ONE, 'read');
      await library.setState(ONE, 'reading');
    }
    const { days, streak } = await library.figures(3);
    expect(days.map(({ read }) => read)).toEqual([1, 1, 1]);
    expect(streak).toBe(200);
    expect((await library.figures(365)).streak).toBe(200);
  }, 60_000);

  it('count a paper that was read elsewhere on the day it was saved there', async () => {
    const { library } = openLibrary();
    await library.importPapers([
      { reading: reading('2611.00001'), state: 'read', savedAt: '2026-11-22T12:00:00.000Z' },
      { reading: reading('2611.00002'), state: 'to-read', savedAt: '2026-11-22T12:00:00.000Z' },
    ]);
    const { days, backlog } = await library.figures(2);
    expect(days.map(({ saved, read }) => [saved, read])).toEqual([
      [2, 1],
      [0, 0],
    ]);
    expect(backlog).toBe(1);
  });

  it('leave out no day when the clocks are put forward', async () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'Europe/Berlin';
    try {
      const { library, clock } = openLibrary();
      clock.now = Date.parse('2026-03-30T00:30:00+02:00');
      const { days } = await library.figures(3);
      expect(days.map(({ day }) => day)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('the acts on one paper', () => {
  it('say which field they changed, from what to what', async () => {
    const { library, clock } = openLibrary();
    await library.tag(reading('2611.00001', { title: 'As listed' }), 'kept');
    for (const act of [
      () => library.setState(ONE, 'reading'),
      () => library.editPaper(ONE, { title: 'Own title' }),
      () => library.note(ONE, 'a thought'),
      () => library.changeMany([ONE, OTHER], { kind: 'star', starred: true }),
    ]) {
      clock.now += 2 * MINUTE;
      await act();
    }
    await library.save(reading('2611.00002'));
    const acts = await library.actsOn(ONE);
    expect(acts.map(({ changes }) => changes)).toEqual([
      [{ field: 'starred', after: 'true' }],
      [{ field: 'note', after: 'a thought' }],
      [{ field: 'title', after: 'Own title' }],
      [{ field: 'state', before: 'inbox', after: 'reading' }],
      [
        { field: 'savedAt', after: '2026-11-23T08:00:00.000Z' },
        { field: 'tags', after: 'kept' },
      ],
    ]);
    expect((await library.history(2))[1]).toMatchObject({ changes: [{ field: 'starred' }] });
  });

  it('are all there, however long ago, and the history goes on page by page', async () => {
    const { library } = openLibrary();
    await library.save(reading('2611.00001'));
    for (let index = 0; index < 1_100; index += 1) {
      await library.star(reading('2611.00002'), index % 2 === 0);
    }
    expect((await library.actsOn(ONE)).map(({ kind }) => kind)).toEqual(['save']);
    const told: string[] = [];
    for (let before: string | undefined; ; before = told.at(-1)) {
      const page = await library.history(500, before);
      told.push(...page.map(({ id: act }) => act));
      if (page.length < 500) break;
    }
    expect(new Set(told).size).toBe(1_101);
    expect(await library.countSince(told.at(-1) ?? '')).toBe(1_100);
  }, 60_000);
});

function graph(arxivId: string) {
  return reading(arxivId, { title: 'Copper graphs' });
}

describe('a saved search that gives a tag', () => {
  it.each(['upvotes:>many', '()', 'is:inbox', '-survey', 'saved:<7d', '/(/'])(
    'is refused for %s, which says nothing of the papers',
    async (query) => {
      const { library, db } = openLibrary();
      await expect(library.addSearch({ query, tag: 'auto' })).rejects.toThrow(/tag/);
      await library.addSearch({ query, name: 'Without' });
      const [{ id: search = '' } = {}] = await library.searches();
      await expect(library.editSearch(search, { tag: 'auto' })).rejects.toThrow(/tag/);
      // One that was kept before it was refused gives nothing.
      await db.searches.update(search, { tag: 'auto' });
      const { status } = await library.save(reading('2611.00001'));
      expect(status.entry?.tags).toEqual([]);
    },
  );

  it('gives it to papers that are saved, and to those of an import that are new', async () => {
    const { library } = openLibrary();
    await library.addSearch({ query: 'boats', tag: 'Sea' });
    const { status } = await library.save(reading('2611.00001', { title: 'Paper boats' }));
    expect(status.entry?.tags).toEqual(['Sea']);
    await library.untag(ONE, 'sea');
    await library.importPapers(
      ['2611.00001', '2611.00002'].map((name) => ({
        reading: reading(name, { title: 'Paper boats' }),
        tags: ['imported', ...(name.endsWith('2') ? ['SEA'] : [])],
      })),
    );
    const { statuses } = await library.known([ONE, OTHER]);
    expect(statuses.map(({ entry }) => entry?.tags)).toEqual([['imported'], ['imported', 'SEA']]);
  });
});

describe('a search through everything seen', () => {
  it('finds what was seen and not saved, the latest first', async () => {
    const { library, db, clock } = openLibrary();
    await library.see('huggingface', [graph('2611.00001'), reading('2611.00009')]);
    clock.now += MINUTE;
    await library.see('huggingface', [graph('2611.00002'), graph('2611.00003')]);
    await library.save(graph('2611.00003'));
    const parts = { now: () => clock.now, patterns: linearEngine };
    const store = { db, parts } as unknown as Parameters<typeof searchSeen>[0];
    let latest: FoundSeen | undefined;
    for await (const found of searchSeen(store, 'is:seen graph', new AbortController().signal)) {
      latest = found;
    }
    expect(latest?.rows.map((row) => row.id)).toEqual([OTHER, ONE]);
    expect(latest).toMatchObject({ found: 2, looked: 4, total: 4 });
  });
});

it('a paper kept to be read says so until that is undone', async () => {
  const { library } = openLibrary();
  await library.setState(reading('2611.00001'), 'to-read');
  await library.keep([ONE]);
  expect((await library.details(ONE))?.row.keptAt).toBe('2026-11-23T08:00:00.000Z');
  await library.undo();
  expect((await library.details(ONE))?.row).not.toHaveProperty('keptAt');
});
