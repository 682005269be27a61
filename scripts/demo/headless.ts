import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { launchHeadless } from '../browser/launch';
import { say } from '../setup/progress';
import type { Setting } from './window';

/** A headless browser for the length of one visit. */
export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Says what was done, and keeps a numbered picture of how it looks. */
  tell(line: string, picture?: string, page?: Page): Promise<void>;
};

/** Starts Chromium with a fresh profile, hands it over, and closes it whatever happens. */
export async function visit(
  { program, extension, folder }: Setting,
  url: string,
  stay: (visit: Visit) => Promise<void>,
): Promise<void> {
  const profile = join(folder, 'headless-profile');
  rmSync(profile, { recursive: true, force: true });
  say('Starting Chromium without a window');
  const context = await launchHeadless({ program, extension, profile });
  try {
    // The worker's start is the sign that the extension is in.
    if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await stay({ context, page, tell: storyteller(folder, page) });
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function storyteller(folder: string, first: Page): Visit['tell'] {
  let pictures = 0;
  return async (line, picture, page = first) => {
    if (!picture) return say(line);
    pictures += 1;
    const file = join(folder, `${String(pictures).padStart(2, '0')}-${picture}.png`);
    await page.screenshot({ path: file });
    say(`${line} (${file})`);
  };
}
