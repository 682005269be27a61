import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperId } from '@/utils/domain/paper-id';
import { FILE_READERS, WHAT_IS_READ, readerFor } from '@/utils/formats/read';
import { fixture, readAll } from './read-files';

describe('the reader of a file', () => {
  it.each([
    ['papermemory.json', 'papermemory'],
    ['zotero.json', 'zotero'],
    ['library.csl.json', 'csl-json'],
    ['library.ris', 'ris'],
    ['bookmarks.html', 'bookmarks'],
    ['zotero.csv', 'csv'],
    ['own.csv', 'csv'],
    ['ids.txt', 'id-list'],
  ])('knows %s by its content, whatever it is called', (name, id) => {
    expect(readerFor('download', fixture(name))?.id).toBe(id);
  });

  it('goes by the name where the content says nothing', () => {
    expect(readerFor('papers.ris', '')?.id).toBe('ris');
    expect(readerFor('papers.csv', 'one;two\n')?.id).toBe('csv');
  });

  it('says what is read when nobody knows a file', () => {
    expect(readerFor('holiday.jpg', '\u0000\u0001')).toBeUndefined();
    expect(WHAT_IS_READ).toContain('RIS');
  });
});

const pieces = fc.constantFrom(
  ...['TY  - JOUR\n', 'TI  - ', 'ER  - \n', '{', '}', '[', ']', '"', '\\', ',', ':', '\n', '\r\n'],
  ...['"title"', '"items":[', '"__proto__":', '<A HREF="', '<DL>', '</DL>', '<H3>', '>', '<dd>'],
  ...['2310.09486', 'arXiv:hep-th/9901001v2', '10.1145/', '(', 'title,doi\n', '"Arxiv-1":{', '\ufeff'],
  ...['"pdfLink":"', '"author":[{"family":"', 'null', '1e999', '&amp;', '\ud800', '张'],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json(),
  fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
);

describe.each(FILE_READERS)('the reader of $name', (reader) => {
  it('takes any text without complaint, and reads it the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const read = await readAll(reader, text);
        expect(await readAll(reader, text)).toEqual(read);
        for (const { reading } of read.papers) {
          expect(paperId(reading.paper.id)).toBe(reading.paper.id);
          expect(reading.paper.title).not.toBe('');
        }
        expect(read.done.at(-1)).toBe(text.length);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['{', '[', '"', '<', '<A ', '<a<', '(', '\\', ' ', '\t', ',', ';', 'a', '1', '10.1145/', '&', '\n', "'"])(
    'is not slowed down by 100,000 times %j',
    async (piece) => {
      const from = performance.now();
      const long = piece.repeat(100_000);
      for (const text of [long, `TY  - JOUR\nTI  - ${long}`, `[{"title":"${long}`, `<A HREF="${long}`, `title,doi\n"${long}`]) {
        await readAll(reader, text);
      }
      expect(performance.now() - from).toBeLessThan(2_000);
    },
  );

  it('refuses what is too large for a library', async () => {
    const { papers, unreadable } = await readAll(reader, 'x'.repeat(200_000_001));
    expect(papers).toEqual([]);
    expect(unreadable.map(({ reason }) => reason)).toEqual([expect.stringContaining('too large')]);
  });
});
