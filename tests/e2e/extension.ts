import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base } from '@playwright/test';
import type { Inside } from '../../scripts/browser/closed-roots';
import { inside } from '../../scripts/browser/closed-roots';
import type { Offprint } from './browser';
import { startOffprint } from './browser';

/** Playwright's `test` with a fresh browser, profile and Offprint for each test. */
export const test = base.extend<{ offprint: Offprint }>({
  // Playwright wants the dependencies as a pattern, also when there are none.
  // oxlint-disable-next-line no-empty-pattern
  offprint: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'offprint-'));
    const offprint = await startOffprint(profile);
    await use(offprint);
    await offprint.context().close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});
export { expect } from '@playwright/test';

/** The tools on one paper's card. */
export function toolsOf(page: Page, id: string): Inside {
  // On a page of loose links the link is the card, and the tools stand beside it.
  // On arXiv's lists the tools stand in the `dt` before the `dd` that is the card.
  const card = cardSelector(id);
  return inside(
    page,
    `${card} offprint-tools, ${card} ~ offprint-tools, dt:has(+ ${card}) > offprint-tools`,
  );
}

/** The strip above the list. */
export function stripOf(page: Page): Inside {
  return inside(page, 'offprint-strip');
}

/** The overlay: editors beside a card, and messages. */
export function panelOf(page: Page): Inside {
  return inside(page, 'offprint-panel');
}

/** The main element of one paper's card, by Playwright's ordinary means. */
export function cardSelector(id: string): string {
  return `[data-offprint-paper="${id}"]`;
}

/** Makes a card the one that keys act on, as a reader does: by moving the mouse onto it. */
export async function pointAt(page: Page, id: string): Promise<void> {
  const card = page.locator(cardSelector(id)).first();
  await card.scrollIntoViewIfNeeded();
  await card.hover({ position: { x: 12, y: 12 } });
}

/** The popup as it opens over a listing: in a tab behind it, so that the listing is the active one. */
export async function popupBeside(offprint: Offprint, listing: Page): Promise<Page> {
  const popup = await offprint.openOwn('popup.html');
  await listing.bringToFront();
  await popup.reload();
  return popup;
}
