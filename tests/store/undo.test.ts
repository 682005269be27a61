import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Library } from '@/utils/domain/library';
import { MINUTE, type Opened, id, openLibrary, reading } from './open-library';

const PAPERS = ['2611.00001', '2611.00002', '2611.00003'] as const;
const TAGS = ['alpha', 'Alpha', 'beta', 'gamma delta', '__proto__'] as const;
const NOTES = ['', 'read again', 'a longer thought', '  '] as const;

type Verb = (library: Library) => Promise<unknown>;

const paper = fc.constantFrom(...PAPERS);
const name = fc.constantFrom(...TAGS);

/** One thing a reader may do. What makes no sense at the moment is refused, and that is fine. */
const verbs: fc.Arbitrary<Verb> = fc.oneof(
  paper.map(
    (of): Verb =>
      (library) =>
        library.save(reading(of)),
  ),
  fc.tuple(paper, name).map(
    ([of, tag]): Verb =>
      (library) =>
        library.tag(reading(of), tag),
  ),
  fc.tuple(paper, name).map(
    ([of, tag]): Verb =>
      (library) =>
        library.untag(id(of), tag),
  ),
  fc.tuple(paper, fc.constantFrom(...NOTES)).map(
    ([of, text]): Verb =>
      (library) =>
        library.note(reading(of), text),
  ),
  fc.tuple(paper, fc.constantFrom('inbox', 'reading', 'read')).map(
    ([of, state]): Verb =>
      (library) =>
        library.setState(reading(of), state),
  ),
  paper.map(
    (of): Verb =>
      (library) =>
        library.trash([id(of)]),
  ),
  fc.constant<Verb>((library) => library.trash(PAPERS.map(id))),
  paper.map(
    (of): Verb =>
      (library) =>
        library.restore([id(of)]),
  ),
  paper.map(
    (of): Verb =>
      (library) =>
        library.hide(reading(of)),
  ),
  paper.map(
    (of): Verb =>
      (library) =>
        library.unhide(id(of)),
  ),
  fc.constantFrom('diffusion', '"image editing"').map(
    (query): Verb =>
      (library) =>
        library.addRule({ query, action: 'collapse', sites: [] }),
  ),
  fc.nat(3).map((at): Verb => async (library) => {
    const rule = (await library.rules())[at];
    if (rule)
      await library.editRule(rule.id, {
        enabled: !rule.enabled,
        query: `${rule.query} x`,
        unless: rule.unless === undefined ? 'survey' : null,
      });
  }),
  fc.nat(3).map((at): Verb => async (library) => {
    const rule = (await library.rules())[at];
    if (rule) await library.removeRules([rule.id]);
  }),
  fc.tuple(name, fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined })).map(
    ([tag, digit]): Verb =>
      (library) =>
        library.setDigit(tag, digit),
  ),
);

const ids = fc.subarray([...PAPERS], { minLength: 1 }).map((chosen) => chosen.map(id));

/** What is done to many papers at once. */
const bulk: fc.Arbitrary<Verb> = fc.oneof(
  fc
    .tuple(
      ids,
      fc.oneof(
        name.map((tag) => ({ kind: 'tag' as const, name: tag })),
        name.map((tag) => ({ kind: 'untag' as const, name: tag })),
        fc.constantFrom('to-read', 'skipped').map((state) => ({ kind: 'state' as const, state })),
        fc.boolean().map((starred) => ({ kind: 'star' as const, starred })),
        fc.constantFrom('trash', 'restore').map((kind) => ({ kind })),
      ),
    )
    .map(
      ([chosen, change]): Verb =>
        (library) =>
          library.changeMany(chosen, change),
    ),
  fc.tuple(paper, fc.boolean()).map(
    ([of, starred]): Verb =>
      (library) =>
        library.star(reading(of), starred),
  ),
  fc.tuple(fc.subarray([...PAPERS]), fc.subarray([...TAGS]), fc.constantFrom(...NOTES)).map(
    ([of, tags, text]): Verb =>
      (library) =>
        library.importPapers(
          of.map((one) => ({ reading: reading(one), tags, note: text, state: 'read' })),
        ),
  ),
);

const describing: fc.Arbitrary<Verb> = fc.oneof(
  fc
    .tuple(
      paper,
      fc.constantFrom('title', 'venue', 'published'),
      fc.constantFrom('', 'Own words', '2025-01-01'),
    )
    .map(
      ([of, field, value]): Verb =>
        (library) =>
          library.editPaper(id(of), { [field]: value }),
    ),
  fc.tuple(fc.constantFrom('graph', 'paper'), fc.option(name, { nil: null })).map(
    ([query, tag]): Verb =>
      (library) =>
        library.addSearch({ query, tag }),
  ),
  fc.tuple(fc.nat(2), fc.option(name, { nil: null })).map(([at, tag]): Verb => async (library) => {
    const search = (await library.searches())[at];
    if (search) await library.editSearch(search.id, { name: 'other', tag });
  }),
  fc.nat(2).map((at): Verb => async (library) => {
    const search = (await library.searches())[at];
    if (search) await library.removeSearch(search.id);
  }),
  ids.map(
    (chosen): Verb =>
      (library) =>
        library.keep(chosen),
  ),
);

const tending: fc.Arbitrary<Verb> = fc.oneof(
  fc.tuple(name, fc.oneof(name, fc.constantFrom('KEPT', 'Later'))).map(
    ([from, to]): Verb =>
      (library) =>
        library.renameTag(from, to),
  ),
  name.map(
    (tag): Verb =>
      (library) =>
        library.removeTag(tag),
  ),
  fc.tuple(name, fc.constantFrom('red', 'blue', undefined)).map(
    ([tag, colour]): Verb =>
      (library) =>
        library.setColour(tag, colour),
  ),
);

const histories = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: verbs },
    { weight: 2, arbitrary: bulk },
    { weight: 1, arbitrary: describing },
    { weight: 1, arbitrary: tending },
  ),
  { minLength: 1, maxLength: 25 },
);

async function live({ library, clock }: Opened, verb: Verb): Promise<void> {
  clock.now += 2 * MINUTE;
  await verb(library).catch((error: unknown) => {
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toMatch(/not seen this paper|no longer there/);
  });
}

/** All that a reader could tell the difference by. */
async function visible({ db, library }: Opened): Promise<object> {
  const tags = await db.tags.toArray();
  return {
    entries: await db.entries.toArray(),
    notes: await db.notes.toArray(),
    hidden: await db.hidden.toArray(),
    rules: await library.rules(),
    searches: await library.searches(),
    papers: await library.findIds({ query: '', sort: 'title' }),
    tags: tags
      .filter(({ count, digit, colour }) => count > 0 || (digit ?? colour) !== undefined)
      .map(({ key, count, digit, colour }) => ({ key, count, digit, colour })),
    live: (await library.find({ query: '', limit: 1 })).total,
    trashed: (await library.find({ query: '', limit: 1, trashed: true })).total,
  };
}

/** Takes back everything; resolves to the undoing operations, in their order. */
async function undoAll({ library, clock }: Opened): Promise<string[]> {
  const undoings: string[] = [];
  for (;;) {
    clock.now += 1_000;
    const undone = await library.undo();
    if (!undone) return undoings;
    undoings.push(undone.operation.id);
  }
}

describe('undo', () => {
  it('of a whole history brings back its start, and redo its end', async () => {
    await fc.assert(
      fc.asyncProperty(histories, histories, async (before, history) => {
        const opened = openLibrary();
        for (const verb of before) await live(opened, verb);
        const start = await visible(opened);
        const boundary = (await opened.library.history(1))[0]?.id;
        for (const verb of history) await live(opened, verb);
        const end = await visible(opened);

        const undoings: string[] = [];
        for (;;) {
          const [latest] = await opened.db.operations
            .where('undoable')
            .equals(1)
            .reverse()
            .toArray();
          if (!latest || latest.id === boundary || latest.id < (boundary ?? '')) break;
          opened.clock.now += 1_000;
          const undone = await opened.library.undo();
          if (undone) undoings.push(undone.operation.id);
        }
        expect(await visible(opened)).toEqual(start);

        for (const undoing of undoings.reverse()) {
          opened.clock.now += 1_000;
          await opened.library.undo(undoing);
        }
        expect(await visible(opened)).toEqual(end);
      }),
      { numRuns: 40 },
    );
  });

  it('of a thousand operations brings back the start, and redo the end', async () => {
    const opened = openLibrary();
    const acts = fc.sample(histories, { numRuns: 400, seed: 7 }).flat();
    const start = await visible(opened);
    let done = 0;
    for (const verb of acts) {
      await live(opened, verb);
      done = await opened.db.operations.count();
      if (done === 1_000) break;
    }
    expect(done).toBe(1_000);
    const end = await visible(opened);
    const undoings = await undoAll(opened);
    expect(undoings).toHaveLength(1_000);
    expect(await visible(opened)).toEqual(start);
    for (const undoing of undoings.reverse()) {
      opened.clock.now += 1_000;
      await opened.library.undo(undoing);
    }
    expect(await visible(opened)).toEqual(end);
  }, 60_000);

  it('going back to a moment brings back all that was there then, and one undo returns', async () => {
    await fc.assert(
      fc.asyncProperty(histories, histories, async (before, after) => {
        const opened = openLibrary();
        await opened.library.tag(reading('2611.00009'), 'first');
        for (const verb of before) await live(opened, verb);
        const then = await visible(opened);
        const moment = (await opened.library.history(1))[0]?.id ?? '';
        for (const verb of after) await live(opened, verb);
        const end = await visible(opened);
        opened.clock.now += 1_000;
        const { operation } = await opened.library.goBack(moment);
        expect(await visible(opened)).toEqual(then);
        opened.clock.now += 1_000;
        if (operation !== undefined) await opened.library.undo();
        expect(await visible(opened)).toEqual(end);
      }),
      { numRuns: 40 },
    );
  });

  it('goes on after the database was closed and opened again', async () => {
    const first = openLibrary('undo-reopened');
    await first.library.tag(reading('2611.00001'), 'kept');
    await first.library.note(id('2611.00001'), 'a thought');
    first.db.close();
    const second = openLibrary('undo-reopened');
    expect(await undoAll(second)).toHaveLength(2);
    expect(await visible(second)).toMatchObject({ entries: [], notes: [], tags: [], live: 0 });
  });

  it('of one operation leaves what was done since', async () => {
    const opened = openLibrary();
    const { operation } = await opened.library.tag(reading('2611.00001'), 'early');
    opened.clock.now += MINUTE;
    await opened.library.tag(id('2611.00001'), 'later');
    await opened.library.setState(id('2611.00001'), 'reading');
    await opened.library.undo(operation);
    const [status] = (await opened.library.known([id('2611.00001')])).statuses;
    expect(status?.entry).toMatchObject({ tags: ['later'], state: 'reading' });
  });

  it('takes back the field it changed, whatever was said of other fields since', async () => {
    const { library, clock } = openLibrary();
    await library.save(reading('2611.00001', { title: 'As listed', venue: 'As said' }));
    const title = await library.editPaper(id('2611.00001'), { title: 'Own title' });
    clock.now += MINUTE;
    await library.editPaper(id('2611.00001'), { title: 'Own title', venue: 'Own venue' });
    const undone = await library.undo(title.operation);
    const found = await library.details(id('2611.00001'));
    expect(found?.paper).toMatchObject({ title: 'As listed', venue: 'Own venue' });
    expect(found?.edits).toEqual({ venue: 'Own venue' });
    await library.undo(undone?.operation.id);
    expect((await library.details(id('2611.00001')))?.edits).toEqual({
      title: 'Own title',
      venue: 'Own venue',
    });
  });

  it('frees the digit of a tag that got a colour since', async () => {
    const { library } = openLibrary();
    const { operation } = await library.setDigit('alpha', 4);
    await library.setColour('alpha', 'red');
    await library.undo(operation);
    await library.tag(reading('2611.00001'), 'alpha');
    const [tag] = await library.tags();
    expect(tag).toMatchObject({ name: 'alpha', colour: 'red' });
    expect(tag?.digit).not.toBe(4);
  });

  it('says so when all that was done was changed again, and leaves it standing', async () => {
    const { library, clock } = openLibrary();
    const { operation } = await library.save(reading('2611.00001'));
    clock.now += MINUTE;
    const star = await library.star(id('2611.00001'), true);
    await expect(library.undo(operation)).rejects.toThrow('changed again since');
    await library.undo(star.operation);
    expect(await library.undo(operation)).toBeDefined();
    expect((await library.find({ query: '', limit: 1 })).total).toBe(0);
  });

  it('of the same operation twice happens once', async () => {
    const { library } = openLibrary();
    const { operation } = await library.save(reading('2611.00001'));
    expect(await library.undo(operation)).toBeDefined();
    expect(await library.undo(operation)).toBeUndefined();
    expect(await library.undo('no such operation')).toBeUndefined();
  });

  it('says which papers to look at again', async () => {
    const { library, told } = openLibrary();
    await library.save(reading('2611.00001'));
    await library.undo();
    expect(told.at(-1)).toEqual({ ids: [id('2611.00001')], rules: true });
  });
});
