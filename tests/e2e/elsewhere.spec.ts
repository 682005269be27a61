import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { buildFolder } from '../../scripts/setup/build';
import { type Offprint, startOffprint } from './browser';
import { test as base, cardSelector, expect, pointAt, popupBeside, toolsOf } from './extension';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import { callLibrary } from './own-data';
import { COOL_URL, coolPage } from './papers-cool-page';

const PAPERS = [
  { id: '2611.00001', title: 'Paper Boats' },
  { id: '2611.00002', title: 'Copper Kites' },
];
const FIRST = 'arxiv:2611.00001';
const ARTICLE = 'https://publisher.example/article/77';
const HEAD =
  '<title>Lanterns | Publisher</title><meta name="citation_doi" content="10.1000/Lanterns"><meta name="citation_title" content="Lanterns at Sea">';

/**
 * The browser's question cannot be answered here: this build has the answer in its manifest. Everything
 * else is as the reader has it, and a permission alone switches nothing on.
 */
const test = base.extend<{ allowed: Offprint }>({
  // Playwright wants the dependencies as a pattern, also when there are none.
  // oxlint-disable-next-line no-empty-pattern
  allowed: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'offprint-allowed-'));
    const extension = join(folder, 'extension');
    cpSync(buildFolder('chrome'), extension, { recursive: true });
    const file = join(extension, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
    // A popup that stands in a tab was not opened by a click on the icon, which would tell the address.
    manifest['permissions'] = [...(manifest['permissions'] ?? []), 'tabs'];
    const hosts = ['https://papers.cool/*', 'https://publisher.example/*'];
    manifest['host_permissions'] = [...(manifest['host_permissions'] ?? []), ...hosts];
    writeFileSync(file, JSON.stringify(manifest));
    const offprint = await startOffprint(join(folder, 'profile'), extension);
    await use(offprint);
    await offprint.context().close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary}`),
  );
}

/** A picture to look at, and what axe has against the page, in light and dark; `beneath` is in front then. */
async function look(page: Page, name: string, beneath?: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(400);
    await page.screenshot({ path: `.output/elsewhere/${name}-${colorScheme}.png` });
    expect(await faults(page), `${name}, ${colorScheme}`).toEqual([]);
  }
  // Axe opens a page of its own, and the popup speaks of the one in front.
  await beneath?.bringToFront();
  if (beneath) await page.reload();
}

async function popupOn(offprint: Offprint, page: Page): Promise<Page> {
  const popup = await popupBeside(offprint, page);
  await popup.setViewportSize({ width: 420, height: 600 });
  return popup;
}

test('a site is read from the click on, in the page that is open, until it is switched off', async ({
  allowed,
}) => {
  const page = await allowed.openListing(COOL_URL, coolPage(PAPERS));
  await page.waitForTimeout(500);
  expect(await page.locator(cardSelector(FIRST)).count()).toBe(0);

  const popup = await popupOn(allowed, page);
  await expect(popup.getByText('You are on papers.cool')).toBeVisible();
  await popup.getByRole('button', { name: 'Switch on here' }).click();
  await expect(popup.getByText('On this page: 2 papers')).toBeVisible();
  await expect(page.locator(cardSelector(FIRST))).toHaveCount(1);

  await pointAt(page, FIRST);
  await page.keyboard.press('s');
  await toolsOf(page, FIRST).waitFor('[data-action="save"][aria-pressed="true"]');
  await callLibrary(popup, 'tag', FIRST, 'toys');
  await expect.poll(() => toolsOf(page, FIRST).text()).toContain('toys');

  await allowed.killWorker();
  await page.reload();
  await expect(page.locator(cardSelector(FIRST))).toHaveCount(1);
  await allowed.restart();
  const again = await allowed.openListing(COOL_URL, coolPage(PAPERS));
  await expect(again.locator(cardSelector(FIRST))).toHaveCount(1);

  const home = await allowed.openListing('https://papers.cool/', coolPage(PAPERS));
  await home.evaluate(() => history.pushState(null, '', '/arxiv/cs.AI'));
  expect(await home.locator(cardSelector(FIRST)).count()).toBe(0);
  await popupOn(allowed, home);
  await expect(home.locator(cardSelector(FIRST))).toHaveCount(1);

  const settings = await allowed.openOwn('library.html#sites');
  const cool = settings.getByRole('switch', { name: 'Read papers.cool' });
  await expect(cool).toHaveAttribute('aria-checked', 'true');
  await cool.focus();
  await settings.keyboard.press('Space');
  await expect(cool).toHaveAttribute('aria-checked', 'false');
  await expect(again.locator(cardSelector(FIRST))).toHaveCount(0);
  await expect(again.locator('offprint-strip')).toHaveCount(0);
  await again.reload();
  await again.waitForTimeout(500);
  await expect(again.locator(cardSelector(FIRST))).toHaveCount(0);
  await cool.click();
  await expect(cool).toHaveAttribute('aria-checked', 'true');
  await expect(again.locator(cardSelector(FIRST))).toHaveCount(1);
});

test('the offer and the switches are clean and clear, in light and dark', async ({ allowed }) => {
  const page = await allowed.openListing(COOL_URL, coolPage(PAPERS));
  const popup = await popupOn(allowed, page);
  await expect(popup.getByText('You are on papers.cool')).toBeVisible();
  await look(popup, 'popup-site');
  const settings = await allowed.openOwn('library.html#sites');
  const cool = settings.getByRole('switch', { name: 'Read papers.cool' });
  await look(settings, 'sites-off');
  await cool.click();
  await expect(settings.getByText('Offprint reads papers.cool now.')).toBeVisible();
  await look(settings, 'sites-on');
});

test('the popup saves the paper of any page, and tells how it stands', async ({ allowed }) => {
  const page = await allowed.openListing(
    ARTICLE,
    `<!doctype html><html lang="en"><head>${HEAD}</head><body><p>Buy lanterns.</p></body></html>`,
  );
  const popup = await popupOn(allowed, page);
  await expect(popup.getByText('A paper on this page: Lanterns at Sea')).toBeVisible();
  await look(popup, 'popup-paper', page);
  await popup.getByRole('button', { name: 'Save this paper' }).click();
  await expect(popup.locator('.page-paper')).toContainText('Saved: Lanterns at Sea');
  await callLibrary(popup, 'tag', 'doi:10.1000/lanterns', 'toys');
  await callLibrary(popup, 'setState', 'doi:10.1000/lanterns', 'reading');
  await expect(popup.locator('.page-paper')).toContainText('Reading · #toys');
  await look(popup, 'popup-saved', page);
  await expect(popup.locator('[data-paper]')).toContainText(['Lanterns at Sea']);
  expect(allowed.outgoing.map(({ url }) => url)).toEqual([ARTICLE]);
});

test('the popup says nothing where there is nothing to say, or Offprint is at work', async ({
  allowed,
}) => {
  const shop = await allowed.openListing('https://shop.example/item/2311.10234', '<p>A lantern');
  const popup = await popupOn(allowed, shop);
  await expect(popup.getByRole('combobox', { name: 'Search saved papers' })).toBeVisible();
  await popup.waitForTimeout(500);
  await expect(popup.locator('.page-strip')).toHaveCount(0);
  const listing = await allowed.openListing(DAILY_URL, dailyPage(madeCards(3)));
  await listing.bringToFront();
  await popup.reload();
  await expect(popup.locator('.page-strip')).toHaveCount(1);
  await expect(popup.getByText('On this page: 3 papers')).toBeVisible();
});

test('the browser’s menu saves the paper of a page and of a link, and the icon says so', async ({
  allowed,
}) => {
  const page = await allowed.openListing(
    ARTICLE,
    `<!doctype html><html lang="en"><head>${HEAD}</head><body></body></html>`,
  );
  const [worker] = allowed.context().serviceWorkers();
  if (!worker) throw new Error('There is no worker.');
  /** As the browser tells of a choice in its menu, which nobody can open here. */
  const choose = (item: string, linkUrl?: string): Promise<string> =>
    worker.evaluate(
      async ([menuItemId, link]) => {
        const { action, contextMenus, tabs } = (globalThis as unknown as World).chrome;
        const [tab] = await tabs.query({ url: 'https://publisher.example/*' });
        contextMenus.onClicked.dispatch(
          { menuItemId, pageUrl: tab?.url, ...(link !== undefined && { linkUrl: link }) },
          tab,
        );
        for (let turn = 0; turn < 40; turn += 1) {
          const sign = await action.getBadgeText({ tabId: tab?.id });
          if (sign !== '') {
            const title = await action.getTitle({ tabId: tab?.id });
            while ((await action.getBadgeText({ tabId: tab?.id })) !== '') {
              await new Promise((resolve) => setTimeout(resolve, 200));
            }
            return `${sign} ${title}`;
          }
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        return 'nothing';
      },
      [item, linkUrl] as const,
    );
  // Changing nothing of an item fails where there is none.
  const isThere = (item: string): Promise<boolean> =>
    worker.evaluate(
      (id) =>
        (globalThis as unknown as World).chrome.contextMenus.update(id, {}).then(
          () => true,
          () => false,
        ),
      item,
    );
  await expect.poll(() => isThere('save-page')).toBe(true);
  await expect.poll(() => isThere('save-link')).toBe(true);
  expect(await choose('save-page')).toBe('✓ Offprint: Saved.');
  expect(await choose('save-page')).toBe('✓ Offprint: Already saved.');
  expect(await choose('save-link', 'https://arxiv.org/pdf/2611.00001v2')).toBe(
    '✓ Offprint: Saved.',
  );
  expect(await choose('save-link', 'https://shop.example/')).toContain('? Offprint: No paper');
  const library = await allowed.openOwn('library.html');
  await expect(library.locator('[data-paper]')).toContainText([
    'arXiv:2611.00001',
    'Lanterns at Sea',
  ]);
  await page.close();
});

type Tab = { readonly id?: number; readonly url?: string };
type World = {
  readonly chrome: {
    readonly action: Record<
      'getBadgeText' | 'getTitle',
      (of: { readonly tabId: number | undefined }) => Promise<string>
    >;
    readonly contextMenus: {
      update(id: string, change: object): Promise<void>;
      readonly onClicked: { dispatch(...told: unknown[]): void };
    };
    readonly tabs: { query(of: { readonly url: string }): Promise<readonly Tab[]> };
  };
};
