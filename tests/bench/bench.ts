import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { devTools } from '../../scripts/browser/closed-roots';
import { entrySizes } from '../../scripts/checks/budget';
import { build } from '../../scripts/setup/build';
import { ensureChromium } from '../../scripts/setup/chromium';
import { say } from '../../scripts/setup/progress';
import type { Offprint } from '../e2e/browser';
import { startOffprint } from '../e2e/browser';
import { NEW_URL, madeEntries, newPage } from '../e2e/arxiv-pages';
import { DAILY_URL, dailyPage, madeCards } from '../e2e/listing-pages';
import { benchCiting } from './citing';
import type { Cost, Runs, Settled, Tasks, Variant } from './measure';
import { costOf, tasksOf } from './measure';
import { printCosts, printSizes } from './report';
import { benchLibraries } from './library';
import { benchQueries } from './rules';

const RUNS = 7;
const TRACED_RUNS = 3;
const SETTLE_MS = 1500;
const PATIENCE_MS = 60_000;

// An address Offprint does not claim; there it costs nothing.
const ELSEWHERE = 'https://bench.example/papers';

/** A page to measure; the floor marks each card with its address, and does nothing else. */
type Listing = {
  readonly site: string;
  readonly url: string;
  readonly size: number;
  readonly html: string;
  readonly floorScript: string;
};

const LISTINGS: readonly Listing[] = [
  ...[20, 100, 500].map((size) => ({
    site: 'Hugging Face',
    url: DAILY_URL,
    size,
    html: dailyPage(madeCards(size)),
    floorScript:
      'for (const card of document.querySelectorAll("article")) card.setAttribute("data-floor", card.querySelector("h3 a").getAttribute("href"))',
  })),
  ...[100, 2_000].map((size) => ({
    site: 'arXiv',
    url: NEW_URL,
    size,
    html: newPage(madeEntries(size)),
    floorScript:
      'for (const card of document.querySelectorAll("dt")) card.nextElementSibling.setAttribute("data-floor", card.querySelector("a[title=Abstract]").getAttribute("href"))',
  })),
];

const PARTS = ['listing', 'rules', 'library', 'citing'] as const;
const CITED = [10_000, 100_000];
const LIBRARIES = [100, 1_000, 10_000, 100_000];

/**
 * Builds, measures in a real Chromium, and prints: all parts, or those named. A number is the size of
 * the largest library.
 */
export async function bench(given: readonly string[]): Promise<void> {
  const named = PARTS.filter((part) => given.includes(part));
  const parts = named.length > 0 ? named : PARTS;
  const largest = Number(given.find((word) => /^\d+$/.test(word)) ?? Infinity);
  process.env['CHROMIUM_PATH'] = await ensureChromium();
  const folder = await build('chrome');
  if (parts.includes('listing')) await benchListings(folder);
  if (parts.includes('rules')) benchQueries();
  if (parts.includes('citing')) benchCiting(CITED.filter((size) => size <= largest));
  if (parts.includes('library')) {
    await benchLibraries(LIBRARIES.filter((size) => size <= largest));
  }
}

/** Interleaves the variants, so that a busy machine hurts all alike. */
async function benchListings(folder: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'offprint-bench-'));
  const offprint = await startOffprint(profile);
  try {
    for (const listing of LISTINGS) {
      printCosts(listing.site, listing.size, await runsOf(offprint, listing));
    }
  } finally {
    await offprint.context().close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  printSizes(entrySizes(folder));
}

async function runsOf(
  offprint: Offprint,
  { site, url, size, html, floorScript }: Listing,
): Promise<Runs> {
  const floor = `${ELSEWHERE}?floor`;
  offprint.serve(ELSEWHERE, { body: html });
  offprint.serve(floor, {
    body: html.replace('</body>', `<script>${floorScript}</script></body>`),
  });
  offprint.serve(url, { body: html });
  const decided: Settled = async (page) => {
    await allDecided(page, size);
    await settle(page);
  };
  const costs: Record<Variant, Cost[]> = { page: [], floor: [], offprint: [] };
  for (let run = 1; run <= RUNS; run += 1) {
    say(`${site}, ${size} cards, run ${run} of ${RUNS}`);
    costs.page.push(await once(offprint, (page) => costOf(page, ELSEWHERE, settle)));
    costs.floor.push(await once(offprint, (page) => costOf(page, floor, settle)));
    costs.offprint.push(await once(offprint, (page) => costOf(page, url, decided)));
  }
  const tasks: Record<'page' | 'offprint', Tasks[]> = { page: [], offprint: [] };
  for (let run = 1; run <= TRACED_RUNS; run += 1) {
    say(`${site}, ${size} cards, traced run ${run} of ${TRACED_RUNS}`);
    tasks.page.push(await once(offprint, (page) => tasksOf(page, ELSEWHERE, settle)));
    tasks.offprint.push(await once(offprint, (page) => tasksOf(page, url, decided)));
  }
  return { costs, tasks };
}

async function once<Result>(
  offprint: Offprint,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await offprint.context().newPage();
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Asks by the protocol: Playwright's own waiting would run scripts of its own on the measured thread. */
async function allDecided(page: Page, size: number): Promise<void> {
  const session = await devTools(page);
  const expression = "document.querySelectorAll('[data-offprint-verdict]').length";
  const end = performance.now() + PATIENCE_MS;
  for (let decided = 0; decided < size; await page.waitForTimeout(250)) {
    if (performance.now() > end)
      throw new Error(`only ${decided} of ${size} cards were decided on`);
    const { result } = await session.send('Runtime.evaluate', { expression });
    decided = Number(result.value);
  }
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
}
