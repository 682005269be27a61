import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allIdsOf } from '@/utils/domain/all-ids';
import { CITE_DEFAULTS, type Citable } from '@/utils/domain/citing';
import type { Paper } from '@/utils/domain/paper';
import { doiOf } from '@/utils/domain/paper-id';
import type { Publication, PublicationKind } from '@/utils/domain/publication';
import { BIBLATEX } from '@/utils/formats/biblatex';
import { BIBTEX } from '@/utils/formats/bibtex';
import { CSL_JSON } from '@/utils/formats/csl-json';
import { type CitedWork, citedWork } from '@/utils/formats/fields/cited-work';
import { plainTitle } from '@/utils/formats/fields/plain-title';
import { type ExportFormat, exportText } from '@/utils/formats/format';
import { bibtexReader } from '@/utils/formats/read/bibtex';
import { cslJson } from '@/utils/formats/read/csl-json';
import type { FileReader } from '@/utils/formats/read/file-reader';
import { ris } from '@/utils/formats/read/ris';
import { RIS } from '@/utils/formats/ris';
import { paper } from './records';

type Told = Omit<CitedWork, 'title' | 'others'> & {
  readonly title: string;
  readonly key: string;
  readonly ids: readonly string[];
};

/** All that a citation tells of a paper, and by which ids the paper is known. */
function told({ key, ...item }: Citable): Told {
  const { title, doi, ...work } = citedWork({ key, ...item }, CITE_DEFAULTS);
  return {
    ...work,
    key,
    title: plainTitle(title),
    // DOIs mean the same in any case.
    ...(doi !== undefined && { doi: doi.toLowerCase() }),
    ids: [...allIdsOf(item.paper)].sort(),
  };
}

/**
 * What is expected to come back. Each format leaves out what it has no field for, or what it is not
 * meant to print:
 * - arXiv's category: only biblatex and the preset `arxiv` give it;
 * - BibTeX has months and no days: a day comes back as the first of its month;
 * - of what these kinds have here, biblatex has no place in `misc` for series, volume, number, pages, edition, ISBN and editors, in
 *   `article` for publisher, place and edition;
 * - what a citation does not speak of at all (abstract, upvotes, links, what sites say) is not looked at.
 */
function canonical(item: Citable, format: ExportFormat): Told {
  const all = told(item);
  const { arxiv, date, ...rest } = all;
  const day = format === BIBTEX && date?.day !== undefined ? { ...date, day: 1 } : date;
  const missing = format === BIBLATEX ? (LACKING.get(all.kind) ?? []) : [];
  const kept = Object.entries(rest).filter(([name]) => !missing.includes(name));
  return {
    ...(Object.fromEntries(kept) as typeof rest),
    ...(day && { date: day }),
    ...(arxiv && { arxiv: format === BIBLATEX ? arxiv : { number: arxiv.number } }),
  };
}

const OF_A_BOOK = ['series', 'volume', 'number', 'edition', 'isbn'];
const LACKING: ReadonlyMap<CitedWork['kind'], readonly string[]> = new Map([
  ['article', ['publisher', 'address', 'edition', 'isbn']],
  ['misc', [...OF_A_BOOK, 'pages', 'editors']],
]);

async function readBack(
  item: Citable,
  format: ExportFormat,
  reader: FileReader,
): Promise<Citable | undefined> {
  for await (const { papers } of reader.read(exportText(format, [item], CITE_DEFAULTS).text)) {
    const [first] = papers;
    if (!first) continue;
    return {
      paper: first.reading.paper,
      key: first.citationKey ?? '',
      tags: first.tags ?? [],
      ...(first.note !== undefined && { note: first.note }),
      citesPublication: item.citesPublication ?? false,
    };
  }
  return undefined;
}

const words = (...all: readonly string[]) =>
  fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 5 }).map((found) => found.join(' '));
const phrase = words('Tides', 'of', 'Rivers & Lakes', 'Łódź', 'Größe', '50%', 'x_1', '“Q”', 'A–B');
const title = words(
  'A',
  'LoRA:',
  'kettle',
  'of $x_1$',
  'Größe',
  'β',
  'x²',
  'don’t',
  '50%',
  'C#',
).map((found) => `Kites ${found}`);
const people = fc.uniqueArray(
  fc.constantFrom(
    'Ada Brook',
    'Ludwig van Beethoven',
    'Hal Daumé III',
    'García Márquez, Gabriel',
    'Łukasz Çelik',
    'OpenAI',
    '张伟',
    'bell hooks',
    'The ATLAS Collaboration',
  ),
  { minLength: 1, maxLength: 3 },
);

/** What a kind of work stands in, and what it has beside. */
const KINDS: Readonly<Record<PublicationKind, readonly (keyof Publication)[]>> = {
  article: ['container', 'volume', 'number', 'pages'],
  inproceedings: ['container', 'series', 'volume', 'pages', 'publisher', 'address', 'editors'],
  incollection: ['container', 'pages', 'publisher', 'address', 'edition', 'editors'],
  book: ['series', 'volume', 'publisher', 'address', 'edition', 'isbn', 'editors'],
  phdthesis: ['publisher', 'address'],
  mastersthesis: ['publisher', 'address'],
  techreport: ['publisher', 'number', 'address'],
  unpublished: [],
  misc: ['container', 'volume', 'number', 'pages', 'publisher', 'address', 'editors'],
};

const publication: fc.Arbitrary<Publication> = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as PublicationKind[])),
    facts: fc.record({
      container: phrase,
      series: phrase,
      volume: fc.constantFrom('3', 'XII'),
      number: fc.constantFrom('4', '2-3'),
      pages: fc.constantFrom('12-34', 'e1234', '7'),
      publisher: phrase,
      address: phrase,
      edition: fc.constantFrom('2', 'Second'),
      isbn: fc.constant('978-3-16-148410-0'),
      editors: people,
    }),
    year: fc.constantFrom('1998', '2020'),
    month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    doi: fc.option(fc.constantFrom('10.1000/tide.1', '10.1000/a_b(c)'), { nil: undefined }),
  })
  .map(({ kind, facts, year, month, doi }) => ({
    kind,
    source: 'import' as const,
    year,
    ...(month !== undefined && { month }),
    ...(doi !== undefined && { doi }),
    ...Object.fromEntries(KINDS[kind].map((name) => [name, facts[name as keyof typeof facts]])),
  }));

const fields = fc.record({
  title,
  authors: people,
  tags: fc.uniqueArray(fc.constantFrom('to cite', 'ß 50%', 'x_1', '"q"'), { maxLength: 2 }),
  note: fc.option(phrase, { nil: undefined }),
  primaryCategory: fc.constantFrom('cs.CL', undefined),
});

function item(
  { tags, note, primaryCategory, ...told }: ReturnType<typeof fields.generate>['value'],
  more: Partial<Omit<Paper, 'id'>> & { readonly id: string },
): Citable {
  return {
    paper: paper({ ...told, ...(primaryCategory !== undefined && { primaryCategory }), ...more }),
    key: 'brook2020kites',
    tags,
    ...(note !== undefined && { note }),
    citesPublication: more.publication !== undefined,
  };
}

const preprint = fields.map((all) =>
  item(all, { id: 'arxiv:2106.09685', published: '2021-06-17' }),
);
const publishedPreprint = fc
  .tuple(fields, publication)
  // What is on arXiv and in no journal or book, nor one itself, is its preprint.
  .filter(([, { kind }]) => kind !== 'unpublished' && kind !== 'misc')
  .map(([all, one]) => item(all, { id: 'arxiv:2106.09685', publication: one }));
const printed = fc
  .tuple(fields, publication)
  .map(([{ primaryCategory: _none, ...all }, one]) =>
    item(
      { ...all, primaryCategory: undefined },
      { id: `doi:${one.doi ?? '10.1000/own'}`, publication: one },
    ),
  );

describe.each([
  [BIBTEX, bibtexReader],
  [BIBLATEX, bibtexReader],
  [CSL_JSON, cslJson],
  [RIS, ris],
])('what was written as $name', (format, reader) => {
  it.each([
    ['a preprint', preprint],
    ['a preprint that was published', publishedPreprint],
    ['a work in print', printed],
  ])('reads as what it was: %s', async (_what, items) => {
    await fc.assert(
      fc.asyncProperty(items, async (one) => {
        const back = await readBack(one, format, reader);
        expect(back && canonical(back, format)).toEqual(canonical(one, format));
      }),
      { numRuns: 150 },
    );
  });
});

describe('an arXiv paper that was published', () => {
  const given = paper({
    id: 'arxiv:2106.09685',
    authors: ['Ada Brook'],
    publication: {
      kind: 'article',
      source: 'import',
      container: 'Tides',
      year: '2022',
      doi: '10.1000/tide.1',
    },
  });

  it.each([
    [BIBTEX, bibtexReader],
    [BIBLATEX, bibtexReader],
    [CSL_JSON, cslJson],
    [RIS, ris],
  ])('is still known by both ids when it comes back from $name', async (format, reader) => {
    const one = { paper: given, key: 'k', tags: [], citesPublication: true };
    const back = await readBack(one, format, reader);
    expect(back?.paper.id).toBe('arxiv:2106.09685');
    expect(back?.paper.aliases?.map(doiOf)).toEqual(['10.1000/tide.1']);
  });
});
