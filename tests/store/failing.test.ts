import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Library } from '@/utils/domain/library';
import { type Opened, id, openLibrary, reading } from './open-library';

function fail(): never {
  throw new DOMException('The disk is full.', 'QuotaExceededError');
}

/** Makes every write to one table fail as a full disk does, until told to stop. */
function fillDisk({ db }: Opened, table: string): () => void {
  db.table(table).hook('creating', fail);
  db.table(table).hook('updating', fail);
  return () => {
    db.table(table).hook('creating').unsubscribe(fail);
    db.table(table).hook('updating').unsubscribe(fail);
  };
}

async function everything({ db }: Opened): Promise<object> {
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  return Object.fromEntries(db.tables.map(({ name }, index) => [name, tables[index]]));
}

describe('a write that fails', () => {
  it.each(['papers', 'entries', 'tags', 'operations', 'meta'])(
    'in %s leaves nothing half-written, says why, and goes through when tried again',
    async (table) => {
      const opened = openLibrary();
      await opened.library.save(reading('2611.00002'));
      const before = await everything(opened);
      const tellings = opened.told.length;
      const free = fillDisk(opened, table);
      const failing = opened.library.tag(reading('2611.00001'), 'new');
      await expect(failing).rejects.toMatchObject({
        name: 'DiskFull',
        message: expect.stringMatching(/^Not saved: the disk is full/),
      });
      expect(await everything(opened)).toEqual(before);
      expect(opened.told).toHaveLength(tellings);
      free();
      const { status } = await opened.library.tag(reading('2611.00001'), 'new');
      expect(status.entry?.tags).toEqual(['new']);
    },
  );

  it('is tried once more when the browser closed the database', async () => {
    const { db, library } = openLibrary();
    await library.save(reading('2611.00001'));
    db.close({ disableAutoOpen: true });
    expect((await library.save(reading('2611.00002'))).status.entry).toBeDefined();
  });
});

describe('changes made at once', () => {
  it('keep each other’s tags', async () => {
    const { library } = openLibrary();
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(names.map((name) => library.tag(reading('2611.00001'), name)));
    const { rows } = await library.find({ query: '', limit: 1 });
    expect([...(rows[0]?.tags ?? [])].sort()).toEqual(names);
  });

  it('from two openings of one database are all kept', async () => {
    const [one, other] = [openLibrary('shared'), openLibrary('shared')];
    await Promise.all([
      one.library.tag(reading('2611.00001'), 'one'),
      other.library.note(reading('2611.00001'), 'two'),
      other.library.save(reading('2611.00002')),
    ]);
    expect((await one.library.find({ query: '', limit: 5 })).total).toBe(2);
    const details = await one.library.details(id('2611.00001'));
    expect(details).toMatchObject({ note: 'two', row: { tags: ['one'] } });
  });
});

describe('arguments from a page that lies about their types', () => {
  it('are refused with a sentence or do nothing, and write no change', async () => {
    const { db, library } = openLibrary();
    await library.tag(reading('2611.00001'), 'kept');
    const entries = await db.entries.toArray();
    const verbs = ['tag', 'note', 'setState', 'untag', 'editRule', 'addRule'] as const;
    const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...verbs), anything, anything, async (verb, one, other) => {
        const call = library[verb] as (...args: unknown[]) => Promise<unknown>;
        const answer = await call(one, other).catch((error: unknown) => error);
        expect(answer).toBeInstanceOf(Error);
        expect(String(answer)).toMatch(/^Error: /);
      }),
      { numRuns: 200 },
    );
    expect(await db.entries.toArray()).toEqual(entries);
    expect(await library.history(5)).toHaveLength(1);
  });

  it('never break a question', async () => {
    const { library } = openLibrary();
    await library.save(reading('2611.00001'));
    const questions = ['known', 'see', 'trash', 'restore', 'find', 'undo'] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...questions), fc.anything(), async (verb, one) => {
        const call = library[verb] as (...args: unknown[]) => Promise<unknown>;
        const given = verb === 'find' ? { query: one, limit: one } : one;
        // `undo()` without an operation would be a question rightly asked.
        if (verb === 'undo' && one === undefined) return;
        await expect(call(given, [])).resolves.not.toThrow();
      }),
      { numRuns: 200 },
    );
    expect((await (library as Library).find({ query: '', limit: 1 })).total).toBe(1);
  });
});
