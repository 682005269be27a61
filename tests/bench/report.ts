import type { EntrySize } from '../../scripts/checks/budget';
import type { Cost, Costs, Variant } from './measure';

/** Prints what pages of one size cost: a table to read, and lines that begin with `bench` to parse. */
export function printCosts(cards: number, costs: Costs): void {
  const bare = least(costs.page, 'mainThread');
  const floor = least(costs.floor, 'mainThread') - bare;
  const own = least(costs.offprint, 'mainThread') - bare;
  console.log(
    `\n${cards} cards${' '.repeat(12)}main thread (least, spread)   longest task   layout shift`,
  );
  for (const variant of ['page', 'floor', 'offprint'] as const) row(variant, costs[variant]);
  console.log(
    `Offprint adds ${ms(own)} (${(own / cards).toFixed(2)} ms a card), the floor ${ms(floor)}: ${ratio(own, floor)}; its longest task takes ${ms(least(costs.offprint, 'longestOwnTask'))}`,
  );
  emit({
    measure: 'listing',
    cards,
    runs: costs.offprint.length,
    pageMs: round(bare),
    floorMs: round(floor),
    offprintMs: round(own),
    longestTaskMs: round(least(costs.offprint, 'longestTask')),
    longestOwnTaskMs: round(least(costs.offprint, 'longestOwnTask')),
    longestTaskOfPageMs: round(least(costs.page, 'longestTask')),
    layoutShift: round(shiftCaused(costs), 4),
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
  const times = costs.map(({ mainThread }) => mainThread);
  const [low, high] = [Math.min(...times), Math.max(...times)];
  const shift = mostShift(costs).toFixed(4);
  console.log(
    `  ${NAMES[variant].padEnd(18)}${ms(low).padStart(10)}  (up to ${ms(high)})`.padEnd(50) +
      `${ms(least(costs, 'longestTask')).padStart(12)}${shift.padStart(15)}`,
  );
}

function shiftCaused({ offprint, page }: Costs): number {
  return Math.max(0, mostShift(offprint) - mostShift(page));
}

function mostShift(costs: readonly Cost[]): number {
  return Math.max(...costs.map(({ layoutShift }) => layoutShift));
}

function least(costs: readonly Cost[], field: keyof Cost): number {
  return Math.min(...costs.map((cost) => cost[field]));
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
