import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { cardSelector, panelOf, pointAt, toolsOf } from './extension';

// What a reader does with the keyboard, each waiting until the page shows that it was stored.

/** Tags a paper by keyboard, which saves it. */
export async function tagByKeyboard(
  page: Page,
  id: string,
  tags: readonly string[],
  between: () => Promise<void> = async () => undefined,
): Promise<void> {
  await pointAt(page, id);
  await page.keyboard.press('t');
  await panelOf(page).waitFor('input:focus');
  for (const tag of tags) {
    await page.keyboard.type(tag);
    await page.keyboard.press('Enter');
    await expect.poll(() => toolsOf(page, id).text()).toContain(tag);
    await between();
  }
  await page.keyboard.press('Escape');
  await expectNoEditor(page);
}

/** Writes a note by keyboard. */
export async function noteByKeyboard(page: Page, id: string, note: string): Promise<void> {
  await pointAt(page, id);
  await page.keyboard.press('n');
  await panelOf(page).waitFor('textarea:focus');
  await page.keyboard.type(note);
  await panelOf(page).waitFor('.note-field.saved');
  await page.keyboard.press('Escape');
  await toolsOf(page, id).waitFor('[data-action="note"].marked');
}

/** Hides a topic by keyboard, starting from one card. */
export async function hideTopicByKeyboard(page: Page, id: string, topic: string): Promise<void> {
  await pointAt(page, id);
  await page.keyboard.press('Shift+H');
  await panelOf(page).waitFor('#topic-query:focus');
  await page.keyboard.type(topic);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-offprint-verdict="collapse"]').first()).toBeAttached();
}

/** What the note on a card says, read the way a reader does: by opening it. */
export async function readNote(page: Page, id: string): Promise<string> {
  await pointAt(page, id);
  await page.keyboard.press('n');
  await panelOf(page).waitFor('textarea');
  const note = await panelOf(page).value('textarea');
  await page.keyboard.press('Escape');
  await expectNoEditor(page);
  return note;
}

/** Exports what the popup shows; resolves to the file's text. */
export async function exportFrom(popup: Page): Promise<string> {
  const download = popup.waitForEvent('download');
  await popup.keyboard.press('Control+e');
  return readFileSync(await (await download).path(), 'utf8');
}

/** The ids of the cards with this verdict, in the order of the page. */
export function idsWith(page: Page, verdict: string): Promise<string[]> {
  return page
    .locator(`[data-offprint-verdict="${verdict}"]`)
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-offprint-paper') ?? ''));
}

/** Waits until every card of a listing was decided on, and the first has its tools. */
export async function waitForCards(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await expect(page.locator(`${cardSelector(id)}[data-offprint-verdict]`)).toBeAttached();
  }
  const [first] = ids;
  if (first !== undefined) await toolsOf(page, first).waitFor('[data-action="save"]');
}

async function expectNoEditor(page: Page): Promise<void> {
  await expect.poll(() => panelOf(page).has('[role="dialog"]')).toBe(false);
}
