import { expect, test, toolsOf } from './extension';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import { callLibrary } from './own-data';
import { tagByKeyboard, waitForCards } from './reader';

const CARDS = madeCards(6);
const IDS = CARDS.map(({ id }) => `arxiv:${id}`);
const [FIRST = '', SECOND = ''] = IDS;

test('tags are coloured, keyed, renamed, merged and removed on their page, each with one undo', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await tagByKeyboard(page, FIRST, ['adapters', 'peft']);
  await tagByKeyboard(page, SECOND, ['peft']);
  const own = await offprint.openOwn('library.html#tags');
  await expect(own.locator('.tag-line')).toHaveCount(2);
  await own.getByLabel('Colour of peft').selectOption('blue');
  await toolsOf(page, SECOND).waitFor('.mark.tag[data-colour="blue"]');
  await own.getByLabel('Key of peft').selectOption('5');
  await expect(own.getByLabel('Key of peft')).toHaveValue('5');

  await own.getByRole('button', { name: 'Rename' }).first().click();
  await own.getByLabel('New name of peft').fill('Adapters');
  await expect(own.getByText('2 papers join the 1 of “adapters”')).toBeVisible();
  await own.getByRole('button', { name: 'Merge' }).click();
  await expect(own.locator('.tag-line')).toHaveCount(1);
  await expect(own.locator('.tag-count')).toHaveText('2 papers');
  await expect.poll(() => toolsOf(page, SECOND).text()).toContain('adapters');

  await own.getByRole('heading', { name: 'Tags' }).click();
  await own.keyboard.press('u');
  await expect(own.locator('.tag-line')).toHaveCount(2);
  await expect.poll(() => toolsOf(page, SECOND).text()).toContain('peft');
  await own.getByRole('button', { name: 'Remove the tag peft' }).click();
  await expect(own.locator('.tag-line')).toHaveCount(1);
  expect(await callLibrary(own, 'find', { query: '', limit: 9 })).toMatchObject({ total: 2 });
  await own.getByRole('button', { name: 'Undo' }).click();
  await expect(own.getByLabel('Key of peft')).toHaveValue('5');
  await expect(own.getByLabel('Colour of peft')).toHaveValue('blue');
});
