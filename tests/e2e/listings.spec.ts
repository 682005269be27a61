import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { requiredSites, siteFor } from '../../utils/sites';
import type { Offprint } from './browser';
import { expect, pointAt, popupBeside, test, toolsOf } from './extension';
import { hideTopicByKeyboard, idsWith, waitForCards } from './reader';
import { savedPage } from './saved-page';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';

const UNCLAIMED_URL = 'https://elsewhere.example/papers';
const FIXTURES = join('tests', 'fixtures');
const SAVED_PAGES = readdirSync(FIXTURES).filter((name) => name.endsWith('.html'));

type Expectation = {
  readonly understood?: boolean;
  readonly papers: readonly { readonly id: string }[];
};

function expectationOf(name: string): Expectation {
  const file = join(FIXTURES, name.replace(/\.html$/, '.json'));
  return JSON.parse(readFileSync(file, 'utf8')) as Expectation;
}

/** The ids a saved page's expectation lists, in its order. */
function expectedIds(name: string): string[] {
  return expectationOf(name).papers.map(({ id }) => id);
}

/** Whether a page is a list as Offprint knows it, with something on it. */
function isUnderstood(name: string): boolean {
  const { understood = true, papers } = expectationOf(name);
  return understood && papers.length > 0;
}

async function open(offprint: Offprint, name: string) {
  const { url, html } = savedPage(name);
  return offprint.openListing(url, html);
}

/** Where the site's own headings, texts and links are, in CSS pixels from the top left of the page. */
async function placesOn(page: Page): Promise<number[][]> {
  return page.locator('h1, h2, h3, p, a').evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y } = element.getBoundingClientRect();
      return [Math.round(x + scrollX), Math.round(y + scrollY)];
    }),
  );
}

for (const site of requiredSites) {
  const pages = SAVED_PAGES.filter((name) => siteFor(new URL(savedPage(name).url)) === site);

  test(`marks every paper of the saved pages of ${site.name}, and the last one’s tools save it`, async ({
    offprint,
  }) => {
    test.setTimeout(300_000);
    for (const name of pages.filter((page) => expectedIds(page).length > 0)) {
      await test.step(name, async () => {
        const page = await open(offprint, name);
        const ids = expectedIds(name);
        await waitForCards(page, ids.slice(0, 1));
        await expect.poll(() => idsWith(page, 'show')).toEqual(expect.arrayContaining(ids));
        expect(await idsWith(page, 'collapse')).toEqual([]);
        const last = ids.at(-1) ?? '';
        await pointAt(page, last);
        await page.keyboard.press('s');
        await toolsOf(page, last).waitFor('[data-action="save"][aria-pressed="true"]');
        await page.close();
      });
    }
  });

  test(`moves nothing on the saved pages of ${site.name}`, async ({ offprint }) => {
    test.setTimeout(300_000);
    for (const name of pages.filter(isUnderstood)) {
      await test.step(name, () => comparedWithBare(offprint, name));
    }
  });
}

/** Opens a page with and without Offprint, and waits until all stands in the same places. */
async function comparedWithBare(offprint: Offprint, name: string): Promise<void> {
  const { url, html: saved } = savedPage(name);
  // The site's own styles are not at hand. Pictures that cannot be fetched take their room away
  // whenever the browser gives them up, and markers of empty list items come and go with that.
  const quiet = '<style>img, video { display: none } li { list-style: none }</style>';
  const html = saved.replace('<head>', `<head>${quiet}`);
  expect(html).not.toBe(saved);
  const bare = await offprint.openListing(UNCLAIMED_URL, html);
  const page = await offprint.openListing(url, html);
  await waitForCards(page, expectedIds(name).slice(0, 1));
  // On a busy machine either page may still be taking its styles in.
  await expect(async () => {
    expect(await placesOn(page), name).toEqual(await placesOn(bare));
  }).toPass({ timeout: 20_000 });
  await bare.close();
  await page.close();
}

test('the popup says what Offprint did on the listing beside it', async ({ offprint }) => {
  const cards = madeCards(9);
  const ids = cards.map(({ id }) => `arxiv:${id}`);
  const page = await offprint.openListing(DAILY_URL, dailyPage(cards));
  await waitForCards(page, ids);
  await hideTopicByKeyboard(page, ids[1] ?? '', 'copper graph');
  const hidden = (await idsWith(page, 'collapse')).length;
  const popup = await popupBeside(offprint, page);
  await expect(popup.locator('.page-strip')).toContainText('9 papers');
  await expect(popup.locator('.page-strip')).toContainText(`${hidden} hidden`);
});
