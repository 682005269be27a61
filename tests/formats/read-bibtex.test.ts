import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedPaper } from '@/utils/domain/library';
import { bibtex } from '@/utils/formats/bibtex';
import { scanBibFile } from '@/utils/formats/bib-file/scan';
import { splitBibtexName, splitNameList } from '@/utils/formats/names/bibtex-names';
import { bibtexReader } from '@/utils/formats/read/bibtex';
import type { Batch } from '@/utils/formats/read/file-reader';
import { plainTex } from '@/utils/formats/tex/read-tex';
import { HAS_RECORDS, paper, records } from './records';

async function read(text: string): Promise<Omit<Batch, 'done'>> {
  const all = {
    papers: [] as ImportedPaper[],
    unreadable: [] as Batch['unreadable'][number][],
    healed: [] as Batch['healed'][number][],
  };
  for await (const batch of bibtexReader.read(text)) {
    all.papers.push(...batch.papers);
    all.unreadable.push(...batch.unreadable);
    all.healed.push(...batch.healed);
  }
  return all;
}

async function first(text: string): Promise<ImportedPaper> {
  const { papers, unreadable } = await read(text);
  if (!papers[0]) throw new Error(`nothing read: ${JSON.stringify(unreadable)}`);
  return papers[0];
}

function rewritten(one: ImportedPaper): string {
  return bibtex([
    {
      paper: one.reading.paper,
      key: one.citationKey ?? 'key',
      tags: one.tags ?? [],
      note: one.note ?? '',
    },
  ]).text;
}

describe('an entry', () => {
  it('is read with strings, concatenation, months and notes', async () => {
    const one = await first(String.raw`@string{pmlr = "Proceedings of " # {Machine Learning}}
@inproceedings{hu2021lora,
  title = {{LoRA}: Low-Rank Adaptation of \emph{Large} Models \& {$O(n^2)$}},
  author = {Hu, Edward J. and van der Berg, Jr., Ada and {OpenAI} and others},
  booktitle = pmlr # " Research", pages = {12--34}, year = 2022, month = apr,
  doi = {https://doi.org/10.5555/ABC.1}, eprint = {2106.09685v2}, archiveprefix = {arXiv},
  keywords = {to cite, a / b; z}, annote = {ask Ada \& Bo}, file = {C\:\\x_1.pdf:PDF},
  howread = {on \emph{paper}}
}`);
    expect(one).toMatchObject({
      citationKey: 'hu2021lora',
      tags: ['to cite', 'a / b', 'z'],
      note: 'ask Ada & Bo',
      reading: {
        paper: {
          id: 'arxiv:2106.09685',
          aliases: ['doi:10.5555/abc.1'],
          title: String.raw`LoRA: Low-Rank Adaptation of \textit{Large} Models & $O(n^2)$`,
          authors: ['Edward J. Hu', 'Ada van der Berg Jr.', 'OpenAI', 'et al.'],
          publication: {
            kind: 'inproceedings',
            source: 'import',
            container: 'Proceedings of Machine Learning Research',
            pages: '12-34',
            year: '2022',
            month: 4,
            doi: '10.5555/abc.1',
            others: { howread: String.raw`on \emph{paper}` },
          },
        },
        sources: { title: 'import', publication: 'import' },
      },
    });
  });

  it.each([
    ['eprint = {hep-th/9901001}, archiveprefix = {arXiv}', 'arxiv:hep-th/9901001'],
    ['howpublished = {arXiv preprint arXiv:2106.09685}', 'arxiv:2106.09685'],
    ['journal = {arXiv preprint arXiv:2106.09685}', 'arxiv:2106.09685'],
    ['journal = {CoRR}, volume = {abs/2106.09685}', 'arxiv:2106.09685'],
    ['doi = {10.48550/arXiv.2106.09685}', 'arxiv:2106.09685'],
    ['url = {https://arxiv.org/pdf/2106.09685v2.pdf}', 'arxiv:2106.09685'],
    ['note = {arXiv:2106.09685 [cs]}', 'arxiv:2106.09685'],
    [String.raw`doi = {10.1000/a\_b}`, 'doi:10.1000/a_b'],
    ['url = {https://openreview.net/forum?id=nZeVKeeFYf9}', 'openreview:nZeVKeeFYf9'],
    ['url = {https://aclanthology.org/2024.acl-long.1/}', 'acl:2024.acl-long.1'],
    ['eprint = {2106.09685}, eprinttype = {jstor}', expect.stringMatching(/^local:/)],
  ])('with %s is %s', async (fields, id) => {
    expect((await first(`@misc{k, title = {A Kettle}, ${fields}}`)).reading.paper.id).toEqual(id);
  });

  it.each([
    'eprint = {2106.09685}, archiveprefix = {arXiv}',
    'journal = {arXiv preprint arXiv:2106.09685}',
    'journal = {CoRR}, volume = {abs/2106.09685}',
    'eprint = {2106.09685}, institution = {Canal College}',
  ])('with %s and leftover fields is a preprint, published nowhere', async (fields) => {
    const left =
      'file = {:home/ada/x.pdf:PDF}, note = {Seen in May}, timestamp = {Mon}, year = 2021';
    const one = await first(
      `@misc{k, title = {A Kettle}, author = {Brook, Ada}, ${fields}, ${left}}`,
    );
    expect(one.reading.paper.publication).toBeUndefined();
    expect(rewritten(one)).not.toMatch(/file|Seen in May/);
  });

  it('on arXiv with a DOI of its own says so, and is not yet published for that', async () => {
    const one = await first('@misc{k, title={A}, eprint={2106.09685}, doi={10.1103/Tide.1}}');
    expect(one.reading.paper).toMatchObject({ id: 'arxiv:2106.09685', doi: '10.1103/tide.1' });
    expect(one.reading.paper.publication).toBeUndefined();
  });

  it('without a title goes by its id until somebody says more', async () => {
    const one = await first('@misc{k, title = {}, eprint = {2106.09685}, archiveprefix = {arXiv}}');
    expect(one.reading.paper.title).toBe('arXiv:2106.09685');
    expect(one.reading.sources.title).toBe('page');
  });

  it('has no day that its month has not', async () => {
    const one = await first('@misc{k, title = {A}, date = {2024-02-30}, eprint = {2106.09685}}');
    expect(one.reading.paper.published).toBe('2024-02-01');
    const none = await first('@misc{k, title = {A}, date = {0000-00-00}, eprint = {2106.09685}}');
    expect(none.reading.paper.published).toBeUndefined();
  });

  it('inherits from crossref and xdata, wherever these stand', async () => {
    const { papers } = await read(`@inproceedings{a, title={A}, crossref={P}, xdata={x}}
@proceedings{p, title={The Proceedings}, year={1999}}
@xdata{x, publisher={Pub}}`);
    expect(papers).toHaveLength(2);
    expect(papers[0]?.reading.paper.publication).toMatchObject({
      container: 'The Proceedings',
      year: '1999',
      publisher: 'Pub',
    });
  });

  it.each([
    '@misc{k, title={A {Kettle}  of\n 50%}, year=2020, month=Jun, publisher=pub # { & } # "Co", note={n}}',
    '@MISC(k, Title="A {Kettle} of 50%", YEAR={2020}, month = {6}, publisher={Pub & Co}, note="n",)',
  ])('is read alike without the parser and with it: %s', async (entry) => {
    const strings = '@string{pub="Pub"}\n@misc{empty, title={None}}\n';
    const quick = await read(strings + entry);
    // Entries that inherit take the parser.
    const slow = await read(strings + entry.replace('note=', 'crossref={empty}, note='));
    expect(quick.papers[1]).toEqual(slow.papers[1]);
    expect(quick.papers[1]?.reading.paper).toMatchObject({
      title: 'A {Kettle} of 50%',
      publication: { publisher: 'Pub & Co', year: '2020', month: 6, others: { note: 'n' } },
    });
  });

  it.each([
    ['date = {2021-06-17}', '2021-06-17'],
    ['year = {2021}, month = {June}', '2021-06-01'],
    ['year = 2021, month = jun # "~10"', '2021-06-10'],
  ])('with %s came out on %s', async (fields, day) => {
    expect((await first(`@misc{k, title = {A Kettle}, ${fields}}`)).reading.paper.published).toBe(
      day,
    );
  });

  it.each([
    ['A costs {\\$}5 \\& more', 'A costs $5 & more'],
    ['Over $5 a day', 'Over $5 a day'],
    ['{{The Whole of It}}', 'The Whole of It'],
    ['Attention {Is} {All} {You} {Need}', 'Attention Is All You Need'],
    ['snake\\_case at 50\\%', 'snake_case at 50%'],
    ["Gr{\\\"o}{\\ss}e ``quoted''", 'Größe “quoted”'],
    ['{$\\beta$}-VAE on $\\mathcal{N}$', 'β-VAE on 𝒩'],
  ])('titled %s is %s', async (tex, title) => {
    const text = `@misc{k, title = {${tex}}}`;
    expect((await first(text)).reading.paper.title).toBe(title);
  });

  it.each([
    ['family=Geus, given=Tom, prefix=de', ['Tom de Geus']],
    ['Brand\\~{a}o, F.', ['F. Brandão']],
    ['Barnes and {Barnes and Noble}', ['Barnes', 'Barnes and Noble']],
    ['{Max Planck Digital Library}', ['Max Planck Digital Library,']],
    ['Center, Jane', ['Center, Jane']],
    [String.raw`Example, Ada {\symbol{125}} B.`, ['Ada } B. Example']],
  ])('by %s has these authors', async (tex, authors) => {
    const one = await first(`@misc{k, title = {A}, author = {${tex}}}`);
    expect(one.reading.paper.authors).toEqual(authors);
  });
});

describe('a broken entry', () => {
  it('is reported with its line, and loses no other', async () => {
    const { papers, unreadable } = await read(`@misc{a, title = {A}}
@misc{b, title = {B {x},
  year = 2001
}
@misc{c, title = {C}}
@misc{d, year = 2000}
@misc{e title {E}}`);
    expect(papers.map(({ citationKey }) => citationKey)).toEqual(['a', 'c']);
    expect(unreadable.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'Its braces do not match.'],
      [6, 'It has no title and no id.'],
      [7, expect.stringContaining('')],
    ]);
  });
});

describe('a key', () => {
  it('with accents is kept; one that LaTeX cannot cite is given up, and said', async () => {
    const { papers, unreadable } = await read(
      '@misc{müller2020, title={A}}\n@misc{a$b, title={B}}\n@misc{smith&co*, title={C}}\n@misc{, title={D}}',
    );
    expect(papers.map(({ citationKey }) => citationKey)).toEqual([
      'müller2020',
      undefined,
      'smith&co*',
      undefined,
    ]);
    expect(unreadable.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'LaTeX cannot cite the key “a$b”; the paper will get another one.'],
    ]);
  });
});

describe('an entry with a slip in it', () => {
  it.each([
    '@misc{a, title={A Kettle} author={Ada Brook}, year=2020}',
    '@misc{a, title={A Kettle}\n author="Ada Brook"\n year=2020}',
    '@misc(a, title={A Kettle} author={Ada Brook} year=2020)',
  ])('keeps its fields where commas are missing: %s', async (text) => {
    const { papers, healed, unreadable } = await read(text);
    const { title, authors, publication } = papers[0]?.reading.paper ?? {};
    expect([title, authors, publication?.year]).toEqual(['A Kettle', ['Ada Brook'], '2020']);
    expect(healed[0]).toMatchObject({ reason: 'A comma was missing before “author”.' });
    expect(unreadable).toEqual([]);
  });

  it.each([
    ['title="A "big" Kettle"', 2, 'big" Kettle"'],
    ['title={A Kettle}, year 2020', 2, 'year 2020'],
    ['title={A Kettle},\n = {x}', 3, '= {x}'],
    ['title={A Kettle}; ; note={y}', 2, '; ; note={y}'],
  ])('says what of %s was lost, with its line, and heals nothing', async (fields, line, text) => {
    const { papers, healed, unreadable } = await read(`\n@misc{a, ${fields}, author={Ada Brook}}`);
    expect(papers[0]?.reading.paper.authors).toEqual(['Ada Brook']);
    expect(healed).toEqual([]);
    expect(unreadable).toEqual([
      { line, text, reason: expect.stringContaining('“a” could not be read') as string },
    ]);
  });

  it('tells of abbreviations that the file does not explain', async () => {
    const { papers, healed } = await read('@article{a, title={A Kettle}, journal=jair}');
    expect(papers[0]?.reading.paper.venue).toBe('jair');
    expect(healed.map(({ reason }) => reason)).toEqual([
      'The file does not say what “jair” stands for (@string); it was taken as it is.',
    ]);
  });
});

describe('a file made to do harm', () => {
  it('is read in bounded time, and what is refused is reported', async () => {
    const doubling = Array.from({ length: 60 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}`);
    const bombs = [
      `@string{s0 = "aaaaaaaaaa"}\n${doubling.join('\n')}\n@misc{a, title = s60}`,
      `@misc{a, title = {${'{'.repeat(10_000)}x${'}'.repeat(10_000)}}}`,
      `@misc{a, title = {${'x'.repeat(30_000_000)}}}`,
      `@string{s = "${'a'.repeat(4_000)}"}@misc{a, title = ${'s # '.repeat(100_000)}s}`,
      `@misc{a, title = {A}, ${'x = "y z = '.repeat(50_000)}}`,
    ];
    const start = Date.now();
    for (const bomb of bombs) expect((await read(bomb)).unreadable.length).toBeGreaterThan(0);
    expect(Date.now() - start).toBeLessThan(20_000);
  }, 30_000);

  it.each(['{', '$', '\\', '"', '@a(', '@a{', '%\n@', 'and ', '~', '`', '{$', '\\~{'])(
    'holding 100,000 times %s in a title is read in a second or so',
    async (piece) => {
      const start = Date.now();
      await read(
        `@misc{a, title = {${piece.repeat(100_000)}}, author = {${piece.repeat(100_000)}}}`,
      );
      await read(piece.repeat(100_000));
      expect(Date.now() - start).toBeLessThan(5_000);
    },
    20_000,
  );
});

const PIECES =
  '$ { } \\ \\alpha ^ _ % & # ~ " $x_1$ and Größe β ≤ x² LoRA {Foo} \\input{x} @misc{ -- <i>a</i> ’90s “q” `'.split(
    ' ',
  );
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => parts.join(' ')),
);

const anyName = fc
  .array(
    fc.constantFrom(
      'Ada',
      'van',
      'De',
      'Núñez',
      'y',
      'Jr.',
      'OpenAI',
      'A.',
      '张伟',
      'Lab',
      'bell',
      'Łukasz',
      'Müller-Lüdenscheidt',
      'et al.',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((words) => ['Ada', ...words].join(' '));

describe('what we wrote', () => {
  const anyPaper = fc.record({
    title: anyText
      .filter((title) => !title.replaceAll('$x_1$', '').includes('$'))
      .map((title) => `A Kettle ${title.normalize('NFKC')}`),
    authors: fc.array(anyName, { minLength: 1, maxLength: 3 }),
    note: anyText,
    tags: fc.array(fc.constantFrom('to cite', 'a, b', 'ß 50%', 'x_1', '"q"'), { maxLength: 3 }),
  });

  it('is written again byte for byte after it was read', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaper, async ({ title, authors, note, tags }) => {
        const given = paper({ title, authors, published: '2021-06-17' });
        const { text, count } = bibtex([
          { paper: given, key: 'key', note, tags: [...new Set(tags)] },
        ]);
        fc.pre(count === 1 && / title +=/.test(text));
        expect(rewritten(await first(text))).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

describe.skipIf(!HAS_RECORDS)('beside real files', () => {
  type Name = { readonly input: string; readonly expected: ReturnType<typeof splitBibtexName> };
  const names = HAS_RECORDS
    ? records<{ single_names: Name[]; coauthor_split: { input: string; expected: string[] }[] }>(
        'bibtex-name-splitting-193',
      )
    : { single_names: [], coauthor_split: [] };

  it('names are taken apart as BibTeX does', () => {
    for (const { input, expected } of names.single_names)
      expect(splitBibtexName(input)).toEqual(expected);
    for (const { input, expected } of names.coauthor_split)
      expect(splitNameList(input)).toEqual(expected);
  });

  it('TeX is read as meant', () => {
    type Construct = { readonly latex: string; readonly expected: string };
    const constructs = records<readonly Construct[]>('latex-constructs-91');
    const wrong = constructs.filter(
      ({ latex, expected }) =>
        plainTex(latex).normalize('NFKC') !== expected.trim().normalize('NFKC'),
    );
    // Math of more than one sign stays math.
    expect(wrong.map(({ latex }) => latex)).toEqual(['{$O(n^2)$}']);
  });

  it('no entry is lost: each is read or reported', async () => {
    const folder = '../shared/bibdata/import-bib';
    const files = existsSync(folder) ? readdirSync(folder) : [];
    expect(files.length).toBe(45);
    for (const file of files) {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      const entries = scanBibFile(text).filter(({ kind }) => kind === 'entry').length;
      const { papers, unreadable } = await read(text);
      expect(papers.length + unreadable.length, file).toBeGreaterThanOrEqual(entries);
      expect(unreadable, file).toEqual([]);
    }
  });

  it('real titles and names are written again byte for byte', async () => {
    type Row = { readonly title: string; readonly authors: readonly string[] };
    const rows = [
      ...records<readonly Row[]>('arxiv-records'),
      ...records<readonly Row[]>('ml-dblp'),
    ];
    const wrong: string[] = [];
    for (const { title, authors } of rows) {
      const { text } = bibtex([{ paper: paper({ title, authors }), key: 'key', tags: [] }]);
      if (rewritten(await first(text)) !== text) wrong.push(text);
    }
    console.log(`written again: ${rows.length - wrong.length} of ${rows.length}`);
    expect(wrong).toEqual([]);
  }, 60_000);
});
