import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryFigures, Times } from './library';

/** Prints each task beside the same task in the smallest library, and `bench` lines to parse. */
export function printLibraries(all: readonly LibraryFigures[]): void {
  const [smallest] = all;
  if (!smallest) return;
  for (const figures of all) {
    const { size, tasks, floors, wrong, queries, heapBytes, diskBytes } = figures;
    console.log(
      `\n${size.toLocaleString()} papers saved, ${(3 * size).toLocaleString()} seen`.padEnd(48) +
        `least   median      p95   beside ${smallest.size} papers`,
    );
    for (const [task, times] of Object.entries(tasks)) {
      row(task, times, ratio(times, smallest.tasks[task]));
    }
    for (const [floor, times] of Object.entries(floors)) row(`  ${floor}`, times, '');
    console.log(
      `  ${queries} searches, each also by looking at every paper: ${wrong.length} differ` +
        `${wrong.length > 0 ? `, among them ${wrong.slice(0, 3).join(' | ')}` : ''}.`,
    );
    console.log(
      `  save is ${times(median(tasks['save']), median(floors['bare put of the same rows']))} a bare put;` +
        ` find is ${times(median(tasks['find']), median(floors['looking through the same text in memory']))} looking through the text in memory.`,
    );
    console.log(
      `  Heap of the library page after 40 searches ${mebi(heapBytes)}; on disk ${mebi(diskBytes)}.`,
    );
    emit(figures, smallest);
  }
}

function row(name: string, times: Times, beside: string): void {
  const cells = [times[0], median(times), at(times, 0.95)].map((time) =>
    `${(time ?? Number.NaN).toFixed(1)}`.padStart(9),
  );
  console.log(`  ${name.padEnd(42)}${cells.join('')}   ${beside}`);
}

function emit(
  { size, tasks, floors, wrong, queries, heapBytes, diskBytes }: LibraryFigures,
  smallest: LibraryFigures,
): void {
  const measured = Object.entries(tasks).map(([task, times]) => ({
    measure: 'library',
    size,
    task,
    runs: times.length,
    leastMs: round(times[0]),
    medianMs: round(median(times)),
    p95Ms: round(at(times, 0.95)),
    ratioToSmallest: round(median(times) / median(smallest.tasks[task])),
  }));
  const floorLines = Object.entries(floors).map(([floor, times]) => ({
    measure: 'library-floor',
    size,
    floor,
    medianMs: round(median(times)),
  }));
  const whole = {
    measure: 'library-whole',
    size,
    queries,
    wrong: wrong.length,
    heapBytes,
    diskBytes,
  };
  for (const line of [...measured, ...floorLines, whole])
    console.log(`bench ${JSON.stringify(line)}`);
}

function ratio(times: Times, smallest: Times | undefined): string {
  return `${(median(times) / median(smallest)).toFixed(2)} ×`;
}

function times(one: number, other: number): string {
  return `${(one / other).toFixed(1)} ×`;
}

function median(times: Times = []): number {
  return at(times, 0.5);
}

function at(times: Times, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

function mebi(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}

function round(value: number | undefined): number {
  return Number((value ?? Number.NaN).toFixed(2));
}

/** Bytes of all databases of a browser's profile. */
export function bytesOnDisk(profile: string): number {
  const databases = join(profile, 'Default', 'IndexedDB');
  return readdirSync(databases, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const { size, isFile } = stat(join(databases, name));
    return isFile ? sum + size : sum;
  }, 0);
}

function stat(path: string): { readonly size: number; readonly isFile: boolean } {
  const found = statSync(path, { throwIfNoEntry: false });
  return { size: found?.size ?? 0, isFile: found?.isFile() === true };
}
