import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from '../setup/build';
import { ensureChromium } from '../setup/chromium';
import { tool } from '../setup/command';
import { ensureFirefox } from '../setup/firefox';
import { ensureLatex } from '../setup/latex';
import { overBudget } from './budget';
import type { Outcome } from './outcome';
import { FAILED, PASSED, SKIPPED, playwrightOutcome, vitestOutcome } from './outcome';

/** One heading of `npm test`. */
export type Step = { readonly name: string; run(): Promise<Outcome> };

const REPORTS = '.output/reports';

/** Everything `npm test` checks, in order: the quick and telling first. */
export const STEPS: readonly Step[] = [
  { name: 'Format', run: () => passes('oxfmt', ['--check', '.']) },
  { name: 'Lint', run: () => passes('oxlint', ['.']) },
  { name: 'Types', run: typesHold },
  { name: 'Dead code', run: () => passes('knip', ['--no-progress']) },
  { name: 'Unit tests', run: units },
  { name: 'Build for Chromium', run: () => builds('chrome') },
  { name: 'Build for Firefox', run: () => builds('firefox') },
  { name: 'Size of the content script', run: staysSmall },
  { name: 'Browser tests in Chromium', run: inChromium },
  { name: 'Browser tests in Firefox', run: inFirefox },
];

async function passes(name: string, args: readonly string[]): Promise<Outcome> {
  const { code } = await tool(name, args, { live: true });
  return code === 0 ? PASSED : FAILED;
}

/** The names of our own pages are types too, written by WXT from what entrypoints there are. */
async function typesHold(): Promise<Outcome> {
  const prepared = await tool('wxt', ['prepare']);
  if (prepared.code !== 0) console.error(prepared.output);
  return passes('tsc', ['--noEmit']);
}

async function vitest(name: string, args: readonly string[], env = {}): Promise<Outcome> {
  const report = freshReport(name);
  const { code } = await tool(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { live: true, env },
  );
  return outcomeOf(report, vitestOutcome, code);
}

async function units(): Promise<Outcome> {
  const missing = await ensureLatex();
  if (missing.length > 0) {
    console.log(
      `What proves bibliographies with these is skipped, for they are not here: ${missing.join(', ')}.`,
    );
  }
  return vitest('unit', []);
}

async function builds(target: 'chrome' | 'firefox'): Promise<Outcome> {
  await build(target);
  return PASSED;
}

async function staysSmall(): Promise<Outcome> {
  const complaint = overBudget(await build('chrome'));
  if (complaint) console.error(complaint);
  return complaint ? FAILED : PASSED;
}

async function inChromium(): Promise<Outcome> {
  const program = await ensureChromium().catch((error: Error) => error);
  if (program instanceof Error) return skipped(program.message);
  const report = freshReport('chromium');
  const { code } = await tool('playwright', ['test'], {
    live: true,
    env: { CHROMIUM_PATH: program, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return outcomeOf(report, playwrightOutcome, code);
}

async function inFirefox(): Promise<Outcome> {
  const program = await ensureFirefox();
  if (!program) return skipped('No Firefox found: install Firefox, or set FIREFOX_PATH to one.');
  return vitest('firefox', ['--config', 'tests/firefox/vitest.config.ts'], {
    FIREFOX_PATH: program,
  });
}

function skipped(reason: string): Outcome {
  console.log(`Skipped: ${reason}`);
  return SKIPPED;
}

function freshReport(name: string): string {
  const file = `${process.cwd()}/${REPORTS}/${name}.json`;
  mkdirSync(REPORTS, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** A runner that ends badly with no failed test in its report has failed all the same. */
function outcomeOf(report: string, read: (report: string) => Outcome, code: number): Outcome {
  if (!existsSync(report)) return FAILED;
  const outcome = read(readFileSync(report, 'utf8'));
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}
