import type { Page } from '@playwright/test';
import { missingForLatex } from '../../scripts/setup/latex';
import type { Offprint } from './browser';
import { cardSelector, expect, panelOf, pointAt, stripOf, test, toolsOf } from './extension';
import { typeset } from './latex';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import {
  exportFrom,
  hideTopicByKeyboard,
  idsWith,
  noteByKeyboard,
  readNote,
  tagByKeyboard,
  waitForCards,
} from './reader';

const CARDS = madeCards(12);
const IDS = CARDS.map(({ id }) => `arxiv:${id}`);
const [SAVED = '', OTHER = ''] = IDS;
const TAGS = ['to-cite', 'Größe & Maß'];
const NOTE = 'Compare with our baseline; section 4 & the 50% claim.';
// Both stand in titles and abstracts of the made-up cards, in other inflections.
const TOPIC = 'copper graph';
const UNDONE = 'paper boat';

type Between = () => Promise<void>;

/** The whole main job by keyboard up to the reload; something may happen between each two steps. */
async function play(page: Page, between: Between): Promise<void> {
  await tagByKeyboard(page, SAVED, TAGS, between);
  await noteByKeyboard(page, SAVED, NOTE);
  await between();
  await hideTopicByKeyboard(page, OTHER, UNDONE);
  await between();
  await page.keyboard.press('u');
  await expect.poll(() => idsWith(page, 'collapse')).toEqual([]);
  await between();
  await hideTopicByKeyboard(page, OTHER, TOPIC);
  await between();
}

async function expectAllThere(page: Page): Promise<void> {
  await waitForCards(page, IDS);
  await toolsOf(page, SAVED).waitFor('[data-action="save"][aria-pressed="true"]');
  for (const tag of TAGS) expect(await toolsOf(page, SAVED).text()).toContain(tag);
  expect(await readNote(page, SAVED)).toBe(NOTE);
  await expect.poll(() => idsWith(page, 'collapse')).not.toEqual([]);
  const hidden = await idsWith(page, 'collapse');
  const matching = CARDS.filter(({ title, abstract }) => /copper graph/i.test(title + abstract));
  expect(hidden).toEqual(matching.map(({ id }) => `arxiv:${id}`).filter((id) => id !== SAVED));
  expect(await toolsOf(page, hidden[0] ?? '').text()).toContain(TOPIC);
  expect(await stripOf(page).text()).toContain(`${IDS.length - hidden.length} of ${IDS.length}`);
}

async function exportByPopup(offprint: Offprint): Promise<string> {
  const popup = await offprint.openOwn('popup.html');
  await expect(popup.getByRole('combobox', { name: 'Search saved papers' })).toBeFocused();
  await popup.keyboard.type('#to-cite');
  await expect(popup.locator(`[data-paper="${SAVED}"]`)).toBeVisible();
  await expect(popup.locator('[data-paper]')).toHaveCount(1);
  return exportFrom(popup);
}

test('saves, tags, notes and hides by keyboard, and all of it survives a reload', async ({
  offprint,
}) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await play(page, async () => undefined);
  await page.reload();
  await expectAllThere(page);
  const bibtex = await exportByPopup(offprint);
  expect(bibtex).toContain('2611.00001');
  expect(bibtex).toContain('Example, Ada');
});

test('loses nothing when the worker dies between each two steps', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await play(page, offprint.killWorker);
  await page.reload();
  await expectAllThere(page);
  await offprint.killWorker();
  expect(await exportByPopup(offprint)).toContain('2611.00001');
});

test('loses nothing when the browser is closed and opened again', async ({ offprint }) => {
  const before = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(before, IDS);
  await play(before, async () => undefined);
  await offprint.restart();
  await expectAllThere(await offprint.openListing(DAILY_URL, dailyPage(CARDS)));
  await offprint.restart();
  expect(await exportByPopup(offprint)).toContain('2611.00001');
});

test('exports what BibTeX and LaTeX take without a warning', async ({ offprint }, testInfo) => {
  const missing = missingForLatex();
  test.skip(missing.length > 0, `there is no ${missing.join(', ')}`);
  const cards = [
    {
      ...CARDS[0],
      id: '2611.00001',
      title: 'LoRA & 50% of $O(n^2)$: An_Odd #Title',
      authors: ['Zoë Möller', 'José de la Cruz'],
    },
    { ...CARDS[1], id: '2611.00002', title: 'Nobody Said Who Wrote This', authors: [] },
  ];
  const page = await offprint.openListing(DAILY_URL, dailyPage(cards));
  await waitForCards(page, ['arxiv:2611.00001', 'arxiv:2611.00002']);
  await tagByKeyboard(page, 'arxiv:2611.00001', TAGS);
  await tagByKeyboard(page, 'arxiv:2611.00002', TAGS);
  const popup = await offprint.openOwn('popup.html');
  await expect(popup.locator('[data-paper]')).toHaveCount(2);
  const printed = typeset(await exportFrom(popup), testInfo.outputPath('latex'));
  expect(printed.complaints).toEqual([]);
  // The style `plain` writes titles in small letters, but for what the export protects.
  for (const words of ['LoRA & 50% of', 'Zoë Möller', 'José de la Cruz', 'arXiv:2611.00002']) {
    expect(printed.text).toContain(words);
  }
  expect(printed.text.toLowerCase()).toContain('an_odd #title');
  expect(printed.text.toLowerCase()).toContain('nobody said who wrote this');
});

test('what is typed right after a key goes into the field it opened', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  await pointAt(page, SAVED);
  // Each of these letters would do something if it reached the page: h hides the paper.
  await page.keyboard.type('nhush');
  await panelOf(page).waitFor('.note-field.saved');
  expect(await panelOf(page).value('textarea')).toBe('hush');
  expect(await idsWith(page, 'collapse')).toEqual([]);
});

test('saves by mouse, and a second press never removes', async ({ offprint }) => {
  const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
  await waitForCards(page, IDS);
  const tools = toolsOf(page, SAVED);
  await tools.click('[data-action="save"]');
  await tools.waitFor('[data-action="save"][aria-pressed="true"]');
  await tools.click('[data-action="save"]');
  await page.waitForTimeout(300);
  expect(await tools.attribute('[data-action="save"]', 'aria-pressed')).toBe('true');
  const [style] = await page
    .locator(cardSelector(SAVED))
    .evaluateAll((cards) => cards.map((card) => getComputedStyle(card).display));
  expect(style).not.toBe('none');
});
