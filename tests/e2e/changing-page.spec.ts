import type { Page } from '@playwright/test';
import { cardSelector, expect, panelOf, pointAt, stripOf, test, toolsOf } from './extension';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import { idsWith, waitForCards } from './reader';

const CARDS = madeCards(24);
const IDS = CARDS.map(({ id }) => `arxiv:${id}`);
const [FIRST = '', SECOND = '', THIRD = ''] = IDS;
const EARLIER_URL = 'https://huggingface.co/papers/date/2026-11-19';

/** Puts another list in the page's frame, as the site's own navigation does. */
async function showInstead(page: Page, url: string, html: string): Promise<void> {
  await page.evaluate(
    ({ path, markup }) => {
      const next = new DOMParser().parseFromString(markup, 'text/html');
      history.pushState({}, '', path);
      const island = next.querySelector('[data-target]');
      if (island) document.querySelector('[data-target]')?.replaceWith(island);
    },
    { path: new URL(url).pathname, markup: html },
  );
}

test('the site’s own navigation to another day brings its cards, and leaves one strip', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS.slice(0, 12)));
  await waitForCards(page, IDS.slice(0, 12));
  const later = CARDS.slice(12);
  await showInstead(page, EARLIER_URL, dailyPage(later, '2026-11-19'));
  await waitForCards(page, IDS.slice(12));
  await expect(page.locator('offprint-strip')).toHaveCount(1);
  await page.locator('article').last().scrollIntoViewIfNeeded();
  await expect(page.locator('offprint-tools')).toHaveCount(later.length);
  await expect.poll(() => stripOf(page).text()).toContain('12 papers');
});

test('cards the site adds later are filtered like the others', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS.slice(0, 6)));
  await waitForCards(page, IDS.slice(0, 6));
  await pointAt(page, FIRST);
  await page.keyboard.press('/');
  await panelOf(page).waitFor('input:focus');
  await page.keyboard.type('"part 1"');
  await page.keyboard.press('Enter');
  await expect(page.locator(cardSelector(SECOND))).toBeHidden();
  await page.evaluate((markup) => {
    const next = new DOMParser().parseFromString(markup, 'text/html');
    const cards = [...next.querySelectorAll('article')].slice(6);
    document.querySelector('.grid')?.append(...cards);
  }, dailyPage(CARDS));
  await expect.poll(() => stripOf(page).text()).toContain('1 of 24');
  await expect(page.locator(cardSelector(IDS[20] ?? ''))).toBeHidden();
  await expect(page.locator(cardSelector(FIRST))).toBeVisible();
});

test('one undo takes back what one press did to several papers, and says so', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await pointAt(page, FIRST);
  await page.keyboard.type('xjxjx');
  await expect.poll(() => stripOf(page).text()).toContain('3 selected');
  await page.keyboard.press('s');
  await expect.poll(() => stripOf(page).text()).toContain('3 saved');
  await page.keyboard.press('u');
  await expect.poll(() => panelOf(page).text()).toContain('Undone: 3 changes.');
  await expect.poll(() => stripOf(page).text()).not.toContain('saved');
});

test('what is saved in one tab shows as saved in another', async ({ offprint }) => {
  const one = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  const other = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(other, IDS);
  await one.bringToFront();
  await waitForCards(one, IDS);
  await pointAt(one, THIRD);
  await one.keyboard.press('s');
  await toolsOf(other, THIRD).waitFor('[data-action="save"][aria-pressed="true"]');
});

test('a paper hidden by hand is counted apart from those a rule hides', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await pointAt(page, FIRST);
  await page.keyboard.press('h');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual([FIRST]);
  await expect.poll(() => stripOf(page).text()).toContain('23 of 24 · 1 hidden by you');
});

test('Shift+H and Enter in one go hide the first topic proposed', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await pointAt(page, FIRST);
  await page.keyboard.press('Shift+H');
  await page.keyboard.press('Enter');
  await expect.poll(() => idsWith(page, 'collapse')).toContain(FIRST);
  await expect.poll(() => panelOf(page).text()).toContain('now hides');
});
