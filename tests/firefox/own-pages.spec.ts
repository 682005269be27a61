import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { benchPaper } from '../bench/papers';
import { type OwnPage, openOwnPage } from './own-page';
import { ADDRESS, startFirefox } from './start-firefox';

/** More than are written on the page's own thread. */
const PAPERS = 620;
const PICTURES = '.output/firefox';

const downloads = mkdtempSync(join(tmpdir(), 'offprint-firefox-'));
let browser: Browser | undefined;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await startFirefox(downloads);
  const page = await open('library.html');
  const papers = Array.from({ length: PAPERS }, (_, index) => benchPaper(index));
  await page.call('importPapers', papers);
});

afterAll(async () => {
  await browser?.close();
  rmSync(downloads, { recursive: true, force: true });
});

test('the library page lists and finds in Firefox', async () => {
  const page = await open('library.html');
  await page.until(`document.querySelectorAll('.row').length > 5`);
  await page.until(`document.body.textContent.includes('${PAPERS}')`);
  await page.evaluate(`document.querySelector('input[role="combobox"]').focus()`);
  await page.type('is:starred ');
  await page.until(`[...document.querySelectorAll('.row-star')].length > 3`);
  await page.until(
    `[...document.querySelectorAll('.row-star')].every((star) => star.ariaPressed === 'true')`,
  );
  await page.screenshot(`${PICTURES}/library.png`);
});

test('a long export is written on a thread of its own in Firefox', async () => {
  const page = await open('library.html');
  await page.until(`document.querySelectorAll('.row').length > 5`);
  await page.chord('E');
  await page.until(`document.querySelector('.export-preview')?.textContent.includes('@misc{')`);
  await page.until(`document.body.textContent.includes('The first 20 of ${PAPERS} papers')`);
  await page.screenshot(`${PICTURES}/export.png`);
  await page.evaluate(
    `[...document.querySelectorAll('button')].find((one) => one.textContent === 'Save file').focus()`,
  );
  await page.enter();
  const text = await vi.waitFor(
    () => {
      const name = readdirSync(downloads).find((each) => each.endsWith('.bib')) ?? '';
      const written = readFileSync(join(downloads, name), 'utf8');
      expect(written.match(/^@/gm)).toHaveLength(PAPERS);
      return written;
    },
    { timeout: 60_000, interval: 250 },
  );
  expect(text.match(/^ {2}author/gm)).toHaveLength(PAPERS);
});

test('the popup finds in Firefox', async () => {
  const page = await open('popup.html');
  await page.until(`document.querySelectorAll('.row').length > 5`);
  await page.screenshot(`${PICTURES}/popup.png`);
});

function open(name: string): Promise<OwnPage> {
  if (!browser) throw new Error('Firefox did not start');
  return openOwnPage(browser, `${ADDRESS}/${name}`);
}
