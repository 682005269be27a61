import type { Page } from '@playwright/test';
import type { Offprint } from './browser';
import { cardSelector, expect, panelOf, pointAt, popupBeside, test, toolsOf } from './extension';
import type { MadeCard } from './listing-pages';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import { idsWith, tagByKeyboard, waitForCards } from './reader';

const GOOD = madeCards(6);
const IDS = GOOD.map(({ id }) => `arxiv:${id}`);
const [SAVED = '', LAST = ''] = [IDS[0], IDS.at(-1)];

const TRAP = '<img src=x onerror="window.executed = true"><script>window.executed = true</script>';
const BAD: readonly MadeCard[] = [
  { id: '2611.90001', title: '' },
  { id: '2611.90002', title: 'A'.repeat(1_000_000) },
  { id: '2611.90003', title: TRAP, abstract: TRAP, authors: [TRAP] },
  { id: '2611.90004', title: 'Null \u0000 bell \u0007 override \u202Edesrever\u202C end' },
  { id: 'not-an-id/../../etc', title: 'A bad id' },
  { id: '__proto__', title: 'A clever id' },
  { id: '2611.90005', title: 'Half a card', rawTitle: '</a></h3></div></div>' },
];

async function openWith(offprint: Offprint, cards: readonly MadeCard[]): Promise<Page> {
  const page = await offprint.openListing(DAILY_URL, dailyPage(cards));
  await waitForCards(page, IDS);
  return page;
}

test('bad cards do not keep the good ones from working, and run nothing', async ({ offprint }) => {
  const [first, ...rest] = GOOD;
  const page = await openWith(offprint, [...(first ? [first] : []), ...BAD, ...rest]);
  await tagByKeyboard(page, SAVED, ['to cite']);
  await tagByKeyboard(page, LAST, ['to cite']);
  const trapped = 'arxiv:2611.90003';
  await tagByKeyboard(page, trapped, [TRAP.slice(0, 60)]);
  const popup = await offprint.openOwn('popup.html');
  await expect(popup.locator(`[data-paper="${trapped}"]`)).toBeVisible();
  await expect(popup.locator('[data-paper]')).toHaveCount(3);
  for (const open of [page, popup]) {
    expect(await open.evaluate(() => 'executed' in window)).toBe(false);
  }
});

test('a page with a megabyte of title stays quick', async ({ offprint }) => {
  const page = await openWith(offprint, [...GOOD, ...BAD.slice(0, 2)]);
  const start = performance.now();
  await pointAt(page, SAVED);
  await page.keyboard.press('s');
  await toolsOf(page, SAVED).waitFor('[data-action="save"][aria-pressed="true"]');
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('10,000 cards leave the page usable', async ({ offprint }) => {
  test.slow();
  const page = await offprint.openListing(DAILY_URL, dailyPage(madeCards(10_000)));
  await expect(page.locator('[data-offprint-verdict]')).toHaveCount(10_000, { timeout: 90_000 });
  await pointAt(page, SAVED);
  await page.keyboard.press('s');
  await toolsOf(page, SAVED).waitFor('[data-action="save"][aria-pressed="true"]', 60_000);
});

test('a page that is not as Offprint knows it hides nothing and still saves', async ({
  offprint,
}) => {
  const known = await openWith(offprint, GOOD);
  await pointAt(known, SAVED);
  await known.keyboard.press('Shift+H');
  await panelOf(known).waitFor('#topic-query');
  await known.keyboard.type('copper graph');
  await known.keyboard.press('Enter');
  await expect.poll(() => idsWith(known, 'collapse')).not.toEqual([]);
  await known.close();

  const links = GOOD.map(({ id, title }) => `<p><a href="/papers/${id}">${title}</a></p>`);
  const strange = `<!doctype html><html lang="en"><title>New</title><main>${links.join('')}</main></html>`;
  const page = await offprint.openListing(DAILY_URL, strange);
  await waitForCards(page, IDS);
  expect(await idsWith(page, 'collapse')).toEqual([]);
  const popup = await popupBeside(offprint, page);
  await expect(popup.getByRole('alert')).toContainText('changed');
  await page.bringToFront();
  await pointAt(page, SAVED);
  await page.keyboard.press('s');
  await toolsOf(page, SAVED).waitFor('[data-action="save"][aria-pressed="true"]');
});

test('a full disk says “not saved”, keeps the text, and saves when there is room again', async ({
  offprint,
}) => {
  const page = await openWith(offprint, GOOD);
  await tagByKeyboard(page, SAVED, ['to cite']);
  await fillDisk(offprint, true);
  await pointAt(page, SAVED);
  await page.keyboard.press('n');
  await panelOf(page).waitFor('textarea:focus');
  const note = 'this text must not get lost '.repeat(20).trim();
  await page.keyboard.insertText(note);
  await panelOf(page).waitFor('.note-field.failed');
  expect(await panelOf(page).value('textarea')).toBe(note);
  await fillDisk(offprint, false);
  await panelOf(page).click('[data-action="retry"]');
  await panelOf(page).waitFor('.note-field.saved');
  expect(await panelOf(page).value('textarea')).toBe(note);
});

test('text in the site’s own fields is not taken for keys', async ({ offprint }) => {
  const field = '<input id="search"><div id="editor" contenteditable="true"></div></body>';
  const page = await offprint.openListing(DAILY_URL, dailyPage(GOOD).replace('</body>', field));
  await waitForCards(page, IDS);
  await pointAt(page, SAVED);
  for (const selector of ['#search', '#editor']) {
    await page.locator(selector).focus();
    await page.keyboard.type('shtn');
  }
  await page.waitForTimeout(300);
  expect(await page.locator('#search').inputValue()).toBe('shtn');
  expect(await page.locator('#editor').textContent()).toBe('shtn');
  expect(await idsWith(page, 'collapse')).toEqual([]);
  expect(await toolsOf(page, SAVED).attribute('[data-action="save"]', 'aria-pressed')).toBe(
    'false',
  );
  await expect(page.locator(cardSelector(SAVED))).toBeAttached();
});

/** Lets every write to the database fail as on a full disk, or work again. */
async function fillDisk(offprint: Offprint, full: boolean): Promise<void> {
  // Offprint may store without limit, so the browser's own quota for tests does not apply to it.
  const [worker] = offprint.context().serviceWorkers();
  await worker?.evaluate((isFull) => {
    type Stores = { realPut?: IDBObjectStore['put']; realAdd?: IDBObjectStore['add'] };
    const kept = globalThis as typeof globalThis & Stores;
    const store = IDBObjectStore.prototype;
    kept.realPut ??= store.put;
    kept.realAdd ??= store.add;
    store.put = isFull
      ? () => {
          throw new DOMException('The disk is full.', 'QuotaExceededError');
        }
      : kept.realPut;
    store.add = store.put === kept.realPut ? kept.realAdd : store.put;
  }, full);
}
