import { describe, expect, it } from 'vitest';
import { paperMemory } from '@/utils/formats/read/papermemory';
import { fixture, lineOf, papersIn, readAll } from './read-files';

const FILE = fixture('papermemory.json');
const entry = (fields: object) => JSON.stringify({ 'Arxiv-2106.01001': fields, __dataVersion: 1 });

describe('PaperMemory’s export', () => {
  it('has no author called “others”', async () => {
    const [first] = await papersIn(
      paperMemory,
      entry({ title: 'Kites', author: 'Brook, Ada and others', pdfLink: '' }),
    );
    expect(first).toMatchObject({ authors: ['Ada Brook', 'et al.'] });
  });

  it('keeps notes, tags, stars and days, and joins entries of one paper', async () => {
    const [first] = await papersIn(paperMemory, FILE);
    expect(first).toEqual({
      id: 'arxiv:2106.01001',
      title: 'Lanterns & Slow Rivers',
      authors: ['Ada Brook', 'José Marsh'],
      aliases: ['doi:10.1145/1234.5678'],
      venue: 'ICML',
      version: 3,
      publication: {
        kind: 'inproceedings',
        source: 'import',
        container: 'ICML',
        pages: '22-31',
        year: '2023',
        doi: '10.1145/1234.5678',
        evidence: 'PaperMemory: Accepted @ ICML 2023 -- [dblp.org]',
      },
      links: { code: 'https://github.com/example/lanterns' },
      savedAt: '2021-06-03T10:00:00.000Z',
      starred: true,
      tags: ['rivers', 'R&D', 'to discuss'],
      note: 'Accepted @ ICML 2023 -- [dblp.org]\nRivers & lamps < boats\n\nRead again with Mia',
      citationKey: 'brook2021lanterns',
    });
  });

  it('mends ids that were cut off at a v, and old ones with another slash', async () => {
    const ids = (await readAll(paperMemory, FILE)).papers.map(({ reading }) => reading.paper.id);
    expect(ids.slice(1, 4)).toEqual([
      'arxiv:solv-int/9801001',
      'arxiv:hep-th/9901001',
      'openreview:EZNOb_uXYZk',
    ]);
  });

  it('says what it mended, and in which line', async () => {
    const { healed } = await readAll(paperMemory, FILE);
    const said = healed.map(({ line, reason }) => `${line}: ${reason}`);
    for (const part of [
      '2: HTML entities',
      '2: A range of pages',
      '2: Its year was that of the venue, 2023; the preprint’s own is 2021.',
      '2: A version stood in its id.',
      '2: Two entries were the same paper',
      `${lineOf(FILE, '"Arxiv-sol"')}: Its id was cut off`,
      `${lineOf(FILE, '"Website_')}: Another entry (arxiv:solv-int/9801001) has its title`,
    ]) {
      expect(said.filter((line) => line.startsWith(part))).toHaveLength(1);
    }
  });

  it('says which entry is none, and keeps the others', async () => {
    const { papers, unreadable } = await readAll(paperMemory, FILE);
    expect(unreadable.map(({ line, text }) => ({ line, text }))).toEqual([
      { line: lineOf(FILE, '"gone"'), text: '"gone"' },
    ]);
    expect(papers).toHaveLength(6);
    expect(({} as { title?: string }).title).toBeUndefined();
  });

  it.each([
    ['2022-08-29T08:34:59.825Z', '2022-08-29T08:34:59.825Z'],
    [1_640_000_000_000, '2021-12-20T11:33:20.000Z'],
    ['Mon Jan 03 2022 10:00:00 GMT+0100 (CET)', '2022-01-03T09:00:00.000Z'],
    ['yesterday', undefined],
    [-5, undefined],
  ])('reads %j as the day of saving', async (addDate, savedAt) => {
    const [paper] = await papersIn(paperMemory, entry({ title: 'Kites', addDate }));
    expect(paper).toEqual({ id: 'arxiv:2106.01001', title: 'Kites', ...(savedAt && { savedAt }) });
  });

  it('keeps what comes before the place where the file breaks off', async () => {
    const { papers, unreadable } = await readAll(
      paperMemory,
      FILE.slice(0, FILE.indexOf('"P. Weir"')),
    );
    expect(papers).toHaveLength(1);
    expect(unreadable).toHaveLength(1);
  });
});
