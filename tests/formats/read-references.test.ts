import { describe, expect, it } from 'vitest';
import { readTitle } from '@/utils/formats/tex/read-title';
import { plainText } from '@/utils/formats/tex/runs';
import { inBatches } from '@/utils/formats/read/batches';
import { csv } from '@/utils/formats/read/csv';
import { cslJson } from '@/utils/formats/read/csl-json';
import { ris } from '@/utils/formats/read/ris';
import { zotero } from '@/utils/formats/read/zotero';
import { fixture, lineOf, papersIn, readAll } from './read-files';

const PUBLISHED = {
  kind: 'inproceedings',
  source: 'import',
  container: 'Proceedings of the River Conference',
  volume: '3',
  number: '2',
  pages: '12-34',
  editors: ['Quinn Ford'],
  year: '2021',
  month: 6,
  doi: '10.1145/1234.5678',
  url: 'https://example.org/lanterns',
};

function letterRecords(text: string) {
  return [...text].map((title, end) => ({ line: 1, end, text: title, value: title }));
}

describe('RIS', () => {
  it('is read whole: lines that go on, both kinds of authors, a mark at its beginning', async () => {
    const [first] = await papersIn(ris, fixture('library.ris'));
    expect(first).toEqual({
      id: 'arxiv:2106.01001',
      title: 'Lanterns on Slow Rivers',
      authors: ['Ada Brook', 'Piet van der Mole', 'Paul Weir Jr.'],
      abstract: 'We let lamps drift\nand count them.',
      aliases: ['doi:10.1145/1234.5678'],
      published: '2021-06-17',
      venue: 'Proceedings of the River Conference',
      publication: PUBLISHED,
      tags: ['rivers', 'light'],
      note: 'Read before the trip',
      citationKey: 'brook2021lanterns',
    });
  });

  it('closes a record whose end is missing, and says so', async () => {
    const { papers, healed, unreadable } = await readAll(ris, fixture('library.ris'));
    expect(papers.map(({ reading }) => reading.paper.title)).toEqual([
      'Lanterns on Slow Rivers',
      'Boats without End',
      'Notes on Locks',
    ]);
    expect(papers[1]?.reading.paper.authors).toEqual(['张伟']);
    expect(healed.map(({ line }) => line)).toEqual([26]);
    expect(unreadable.map(({ line }) => line)).toEqual([36]);
  });

  it('says which keys cannot be kept', async () => {
    const text =
      'TY  - JOUR\nID  - müller2020\nTI  - Kites\nER  - \nTY  - JOUR\nID  - a b\nTI  - Boats\nER  - \n';
    const { papers, unreadable } = await readAll(ris, text);
    expect(papers.map(({ citationKey }) => citationKey)).toEqual(['müller2020', undefined]);
    expect(unreadable).toMatchObject([{ line: 5, reason: expect.stringContaining('“a b”') }]);
  });

  it('has several tags in a line, and names with a comma at their end', async () => {
    const text =
      'TY  - JOUR\nTI  - Kites\nAU  - Doe,\nAU  - Max Planck Digital Library,\nKW  - a; b\nKW  - c\nER  - \n';
    expect(await papersIn(ris, text)).toMatchObject([
      { authors: ['Doe', 'Max Planck Digital Library,'], tags: ['a', 'b', 'c'] },
    ]);
  });

  it.each([
    ['2024-02-30', undefined, '2024', 2],
    ['0000-00-00', undefined, undefined, undefined],
    ['2023-02-28', '2023-02-28', '2023', 2],
  ])('dated %s has the day %s', async (date, published, year, month) => {
    const text = `TY  - JOUR\nTI  - Kites\nJO  - Tides\nDA  - ${date}\nER  - \n`;
    const [first] = (await readAll(ris, text)).papers;
    expect(first?.reading.paper.published).toBe(published);
    expect(first?.reading.paper.publication?.year).toBe(year);
    expect(first?.reading.paper.publication?.month).toBe(month);
  });

  it('takes a preprint for no article of “CoRR”', async () => {
    const text = 'TY  - JOUR\nTI  - Kites\nJO  - CoRR\nVL  - abs/2106.01001\nER  - \n';
    expect(await papersIn(ris, text)).toEqual([{ id: 'arxiv:2106.01001', title: 'Kites' }]);
  });
});

describe('CSL-JSON', () => {
  it('is read with its names, dates and the lines of its note', async () => {
    const [first, second] = await papersIn(cslJson, fixture('library.csl.json'));
    expect(first).toMatchObject({
      id: 'arxiv:2106.01001',
      authors: [
        'Ada Brook',
        'Piet van der Mole',
        'García Márquez, Gabriel',
        'Paul Weir Jr.',
        'The River Team',
        '张伟',
      ],
      abstract: 'We let lamps drift.\n\nThen we count.',
      published: '2021-06-17',
      comment: '12 pages',
      tags: ['rivers', 'light'],
      note: 'Take this to the group',
      citationKey: 'brook2021lanterns',
    });
    expect(second).toMatchObject({
      id: 'doi:10.1000/canal.1',
      publication: {
        kind: 'article',
        volume: '4',
        number: '2',
        pages: '12-34',
        year: '1998',
        month: 3,
      },
      citationKey: 'canal1998',
    });
  });

  it('gives titles whose marks our writer understands', async () => {
    const [first] = (await readAll(cslJson, fixture('library.csl.json'))).papers;
    const runs = readTitle(first?.reading.paper.title ?? '');
    expect(plainText(runs)).toBe('LanternNet: slow rivers at 103 lamps');
    expect(runs.map((run) => (run.kind === 'styled' ? run.style : run.kind))).toEqual([
      'protected',
      'text',
      'textit',
      'text',
      'textsuperscript',
      'text',
    ]);
  });

  it('says which items are none, with their lines', async () => {
    const file = fixture('library.csl.json');
    const { unreadable } = await readAll(cslJson, file);
    const lines = ['"empty"', '"no item"'].map((part) => lineOf(file, part));
    expect(unreadable.map(({ line }) => line)).toEqual(lines);
  });

  it('survives lists nested 100,000 deep beside a good item', async () => {
    const bomb = '['.repeat(100_000) + ']'.repeat(100_000);
    const { papers } = await readAll(
      cslJson,
      `[{"title":"Kites","x":1},${bomb},{"title":"Boats"}]`,
    );
    expect(papers.map(({ reading }) => reading.paper.title)).toEqual(['Kites', 'Boats']);
  });

  it('stops where there are more papers than one person reads, and says so', () => {
    const batches = [...inBatches('abcde', letterRecords, (title) => ({ title }), 3)];
    expect(batches.flatMap(({ papers }) => papers)).toHaveLength(3);
    expect(batches.flatMap(({ unreadable }) => unreadable.map(({ reason }) => reason))).toEqual([
      'The file holds more than 3 papers.',
    ]);
  });

  it('tells how far it is, some 500 papers at a time', async () => {
    const text = `[${Array.from({ length: 1_200 }, (_, at) => `{"title":"K${at}"}`).join(',')}]`;
    const { done } = await readAll(cslJson, text);
    expect(done).toHaveLength(3);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });
});

describe('Zotero', () => {
  it('gives tags, collections, notes and days; what programs tagged becomes keywords', async () => {
    const [first, thesis, ...others] = await papersIn(zotero, fixture('zotero.json'));
    expect(first).toMatchObject({
      id: 'arxiv:2106.01001',
      title: 'Lanterns on <i>Slow</i> Rivers',
      authors: ['Ada Brook', 'River Team'],
      keywords: ['Computer Science - Water'],
      tags: ['rivers', 'Water'],
      note: 'Mind the weir & lock\n\n- one\n- two',
      savedAt: '2021-07-01T09:30:00.000Z',
      comment: '9 pages',
    });
    expect(thesis).toMatchObject({
      publication: { kind: 'mastersthesis', publisher: 'Canal College' },
    });
    expect(others).toEqual([]);
  });

  it('reads the items of its API as well', async () => {
    const text = JSON.stringify([
      { key: 'A', data: { itemType: 'preprint', title: 'Kites', tags: [] } },
    ]);
    expect(await papersIn(zotero, text)).toMatchObject([{ title: 'Kites' }]);
  });

  it('exports tables, in whose cells lines may break', async () => {
    expect(await papersIn(csv, fixture('zotero.csv'))).toEqual([
      {
        id: 'doi:10.1000/canal.2',
        title: 'Boats, "Locks" and Weirs',
        authors: ['Ada Brook', 'Piet van der Mole'],
        abstract: 'We float; we count.',
        keywords: ['Computer Science - Water'],
        venue: 'Canal Letters',
        publication: {
          kind: 'article',
          source: 'import',
          container: 'Canal Letters',
          pages: '12-34',
          year: '2019',
          month: 3,
          doi: '10.1000/canal.2',
          url: 'https://example.org/boats',
        },
        savedAt: '2021-07-01T09:30:00.000Z',
        tags: ['rivers', 'boats'],
        note: 'Good & short',
        citationKey: 'brook2019boats',
      },
    ]);
  });
});

describe('tables', () => {
  it('as we export them come back', async () => {
    const table = `id,key,title,authors,year,date,venue,doi,url,tags,note,abstract\r
arxiv:2106.01001,brook2021kites,Kites,Ada Brook; The River Team,2021,2021-06,arXiv,,https://arxiv.org/abs/2106.01001,"wind, light",'-1,\r\n`;
    expect(await papersIn(csv, table)).toEqual([
      {
        id: 'arxiv:2106.01001',
        title: 'Kites',
        authors: ['Ada Brook', 'The River Team'],
        tags: ['wind', 'light'],
        note: '-1',
        citationKey: 'brook2021kites',
      },
    ]);
  });

  it('means what stands between angle brackets, where that is no HTML', async () => {
    const table = 'title,doi,abstract\nVec<T> in <i>Rust</i>,10.1000/a,"a < b, <unk> and c > d"\n';
    expect(await papersIn(csv, table)).toMatchObject([
      { title: 'Vec<T> in <i>Rust</i>', abstract: 'a < b, <unk> and c > d' },
    ]);
  });

  it('end where a cell that was never closed ends', async () => {
    expect(await papersIn(csv, 'title,doi\n"Kites, boats')).toMatchObject([
      { title: 'Kites, boats' },
    ]);
  });

  it('of our own come back with state, star and a note that looks like a formula', async () => {
    const [first, second, ...others] = await papersIn(csv, fixture('own.csv'));
    expect(first).toMatchObject({
      id: 'arxiv:2106.01001',
      state: 'reading',
      starred: true,
      note: '=read twice',
      savedAt: '2021-07-01T09:30:00.000Z',
    });
    expect(second).toMatchObject({ title: 'Notes on Locks', state: 'read' });
    expect(others).toEqual([]);
  });

  it.each([
    ['Brook, Ada; Mole, Piet', ['Ada Brook', 'Piet Mole']],
    ['Ada Brook and Piet Mole', ['Ada Brook', 'Piet Mole']],
    ['Ada Brook, Piet Mole', ['Ada Brook', 'Piet Mole']],
    ['Brook, Ada', ['Ada Brook']],
  ])('name authors as people write them: %s', async (cell, authors) => {
    expect(await papersIn(csv, `Title\tAuthors\nKites\t${cell}\n`)).toMatchObject([{ authors }]);
  });
});
