import type { Page } from '@playwright/test';
import { cardSelector, expect, panelOf, stripOf, test, toolsOf } from './extension';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import { ageSightings, callLibrary, putRow } from './own-data';
import { hideTopicByKeyboard, idsWith, tagByKeyboard, waitForCards } from './reader';

const CARDS = madeCards(24);
const IDS = CARDS.map(({ id }) => `arxiv:${id}`);
// The first card's title has the words, and those of three more.
const TOPIC = 'title:"copper graphs"';
const ABOUT = CARDS.filter(({ title }) => title.includes('Copper Graphs')).map(
  ({ id }) => `arxiv:${id}`,
);
const [FIRST = '', SECOND = ''] = ABOUT;
const HOURS = 3_600_000;

async function reloaded(page: Page): Promise<void> {
  await page.reload();
  for (const id of IDS) {
    await expect(page.locator(`${cardSelector(id)}[data-offprint-verdict]`)).toBeAttached();
  }
  await stripOf(page).waitFor('.strip');
}

/** Presses Tab until a button for this action has the focus in the panel. */
async function tabTo(page: Page, action: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const focused = await panelOf(page).evaluate(
      (root) => (root.activeElement as HTMLElement | null)?.dataset['action'] ?? '',
    );
    if (focused === action) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no button for ${action} in reach of the keyboard`);
}

test('a rule is made, explained, excepted from, paused, undone and outlived by keyboard alone', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  const own = await offprint.openOwn('library.html#rules');
  await page.bringToFront();
  await waitForCards(page, IDS);

  await page.keyboard.press('j');
  await page.keyboard.press('Shift+H');
  await page.keyboard.type(TOPIC);
  await expect.poll(() => panelOf(page).text('#topic-effect')).toContain('Matches 4 papers here');
  await expect.poll(() => panelOf(page).text('#topic-effect')).toContain('4 in 30 days');
  await expect(page.locator('[data-offprint-preview]')).toHaveCount(4);
  await page.keyboard.press('Enter');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(ABOUT);

  await reloaded(page);
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(ABOUT);
  await page.keyboard.press('l');
  await expect.poll(() => panelOf(page).text('.hidden-list')).toContain('4 papers hidden here');
  expect(await panelOf(page).text('.hidden-head')).toContain(TOPIC);
  await tabTo(page, 'except');
  await page.keyboard.press('Enter');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(ABOUT.slice(1));
  await page.keyboard.press('Escape');

  await reloaded(page);
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(ABOUT.slice(1));
  await page.keyboard.press('j');
  await page.keyboard.press('w');
  await expect
    .poll(() => panelOf(page).text('.why'))
    .toContain('left alone, because of “id:2611.00001”');
  expect(await panelOf(page).text('.why')).toContain('collapsed by the rule');
  await page.keyboard.press('Escape');

  await page.keyboard.press('p');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual([]);
  await reloaded(page);
  await expect.poll(() => stripOf(page).text()).toContain('resume');
  expect(await idsWith(page, 'collapse')).toEqual([]);
  await page.keyboard.press('p');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(ABOUT.slice(1));

  await page.keyboard.press('u');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(ABOUT);
  await reloaded(page);
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(ABOUT);

  const [rule] = (await callLibrary(own, 'rules')) as { readonly id: string }[];
  const soon = new Date(Date.now() + 2_000).toISOString();
  await callLibrary(own, 'editRule', rule?.id, { expiresAt: soon });
  await expect.poll(() => idsWith(page, 'collapse')).toEqual([]);
  await reloaded(page);
  expect(await idsWith(page, 'collapse')).toEqual([]);
  expect(await callLibrary(own, 'rules')).toMatchObject([{ query: TOPIC, expiresAt: soon }]);
});

test('keys typed before the editors came are not lost, and mean what they say', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+H');
  await page.keyboard.type(`${TOPIC}\n`, { delay: 0 });
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(ABOUT);
});

test('cards that come later are hidden before they are seen', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS.slice(0, 6)));
  await waitForCards(page, IDS.slice(0, 6));
  await hideTopicByKeyboard(page, FIRST, TOPIC);
  const seen = await page.evaluate(async (markup) => {
    const next = new DOMParser().parseFromString(markup, 'text/html');
    const cards = [...next.querySelectorAll('article')].slice(6);
    document.querySelector('.grid')?.append(...cards);
    // What stands there once the frame is painted.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return cards
      .filter((card) => card.textContent?.includes('Copper Graphs'))
      .map((card) =>
        card.closest('[data-offprint-verdict]')?.getAttribute('data-offprint-verdict'),
      );
  }, dailyPage(CARDS));
  expect(seen).toEqual(['collapse', 'collapse', 'collapse']);
});

test('a rule that hides leaves a count, which lists what is hidden and brings it back', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  const own = await offprint.openOwn('library.html#rules');
  await callLibrary(own, 'addRule', { query: TOPIC, action: 'hide', sites: [] });
  await page.bringToFront();
  await expect.poll(() => idsWith(page, 'hide')).toEqual(ABOUT);
  for (const id of ABOUT) await expect(page.locator(cardSelector(id))).toBeHidden();
  await expect.poll(() => stripOf(page).text()).toContain('4 hidden by 1 rule');
  await stripOf(page).click('[data-action="list-hidden"]');
  await panelOf(page).click('.hidden-list li [data-action="show"]');
  await expect(page.locator(cardSelector(FIRST))).toBeVisible();
  await panelOf(page).click('[data-action="pause-rule"]');
  await expect.poll(() => idsWith(page, 'hide')).toEqual([]);
  expect(await callLibrary(own, 'ruleRecords')).toMatchObject([{ hidden: 4, shown: 1 }]);
});

test('a saved paper is not hidden; pins, highlights and dims show as such', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  const own = await offprint.openOwn('library.html#rules');
  await page.bringToFront();
  await waitForCards(page, IDS);
  await tagByKeyboard(page, SECOND, ['kept']);
  await callLibrary(own, 'addRule', { query: TOPIC, action: 'hide', sites: [] });
  await expect.poll(() => idsWith(page, 'hide')).toEqual(ABOUT.filter((id) => id !== SECOND));
  await callLibrary(own, 'addRule', { query: 'title:copper', action: 'dim', sites: [] });
  await expect.poll(() => idsWith(page, 'dim')).toEqual([SECOND]);
  await callLibrary(own, 'addRule', { query: 'title:/copper.*part 1$/', action: 'pin', sites: [] });
  await expect.poll(() => idsWith(page, 'pin')).toEqual([FIRST]);
  await toolsOf(page, FIRST).waitFor('.mark.pin');
  await stripOf(page).click('[data-action="next-pinned"]');
  await expect(page.locator(`${cardSelector(FIRST)}[data-offprint-current]`)).toBeAttached();
  await page.keyboard.press('w');
  await expect.poll(() => panelOf(page).text('.why')).toContain('pinned by the rule');
});

test('papers seen on an earlier visit are parted from the new, and dimmed if the reader likes', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS.slice(6)));
  const own = await offprint.openOwn('library.html#rules');
  await page.bringToFront();
  await waitForCards(page, IDS.slice(6));
  await ageSightings(own, IDS.length - 6, 3.5 * HOURS);
  offprint.serve(DAILY_URL, { body: dailyPage(CARDS) });
  await reloaded(page);
  await expect
    .poll(() => stripOf(page).text())
    .toContain('6 new since your last visit, 3 hours ago');
  const divider = page.locator(`${cardSelector(IDS[6] ?? '')} offprint-divider`);
  await expect(divider).toHaveCount(1);
  await callLibrary(own, 'setSeenAction', 'dim');
  await expect.poll(() => idsWith(page, 'dim')).toEqual(IDS.slice(6));
  await callLibrary(own, 'setSeenAction', 'collapse');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(IDS.slice(6));
  await expect.poll(() => stripOf(page).text()).toContain('18 seen before');
  await callLibrary(own, 'setSeenAction', 'leave');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual([]);
});

test('the icon says that hiding is paused, until the browser starts anew', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await page.keyboard.press('p');
  const badge = async (): Promise<string> => {
    const own = await offprint.openOwn('library.html');
    const text = await own.evaluate(() =>
      (globalThis as unknown as Toolbar).chrome.action.getBadgeText({}),
    );
    await own.close();
    return text;
  };
  await expect.poll(badge).not.toBe('');
  await offprint.restart();
  await expect.poll(badge).toBe('');
  const own = await offprint.openOwn('library.html');
  expect(await callLibrary(own, 'known', [])).toMatchObject({ paused: false });
});

type Toolbar = {
  readonly chrome: { readonly action: { getBadgeText(of: object): Promise<string> } };
};

test('a broken rule hides nothing, and the rules page shows where it breaks', async ({
  offprint,
}) => {
  const own = await offprint.openOwn('library.html#rules');
  await own.getByText('No rules yet').waitFor();
  const plain = { sites: [], enabled: true, createdAt: '2026-01-01T00:00:00.000Z' };
  await putRow(own, 'rules', { ...plain, id: 'a', query: 'title:copper (graphs', action: 'hide' });
  await putRow(own, 'rules', { ...plain, id: 'b', query: 'copper', action: 'vanish' });
  await putRow(own, 'rules', { ...plain, id: 'c', query: 'copper', action: 'hide', unless: '' });
  await putRow(own, 'rules', { ...plain, id: 'd', query: 7, action: 'hide' });
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await toolsOf(page, FIRST).waitFor('[data-action="save"]');
  await own.bringToFront();
  await own.reload();
  await expect(own.locator('.rule')).toHaveCount(4);
  await expect(own.locator('.rule-query mark')).toHaveText('(');
  await expect(own.getByText('Close the parenthesis')).toBeVisible();
  await expect(own.getByText('what it should do is unknown')).toBeVisible();
  expect(await idsWith(page, 'show')).toEqual(IDS);
});

test('one of 300 rules is found from the paper it hid in two clicks, and on its page by a word', async ({
  offprint,
}) => {
  const own = await offprint.openOwn('library.html#rules');
  const many = Array.from({ length: 299 }, (_, index) => ({
    query: `"topic number ${index}"`,
    action: 'hide',
    sites: [],
  }));
  await callLibrary(
    own,
    'addRules',
    [...many, { query: TOPIC, action: 'hide', sites: [] }],
    'Many',
  );
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await expect.poll(() => idsWith(page, 'hide')).toEqual(ABOUT);
  await stripOf(page).click('[data-action="list-hidden"]');
  await panelOf(page).click('[data-action="edit-rule"]');
  await expect.poll(() => panelOf(page).value('#topic-query')).toBe(TOPIC);
  await own.bringToFront();
  await own.reload();
  await own.getByLabel('Find a rule').fill('copper');
  await expect(own.locator('.rule')).toHaveCount(1);
  await expect(own.locator('.rule-record')).toContainText('4 matches in 30 days · 4 hidden');
  await own.getByRole('button', { name: 'Remove pack' }).click();
  await expect.poll(() => callLibrary(own, 'rules')).toEqual([]);
  await own.getByLabel('Find a rule').fill('');
  await own.getByRole('heading', { name: 'Rules' }).click();
  await own.keyboard.press('u');
  await expect.poll(async () => ((await callLibrary(own, 'rules')) as unknown[]).length).toBe(300);
});

test('rules are written, previewed, shared and taken in on their page', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  const own = await offprint.openOwn('library.html#rules');
  await own.getByRole('button', { name: 'New rule' }).click();
  await own.keyboard.type('title:copper');
  await expect(own.getByText('Matches 4 of 24 papers seen')).toBeVisible();
  await own.getByLabel('Unless').fill('title:"part 1"');
  await expect(own.getByText('1 excepted')).toBeVisible();
  await own.getByLabel('Note to yourself').fill('enough of that');
  await own.getByRole('button', { name: 'Make rule' }).click();
  await expect(own.getByText('enough of that')).toBeVisible();
  await expect(own.locator('.toast').getByRole('button', { name: 'Undo' })).toBeInViewport();
  await expect.poll(() => idsWith(page, 'collapse')).toEqual(ABOUT.slice(1));

  await own.getByRole('button', { name: 'Import' }).click();
  await own
    .getByLabel('Paste rules')
    .fill('dim: "tidal attention"\npin: (half\ntitle:copper unless: title:"part 1"\nvanish: all');
  await expect(
    own.getByText('1 new rule · 2 known or with a mistake · 1 unreadable'),
  ).toBeVisible();
  await expect(own.getByText('in 30 days').last()).toBeVisible();
  await own.getByLabel('Keep them together').fill('From a friend');
  await own.getByRole('button', { name: 'Add 1 rule' }).click();
  await expect(own.getByText('pack “From a friend”')).toBeVisible();
  await expect.poll(async () => (await idsWith(page, 'dim')).length).toBeGreaterThan(0);

  const download = own.waitForEvent('download');
  await own.getByRole('button', { name: 'Export' }).first().click();
  expect((await download).suggestedFilename()).toMatch(/^offprint-rules-.*\.json$/);
  await own.getByRole('switch').first().click();
  await expect.poll(async () => (await idsWith(page, 'dim')).length).toBe(0);
  await own.keyboard.press('u');
  await expect.poll(async () => (await idsWith(page, 'dim')).length).toBeGreaterThan(0);
});

test('a query is completed with fields, tags and names while it is typed', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await tagByKeyboard(page, FIRST, ['to read']);
  const popup = await offprint.openOwn('popup.html');
  const search = popup.getByRole('combobox', { name: 'Search saved papers' });
  await search.pressSequentially('#to');
  await popup.getByRole('option', { name: /to read/ }).waitFor();
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('Enter');
  await expect(search).toHaveValue('#"to read" ');
  await search.pressSequentially('aut');
  await popup.getByRole('option', { name: 'author:' }).click();
  await search.pressSequentially('exa');
  await popup.getByRole('option', { name: /Ada Example/ }).click();
  await expect(search).toHaveValue('#"to read" author:"Ada Example" ');
  await expect(popup.locator('[data-paper]')).toHaveCount(1);
  await search.fill('title:/^steady.*part \\d$/');
  await expect(popup.locator('[data-paper]')).toHaveCount(1);
  const library = await offprint.openOwn('library.html?q=%23"to read"');
  await expect(library.getByRole('combobox', { name: 'Search saved papers' })).toHaveValue(
    '#"to read"',
  );
  await expect(library.locator('[data-paper]')).toHaveCount(1);
});
