import { NEW_URL, SEARCH_URL, madeEntries, newPage, searchPage } from './arxiv-pages';
import { expect, panelOf, pointAt, stripOf, test, toolsOf } from './extension';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import { callLibrary } from './own-data';
import { hideTopicByKeyboard, idsWith, tagByKeyboard, waitForCards } from './reader';

const ENTRIES = madeEntries(24);
const IDS = ENTRIES.map(({ id }) => `arxiv:${id}`);
const [FIRST = '', SECOND = ''] = IDS;
const kindOf = (listedAs: string): string[] =>
  ENTRIES.filter((entry) => entry.listedAs === listedAs).map(({ id }) => `arxiv:${id}`);

test('a day of arXiv is gone through by keyboard: save, tag, hide by category, by phrase, and cross-lists', async ({
  offprint,
}) => {
  const page = await offprint.openListing(NEW_URL, newPage(ENTRIES));
  await waitForCards(page, IDS);
  await pointAt(page, FIRST);
  await page.keyboard.press('s');
  await toolsOf(page, FIRST).waitFor('[data-action="save"][aria-pressed="true"]');
  await tagByKeyboard(page, SECOND, ['lanterns']);

  await hideTopicByKeyboard(page, kindOf('new')[2] ?? '', 'primary:cs.CV');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(kindOf('cross'));
  await page.keyboard.press('u');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual([]);

  await hideTopicByKeyboard(page, kindOf('new')[2] ?? '', 'listed:cross');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(kindOf('cross'));
  await hideTopicByKeyboard(page, kindOf('new')[2] ?? '', '"copper graphs"');
  await expect
    .poll(async () => (await idsWith(page, 'collapse')).length)
    .toBeGreaterThan(kindOf('cross').length);
  await expect(page.locator('dd[data-offprint-verdict="collapse"]').first()).toBeHidden();
  expect(await stripOf(page).text()).toContain('12 of 24');
  await page.keyboard.press('u');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(kindOf('cross'));
});

test('what was saved on arXiv is saved on Hugging Face and in arXiv’s search, and what was seen is seen', async ({
  offprint,
}) => {
  const page = await offprint.openListing(NEW_URL, newPage(ENTRIES));
  await waitForCards(page, IDS);
  await tagByKeyboard(page, FIRST, ['lanterns']);
  await page.close();

  const search = await offprint.openListing(SEARCH_URL, searchPage(ENTRIES.slice(0, 6)));
  await waitForCards(search, IDS.slice(0, 6));
  await expect.poll(() => toolsOf(search, FIRST).text()).toContain('lanterns');
  await pointAt(search, SECOND);
  await search.keyboard.press('s');
  await toolsOf(search, SECOND).waitFor('[data-action="save"][aria-pressed="true"]');
  await search.close();

  const daily = await offprint.openListing(DAILY_URL, dailyPage(madeCards(9)));
  await waitForCards(daily, IDS.slice(0, 9));
  await expect.poll(() => toolsOf(daily, FIRST).text()).toContain('lanterns');
  await toolsOf(daily, SECOND).waitFor('[data-action="save"][aria-pressed="true"]');
});

test('a paper’s own words on where it was accepted stand on its card', async ({ offprint }) => {
  const page = await offprint.openListing(NEW_URL, newPage(ENTRIES));
  await waitForCards(page, IDS);
  await expect.poll(() => toolsOf(page, FIRST).text()).toContain('EMNLP 2026');
  expect(await toolsOf(page, FIRST).text('.claim')).toBe('EMNLP 2026');
  await hideTopicByKeyboard(page, SECOND, 'venue:EMNLP');
  await expect.poll(() => idsWith(page, 'collapse')).toContain(FIRST);
});

test('an author is followed from a card; a frequent name asks who is meant before it acts', async ({
  offprint,
}) => {
  const entries = ENTRIES.map((entry, at) =>
    at === 1 ? { ...entry, authors: ['Wei Zhang', 'Ada Example'] } : entry,
  );
  const page = await offprint.openListing(NEW_URL, newPage(entries));
  await waitForCards(page, IDS);
  await pointAt(page, FIRST);
  await page.keyboard.press('a');
  await panelOf(page).waitFor('.author-option:focus');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => idsWith(page, 'highlight')).toEqual([FIRST]);
  expect(await toolsOf(page, FIRST).text()).toContain('Bo Sample0');

  await pointAt(page, SECOND);
  await page.keyboard.press('a');
  await panelOf(page).waitFor('.author-option:focus');
  await page.keyboard.press('Enter');
  await panelOf(page).waitFor('.company button:focus');
  expect(await idsWith(page, 'highlight')).toEqual([FIRST]);
  await page.keyboard.press('Enter');
  await expect.poll(() => idsWith(page, 'highlight')).toEqual([FIRST, SECOND]);
  await page.keyboard.press('u');
  await expect.poll(() => idsWith(page, 'highlight')).toEqual([FIRST]);
});

test('a replaced paper says which version was read, and an entry is gone to by its number', async ({
  offprint,
}) => {
  const first = ENTRIES.map((entry) => ({ ...entry, version: 1 }));
  const [replaced = ''] = kindOf('replaced');
  const page = await offprint.openListing(NEW_URL, newPage(first));
  await waitForCards(page, IDS);
  await page.keyboard.press('g');
  await panelOf(page).waitFor('.jump input:focus');
  await page.keyboard.type('22\n');
  await expect(page.locator('[data-offprint-current]')).toHaveAttribute(
    'data-offprint-paper',
    replaced,
  );
  await page.keyboard.press('s');
  await toolsOf(page, replaced).waitFor('[data-action="save"][aria-pressed="true"]');
  expect(await toolsOf(page, replaced).text()).not.toContain('since');
  await page.close();
  const later = await offprint.openListing(NEW_URL, newPage(ENTRIES));
  await waitForCards(later, IDS);
  await later.locator(`[data-offprint-paper="${replaced}"]`).scrollIntoViewIfNeeded();
  await expect.poll(() => toolsOf(later, replaced).text()).toContain('v3 since you saved v1');
});

test('keys pass over what the words of the page filter leave out', async ({ offprint }) => {
  const page = await offprint.openListing(NEW_URL, newPage(ENTRIES));
  await waitForCards(page, IDS);
  const wanted = ENTRIES.filter(({ title }) => title.includes('Orchard Search'));
  const fresh = wanted.filter(({ listedAs }) => listedAs === 'new');
  await page.keyboard.press('j');
  await page.keyboard.press('/');
  await panelOf(page).waitFor('input:focus');
  await page.keyboard.type('title:"orchard search"\n');
  await expect(page.locator('dd:visible')).toHaveCount(wanted.length);
  for (const { id } of fresh.slice(0, 2)) {
    await page.keyboard.press('j');
    await expect(page.locator('[data-offprint-current]')).toHaveAttribute(
      'data-offprint-paper',
      `arxiv:${id}`,
    );
  }
});

test('an entry asked for by its number is shown, whatever hides it', async ({ offprint }) => {
  const page = await offprint.openListing(NEW_URL, newPage(ENTRIES));
  await waitForCards(page, IDS);
  const [first = '', second = ''] = IDS;
  const card = page.locator(`[data-offprint-paper="${second}"]`);
  const own = await offprint.openOwn('library.html#rules');
  await callLibrary(own, 'addRule', { query: `id:${second}`, action: 'hide', sites: [] });
  await page.bringToFront();
  await expect(card).toBeHidden();
  await page.keyboard.press('/');
  await panelOf(page).waitFor('input:focus');
  await page.keyboard.type(`id:${first}\n`);
  await expect(page.locator('dd:visible')).toHaveCount(1);
  await page.keyboard.press('g');
  await panelOf(page).waitFor('.jump input:focus');
  await page.keyboard.type('2\n');
  await expect(card).toBeVisible();
  await expect(card).toHaveAttribute('data-offprint-current', '');
});
