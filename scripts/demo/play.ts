import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Inside } from '../browser/closed-roots';
import { inside } from '../browser/closed-roots';
import type { Visit } from './headless';
import { visit } from './headless';
import type { Setting } from './window';

const CARDS = '[data-offprint-paper]';
const PATIENCE = 20_000;
const TAGS = ['to-cite', 'reading group'];
const NOTE = 'Compare with our baseline in section 4.';

/** Plays the main job on the bundled demo with a real keyboard and mouse, telling each step. */
export function play(setting: Setting, demo: string): Promise<void> {
  return visit(setting, demo, async (here) => {
    await openDemo(here);
    const saved = await saveFirst(here);
    await tagIt(here, saved);
    await noteIt(here, saved);
    await hideTopic(here);
    const popup = await findInPopup(here, saved);
    await exportBibtex(here, popup, setting.folder);
    await lookAtRules(here);
  });
}

async function openDemo({ page, tell }: Visit): Promise<void> {
  await page
    .locator(`${CARDS}[data-offprint-verdict]`)
    .first()
    .waitFor({ state: 'attached', timeout: PATIENCE });
  await inside(page, `${CARDS} offprint-tools`).waitFor('[data-action="save"]', PATIENCE);
  await tell(`Opened the demo listing: ${await page.locator(CARDS).count()} papers`, 'listing');
}

/** Saves the first paper by keyboard; resolves to its id. */
async function saveFirst({ page, tell }: Visit): Promise<string> {
  await page.keyboard.press('j');
  const id = (await page.locator(CARDS).first().getAttribute('data-offprint-paper')) ?? '';
  await page.keyboard.press('s');
  await toolsOf(page, id).waitFor('[data-action="save"][aria-pressed="true"]', PATIENCE);
  await tell(`Pressed j and s: saved ${id}`, 'saved');
  return id;
}

async function tagIt({ page, tell }: Visit, id: string): Promise<void> {
  await page.keyboard.press('t');
  await panelOf(page).waitFor('input:focus');
  for (const tag of TAGS) {
    await page.keyboard.type(tag, { delay: 15 });
    await page.keyboard.press('Enter');
    await holds(toolsOf(page, id), tag);
  }
  await tell(`Pressed t and typed two tags: ${TAGS.join(', ')}`, 'tags');
  await page.keyboard.press('Escape');
}

async function noteIt({ page, tell }: Visit, id: string): Promise<void> {
  await page.keyboard.press('n');
  await panelOf(page).waitFor('textarea:focus');
  await page.keyboard.type(NOTE, { delay: 5 });
  await panelOf(page).waitFor('.note-field.saved', PATIENCE);
  await tell('Pressed n and wrote a note, which was kept while typing', 'note');
  await page.keyboard.press('Escape');
  await toolsOf(page, id).waitFor('[data-action="note"].marked', PATIENCE);
}

async function hideTopic({ page, tell }: Visit): Promise<void> {
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+H');
  await panelOf(page).waitFor('[data-topic]');
  const topic = (await panelOf(page).attribute('[data-topic]', 'data-topic')) ?? '';
  await tell(`Pressed Shift+H: Offprint proposes topics to hide, ${topic} first`, 'topics');
  await panelOf(page).click('[data-topic]');
  await page
    .locator(`${CARDS}[data-offprint-verdict="collapse"]`)
    .first()
    .waitFor({ state: 'attached', timeout: PATIENCE });
  const hidden = await page.locator(`${CARDS}[data-offprint-verdict="collapse"]`).count();
  await page.evaluate(() => scrollTo(0, 0));
  await tell(`Hid ${topic}: papers collapsed to one line each: ${hidden}`, 'hidden');
}

async function findInPopup({ context, page, tell }: Visit, saved: string): Promise<Page> {
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 420, height: 600 });
  await popup.goto(new URL('popup.html', page.url()).href);
  await popup.getByRole('combobox', { name: 'Search saved papers' }).waitFor({ timeout: PATIENCE });
  await popup.keyboard.type(`#${TAGS[0]}`, { delay: 15 });
  await popup.locator(`[data-paper="${saved}"]`).waitFor({ timeout: PATIENCE });
  await tell('Opened the popup and found the paper by its tag', 'popup', popup);
  return popup;
}

async function exportBibtex({ tell }: Visit, popup: Page, folder: string): Promise<void> {
  const download = popup.waitForEvent('download', { timeout: PATIENCE });
  await popup.keyboard.press('Control+e');
  const file = join(folder, 'offprint.bib');
  await (await download).saveAs(file);
  const entries = readFileSync(file, 'utf8').match(/^@\w+\{/gm)?.length ?? 0;
  await tell(`Pressed Ctrl+E: BibTeX entries written to ${file}: ${entries}`, 'exported', popup);
}

async function lookAtRules({ context, page, tell }: Visit): Promise<void> {
  const rules = await context.newPage();
  await rules.setViewportSize({ width: 900, height: 600 });
  await rules.goto(new URL('library.html#rules', page.url()).href);
  await rules.getByRole('switch').first().waitFor({ timeout: PATIENCE });
  await rules.locator('.rule-query').first().click();
  await rules.locator('.rule-preview li').first().waitFor({ timeout: PATIENCE });
  await tell('Opened the rules page: what the rule did, and what it would do', 'rules', rules);
}

function toolsOf(page: Page, id: string): Inside {
  return inside(page, `[data-offprint-paper="${id}"] offprint-tools`);
}

function panelOf(page: Page): Inside {
  return inside(page, 'offprint-panel');
}

async function holds(place: Inside, text: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await place.text()).includes(text)) {
    if (performance.now() > end) throw new Error(`“${text}” did not appear on the card`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}
