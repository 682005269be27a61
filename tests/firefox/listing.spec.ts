import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAILY_URL, dailyPage, madeCards } from '../e2e/listing-pages';
import { innerElements } from './closed-roots';
import { startFirefox } from './start-firefox';

const HTML = dailyPage(madeCards(12));
const PICTURES = '.output/firefox';
const CARDS = '[data-offprint-paper]';

let browser: Browser | undefined;
let page: Page | undefined;

beforeAll(async () => {
  browser = await startFirefox();
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isListing = request.url() === DAILY_URL;
    void (isListing
      ? request.respond({ contentType: 'text/html; charset=utf-8', body: HTML })
      : request.abort());
  });
  await page.goto(DAILY_URL, { waitUntil: 'domcontentloaded' });
});

afterAll(async () => {
  await browser?.close();
});

test('Firefox decides on every card of a listing', async () => {
  await open().waitForSelector(`${CARDS}[data-offprint-verdict]`);
  const verdicts = await open().$$eval(CARDS, (cards) =>
    cards.map((card) => [
      card.getAttribute('data-offprint-paper'),
      card.getAttribute('data-offprint-verdict'),
    ]),
  );
  expect(verdicts).toHaveLength(12);
  for (const [id, verdict] of verdicts) {
    expect(id).toMatch(/^arxiv:/);
    expect(verdict).toBe('show');
  }
});

test('Firefox puts tools on the cards, in roots the page cannot see into', async () => {
  await open().waitForSelector(`${CARDS} offprint-tools`);
  const hosts = await open().$$eval(`${CARDS} offprint-tools`, (all) =>
    all.map((host) => ({ closed: host.shadowRoot === null, height: host.clientHeight })),
  );
  expect(hosts.every(({ closed }) => closed)).toBe(true);
  expect(hosts[0]?.height).toBeGreaterThan(10);
  mkdirSync(PICTURES, { recursive: true });
  await open().screenshot({ path: `${PICTURES}/listing.png` });
});

test('a key saves a paper in Firefox, and it is still saved after a reload', async () => {
  await open().hover(CARDS);
  await open().keyboard.press('s');
  await expect.poll(isFirstSaved, { timeout: 20_000 }).toBe(true);
  await open().screenshot({ path: `${PICTURES}/saved.png` });
  await open().reload({ waitUntil: 'domcontentloaded' });
  await open().waitForSelector(`${CARDS}[data-offprint-verdict]`);
  await expect.poll(isFirstSaved, { timeout: 20_000 }).toBe(true);
});

test('a topic typed on a card hides papers in Firefox, and undo brings them back', async () => {
  await open().hover(CARDS);
  await open().keyboard.down('Shift');
  await open().keyboard.press('H');
  await open().keyboard.up('Shift');
  await open().keyboard.type('title:"copper graphs" or title:/lantern n.tworks/');
  await open().keyboard.press('Enter');
  await open().waitForSelector('[data-offprint-verdict="collapse"]');
  await open().screenshot({ path: `${PICTURES}/hidden.png` });
  await open().keyboard.press('u');
  await open().waitForSelector('[data-offprint-verdict="collapse"]', { hidden: true });
});

async function isFirstSaved(): Promise<boolean> {
  if (!browser) return false;
  const inner = await innerElements(browser, open(), `${CARDS} offprint-tools`);
  return inner.some(
    ({ attributes }) =>
      attributes['data-action'] === 'save' && attributes['aria-pressed'] === 'true',
  );
}

function open(): Page {
  if (!page) throw new Error('Firefox did not start');
  return page;
}
