import { unzipSync, strFromU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CITE_DEFAULTS,
  type Citable,
  PRESETS,
  PROTECTIONS,
  isCitationKey,
} from '@/utils/domain/citing';
import { PUBLICATION_KINDS, type Publication } from '@/utils/domain/publication';
import { EXPORT_FORMATS } from '@/utils/formats';
import { BIBLATEX } from '@/utils/formats/biblatex';
import { BIBTEX } from '@/utils/formats/bibtex';
import { CITE_COMMAND } from '@/utils/formats/cite-command';
import { citationKey, keyTemplateProblem } from '@/utils/formats/citation-key';
import { CSL_JSON } from '@/utils/formats/csl-json';
import { CSV, csvCell } from '@/utils/formats/csv';
import { type ExportFormat, exportText } from '@/utils/formats/format';
import { LINE, REFERENCE, lineTemplateProblem } from '@/utils/formats/line-template';
import { MARKDOWN_LIST } from '@/utils/formats/markdown-list';
import { MARKDOWN_NOTE } from '@/utils/formats/markdown-note';
import { MARKDOWN_TABLE } from '@/utils/formats/markdown-table';
import { RIS } from '@/utils/formats/ris';
import { safeFileName, zipNotes } from '@/utils/formats/zip';
import { cited, paper } from './records';

const ALL = { ...CITE_DEFAULTS, abstracts: true, notes: true };
const LORA = paper({
  id: 'arxiv:2106.09685',
  title: 'LoRA: Low-Rank Adaptation',
  authors: ['Edward J. Hu', 'Ludwig van Beethoven'],
  published: '2021-06-17',
  updated: '2021-10-16',
  primaryCategory: 'cs.CL',
  publication: {
    kind: 'inproceedings',
    source: 'import',
    container: 'Tenth Conference on Rivers & Lakes',
    series: 'LNCS',
    volume: '38',
    number: '5',
    pages: '12-34',
    publisher: 'Ford',
    year: '2022',
    month: 4,
    doi: '10.1000/river_1',
    others: { note: 'Best {Paper}\n  award', timestamp: 'Mon, 1 Jan' },
  },
});

function written(format: ExportFormat, item: Citable, options: Partial<typeof ALL> = {}): string {
  return exportText(format, [item], { ...ALL, ...options }).text;
}

describe('the presets of a preprint', () => {
  it.each([
    ['arxiv', '@misc', 'archiveprefix = {arXiv}'],
    ['scholar', '@article', 'journal = {arXiv preprint arXiv:2106.09685}'],
    ['universal', '@misc', 'howpublished = {arXiv preprint arXiv:2106.09685}'],
  ] as const)('%s is %s with %s', (preset, type, field) => {
    const text = written(BIBTEX, cited(LORA), { preset }).replace(/ +=/g, ' =');
    expect(text.startsWith(type)).toBe(true);
    expect(text).toContain(field);
  });

  it('biblatex gives the archive, its number and the day', () => {
    expect(written(BIBLATEX, cited(LORA))).toBe(`@online{key,
  title       = {{LoRA}: Low-Rank Adaptation},
  author      = {Hu, Edward J. and van Beethoven, Ludwig},
  date        = {2021-06-17},
  eprint      = {2106.09685},
  eprinttype  = {arxiv},
  eprintclass = {cs.CL},
  url         = {https://arxiv.org/abs/2106.09685},
  pubstate    = {prepublished}
}
`);
  });
});

describe('a published version', () => {
  const published = cited(LORA, { citesPublication: true });

  it('is cited only when it is asked for, with its own facts in order', () => {
    expect(written(BIBTEX, cited(LORA))).toMatch(/^@misc/);
    expect(written(BIBTEX, published)).toBe(String.raw`@inproceedings{key,
  title     = {{LoRA}: Low-Rank Adaptation},
  author    = {Hu, Edward J. and van Beethoven, Ludwig},
  booktitle = {Tenth Conference on Rivers \& Lakes},
  series    = {LNCS},
  volume    = {38},
  issue     = {5},
  pages     = {12--34},
  publisher = {Ford},
  year      = {2022},
  month     = apr,
  arxivid   = {2106.09685},
  doi       = {10.1000/river_1},
  note      = {Best {Paper}
  award},
  timestamp = {Mon, 1 Jan}
}
`);
  });

  it.each([
    ['article', '@article'],
    ['incollection', '@incollection'],
    ['book', '@book'],
    ['phdthesis', '@phdthesis'],
    ['mastersthesis', '@mastersthesis'],
    ['techreport', '@techreport'],
    ['unpublished', '@unpublished'],
    ['misc', '@misc'],
  ] as const)('of kind %s is %s', (kind, type) => {
    const publication: Publication = { kind, source: 'import', container: 'Tides', year: '2020' };
    const own = paper({ id: 'local:abcdefgh12', authors: ['Ada Example'], publication });
    expect(written(BIBTEX, cited(own)).startsWith(`${type}{`)).toBe(true);
    expect(written(BIBLATEX, cited(own)).startsWith(`${type}{`)).toBe(true);
  });

  it('that is a book names its editors where BibTeX does not complain of them', () => {
    const publication: Publication = { kind: 'book', source: 'import', year: '2020' };
    const book = { ...publication, publisher: 'Ford', editors: ['Cy Third'] };
    const own = paper({ id: 'local:abcdefgh12', authors: ['Ada Example'], publication: book });
    const alone = paper({ id: 'local:abcdefgh12', publication: book });
    expect(written(BIBTEX, cited(own))).toMatch(/ editors +=/);
    expect(written(BIBTEX, cited(alone))).toMatch(/ editor +=/);
    expect(written(BIBLATEX, cited(own))).toMatch(/ editor +=/);
  });

  it('in biblatex keeps its server or publisher where it is of no kind', () => {
    const server = paper({ id: 'doi:10.1101/2020.01.01.123', authors: ['Ada Example'] });
    expect(written(BIBLATEX, cited(server))).toMatch(/ organization += \{bioRxiv preprint\}/);
    const publication: Publication = { kind: 'misc', source: 'import', publisher: 'Ford' };
    const own = paper({ id: 'local:abcdefgh12', authors: ['Ada Example'], publication });
    expect(written(BIBLATEX, cited(own))).toMatch(/ organization += \{Ford\}/);
  });

  it('keeps a percent sign in its DOI, where LaTeX does not take it for a remark', () => {
    const own = paper({
      id: 'doi:10.1000/a%3cb',
      authors: ['Ada Example'],
      published: '2020-01-02',
    });
    expect(written(BIBTEX, cited(own))).toContain(String.raw`{10.1000/a\%3cb}`);
    expect(written(BIBLATEX, cited(own))).toContain('{10.1000/a%3cb}');
    expect(written(CSL_JSON, cited(own))).toContain('"10.1000/a%3cb"');
  });

  it.each([
    ['2024-02-30', 'year         = {2024},\n  month        = feb'],
    ['0000-00-00', 'year         = {2021},\n  month        = jun'],
  ])('dated %s has no day that there was not', (published, date) => {
    const own = paper({ id: 'arxiv:2106.09685', authors: ['Ada Example'], published });
    expect(written(BIBTEX, cited(own))).toContain(date);
    expect(written(BIBLATEX, cited(own))).toMatch(/date += \{20\d\d-\d\d\}/);
  });

  it.each(['', ' ', '\u200b', '🎉'])('titled “%s” goes by its id', (title) => {
    const own = paper({ id: 'arxiv:2106.09685', authors: ['Ada Example'], title });
    expect(written(BIBTEX, cited(own))).toMatch(/title += \{\{arXiv\}:2106\.09685\}/);
    expect(written(RIS, cited(own))).toContain('TI  - arXiv:2106.09685');
  });

  it('without what BibTeX demands of its type is misc', () => {
    const publication: Publication = { kind: 'article', source: 'import', year: '2020' };
    const own = paper({ id: 'local:abcdefgh12', authors: ['Ada Example'], publication });
    expect(written(BIBTEX, cited(own))).toMatch(/^@misc/);
  });

  it.each([
    ['an open { brace'],
    ['closed first } {'],
    [String.raw`\write18{ls}`],
    [String.raw`\input{x}`],
    ['^^5cinput'],
  ])('loses a foreign field with %s, and says so', (value) => {
    const publication: Publication = {
      kind: 'misc',
      source: 'import',
      year: '2020',
      others: { annotations: value, venue: 'kept' },
    };
    const own = paper({ id: 'local:abcdefgh12', authors: ['Ada Example'], publication });
    const { text, warnings } = exportText(BIBTEX, [cited(own)], ALL);
    expect(text).not.toContain('annotations');
    expect(text).toContain('{kept}');
    expect(warnings).toMatchObject([{ code: 'dropped-characters', detail: 'annotations' }]);
  });
});

describe('what the reader chooses', () => {
  it.each([
    ['smart', '{{LoRA}: Low-Rank Adaptation}'],
    ['capitals', '{{LoRA}: {Low-Rank} {Adaptation}}'],
    ['title', '{{LoRA: Low-Rank Adaptation}}'],
    ['none', '{LoRA: Low-Rank Adaptation}'],
  ] as const)('protects %s as %s', (protection, title) => {
    expect(written(BIBTEX, cited(LORA), { protection })).toContain(`= ${title},`);
  });

  it('names as many authors as wanted, dates by the latest version, keeps letters', () => {
    expect(written(BIBTEX, cited(LORA), { mostAuthors: 1 })).toContain('Hu, Edward J. and others');
    expect(written(BIBTEX, cited(LORA), { latestVersion: true })).toContain('= oct,');
    const accents = paper({ title: 'größe ≤ α', authors: ['Łukasz Çelik'] });
    const text = written(BIBTEX, cited(accents), { escaping: 'unicode' });
    expect(text).toContain('größe {$\\leq$} {$\\alpha$}');
    expect(text).toContain('Çelik, Łukasz');
  });
});

describe('the other formats', () => {
  it('RIS has a line a fact and ends each record', () => {
    const text = written(RIS, cited(LORA, { tags: ['a', 'b'], note: 'one\r\nTY  - HACK' }));
    expect(text.split('\r\n')).toEqual([
      'TY  - UNPB',
      'ID  - key',
      'AU  - Hu, Edward J.',
      'AU  - van Beethoven, Ludwig',
      'TI  - LoRA: Low-Rank Adaptation',
      'PB  - arXiv',
      'PY  - 2021',
      'DA  - 2021/06/17',
      'DO  - 10.48550/arXiv.2106.09685',
      'UR  - https://arxiv.org/abs/2106.09685',
      'AN  - arXiv:2106.09685',
      'KW  - a',
      'KW  - b',
      'N1  - one TY - HACK',
      'ER  - ',
      '',
    ]);
  });

  it('CSL-JSON protects words and splits names', () => {
    const [entry] = JSON.parse(written(CSL_JSON, cited(LORA))) as [Record<string, unknown>];
    expect(entry).toMatchObject({
      type: 'article',
      title: '<span class="nocase">LoRA</span>: Low-Rank Adaptation',
      author: [
        { family: 'Hu', given: 'Edward J.' },
        { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
      ],
      issued: { 'date-parts': [[2021, 6, 17]] },
      number: 'arXiv:2106.09685',
      DOI: '10.48550/arXiv.2106.09685',
    });
  });

  it('Markdown shows titles as they stand', () => {
    const hostile = paper({ title: 'A [link](x) | *b* <i $x_1$', authors: ['Ada_Bo'] });
    expect(written(MARKDOWN_LIST, cited(hostile))).toContain(
      String.raw`- [A \[link\]\(x\) \| \*b\* \<i $x_1$](https://arxiv.org/abs/2611.00001)`,
    );
    expect(written(MARKDOWN_TABLE, cited(hostile)).split('\n')).toHaveLength(4);
  });

  it('a note has its facts, links and the reader’s own words in lines', () => {
    const text = written(MARKDOWN_NOTE, cited(LORA, { note: 'one\n- two', tags: ['to "cite"'] }));
    expect(text).toContain('title: "LoRA: Low-Rank Adaptation"\n');
    expect(text).toContain(String.raw`tags: ["to \"cite\""]`);
    expect(text).toContain('[[Edward J. Hu]], [[Ludwig van Beethoven]]');
    expect(text).toContain('## Notes\n\none\n- two\n');
  });

  it('a line leaves no signs over for what is not known', () => {
    const options = { lineTemplate: '{authors} ({doi}). {title}. {note}. {url}' };
    const local = cited(paper({ id: 'local:abcdefgh12', title: 'Why?', authors: ['Ada Example'] }));
    expect(written(LINE, local, options)).toBe('Ada Example. Why?\n');
    expect(written(LINE, local, { lineTemplate: '[@{key}] {nothing}' })).toBe('[@key] {nothing}\n');
    expect(lineTemplateProblem('{nothing}')).toMatchObject({ code: 'templateUnknown' });
    expect(lineTemplateProblem('the same')).toMatchObject({ code: 'templateConstant' });
    expect(lineTemplateProblem('{title}')).toBeUndefined();
    expect(written(REFERENCE, cited(LORA))).toBe(
      'Edward J. Hu and Ludwig van Beethoven (2021). LoRA: Low-Rank Adaptation. arXiv preprint arXiv:2106.09685. https://arxiv.org/abs/2106.09685\n',
    );
  });

  it('a cite command holds all keys', () => {
    const items = ['a', 'b'].map((key) => cited(LORA, { key }));
    expect(exportText(CITE_COMMAND, items, ALL).text).toBe('\\cite{a,b}');
  });

  it('a zip holds a file a note, named so that every system takes it', () => {
    const keys = ['Key', 'key', 'con', '../up', 'a:b'];
    const { bytes, count } = zipNotes(
      keys.map((key) => cited(LORA, { key })),
      ALL,
    );
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['Key.md', 'key 2.md', '_con.md', '-up.md', 'a-b.md']);
    expect(count).toBe(5);
    expect(strFromU8(files['Key.md'] ?? new Uint8Array())).toContain('# LoRA');
  });
});

describe('a template for keys', () => {
  it.each([
    ['[auth][year][word]', 'hu2021lora'],
    ['[Auth][Year][Word]', 'Hu2021Lora'],
    ['[auth]_[yy]:[shorttitle]', 'hu_21:loralowrank'],
    ['[auth][ShortTitle][year]', 'huLoraLowRank2021'],
    ['[authors][year]', 'hubeethoven2021'],
    ['[id]', 'arxiv210609685'],
  ])('%s makes %s', (template, key) => {
    expect(citationKey(LORA, template)).toBe(key);
    expect(keyTemplateProblem(template)).toBeUndefined();
  });

  it.each([
    ['[auth', { code: 'templateBracket' }],
    [
      '[nobody]',
      { code: 'templateUnknown', about: ['[nobody]', expect.stringContaining('[auth]')] },
    ],
    ['all', { code: 'templateConstant', about: [expect.stringContaining('[auth]')] }],
    ['[auth] {x}', { code: 'templateSign', about: [' '] }],
    ['', { code: 'templateConstant', about: [expect.stringContaining('[id]')] }],
    ['[auth]'.repeat(20), { code: 'templateTooLong', about: ['100'] }],
  ])('%s is refused, and why', (template, problem) => {
    expect(keyTemplateProblem(template)).toEqual(problem);
  });

  it.each(['_[auth]', '-[auth][year]', '[von]_[auth]', '[word].'])(
    'by %s begins with a letter or digit, or the template is refused',
    (template) => {
      const hu = paper({ authors: ['Edward J. Hu'], title: 'LoRA' });
      const key = citationKey(hu, template);
      expect(isCitationKey(key), key).toBe(true);
      const problem = keyTemplateProblem(template);
      if (template.startsWith('[')) expect(problem).toBeUndefined();
      else expect(problem).toEqual({ code: 'templateSignInFront', about: [template[0]] });
    },
  );
});

const HOSTILE =
  '$ { } \\ % & # ~ ^ _ " \\write18{ls} \\input{x} ^^5c @article{a, } \n@article{x,\n \0 \ud800 \r\nTY\u0020\u0020- =1+1 | <b> [[ ]] 🎉 Größe 扩散'.split(
    ' ',
  );
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 10 }).map((parts) => parts.join(' ')),
);
const anything = fc
  .record({
    title: text,
    authors: fc.array(text, { maxLength: 3 }),
    abstract: text,
    venue: text,
    comment: text,
    container: text,
    pages: text,
    year: text,
    tags: fc.array(text, { maxLength: 3 }),
    note: text,
    foreign: text,
    citesPublication: fc.boolean(),
    kind: fc.constantFrom(...PUBLICATION_KINDS),
  })
  .map((given): Citable => {
    const { title, authors, abstract, venue, comment, tags, note, citesPublication } = given;
    const { kind, container, pages, year, foreign } = given;
    const publication: Publication = {
      kind,
      source: 'import',
      container,
      pages,
      year,
      others: { foreign },
    };
    return cited(paper({ title, authors, abstract, venue, comment, publication }), {
      tags,
      note,
      citesPublication,
    });
  });

const COMMANDS_THAT_RUN =
  /\\(?:input|include|write|immediate|end|begin|def|catcode|csname|openout|special)(?![a-z])|\^\^/;

/** How many entries BibTeX finds, which counts all braces; not a number when they do not match. */
function entriesIn(text: string): number {
  let [depth, entries] = [0, 0];
  for (const char of text) {
    if (char === '@' && depth === 0) entries += 1;
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    if (depth < 0) return Number.NaN;
  }
  return depth === 0 ? entries : Number.NaN;
}

describe('whatever stands in any field', () => {
  it(
    'gives exactly one entry of BibTeX and biblatex that runs nothing',
    { timeout: 30_000 },
    () => {
      const choice = fc.record({
        preset: fc.constantFrom(...PRESETS),
        protection: fc.constantFrom(...PROTECTIONS),
        escaping: fc.constantFrom('latex' as const, 'unicode' as const),
      });
      fc.assert(
        fc.property(anything, choice, (item, chosen) => {
          for (const format of [BIBTEX, BIBLATEX]) {
            const entry = written(format, item, chosen);
            expect(entriesIn(entry)).toBe(1);
            expect(entry).not.toMatch(COMMANDS_THAT_RUN);
            expect(entry).toMatch(
              /^@[a-z]+\{key,\n(?: {2}[a-z]+ += (?:\{[\s\S]*?\}|[a-z]{3}),?\n)+\}\n$/,
            );
          }
        }),
        { numRuns: 200 },
      );
    },
  );

  it('begins no line of RIS, no cell of a formula, and breaks no JSON', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(anything, (item) => {
        const lines = written(RIS, item).split('\r\n');
        expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(1);
        expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line))).toBe(
          true,
        );
        expect(JSON.parse(written(CSL_JSON, item))).toHaveLength(1);
        expect(written(CSV, item).split('\r\n')).toHaveLength(3);
        expect(written(MARKDOWN_TABLE, item).split('\n')).toHaveLength(4);
        for (const format of EXPORT_FORMATS) expect(exportText(format, [item], ALL).count).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('is never a formula in a cell', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t=', '\r='), text, (sign, rest) => {
        expect(csvCell(sign + rest)).not.toMatch(/^"?[=+\-@\t\r]/);
      }),
    );
  });

  it('makes a file name that stays in its folder', () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(safeFileName(name)).toMatch(/^[^/\\:*?"<>|.][^/\\:*?"<>|]*\.md$/);
      }),
    );
  });
});

describe('100,000 hostile characters in every field', () => {
  it.each(['{', '_', '^', '\\', '{$', '\\textsuperscript{'])(
    'of %s are written soon',
    (sign) => {
      const long = sign.repeat(100_000 / sign.length);
      const hostile = paper({ title: long, authors: [long], abstract: long, venue: long });
      const started = performance.now();
      for (const format of EXPORT_FORMATS)
        written(format, cited(hostile, { tags: [long], note: long }));
      // Taking quadratic time, these were half a minute.
      expect(performance.now() - started).toBeLessThan(8_000);
    },
    60_000,
  );
});
