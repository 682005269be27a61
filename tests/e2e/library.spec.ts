import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Offprint } from './browser';
import { expect, test } from './extension';
import { callLibrary } from './own-data';

const DAY_MS = 86_400_000;

/** Papers over five days, every third with graphs in its title. */
function paperOf(index: number) {
  const id = `arxiv:2609.${String(index + 1).padStart(5, '0')}`;
  const title = index % 3 === 0 ? `Copper graphs, part ${index}` : `Paper boats, part ${index}`;
  return {
    reading: { paper: { id, title, authors: [`Ada Example${index}`] }, sources: {} },
    savedAt: new Date(
      Date.parse('2026-09-05T12:00:00Z') + (index % 5) * DAY_MS + index,
    ).toISOString(),
    tags: index % 2 === 0 ? ['even'] : [],
    ...(index < 4 && { state: 'to-read' }),
  };
}

async function withPapers(offprint: Offprint, count: number): Promise<Page> {
  const own = await offprint.openOwn('library.html');
  for (let start = 0; start < count; start += 2_000) {
    const papers = Array.from({ length: Math.min(2_000, count - start) }, (_, at) =>
      paperOf(start + at),
    );
    await callLibrary(own, 'importPapers', papers);
  }
  await own.reload();
  await expect(own.locator('.row').first()).toBeVisible();
  return own;
}

type World = {
  readonly chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };
};

function search(own: Page) {
  return own.getByRole('combobox', { name: 'Search saved papers' });
}

async function expectAccessible(own: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: own }).analyze();
  expect(violations).toEqual([]);
}

test('thousands of papers are walked through by keyboard, from either end, in any order', async ({
  offprint,
}) => {
  const own = await withPapers(offprint, 3_000);
  expect(await own.locator('.row').count()).toBeLessThan(300);
  await own.keyboard.press('ArrowDown');
  await own.keyboard.press('End');
  await expect(own.locator('.row:focus')).toHaveAttribute('aria-posinset', '3000');
  await own.keyboard.press('k');
  await expect(own.locator('.row:focus')).toHaveAttribute('aria-posinset', '2999');
  await own.keyboard.press('Home');
  await expect(own.locator('.row:focus')).toHaveAttribute('aria-posinset', '1');
  await own.getByLabel('Sort by').selectOption('title');
  await expect(own.locator('.row').first()).toContainText('Copper graphs, part 0');
  await own.getByRole('button', { name: 'The other way round' }).click();
  await expect(own.locator('.row').first()).toContainText('Paper boats, part 998');
  await own.getByLabel('Sort by').selectOption('saved');
  await expect(own.locator('.day-heading').first()).toContainText('600 papers');
});

function boats(index: number, more: object) {
  const paper = { id: `arxiv:2609.0000${index}`, title: `Boats ${index}`, ...more };
  return { reading: { paper, sources: {} } };
}

test('columns are sorted by their heads, and a row says why it was found', async ({ offprint }) => {
  const own = await offprint.openOwn('library.html');
  await callLibrary(own, 'importPapers', [
    boats(1, { venue: 'Zoo Letters', abstract: 'We count kettles, slowly.' }),
    boats(2, { venue: 'Alpha Notes', authors: ['Kim Kettle'] }),
    boats(3, {}),
  ]);
  await callLibrary(own, 'addSearch', { name: 'Kettles', query: 'kettle' });
  await own.reload();
  await own.getByRole('button', { name: 'Columns' }).click();
  await expect(own.locator('.row')).toHaveCount(3);
  await expect(own.locator('.row', { hasText: 'Boats 1' })).toContainText('Zoo Letters');
  const venue = own.getByRole('button', { name: 'Venue' });
  await venue.focus();
  await own.keyboard.press('Enter');
  await expect(venue).toHaveAttribute('aria-pressed', 'true');
  await expect(own.locator('.row').first()).toContainText('Alpha Notes');
  await own.keyboard.press('Enter');
  await expect(own.locator('.row').first()).toContainText('Zoo Letters');
  await search(own).fill('kettle');
  await expect(own.locator('.row')).toHaveCount(2);
  await expect(own.locator('.row-snippet')).toHaveText('We count kettles, slowly.');
  await expect(own.locator('.row-snippet mark')).toHaveText('kettles');
  await expect(own.locator('.byline mark')).toHaveText('Kettle');
  await expectAccessible(own);

  const popup = await offprint.openOwn('popup.html');
  await popup.setViewportSize({ width: 420, height: 600 });
  await popup.getByRole('button', { name: /^Kettles/ }).click();
  await expect(popup.locator('.row')).toHaveCount(2);
  await expect(popup.getByRole('button', { name: 'Kettles 2' })).toBeVisible();
  await popup.getByLabel('Sort by').selectOption('author');
  await expect(popup.locator('.row').first()).toContainText('Boats 2');
  await popup.getByRole('button', { name: /^Kettles/ }).click();
  await expect(popup.locator('.row')).toHaveCount(3);
  await expectAccessible(popup);
});

test('scrolling to the middle shows the rows that belong there', async ({ offprint }) => {
  const own = await withPapers(offprint, 3_000);
  const scroller = own.locator('.scroll');
  await scroller.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2;
  });
  await expect
    .poll(async () => {
      const places = await own.locator('.row').evaluateAll((rows) =>
        rows
          .filter((row) => {
            const { top } = row.getBoundingClientRect();
            return top > 200 && top < 800;
          })
          .map((row) => Number(row.getAttribute('aria-posinset'))),
      );
      return places.length > 0 && places.every((place) => place > 1_300 && place < 1_700);
    })
    .toBe(true);
});

test('many papers are tagged at once, after a preview and with one undo, by keyboard alone', async ({
  offprint,
}) => {
  const own = await withPapers(offprint, 120);
  await search(own).fill('graphs ');
  await expect(own.locator('.row')).toHaveCount(40);
  await expect(own.locator('mark').first()).toHaveText('graphs');
  await own.keyboard.press('ArrowDown');
  await own.keyboard.press('Control+a');
  await expect(own.locator('.count')).toContainText('40 selected');
  const tag = own.getByRole('button', { name: 'Tag…', exact: true });
  await tag.focus();
  await own.keyboard.press('Enter');
  await own.keyboard.type('even');
  await expect(own.locator('.bulk-preview')).toHaveText(
    '20 papers get the tag “even”. 20 others stay as they are.',
  );
  await own.keyboard.press('Enter');
  await expect(own.locator('.toast')).toContainText('20 papers changed.');
  await expectAccessible(own);
  await search(own).fill('#even ');
  await expect(own.locator('.row').first()).toBeVisible();
  await expect(own.locator('.shelf').first()).toContainText('120');
  expect(await callLibrary(own, 'findIds', { query: '#even' })).toHaveLength(80);
  // By key: the message with the button is for those who are quick.
  await own.locator('.row').first().press('u');
  await expect
    .poll(async () => ((await callLibrary(own, 'findIds', { query: '#even' })) as []).length)
    .toBe(60);
});

test('rows are selected in a range, by Shift and by keys', async ({ offprint }) => {
  const own = await withPapers(offprint, 120);
  const boxes = own.locator('.row input[type="checkbox"]');
  await boxes.nth(2).click();
  await boxes.nth(6).click({ modifiers: ['Shift'] });
  await expect(own.locator('.count')).toContainText('5 selected');
  await own.locator('.row').nth(10).focus();
  await own.keyboard.press('Shift+ArrowDown');
  await own.keyboard.press('Shift+ArrowDown');
  await expect(own.locator('.count')).toContainText('8 selected');
});

test('a paper is described, edited and noted beside the list, and follows the keyboard', async ({
  offprint,
}) => {
  const own = await withPapers(offprint, 12);
  await own.keyboard.press('ArrowDown');
  await own.keyboard.press('Enter');
  const details = own.locator('.details');
  const first = await own.locator('.row:focus .row-title').innerText();
  await expect(details.locator('h2')).toHaveText(first);
  await own.keyboard.press('j');
  await expect(details.locator('h2')).not.toHaveText(first);
  await own.keyboard.press('n');
  await own.keyboard.type(
    '# Idea\n\n**Bold** <img src=x onerror=alert(1)> [bad](javascript:alert(1))',
  );
  await expect(details.locator('.note-status')).toContainText('Saved');
  await details.getByRole('button', { name: 'Preview' }).click();
  await expect(details.locator('.markdown strong')).toHaveText('Bold');
  await expect(details.locator('.markdown img, .markdown a')).toHaveCount(0);
  await details.locator('[data-field="venue"]').click();
  await own.keyboard.type('TMLR');
  await own.keyboard.press('Enter');
  await expect(details.locator('.field-list')).toContainText('written by you');
  await expectAccessible(own);
  await own.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await expect(own.locator('.row:focus')).toHaveAttribute('aria-posinset', '2');
  await search(own).fill('venue:tmlr ');
  await expect(own.locator('.row')).toHaveCount(1);
});

test('a search is kept with its count, tags new papers, and tags those there already', async ({
  offprint,
}) => {
  const own = await withPapers(offprint, 30);
  await search(own).fill('graphs ');
  await own.getByRole('button', { name: 'Keep this search' }).click();
  await own.keyboard.type('Graphs');
  await own.getByLabel('Tag new papers that answer').fill('copper');
  await own.keyboard.press('Enter');
  const kept = own.locator('.side li', { hasText: 'Graphs' });
  await expect(kept.locator('.shelf-count')).toHaveText('10');
  await callLibrary(own, 'save', {
    paper: { id: 'arxiv:2610.00001', title: 'New graphs' },
    sources: {},
  });
  await expect(kept.locator('.shelf-count')).toHaveText('11');
  await kept.getByRole('button', { name: 'Edit the search Graphs' }).click();
  await own.getByRole('button', { name: 'Tag those saved already…' }).click();
  await expect(own.locator('.bulk-preview')).toHaveText(
    '10 papers get the tag “copper”. 1 other stays as it is.',
  );
  await expectAccessible(own);
  await own.keyboard.press('Enter');
  await expect
    .poll(async () => ((await callLibrary(own, 'findIds', { query: '#copper' })) as []).length)
    .toBe(11);
});

test('papers meant to be read long ago are kept or dropped', async ({ offprint }) => {
  const own = await withPapers(offprint, 12);
  const shelf = own.getByRole('region', { name: 'Still to read?' });
  await expect(shelf.locator('li')).toHaveCount(3);
  await shelf.getByRole('button', { name: 'Keep' }).first().click();
  await expect(own.locator('.toast')).toContainText('Kept');
  await shelf.getByRole('button', { name: 'Drop' }).first().click();
  await expect(shelf.locator('li')).toHaveCount(2);
});

test('what was seen and not saved answers is:seen, and can be saved', async ({ offprint }) => {
  const own = await withPapers(offprint, 3);
  await callLibrary(own, 'see', 'huggingface', [
    { paper: { id: 'arxiv:2610.00007', title: 'Seen graphs' }, sources: {} },
  ]);
  await search(own).fill('is:seen graphs ');
  const seen = own.getByRole('region', { name: 'Seen and not saved' });
  await expect(seen.locator('.seen-row')).toContainText('Seen graphs');
  await seen.getByRole('button', { name: 'Save' }).click();
  await expect(own.locator('.row')).toContainText('Seen graphs');
  await expect(seen.locator('.seen-row')).toHaveCount(0);
});

test('likely duplicates stand side by side and become one', async ({ offprint }) => {
  const own = await withPapers(offprint, 2);
  const twin = { ...paperOf(0).reading.paper, id: 'arxiv:2610.00009' };
  await callLibrary(own, 'save', { paper: twin, sources: {} });
  await own.getByRole('link', { name: 'Duplicates' }).click();
  await expect(own.locator('.duplicate')).toHaveCount(1);
  await expectAccessible(own);
  await own.getByRole('button', { name: 'Make one of them' }).click();
  await expect(own.locator('.duplicate')).toHaveCount(0);
  await own.keyboard.press('u');
  await expect(own.locator('.duplicate')).toHaveCount(1);
});

test('quick keys act on one row after the other, and each is taken back', async ({ offprint }) => {
  const own = await withPapers(offprint, 12);
  await own.keyboard.press('ArrowDown');
  await expect(own.locator('.row:focus')).toHaveCount(1);
  for (const key of ['Delete', 'Delete', 'Delete']) await own.keyboard.press(key);
  await expect(own.locator('.count')).toHaveText('9 saved papers');
  await expect(own.locator('.bulk-bar')).toHaveCount(0);
  await own.keyboard.press('s');
  await own.keyboard.press('s');
  await expect
    .poll(async () => ((await callLibrary(own, 'history', 9)) as []).length)
    .toBeGreaterThanOrEqual(6);
  await expect(own.locator('.row-star[aria-pressed="true"]')).toHaveCount(0);
  for (const key of ['u', 'u', 'u', 'u', 'u']) await own.keyboard.press(key);
  await expect(own.locator('.count')).toHaveText('12 saved papers');
});

test('keys act on what is selected after a preview, and the keyboard comes back', async ({
  offprint,
}) => {
  const own = await withPapers(offprint, 12);
  await own.keyboard.press('ArrowDown');
  await own.keyboard.press('Shift+ArrowDown');
  await own.keyboard.press('Shift+ArrowDown');
  await expect(own.locator('.count')).toHaveText('12 saved papers · 3 selected');
  await own.keyboard.press('Delete');
  await expect(own.locator('.bulk-preview')).toHaveText('3 papers go to the trash.');
  await own.keyboard.press('Escape');
  await expect(own.locator('.row:focus')).toHaveCount(1);
  await own.keyboard.press('r');
  await expect(own.locator('.bulk-preview')).toContainText('3 papers');
  await own.keyboard.press('Tab');
  await own.keyboard.press('Enter');
  await expect(own.locator('.row .state.to-read')).not.toHaveCount(0);
  await search(own).fill('part 11 ');
  await expect(own.locator('.count')).toContainText('1 paper found · 3 selected');
});

test('a paper in the trash is looked at, says how long it stays, and is brought back by key', async ({
  offprint,
}) => {
  const own = await withPapers(offprint, 3);
  await own.keyboard.press('ArrowDown');
  await own.keyboard.press('Delete');
  await expect(own.locator('.count')).toHaveText('2 saved papers');
  await own.getByRole('button', { name: 'Trash', exact: true }).click();
  await expect(own.locator('.count')).toHaveText('1 paper in the trash');
  await expect(own.locator('.row')).toContainText('30 days left');
  await own.locator('.row').focus();
  await own.keyboard.press('Enter');
  await expect(own.locator('.details').getByRole('button', { name: 'Restore' })).toBeVisible();
  await expectAccessible(own);
  await own.keyboard.press('r');
  await expect(own.locator('.row')).toHaveCount(0);
  expect(await callLibrary(own, 'findIds', { query: '' })).toHaveLength(3);
});

test('a note written elsewhere reaches an open editor, and is never written over unseen', async ({
  offprint,
}) => {
  const own = await withPapers(offprint, 3);
  await own.keyboard.press('ArrowDown');
  await own.keyboard.press('n');
  const field = own.getByRole('textbox', { name: 'Note' });
  await field.fill('here');
  await expect(own.locator('.note-status')).toContainText('Saved');
  const id = await own.locator('.row.open').getAttribute('data-paper');
  await callLibrary(own, 'note', id, 'elsewhere');
  await expect(field).toHaveValue('elsewhere');
  await callLibrary(own, 'undo');
  // What was written within one sitting is undone as one.
  await expect(field).toHaveValue('');
  await field.fill('here');
  await expect(own.locator('.note-status')).toContainText('Saved');
  // Both at once: the other text is stored before the pause in typing ends.
  await field.evaluate(
    (area, message) => {
      if (area instanceof HTMLTextAreaElement) area.value = 'here and more';
      area.dispatchEvent(new Event('input', { bubbles: true }));
      return (globalThis as unknown as World).chrome.runtime.sendMessage(message);
    },
    { offprint: 'call', verb: 'note', args: [id, 'elsewhere'] },
  );
  const choice = own.getByRole('alert').filter({ hasText: 'elsewhere' });
  await expect(choice).toBeVisible();
  expect(await callLibrary(own, 'details', id)).toMatchObject({ note: 'elsewhere' });
  await expectAccessible(own);
  await choice.getByRole('button', { name: 'Keep what I wrote' }).click();
  await expect.poll(() => callLibrary(own, 'details', id)).toMatchObject({ note: 'here and more' });
});

test('the figures are pictures with the same numbers as a table', async ({ offprint }) => {
  const own = await withPapers(offprint, 4);
  const ids = (await callLibrary(own, 'findIds', { query: '' })) as string[];
  await callLibrary(own, 'changeMany', ids, { kind: 'state', state: 'read' });
  await own.getByRole('link', { name: 'Figures' }).click();
  await expect(own.getByRole('img', { name: /^Read: 4 in all/ })).toBeVisible();
  await own.getByText('The same as a table').click();
  await expect(own.locator('.figures-table tbody tr').first().locator('td').last()).toHaveText('4');
  await expectAccessible(own);
});

test('nothing is cut off at 400 px, nor at twice the size', async ({ offprint }) => {
  const own = await withPapers(offprint, 40);
  for (const [width, height] of [
    [400, 800],
    [640, 450],
  ] as const) {
    await own.setViewportSize({ width, height });
    for (const view of ['papers', 'tags', 'duplicates', 'figures', 'rules', 'history']) {
      await own.evaluate((name) => {
        location.hash = name;
      }, view);
      await own.waitForTimeout(150);
      const over = await own.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${view} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});
