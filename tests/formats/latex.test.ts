import { describe, expect, it } from 'vitest';
import { CITE_DEFAULTS, type Citable } from '@/utils/domain/citing';
import { printedAlone } from '../../scripts/citing/pages';
import type { RealRecord, SetName } from '../../scripts/citing/records';
import { citables, realRecords } from '../../scripts/citing/records';
import { BIBLATEX } from '../../scripts/citing/readers';
import { WRITERS } from '../../scripts/citing/writers';
import { BIBLATEX as UNICODE } from '@/utils/formats/biblatex';
import { bibtex } from '@/utils/formats/bibtex';
import { exportText } from '@/utils/formats/format';
import { missingForLatex } from '../../scripts/setup/latex';
import { HAS_RECORDS } from './records';
import { TEX_TITLES } from './tex-titles';

/** Of each set of real records this many, spread over all of it, are tried each time. */
const SAMPLE = 60;

const HOSTILE = [
  String.raw`\input{/etc/passwd} \write18{ls} \end{document}`,
  '}} @comment{ { } % # & ~ ^ _ $ \\',
  'a\nb\u0000c\u202e d\u200b',
  '$x_{1$ and ^2_3^4 $$ $\\frac{1}{$',
  '{'.repeat(40),
  '𝒩(0, Σ) ≤ ∞ → ½ № © ™ ½ µ Å ° ′ ″ … – —',
  'Đặng Ngô Łukasz Þór Søren Çelik ß ﬁ ﬂ',
];

const NAMES = ['Ada Example', 'Ludwig van Beethoven', 'Hal Daumé III', 'The ATLAS Collaboration'];

/** Records of our own: hostile titles, also as names, and titles in half TeX. */
const MADE: readonly RealRecord[] = [
  // BibTeX sorts by at most 500 characters of a name.
  ...HOSTILE.map((text) => ({
    title: text,
    authors: [text.replace(/\{{9,}/, '{{{{{{{{'), 'Ada Example'],
  })),
  ...TEX_TITLES.map(([title], at) => ({ title, authors: [NAMES[at % NAMES.length] ?? ''] })),
].map((row, at) => ({
  ...row,
  id: `2611.${10_001 + at}`,
  // Styles tell papers of one author and year apart by letters, and end at z.
  published: `${2000 + (at % 27)}-11-01`,
}));

function sampleOf(set: SetName): readonly RealRecord[] {
  const rows = realRecords(set);
  const step = Math.max(1, rows.length / SAMPLE);
  return rows.filter((_, at) => at % step < 1);
}

/** In these scripts classic LaTeX has no letters; the reader is warned, and the text is kept. */
function isPrintable(row: RealRecord): boolean {
  return bibtex(citables([row])).warnings.every(({ code }) => code !== 'characters');
}

const REAL = HAS_RECORDS ? [...sampleOf('arxiv'), ...sampleOf('ml'), ...sampleOf('hard')] : [];
const ITEMS = items([...MADE, ...REAL].filter(isPrintable));

// Biber takes accents and signs apart before LaTeX sees them, and not all of hostile ones survive;
// whoever uses it has a format of their own. Real records must pass all the same.
const FOR_BIBER = items(REAL.filter((row) => isPrintable(row) && row.authors.length > 0));

function items(rows: readonly RealRecord[]): readonly Citable[] {
  return citables(rows).map((item) => ({
    ...item,
    tags: ['a tag', 'x & y'],
    note: '100 % of $5',
  }));
}

describe.each(WRITERS)('entries in $name', ({ write, readers }) => {
  for (const reader of readers) {
    const missing = reader.missing();
    const lacks = missing.length > 0 ? ` (skipped: there is no ${missing.join(', ')})` : '';
    const given = reader === BIBLATEX ? FOR_BIBER : ITEMS;
    it.skipIf(missing.length > 0 || given.length === 0)(
      `are taken by ${reader.name} without a complaint${lacks}`,
      { timeout: 120_000 },
      () => {
        const { text, count } = write(given);
        expect(count).toBe(given.length);
        expect(reader.complaints(text, count)).toEqual([]);
      },
    );
  }
});

describe.skipIf(BIBLATEX.missing().length > 0)('names for biber', () => {
  it('may hold any sign as a word', { timeout: 60_000 }, () => {
    const signs = ['}', '{', '\\\\', '~', '^', '_', '#', '$', '%'];
    const rows = signs.flatMap((sign) => [
      [`Example, Ada ${sign}`, `Example, ${sign} Bo`, `Example, A. ${sign} C.`],
      [`van ${sign} Ada, Bo`, `Ada ${sign}`, `${sign} Ada`],
    ]);
    const papers = citables(
      rows.map((authors, at) => ({
        id: `2611.${20_001 + at}`,
        title: 'Lanterns on Slow Rivers',
        authors,
        published: '2020-11-01',
      })),
    );
    const { text, count } = exportText(UNICODE, papers, CITE_DEFAULTS);
    expect(BIBLATEX.complaints(text, count)).toEqual([]);
  });
});

describe.skipIf(missingForLatex().length > 0)('an entry by itself', () => {
  it('gives no warning and no error, whatever stands around it', { timeout: 60_000 }, () => {
    const { entries, complaints } = printedAlone(bibtex(ITEMS).text, 'plain');
    expect(complaints).toEqual([]);
    const bad = [...entries].filter(
      ([, { errors, warnings }]) => errors.length > 0 || warnings.length > 0,
    );
    expect(bad).toEqual([]);
    expect(entries.size).toBe(ITEMS.length);
  });

  it('is found out when it is broken, and no other one with it', { timeout: 60_000 }, () => {
    const [one, other] = ['@misc{good, title = {Fine}}', '@misc{bad, title = {A {$\\frac$} _ b}}'];
    const { entries, complaints } = printedAlone(`${other}\n${one}\n`, 'plain');
    expect(complaints).toContain('Warning--to sort, need author or key in bad');
    expect(entries.get('bad')?.errors.length).toBeGreaterThan(0);
    expect(entries.get('good')?.errors).toEqual([]);
  });
});
