import { cardSelector, expect, test, toolsOf } from './extension';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import { exportFrom, noteByKeyboard, tagByKeyboard, waitForCards } from './reader';

const IDS = madeCards(6).map(({ id }) => `arxiv:${id}`);
const [SAVED = '', OTHER = ''] = IDS;

test('nothing leaves the browser while papers are saved, noted and exported', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(madeCards(6)));
  await waitForCards(page, IDS);
  await tagByKeyboard(page, SAVED, ['secret plan']);
  await noteByKeyboard(page, SAVED, 'nobody else may read this');
  const popup = await offprint.openOwn('popup.html');
  await expect(popup.locator('[data-paper]')).toHaveCount(1);
  await exportFrom(popup);
  const demo = await offprint.openOwn('demo.html');
  await expect(demo.locator('[data-offprint-verdict]').first()).toBeAttached();
  const library = await offprint.openOwn('library.html');
  await library.waitForTimeout(500);
  expect(offprint.outgoing.map(({ url }) => url)).toEqual([DAILY_URL]);
});

test('the page cannot read tags, notes or what is saved', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(madeCards(6)));
  await waitForCards(page, IDS);
  await tagByKeyboard(page, SAVED, ['secret plan']);
  await noteByKeyboard(page, SAVED, 'nobody else may read this');
  const seen = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].filter((element) => element.shadowRoot);
    return { markup: document.documentElement.outerHTML, open: roots.length };
  });
  expect(seen.open).toBe(0);
  expect(seen.markup).not.toContain('secret plan');
  expect(seen.markup).not.toContain('nobody else');
  const attributesOf = (id: string): Promise<string[]> =>
    page
      .locator(cardSelector(id))
      .evaluate((card) =>
        [...card.querySelectorAll('offprint-tools'), card].flatMap((element) =>
          element.getAttributeNames().filter((name) => name !== 'data-offprint-current'),
        ),
      );
  expect(await attributesOf(SAVED)).toEqual(await attributesOf(OTHER));
});

test('the page’s own scripts cannot press keys or buttons for the reader', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(madeCards(6)));
  await waitForCards(page, IDS);
  await page.evaluate((id) => {
    const card = document.querySelector(`[data-offprint-paper="${id}"]`);
    const host = card?.querySelector('offprint-tools');
    card?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    for (const target of [document.body, card, host]) {
      target?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 's', bubbles: true, composed: true }),
      );
      target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    }
  }, SAVED);
  await toolsOf(page, SAVED).evaluate((root) => {
    root.querySelector<HTMLElement>('[data-action="save"]')?.click();
  });
  await page.waitForTimeout(500);
  expect(await toolsOf(page, SAVED).attribute('[data-action="save"]', 'aria-pressed')).toBe(
    'false',
  );
});
