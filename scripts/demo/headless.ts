import { readdirSync, rmSync } from 'node:fs';
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
  removeOldPictures(folder);
  say('Starting Chromium without a window');
  const context = await launchHeadless({ program, extension, profile });
  try {
    // The worker's start is the sign that the extension is in.
    if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url, { waitUntil: 'domcontentloaded' }).catch((error: Error) => {
      throw new Error(`${url} did not open: ${firstLine(error)}`);
    });
    await told(folder, page, (tell) => stay({ context, page, tell }));
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs a story; when it breaks off, says after which line, and keeps a picture. */
async function told(
  folder: string,
  page: Page,
  story: (tell: Visit['tell']) => Promise<void>,
): Promise<void> {
  let pictures = 0;
  let last = 'the start';
  try {
    await story(async (line, picture, on = page) => {
      last = line;
      if (!picture) return say(line);
      pictures += 1;
      const file = join(folder, `${String(pictures).padStart(2, '0')}-${picture}.png`);
      await on.screenshot({ path: file });
      say(`${line} (${file})`);
    });
  } catch (error) {
    const file = join(folder, 'stopped.png');
    await page.context().pages().at(-1)?.screenshot({ path: file });
    const reason = error instanceof Error ? firstLine(error) : String(error);
    throw new Error(`Stopped after “${last}”: ${reason} (${file})`, { cause: error });
  }
}

/** A picture of an earlier, longer story would pass for one of this. */
function removeOldPictures(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/\.(png|bib)$/.test(name)) rmSync(join(folder, name));
  }
}

function firstLine({ message }: Error): string {
  return message.split('\n')[0] ?? message;
}
