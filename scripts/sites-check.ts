import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { type Checked, checkPage } from './sites/check-page';
import { savedPagesIn } from './sites/saved-page';

const USAGE = 'usage: npm run sites:check -- FOLDER';

process.exitCode = run(process.argv.slice(2));

/** Prints what adapters make of a folder of saved pages: 1 when a page that one claims is not understood. */
function run(args: readonly string[]): number {
  const [folder, ...more] = args;
  if (folder === undefined || more.length > 0 || !existsSync(folder)) {
    console.error(USAGE);
    return 2;
  }
  const checked = savedPagesIn(folder).map(checkPage);
  print(folder, checked);
  return checked.some(({ site, understood }) => site !== undefined && !understood) ? 1 : 0;
}

function print(folder: string, checked: readonly Checked[]): void {
  const head = ['file', 'site', 'listing', 'cards', 'readable', 'understood', 'filled'];
  const lines = [head, ...checked.map((page) => cellsOf(folder, page))];
  const widths = head.map((_, column) =>
    Math.max(...lines.map((cells) => (cells[column] ?? '').length)),
  );
  for (const cells of lines) {
    console.log(
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  for (const { file, site, understood, doubts, skeleton } of checked) {
    if (site === undefined || understood) continue;
    console.log(`\n${relative(folder, file)} is not understood:`);
    for (const doubt of doubts) console.log(`  ${doubt}`);
    if (skeleton !== undefined) console.log(`  First card:\n${skeleton.replace(/^/gm, '    ')}`);
  }
}

function cellsOf(folder: string, page: Checked): string[] {
  const { file, site = '-', listing, cards, readable, understood, filled } = page;
  const verdict = understood ? 'yes' : 'NO';
  return [
    relative(folder, file),
    site,
    listing,
    String(cards),
    String(readable),
    site === '-' ? '-' : verdict,
    sharesOf(filled, readable),
  ];
}

/** `title 100%, abstract 45%`; a paper always has its id. */
function sharesOf(filled: Readonly<Record<string, number>>, of: number): string {
  return Object.entries(filled)
    .filter(([field]) => field !== 'id')
    .map(([field, count]) => `${field} ${Math.floor((count / of) * 100)}%`)
    .join(', ');
}
