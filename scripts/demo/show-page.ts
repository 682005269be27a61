import { visit } from './headless';
import type { Setting } from './window';

const PATIENCE = 20_000;
const CARDS = '[data-offprint-paper]';

/** Opens a real page headless, says what Offprint made of it, and keeps a picture. */
export function showPage(setting: Setting, url: string): Promise<void> {
  return visit(setting, url, async ({ page, tell }) => {
    await tell(`Opened ${page.url()}`);
    const decided = page.locator(`${CARDS}[data-offprint-verdict]`).first();
    await decided.waitFor({ state: 'attached', timeout: PATIENCE }).catch(() => undefined);
    const papers = await page.locator(CARDS).count();
    if (papers === 0) {
      await tell('Offprint found no papers on it', 'page');
      return;
    }
    await page.waitForTimeout(500);
    await tell(`Offprint found ${papers} papers on it`, 'page');
  });
}
