import type { EntrySize } from '../../scripts/checks/budget';
import type { Cost, Runs, Variant } from './measure';

/** Prints what pages of one size cost: a table to read, and lines that begin with `bench` to parse. */
export function printCosts(site: string, cards: number, { costs, tasks }: Runs): void {
  const bare = leastTime(costs.page);
  const floor = leastTime(costs.floor) - bare;
  const own = leastTime(costs.offprint) - bare;
  const longestOwn = Math.min(...tasks.offprint.map((run) => run.longestOwn));
  const longestOfPage = Math.min(...tasks.page.map((run) => run.longest));
  console.log(`\n${`${site}, ${cards} cards`.padEnd(28)}main thread, least … most   layout shift`);
  for (const variant of ['page', 'floor', 'offprint'] as const) row(variant, costs[variant]);
  console.log(
    `  Offprint adds ${ms(own)} (${(own / cards).toFixed(2)} ms a card), the floor ${ms(floor)}: ${ratio(own, floor)}.`,
  );
  console.log(
    `  Longest task with Offprint's scripts in it ${ms(longestOwn)}, of the page alone ${ms(longestOfPage)}.`,
  );
  emit({
    measure: 'listing',
    site,
    cards,
    runs: costs.offprint.length,
    pageMs: round(bare),
    floorMs: round(floor),
    offprintMs: round(own),
    longestTaskMs: round(longestOwn),
    longestTaskOfPageMs: round(longestOfPage),
    layoutShift: round(Math.max(0, mostShift(costs.offprint) - mostShift(costs.page)), 4),
  });
}

/** Prints the size of every entry point after gzip. */
export function printSizes(sizes: readonly EntrySize[]): void {
  console.log('\nAfter gzip');
  for (const { entry, bytes, files } of sizes) {
    console.log(`  ${entry.padEnd(16)}${`${(bytes / 1000).toFixed(1)} kB`.padStart(9)}`);
    emit({ measure: 'size', entry, bytes, files });
  }
}

const NAMES: Record<Variant, string> = {
  page: 'the page alone',
  floor: 'with the floor',
  offprint: 'with Offprint',
};

function row(variant: Variant, costs: readonly Cost[]): void {
  const most = Math.max(...costs.map(({ mainThread }) => mainThread));
  const times = `${ms(leastTime(costs)).padStart(9)} … ${ms(most)}`;
  console.log(`  ${NAMES[variant].padEnd(18)}${times.padEnd(27)}${mostShift(costs).toFixed(4)}`);
}

function leastTime(costs: readonly Cost[]): number {
  return Math.min(...costs.map(({ mainThread }) => mainThread));
}

function mostShift(costs: readonly Cost[]): number {
  return Math.max(...costs.map(({ layoutShift }) => layoutShift));
}

// A floor within the clock's noise would make any ratio sound like a finding.
function ratio(own: number, floor: number): string {
  return floor < 0.5 ? 'the floor is too low for a ratio' : `${(own / floor).toFixed(1)} times`;
}

function emit(values: object): void {
  console.log(`bench ${JSON.stringify(values)}`);
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
