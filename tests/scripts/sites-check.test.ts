import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPage } from '../../scripts/sites/check-page';
import { savedPage, savedPagesIn } from '../../scripts/sites/saved-page';

const LIST = 'https://arxiv.org/list/cs.CL/recent';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

test.each([
  ['its first line', `<!-- {"url": "${LIST}", "now": "2026-11-25"} -->\n<p>`],
  ['what the browser notes', `<!DOCTYPE html>\n<!-- saved from url=(0034)${LIST} -->\n<html>`],
  ['its canonical link', `<head><link href="${LIST}" rel='canonical'></head>`],
  ['what it tells other sites', `<head><meta content="${LIST}" property="og:url"></head>`],
])('a saved page has its address from %s', (_, html) => {
  expect(savedPage(written('page.html', html)).url?.href).toBe(LIST);
});

test('a saved page has its address from the list beside it, and none that is no address', () => {
  written('urls.json', JSON.stringify({ 'a.html': LIST, 'b.html': 'javascript:alert(1)', c: 7 }));
  expect(savedPage(written('a.html', '<p>')).url?.href).toBe(LIST);
  expect(savedPage(written('b.html', '<p>')).url).toBeUndefined();
});

test('pages are found in folders within the folder, in order', () => {
  mkdirSync(join(folder, 'deep'));
  written('b.html', '');
  written('deep/a.htm', '');
  written('notes.txt', '');
  expect(savedPagesIn(folder).map(({ file }) => file.slice(folder.length + 1))).toEqual([
    'b.html',
    'deep/a.htm',
  ]);
});

test('a check says what is found, how full it is, and why a page is not understood', () => {
  const checked = savedPagesIn('tests/fixtures').map(checkPage);
  const byName = (name: string): object | undefined =>
    checked.find(({ file }) => file.endsWith(`${name}.html`));
  expect(byName('arxiv--author-2026')).toMatchObject({
    site: 'arxiv',
    listing: 'author',
    cards: 3,
    readable: 3,
    filled: { title: 3, journalRef: 1 },
    understood: true,
    doubts: [],
  });
  expect(byName('huggingface--hostile-2026')).toMatchObject({ cards: 5, readable: 4 });
  expect(byName('arxiv--unknown-2027')).toMatchObject({
    understood: false,
    doubts: [expect.stringContaining('entries'), 'no block of fields (2 times)'],
    skeleton: 'a [href title id]',
  });
  expect(byName('import/bookmarks')).toMatchObject({ listing: 'no address', cards: 0 });
});
