import { describe, expect, it } from 'vitest';
import { printedAlone } from '../../scripts/citing/pages';
import { citables } from '../../scripts/citing/records';
import { missingForLatex } from '../../scripts/setup/latex';
import { bibtex } from '@/utils/formats/bibtex';
import { TEX_TITLES } from './tex-titles';

/** All titles set by LaTeX in one go, each on a page of its own. */
function printedTitles(): readonly string[] {
  const items = citables(
    TEX_TITLES.map(([title], at) => ({
      id: `2611.${10_001 + at}`,
      title,
      authors: ['Ada Example'],
      published: '2026-11-01',
    })),
  );
  const { entries } = printedAlone(bibtex(items).text, 'plain');
  return items.map(({ key }) => entries.get(key)?.parts[1] ?? '');
}

/** Styles lower capitals, fonts space formulas, and some quotes look alike in a PDF. */
function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('`', '‘')
    .replace(/\s+|\.$/gu, '');
}

describe.skipIf(missingForLatex().length > 0)('a title in half TeX is printed as meant:', () => {
  const printed = missingForLatex().length > 0 ? [] : printedTitles();

  it.each(TEX_TITLES.map(([written, meant], at) => ({ written, meant, at })))(
    '$written',
    ({ meant, at }) => {
      expect(comparable(printed[at] ?? '')).toBe(comparable(meant));
    },
  );
});
