import { HAS_RECORDS } from '../tests/formats/records';
import type { Measured } from './citing/figures';
import { NOTED, WRITERS_NOTED } from './citing/figures';
import { PROOFS } from './citing/proofs';
import { ensureStyles } from './setup/latex';
import { say } from './setup/progress';

const MOST_DETAILS = 5;

process.exitCode = await check();

/** Measures all real records and prints the figures beside those noted of others; 1 when a goal is missed. */
async function check(): Promise<number> {
  if (!HAS_RECORDS) {
    console.error('There are no real records beside the project: ../shared/bibdata');
    return 1;
  }
  const missing = await ensureStyles();
  if (missing.length > 0) {
    console.error(`This takes programs that are not here: ${missing.join(', ')}`);
    return 1;
  }
  const measured = PROOFS.flatMap(({ name, measure }) => {
    say(name);
    return measure();
  });
  print(measured);
  const missed = measured.filter(({ isMet }) => !isMet);
  console.log(
    missed.length === 0
      ? '\nAll goals are met.'
      : `\nMissed: ${missed.map(({ row }) => row).join('; ')}`,
  );
  return missed.length === 0 ? 0 : 1;
}

function print(measured: readonly Measured[]): void {
  const head = ['', ...WRITERS_NOTED, 'Offprint', 'goal', ''];
  const table = measured.map(({ row, value, goal, isMet }) => [
    row,
    ...NOTED[row],
    value,
    goal,
    isMet ? 'met' : 'MISSED',
  ]);
  const lines = [head, ...table];
  const widths = head.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  console.log('\nNoted with all records of the study, Offprint with those that are here\n');
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  for (const { row, details = [] } of measured.filter(({ details = [] }) => details.length > 0)) {
    console.log(`\n${row}:`);
    details.slice(0, MOST_DETAILS).forEach((detail) => console.log(`  ${detail}`));
    if (details.length > MOST_DETAILS) console.log(`  … and ${details.length - MOST_DETAILS} more`);
  }
}
