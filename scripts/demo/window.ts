import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { switches } from '../browser/launch';
import { say } from '../setup/progress';

/** What every way of showing Offprint needs. */
export type Setting = {
  readonly program: string;
  readonly extension: string;
  /** Where profile, screenshots and files go. */
  readonly folder: string;
};

/** Opens a window on `url`, with a profile that is kept, and resolves when the browser is closed. */
export async function openWindow(
  { program, extension, folder }: Setting,
  url: string,
): Promise<void> {
  const context = await chromium
    .launchPersistentContext(join(folder, 'profile'), {
      executablePath: program,
      headless: false,
      args: switches(extension),
      // The reader's own browser: no banner about automation, no fixed window, dark mode as the system has it.
      ignoreDefaultArgs: ['--enable-automation'],
      chromiumSandbox: process.getuid?.() !== 0,
      viewport: null,
      colorScheme: null,
    })
    .catch((error: Error) => {
      throw new Error(`Chromium did not start. ${firstLines(error.message)}`);
    });
  const closed = new Promise((resolve) => {
    context.once('close', resolve);
  });
  // On a Mac, Chromium lives on without a window.
  const leaveWithLastTab = (): void => {
    if (context.pages().length === 0) void context.close();
  };
  // A page of the extension opened before the extension is in would stay an error page.
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  context.on('page', (opened) => opened.once('close', leaveWithLastTab));
  // A new tab has the keyboard in its page; the first one's is in the address bar.
  const blank = context.pages();
  const page = await context.newPage();
  for (const tab of blank) await tab.close();
  say(`Opening ${url}`);
  await page.goto(url, { waitUntil: 'commit' }).catch((error: Error) => {
    say(`That page did not open: ${firstLines(error.message)}`);
  });
  say('Offprint is there until you close the browser.');
  await closed;
}

function firstLines(message: string): string {
  return message.split('\n').slice(0, 3).join(' ');
}
