import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startZotero } from '../sources/zotero-connector';
import type { Offprint } from './browser';
import { expect, test, toolsOf } from './extension';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import { callLibrary } from './own-data';
import { waitForCards } from './reader';

const TITLES = ['Copper graphs', 'Paper boats', 'Tidal maps of $O(n)$ lakes'];

function paperOf(title: string, index: number) {
  const id = `arxiv:2609.${String(index + 1).padStart(5, '0')}`;
  const paper = { id, title, authors: ['Ada Example', 'Ben Sample'], published: '2026-09-01' };
  return { reading: { paper, sources: {} }, tags: index < 2 ? ['thesis'] : [] };
}

async function withPapers(offprint: Offprint, page: string, more: readonly object[] = []) {
  const own = await offprint.openOwn('library.html#tags');
  await callLibrary(own, 'importPapers', [...TITLES.map(paperOf), ...more]);
  await own.goto(`chrome-extension://${offprint.extensionId}/${page}`);
  return own;
}

async function expectAccessible(own: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: own }).analyze();
  expect(violations).toEqual([]);
}

/** Has the browser say yes, which no test can click. */
async function allowAll(own: Page): Promise<void> {
  await own.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { permissions: { request: () => Promise<boolean> } };
    };
    chrome.permissions.request = () => Promise.resolve(true);
  });
}

function search(own: Page) {
  return own.getByRole('combobox', { name: 'Search saved papers' });
}

async function textOf(own: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([own.waitForEvent('download'), press()]);
  return readFileSync(await download.path(), 'utf8');
}

test('a tag is exported after a look, in the format and with the options chosen, by keyboard', async ({
  offprint,
}) => {
  const own = await withPapers(offprint, 'popup.html');
  await own.getByRole('combobox', { name: 'Search saved papers' }).fill('#thesis ');
  await expect(own.locator('.row')).toHaveCount(2);
  await own.keyboard.press('Control+Shift+E');
  const panel = own.getByRole('dialog', { name: 'Export 2 papers' });
  await expect(panel.locator('.export-preview')).toContainText('arXiv preprint arXiv:2609.00001');
  await expectAccessible(own);
  await panel.getByText('Options', { exact: true }).click();
  await panel.getByLabel('A preprint is written').selectOption('arxiv');
  await expect(panel.locator('.export-preview')).toContainText('archiveprefix');
  await panel.getByLabel('Format').selectOption('ris');
  await expect(panel.locator('.export-preview')).toContainText('TI  - Copper graphs');
  const ris = await textOf(own, () =>
    panel.getByRole('button', { name: 'Save file' }).press('Enter'),
  );
  expect(ris.match(/^TY {2}-/gm)).toHaveLength(2);
  await own.keyboard.press('Escape');
  await expect(own.getByRole('button', { name: 'Export 2 as RIS' })).toBeVisible();
  const again = await textOf(own, () => own.keyboard.press('Control+e'));
  expect(again).toBe(ris);
});

test('many papers are written beside the page, as few are in it, and the work can be stopped', async ({
  offprint,
}) => {
  const many = Array.from({ length: 1_200 }, (_, index) => paperOf(`Kites ${index}`, 100 + index));
  const own = await withPapers(offprint, 'library.html', many);
  await expect(own.locator('.row').first()).toBeVisible();
  const all = await textOf(own, () => own.locator('[data-action="export"]').click());
  const keys = [...all.matchAll(/^@misc\{([^,]+),$/gm)].map(([, key]) => key);
  expect(new Set(keys).size).toBe(1_203);
  await search(own).fill('title:kites title:7 ');
  await expect(own.locator('.row')).toHaveCount(1);
  const one = await textOf(own, () => own.locator('[data-action="export"]').click());
  expect(one).toContain('title        = {Kites 7}');
  expect(all).toContain(one);

  await search(own).fill('');
  await expect(own.getByRole('button', { name: 'Export 1,203 as BibTeX' })).toBeVisible();
  await own.locator('[data-action="export"]').click();
  await own.getByRole('button', { name: 'Stop' }).click();
  await expect(own.getByRole('button', { name: 'Export 1,203 as BibTeX' })).toBeEnabled();
});

test('templates of keys and lines are shown at work, and explained where they are none', async ({
  offprint,
}) => {
  const own = await withPapers(offprint, 'library.html');
  await expect(own.locator('.row').first()).toBeVisible();
  await own.keyboard.press('Control+Shift+E');
  const panel = own.getByRole('dialog', { name: 'Export 3 papers' });
  await panel.getByText('Options', { exact: true }).click();
  const field = panel.getByLabel('New citation keys');
  await field.fill('[auth]:[year]');
  await expect(panel.getByText('would get vaswani:2017')).toBeVisible();
  await field.fill('[name]');
  await expect(panel.getByText('There is no [name]')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(own);
  const line = panel.getByLabel('Line', { exact: true });
  await line.fill('{title}, {nothing}');
  await expect(panel.getByText('There is no {nothing}')).toBeVisible();
  await line.fill('{title}, {year}');
  await expect(panel.getByText('For example: Attention Is All You Need, 2017')).toBeVisible();
  await line.press('Tab');
  await field.fill('[auth]:[year]');
  await field.press('Tab');
  await expect(panel.locator('.export-preview')).toContainText('@misc{');
  await own.reload();
  expect(await callLibrary(own, 'citeOptions')).toMatchObject({
    keyTemplate: '[auth]:[year]',
    lineTemplate: '{title}, {year}',
  });
});

test('what could be mended is said before an export, and mended with one click', async ({
  offprint,
}) => {
  const journalRef = 'Phys. Rev. D 76, 013009 (2007)';
  const paper = {
    id: 'arxiv:0704.0001',
    title: 'Diphotons',
    authors: ['Cat Example'],
    doi: '10.1103/PhysRevD.76.013009',
    journalRef,
  };
  const unknown = { id: 'arxiv:2609.00009', title: 'Nobody signed this', authorCount: 3 };
  const own = await withPapers(offprint, 'popup.html', [
    { reading: { paper, sources: {} } },
    { reading: { paper: unknown, sources: {} } },
  ]);
  offprint.serve('https://huggingface.co/api/papers/2609.00009', {
    type: 'application/json',
    body: JSON.stringify({
      id: '2609.00009',
      title: 'Nobody signed this',
      authors: [{ name: 'Dan Example' }],
      publishedAt: '2026-09-02T00:00:00.000Z',
    }),
  });
  await expect(own.locator('.row').first()).toBeVisible();
  await own.keyboard.press('Control+Shift+E');
  const panel = own.getByRole('dialog');
  await expect(panel.getByText('1 of 5 papers has no author names.')).toBeVisible();
  await panel.getByRole('button', { name: 'Fetch names from Hugging Face' }).click();
  await expect(panel.locator('.export-said')).toHaveText('Found the names of 1 paper.');
  await expect(panel.locator('.export-preview')).toContainText('Example, Dan');
  await panel.getByRole('button', { name: 'Cite the published version' }).click();
  await expect(panel.locator('.export-preview')).toContainText('@article{');
  await expect(panel.locator('.export-preview')).toContainText('Phys. Rev. D');
  await own.keyboard.press('Escape');
  await own.locator('.row').first().press('u');
  await expect
    .poll(async () => ((await callLibrary(own, 'bibtex', [paper.id])) as { text: string }).text)
    .toContain('@misc{');
});

const REFS = `% my references, do not touch
@string{jml = "Journal of Made-up Letters"}

@article{boats2026,
	author = {Ada Example and Ben Sample}, title={{Paper boats}},
  journal = jml, eprint={2609.00002}, archivePrefix = "arXiv" }
`.replaceAll('\n', '\r\n');

test('a .bib file is kept current: shown before it is written, the rest byte for byte', async ({
  offprint,
}) => {
  const own = await withPapers(offprint, 'library.html#bib');
  await own.evaluate(async (text) => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle('refs.bib', { create: true });
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    Object.assign(globalThis, { showOpenFilePicker: () => Promise.resolve([handle]) });
  }, REFS);
  const read = (): Promise<string> =>
    own.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle('refs.bib')).getFile()).text();
    });
  await own.getByRole('button', { name: 'Choose your .bib file…' }).click();
  await own.getByLabel('Papers to have in it').fill('#thesis');
  await own.keyboard.press('Enter');
  await expect(own.locator('.bib-merge h2')).toHaveText('1 new entry · 1 cited already');
  await expect(own.locator('.bib-diff')).toContainText('+ @misc{');
  await expectAccessible(own);
  expect(await read()).toBe(REFS);
  await own.getByRole('button', { name: 'Write the file' }).press('Enter');
  await expect(own.locator('.bib-merge h2')).toHaveText('The file is current. · 2 cited already');
  const after = await read();
  expect(after.startsWith(REFS)).toBe(true);
  expect(after.slice(REFS.length)).toContain('@misc{example2026copper,\r\n');
});

test('papers that the .bib file cites are marked on their cards', async ({ offprint }) => {
  const cards = madeCards(3);
  const ids = cards.map(({ id }) => `arxiv:${id}`);
  const own = await offprint.openOwn('library.html#tags');
  await callLibrary(own, 'setCited', [{ id: ids[1], key: 'vaswani2017attention' }]);
  const page = await offprint.openListing(DAILY_URL, dailyPage(cards));
  await waitForCards(page, ids);
  await expect
    .poll(() => toolsOf(page, ids[1] ?? '').text())
    .toContain('cited as vaswani2017attention');
});

test('PaperMemory’s file is shown, imported as one change, and undone as one', async ({
  offprint,
}) => {
  const own = await offprint.openOwn('library.html#import');
  await own.getByLabel('Choose a file').setInputFiles('tests/fixtures/import/papermemory.json');
  await expect(own.locator('.import-staged h2')).toContainText('PaperMemory');
  await expectAccessible(own);
  expect(await callLibrary(own, 'findIds', { query: '' })).toEqual([]);
  await own.locator('.import-staged .primary').press('Enter');
  await expect(own.locator('.toast')).toContainText('imported');
  const ids = (await callLibrary(own, 'findIds', { query: '' })) as unknown[];
  expect(ids.length).toBeGreaterThan(1);
  await own.keyboard.press('u');
  await expect.poll(() => callLibrary(own, 'findIds', { query: '' })).toEqual([]);
});

test('a file nobody knows, and text without papers, get a sentence and change nothing', async ({
  offprint,
}) => {
  const own = await offprint.openOwn('library.html#import');
  await own.getByLabel('Or paste text').fill('nothing to see here');
  await own.keyboard.press('Tab');
  await own.keyboard.press('Enter');
  await expect(own.getByRole('alert')).toContainText('Offprint');
  await own.getByLabel('Or paste text').fill('see arXiv:2609.00001v2 and hep-th/9901001');
  await own.keyboard.press('Tab');
  await own.keyboard.press('Enter');
  await expect(own.locator('.import-staged h2')).toContainText('2 new');
});

test('Zotero gets papers when it runs, and its absence is said', async ({ offprint }) => {
  const own = await withPapers(offprint, 'popup.html');
  await allowAll(own);
  await expect(own.locator('.row').first()).toBeVisible();
  await own.keyboard.press('Control+Shift+E');
  const panel = own.getByRole('dialog');
  await panel.getByRole('button', { name: 'Send to Zotero' }).click();
  await expect(panel.locator('.export-said')).toContainText('Zotero is not running');
  const zotero = await startZotero();
  await offprint.context().route('http://127.0.0.1:23119/**', async (route) => {
    const request = route.request();
    const address = request.url().replace('http://127.0.0.1:23119', zotero.address);
    const response = await fetch(address, {
      method: request.method(),
      headers: await request.allHeaders(),
      ...(request.postData() !== null && { body: request.postData() }),
    });
    await route.fulfill({ status: response.status, body: await response.text() });
  });
  await panel.getByRole('button', { name: 'Send to Zotero' }).click();
  await expect(panel.locator('.export-said')).toHaveText('3 papers are in Zotero, in Lanterns.');
  expect(zotero.saved.flatMap(({ items }) => items.map(({ title }) => title)).sort()).toEqual([
    'Copper graphs',
    'Paper boats',
    'Tidal maps of O(n) lakes',
  ]);
  await zotero.close();
});
