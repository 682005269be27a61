import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LONGEST_MS = 300_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** What `work` makes of a folder of its own, which is gone afterwards. */
export function inOwnFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-citing-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program in a folder to its end; `input` is what it reads from its standard input. */
export function runIn(
  folder: string,
  program: string,
  args: readonly string[],
  input = '',
): { readonly code: number; readonly output: string; readonly errors: string } {
  const done = spawnSync(program, args, {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: LONGEST_MS,
    maxBuffer: MOST_OUTPUT,
  });
  return { code: done.status ?? 1, output: done.stdout ?? '', errors: done.stderr ?? '' };
}
