import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bibtex } from '@/utils/formats/bibtex';
import { citationKey, uniqueKey } from '@/utils/formats/citation-key';
import { missingForLatex } from '../../scripts/setup/latex';
import { typeset } from '../e2e/latex';
import { HAS_RECORDS, cited, id, paper, records } from './records';

type Row = {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: string;
};

const HOSTILE = [
  String.raw`\input{/etc/passwd} \write18{ls} \end{document}`,
  '}} @comment{ { } % # & ~ ^ _ $ \\',
  'a\nb\u0000c\u202e d\u200b',
  '$x_{1$ and ^2_3^4 $$ $\\frac{1}{$',
  '{'.repeat(40),
  '𝒩(0, Σ) ≤ ∞ → ½ № © ™ ½ µ Å ° ′ ″ … – —',
  'Đặng Ngô Łukasz Þór Søren Çelik ß ﬁ ﬂ',
];

function exported(rows: readonly Row[]): string {
  const taken = new Set<string>();
  const items = rows.map((row) => {
    const given = { ...row, id: id(`arxiv:${row.id}`) };
    const key = uniqueKey(citationKey(given), (wanted) => taken.has(wanted));
    taken.add(key);
    return { paper: given, key, tags: ['a tag', 'x & y'], note: '100 % of $5' };
  });
  return bibtex(items).text;
}

/** In these scripts classic LaTeX has no letters; the reader is warned, and the text is kept. */
function isPrintable({ title, authors }: Row): boolean {
  return bibtex([cited(paper({ title, authors }))]).warnings.every(
    ({ code }) => code !== 'characters',
  );
}

function complaintsOf(rows: readonly Row[], style: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-latex-'));
  try {
    return typeset(exported(rows), folder, style).complaints;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(missingForLatex().length > 0)('BibTeX and LaTeX', () => {
  it('take hostile titles, names and notes without a complaint', { timeout: 60_000 }, () => {
    const rows = HOSTILE.map((text, index) => ({
      id: `2611.0000${index + 1}`,
      title: text,
      authors: [text, 'Ada Example'],
      published: '2026-11-01',
    }));
    expect(complaintsOf(rows.filter(isPrintable), 'plain')).toEqual([]);
  });

  it.skipIf(!HAS_RECORDS).each(['plain', 'alpha', 'abbrv', 'unsrt'])(
    'take real records in the style %s without a complaint',
    { timeout: 120_000 },
    (style) => {
      const files = ['arxiv-records', 'ml-dblp', 'hard-50'];
      const rows = files.flatMap((name) => records<readonly Row[]>(name)).filter(isPrintable);
      expect(rows.length).toBeGreaterThan(1000);
      expect(complaintsOf(rows, style)).toEqual([]);
    },
  );
});
