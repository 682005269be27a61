import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { entrySizes } from '../../scripts/checks/budget';
import { build } from '../../scripts/setup/build';
import { ensureChromium } from '../../scripts/setup/chromium';
import { say } from '../../scripts/setup/progress';
import type { Offprint } from '../e2e/browser';
import { startOffprint } from '../e2e/browser';
import { DAILY_URL, dailyPage, madeCards } from '../e2e/listing-pages';
import type { Cost, Costs, Variant } from './measure';
import { measure } from './measure';
import { printCosts, printSizes } from './report';

const SIZES = [20, 100, 500];
const RUNS = 7;
const SETTLE_MS = 1500;

// An address Offprint does not claim; there it costs nothing.
const ELSEWHERE = 'https://bench.example/papers';
const FLOOR_SCRIPT =
  '<script>for (const card of document.querySelectorAll("article")) card.setAttribute("data-floor", card.querySelector("h3 a").getAttribute("href"))</script>';

/** Builds, measures in a real Chromium, and prints. Interleaves the variants, so that a busy machine hurts all alike. */
export async function bench(): Promise<void> {
  process.env['CHROMIUM_PATH'] = await ensureChromium();
  const folder = await build('chrome');
  const profile = mkdtempSync(join(tmpdir(), 'offprint-bench-'));
  const offprint = await startOffprint(profile);
  try {
    for (const size of SIZES) printCosts(size, await costsOf(offprint, size));
  } finally {
    await offprint.context().close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  printSizes(entrySizes(folder));
}

async function costsOf(offprint: Offprint, size: number): Promise<Costs> {
  const html = dailyPage(madeCards(size));
  offprint.serve(ELSEWHERE, { body: html });
  offprint.serve(`${ELSEWHERE}?floor`, { body: html.replace('</body>', `${FLOOR_SCRIPT}</body>`) });
  offprint.serve(DAILY_URL, { body: html });
  const costs: Record<Variant, Cost[]> = { page: [], floor: [], offprint: [] };
  for (let run = 1; run <= RUNS; run += 1) {
    say(`${size} cards, run ${run} of ${RUNS}`);
    costs.page.push(await once(offprint, ELSEWHERE, settle));
    costs.floor.push(await once(offprint, `${ELSEWHERE}?floor`, settle));
    costs.offprint.push(
      await once(offprint, DAILY_URL, async (page) => {
        await allDecided(page, size);
        await settle(page);
      }),
    );
  }
  return costs;
}

async function once(
  offprint: Offprint,
  url: string,
  settled: (page: Page) => Promise<void>,
): Promise<Cost> {
  const page = await offprint.context().newPage();
  try {
    return await measure(page, url, settled);
  } finally {
    await page.close();
  }
}

async function allDecided(page: Page, size: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-offprint-verdict]').length >= wanted,
    size,
    { timeout: 60_000, polling: 250 },
  );
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
}
