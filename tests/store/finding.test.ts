import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Found, Library } from '@/utils/domain/library';
import { MINUTE, id, openLibrary, reading } from './open-library';

const WORDS = ['lantern', 'paper boat', 'tidal attention', 'copper graph'] as const;
const TAGS = ['alpha', 'beta'] as const;

function numbered(index: number): string {
  return `2611.${String(index + 1).padStart(5, '0')}`;
}

/** Every page of an answer, as a reader scrolls through it. */
async function pages(library: Library, query: string, limit: number): Promise<Found[]> {
  const found: Found[] = [];
  for (let offset = 0; ; offset += limit) {
    const page = await library.find({ query, limit, offset, sort: 'saved' });
    found.push(page);
    if (offset + limit >= page.total) return found;
  }
}

function idsOn(found: readonly Found[]): string[] {
  return found.flatMap(({ rows }) => rows.map((row) => row.id));
}

describe('finding', () => {
  it('gives every saved paper once, the newest first, page by page', async () => {
    const { library, clock } = openLibrary();
    for (let index = 0; index < 23; index += 1) {
      // Three papers share each moment.
      if (index % 3 === 0) clock.now += MINUTE;
      await library.save(reading(numbered(index)));
    }
    const found = await pages(library, '', 5);
    const rows = found.flatMap((page) => page.rows);
    expect(new Set(rows.map((row) => row.id)).size).toBe(23);
    expect(rows).toHaveLength(23);
    const moments = rows.map(({ savedAt }) => savedAt);
    expect(moments).toEqual([...moments].sort().reverse());
    expect(found.every(({ total }) => total === 23)).toBe(true);
  });

  it('tells the venue and why a paper was found, when asked to', async () => {
    const { library } = openLibrary();
    const abstract = 'We fold tidal maps.';
    await library.save(reading('2611.00001', { title: 'Paper boats', venue: 'ICML', abstract }));
    await library.note(id('2611.00001'), 'Compare with lanterns.');
    const ask = async (query: string, extras = true) =>
      (await library.find({ query, limit: 5, extras })).rows[0];
    expect(await ask('tidal')).toMatchObject({ venue: 'ICML', snippet: abstract });
    expect(await ask('lantern')).toMatchObject({ snippet: 'Compare with lanterns.' });
    expect(await ask('boat')).not.toHaveProperty('snippet');
    expect(await ask('')).toMatchObject({ venue: 'ICML' });
    expect(await ask('tidal', false)).not.toHaveProperty('venue');
  });

  it('agrees with looking at every paper', async () => {
    const papers = fc.array(
      fc.record({ words: fc.subarray([...WORDS]), tags: fc.subarray([...TAGS]) }),
      { maxLength: 12 },
    );
    const asked = fc.record({
      word: fc.option(fc.constantFrom(...WORDS), { nil: undefined }),
      tags: fc.subarray([...TAGS]),
      limit: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(papers, asked, async (kept, { word, tags, limit }) => {
        const { library, clock } = openLibrary();
        for (const [index, paper] of kept.entries()) {
          clock.now += MINUTE;
          const title = `On ${paper.words.join(' and ')}`;
          await library.save(reading(numbered(index), { title }));
          for (const tag of paper.tags) await library.tag(id(numbered(index)), tag);
        }
        const query = [word && `"${word}"`, ...tags.map((tag) => `#${tag}`)]
          .filter(Boolean)
          .join(' ');
        const expected = kept
          .flatMap((paper, index) => {
            const fits =
              (!word || paper.words.includes(word)) &&
              tags.every((tag) => paper.tags.includes(tag));
            return fits ? [id(numbered(index))] : [];
          })
          .reverse();
        const found = await pages(library, query, limit);
        expect(idsOn(found)).toEqual(expected);
        expect(found[0]?.total).toBe(expected.length);
      }),
      { numRuns: 40 },
    );
  });

  it('looks in notes, authors and abstracts, and for a word not yet finished', async () => {
    const { library } = openLibrary();
    await library.save(
      reading('2611.00001', { authors: ['Zoë Ñandú'], abstract: 'We fold paper cranes.' }),
    );
    await library.note(id('2611.00001'), 'ask Ada about the appendix');
    for (const query of ['zoe', 'nandu', 'crane', 'appen', '"paper cranes"']) {
      expect((await library.find({ query, limit: 5 })).total, query).toBe(1);
    }
    expect((await library.find({ query: 'lantern', limit: 5 })).rows).toEqual([]);
  });

  it('keeps the trash apart', async () => {
    const { library } = openLibrary();
    await library.tag(reading('2611.00001'), 'kept');
    await library.tag(reading('2611.00002'), 'kept');
    await library.trash([id('2611.00002')]);
    expect((await library.find({ query: '#kept', limit: 5 })).rows).toMatchObject([
      { id: id('2611.00001') },
    ]);
    const trashed = await library.find({ query: '', limit: 5, trashed: true });
    expect(trashed).toMatchObject({ total: 1, rows: [{ id: id('2611.00002') }] });
  });
});
