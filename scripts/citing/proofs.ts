import { bibtex } from '@/utils/formats/bibtex';
import type { Measured } from './figures';
import { scoreNames, scoreTitles } from './gold';
import { printedAlone } from './pages';
import type { Reader } from './readers';
import { BIBLATEX, BIBTEXPARSER, PANDOC, PYBTEX, bibtexStyle } from './readers';
import type { RealRecord } from './records';
import { citables, realRecords } from './records';
import { ALL_STYLES, preprintInStyles } from './styles';
import { hasTex, printsAsMeant, printsTex } from './titles';
import { writerSize } from './writer-size';

/** Part of the measuring, with what it is called while it runs. */
export type Proof = { readonly name: string; measure(): readonly Measured[] };

/** All that is measured, the quick first. */
export const PROOFS: readonly Proof[] = [
  { name: 'size', measure: size },
  { name: 'gold of ACL 2022', measure: gold },
  { name: 'styles', measure: styles },
  { name: 'hard records', measure: hard },
  { name: 'arXiv, each record alone', measure: arxiv },
  { name: 'ML, each record alone', measure: ml },
  { name: 'all records in other readers', measure: others },
];

const LARGEST_WRITER = 15_000;

function size(): Measured[] {
  const bytes = writerSize();
  return [
    {
      row: 'size of the writer',
      value: `${(bytes / 1000).toFixed(1)} kB`,
      goal: '≤ 15 kB',
      isMet: bytes <= LARGEST_WRITER,
    },
  ];
}

function gold(): Measured[] {
  const titles = scoreTitles();
  const names = scoreNames();
  const share = names.right / names.of;
  return [
    {
      row: 'ACL: titles protected exactly right',
      value: `${titles.right} of ${titles.of}`,
      goal: '≥ 95 %',
      isMet: titles.right >= 0.95 * titles.of,
    },
    {
      row: 'ACL: precision / recall of words',
      value: `${titles.precision.toFixed(3)} / ${titles.recall.toFixed(3)}`,
      goal: '≥ .96 / .83',
      isMet: titles.precision >= 0.96 && titles.recall >= 0.83,
    },
    {
      row: 'ACL: names exactly right',
      value: `${(share * 100).toFixed(2)} % (${names.right} of ${names.of})`,
      goal: '≥ 99.1 %',
      isMet: share >= 0.991,
    },
  ];
}

function styles(): Measured[] {
  const results = preprintInStyles();
  const bad = results.filter(({ times, warnings }) => times !== 1 || warnings.length > 0);
  const tried = new Set(results.map(({ style }) => style));
  const absent = ALL_STYLES.filter((style) => !tried.has(style));
  return [
    {
      row: 'preprint id printed once, without a warning',
      value: `${results.length - bad.length} of ${results.length}`,
      goal: 'all there are',
      isMet: bad.length === 0,
      details: [
        ...bad.map(
          ({ style, times, warnings }) => `${style}: ${times} times, ${warnings.join('; ')}`,
        ),
        ...(absent.length > 0 ? [`not on this machine: ${absent.join(', ')}`] : []),
      ],
    },
  ];
}

function hard(): Measured[] {
  const items = citables(realRecords('hard'));
  const { text, count, warnings } = bibtex(items);
  const unwritable = warnings.filter(({ code }) => code === 'unreadable');
  const unread = [bibtexStyle('plain'), PANDOC].flatMap((reader) =>
    // In scripts that pdfLaTeX has no letters for, BibTeX and pandoc must read the file all the same.
    reader
      .complaints(text, count)
      .filter((line) => !/^! LaTeX Error: Unicode character|^!? ?Missing character/.test(line)),
  );
  return [
    {
      row: 'hard: not writable',
      value: `${items.length - count} of ${items.length}`,
      goal: '0',
      isMet: count === items.length,
      details: unwritable.map(({ title }) => title),
    },
    {
      row: 'hard: whole file read by BibTeX and pandoc',
      value: unread.length === 0 ? 'both' : 'not by both',
      goal: 'both',
      isMet: unread.length === 0,
      details: unread,
    },
  ];
}

function arxiv(): Measured[] {
  const rows = realRecords('arxiv');
  const items = citables(rows);
  const { entries, complaints } = printedAlone(bibtex(items).text, 'plain');
  const each = rows.map((row, at) => {
    const entry = entries.get(items[at]?.key ?? '');
    return { row, entry, title: entry?.parts[1] ?? '' };
  });
  const wrong = each.filter(({ row, title }) => !printsAsMeant(row, title));
  const withTex = rows.filter(hasTex).length;
  const wrongWithTex = wrong.filter(({ row }) => hasTex(row)).length;
  return [
    none(
      'arXiv: entries with a BibTeX warning',
      each
        .filter(({ entry }) => entry === undefined || entry.warnings.length > 0)
        .map(({ row }) => row.title),
    ),
    none(
      'arXiv: entries with a LaTeX error',
      each
        .filter(({ entry }) => entry === undefined || entry.errors.length > 0)
        .map(({ row }) => row.title),
    ),
    {
      row: 'arXiv: titles printed as meant',
      value: `${rows.length - wrong.length} of ${rows.length}`,
      goal: '≥ 99.9 %',
      isMet: rows.length - wrong.length >= 0.999 * rows.length,
      details: wrong.map(({ row, title }) => `${row.title} → ${title}`),
    },
    {
      row: 'arXiv: of those with TeX (81)',
      value: `${withTex - wrongWithTex} of ${withTex}`,
      goal: 'all',
      isMet: wrongWithTex === 0,
    },
    none(
      'arXiv: titles that print raw TeX',
      each.filter(({ title }) => printsTex(title)).map(({ title }) => title),
    ),
    none('arXiv: errors of BibTeX on the whole file', complaints),
  ];
}

function ml(): Measured[] {
  const rows = realRecords('ml');
  const plain = badAlone(rows, 'plain');
  const abbrv = badAlone(rows, 'abbrv');
  return [
    {
      row: 'ML: entries LaTeX complains about, plain / abbrv',
      value: `${plain.length} / ${abbrv.length}`,
      goal: '0 / 0',
      isMet: plain.length + abbrv.length === 0,
      details: [...plain, ...abbrv],
    },
  ];
}

function badAlone(rows: readonly RealRecord[], style: string): string[] {
  const items = citables(rows);
  const { entries } = printedAlone(bibtex(items).text, style);
  return items
    .filter(({ key }) => {
      const entry = entries.get(key);
      return entry === undefined || entry.errors.length > 0 || entry.warnings.length > 0;
    })
    .map(({ paper }) => paper.title);
}

function others(): Measured[] {
  const items = citables([...realRecords('arxiv'), ...realRecords('ml')]);
  const { text, count } = bibtex(items);
  const told = (reader: Reader): string[] =>
    reader.complaints(text, count).map((line) => `${reader.name}: ${line}`);
  const styles = ['alpha', 'unsrt', 'plainnat', 'IEEEtran'].map(bibtexStyle);
  return [
    none(
      'all real: complaints of pandoc, pybtex, bibtexparser',
      [PANDOC, PYBTEX, BIBTEXPARSER, ...styles].flatMap(told),
    ),
    none('all real: warnings of biber', told(BIBLATEX)),
  ];
}

/** A row whose goal is that there are none of these. */
function none(row: Measured['row'], found: readonly string[]): Measured {
  return { row, value: String(found.length), goal: '0', isMet: found.length === 0, details: found };
}
