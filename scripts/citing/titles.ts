import type { RealRecord } from './records';

/** What pandoc lost of titles it was asked to read; it drops commands of math outside of dollars. */
const LOST_BY_PANDOC: ReadonlyMap<string, string> = new Map([
  [
    'Z^0 and the Twisted Coproduct of the Poincaré Group',
    'Z^0 → 2γ and the Twisted Coproduct of the Poincaré Group',
  ],
]);

/** Whether a title has TeX in it. */
export function hasTex({ title }: RealRecord): boolean {
  return /[\\$^_{}]/.test(title);
}

/** Whether what was printed is what the record's title means, letter for letter and number for number. */
export function printsAsMeant(record: RealRecord, printed: string): boolean {
  const plain = record.title_plain_by_pandoc ?? record.title;
  const [meant, found] = [letters(LOST_BY_PANDOC.get(plain) ?? plain), letters(printed)];
  // A page has what stands above the line before what stands below it, whatever the order in the source.
  return meant === found || (isStacked(record.title) && sorted(meant) === sorted(found));
}

/** Whether a command or a pair of dollars can be seen in print that the title does not mean. */
export function printsTex(printed: string): boolean {
  return /\\[A-Za-z]+|\$[^$]*[\\^_][^$]*\$/.test(printed);
}

/** Styles lower capitals, and fonts have many signs for one; letters and numbers tell titles apart. */
function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isStacked(title: string): boolean {
  return title.includes('^') && title.includes('_');
}

function sorted(text: string): string {
  return [...text].sort().join('');
}
