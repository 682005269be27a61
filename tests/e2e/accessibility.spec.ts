import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openRoots } from '../../scripts/browser/closed-roots';
import { expect, panelOf, pointAt, test } from './extension';
import { DAILY_URL, dailyPage, madeCards } from './listing-pages';
import { callLibrary } from './own-data';
import { hideTopicByKeyboard, tagByKeyboard, waitForCards } from './reader';

const DRAFT = { query: 'lanterns', action: 'hide', sites: [] };
const HOSTS = ['offprint-tools', 'offprint-strip', 'offprint-panel'];
const CARDS = madeCards(9);
const IDS = CARDS.map(({ id }) => `arxiv:${id}`);
const [SAVED = '', OTHER = ''] = IDS;

/** What axe has against a page, or against Offprint's own elements on somebody else's. */
async function faults(page: Page, within?: readonly string[]): Promise<string[]> {
  await openRoots(page, HOSTS.join(', '));
  // Fading colours would be measured half way.
  await page.waitForTimeout(400);
  const axe = (within ?? []).reduce(
    (builder, host) => builder.include(host),
    new AxeBuilder({ page }),
  );
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`,
    ),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} mode axe reports nothing`, () => {
    test('on the tools, the strip and the editors of a listing', async ({ offprint }) => {
      const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
      await page.emulateMedia({ colorScheme });
      await waitForCards(page, IDS);
      await tagByKeyboard(page, SAVED, ['to cite']);
      await hideTopicByKeyboard(page, OTHER, 'copper graph');
      expect(await faults(page, HOSTS)).toEqual([]);
      for (const key of ['t', 'n', 'r', 'Shift+H', 'w', 'l', '/', '?']) {
        await pointAt(page, SAVED);
        await page.keyboard.press(key);
        await panelOf(page).waitFor('[role="dialog"]');
        expect(await faults(page, HOSTS), `the editor behind ${key}`).toEqual([]);
        await page.keyboard.press('Escape');
      }
    });

    test('on the popup, empty and with papers', async ({ offprint }) => {
      const popup = await offprint.openOwn('popup.html');
      await popup.emulateMedia({ colorScheme });
      await popup.setViewportSize({ width: 420, height: 600 });
      await popup.getByRole('combobox', { name: 'Search saved papers' }).waitFor();
      expect(await faults(popup), 'empty').toEqual([]);
      const page = await offprint.openListing(DAILY_URL, dailyPage(CARDS));
      await waitForCards(page, IDS);
      await tagByKeyboard(page, SAVED, ['to cite']);
      await popup.bringToFront();
      await popup.locator('[data-paper]').waitFor();
      expect(await faults(popup), 'with a paper').toEqual([]);
      const tags = await offprint.openOwn('library.html#tags');
      await tags.emulateMedia({ colorScheme });
      await tags.getByLabel('Colour of to cite').selectOption('red');
      await tags.locator('.chip[data-colour="red"]').waitFor();
      expect(await faults(tags), 'the tags').toEqual([]);
      await tags.getByRole('button', { name: 'Rename' }).click();
      expect(await faults(tags), 'a tag being renamed').toEqual([]);
      await popup.bringToFront();
      await popup.locator('.row-toggle').click();
      await popup.locator('.editor textarea').waitFor();
      expect(await faults(popup), 'with an open editor').toEqual([]);
      await popup
        .getByRole('combobox', { name: 'Search saved papers' })
        .fill('nothing is called like this');
      await expect(popup.locator('[data-paper]')).toHaveCount(0);
      expect(await faults(popup), 'with nothing found').toEqual([]);
    });

    test('on the demo listing and the library page', async ({ offprint }) => {
      const demo = await offprint.openOwn('demo.html');
      await demo.emulateMedia({ colorScheme });
      await demo.locator('[data-offprint-verdict]').first().waitFor({ state: 'attached' });
      expect(await faults(demo), 'demo').toEqual([]);
      const library = await offprint.openOwn('library.html');
      await library.emulateMedia({ colorScheme });
      expect(await faults(library), 'library').toEqual([]);
      const rules = await offprint.openOwn('library.html#rules');
      await rules.emulateMedia({ colorScheme });
      await callLibrary(rules, 'addRules', [DRAFT, { ...DRAFT, unless: 'kites' }, DRAFT], 'Pack');
      await expect(rules.locator('.rule')).toHaveCount(3);
      expect(await faults(rules), 'rules').toEqual([]);
      await rules.locator('.rule-query').first().click();
      expect(await faults(rules), 'a rule’s editor').toEqual([]);
      await rules.getByRole('button', { name: 'Import' }).click();
      await rules.getByLabel('Paste rules').fill('dim: boats\n(');
      expect(await faults(rules), 'the import').toEqual([]);
      const history = await offprint.openOwn('library.html#history');
      await history.emulateMedia({ colorScheme });
      await history.getByRole('button', { name: 'Back to here' }).first().click();
      await expect(history.getByText('Made the rule')).toBeVisible();
      expect(await faults(history), 'the history').toEqual([]);
    });
  });
}
