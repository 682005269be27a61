import { expect, test } from './extension';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import { callLibrary } from './own-data';
import { tagByKeyboard, waitForCards } from './reader';

const CARDS = madeCards(6);
const IDS = CARDS.map(({ id }) => `arxiv:${id}`);
const [FIRST = '', SECOND = ''] = IDS;

test('the history says what was done, takes back any of it, and goes back to a moment', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await tagByKeyboard(page, FIRST, ['early']);
  await tagByKeyboard(page, SECOND, ['late', 'later']);
  const own = await offprint.openOwn('library.html#history');
  const acts = own.locator('.act-what');
  await expect(acts).toHaveCount(3);
  await expect(acts.first()).toContainText(`Tagged “later”: ${CARDS[1]?.title}`);
  const tags = async (): Promise<unknown> =>
    ((await callLibrary(own, 'tags')) as { name: string; count: number }[])
      .filter(({ count }) => count > 0)
      .map(({ name }) => name)
      .sort();

  await own.getByRole('button', { name: 'Undo' }).nth(1).click();
  await expect(acts.nth(1)).toContainText('undone');
  expect(await tags()).toEqual(['early', 'later']);
  await own.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(tags).toEqual(['early', 'late', 'later']);

  await own.getByRole('button', { name: 'Back to here' }).last().click();
  await own.getByRole('button', { name: 'Take back 2 later changes' }).click();
  await expect.poll(tags).toEqual(['early']);
  await offprint.restart();
  const again = await offprint.openOwn('library.html#history');
  await expect(again.locator('.act-what').first()).toContainText('Went back');
  await again.getByRole('heading', { name: 'History' }).click();
  await again.keyboard.press('u');
  await expect(again.locator('.act-what').first()).toContainText('undone');
  expect(await callLibrary(again, 'find', { query: '#late', limit: 5 })).toMatchObject({
    total: 1,
  });

  await again.getByLabel('Up to the end of').fill('2020-01-01');
  await expect(again.getByText('Nothing here yet')).toBeVisible();
});
