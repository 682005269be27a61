import { existsSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { buildFolder } from '../../scripts/setup/build';
import { findFirefox } from '../../scripts/setup/firefox';

/** As in the manifest for Firefox, and the host its pages are told to have. */
const EXTENSION = 'offprint@offprint.example';
const HOST = '6a3f2c1e-0d4b-4c5a-8f7e-9b1d2c3e4f50';

/** Under which our own pages are. */
export const ADDRESS = `moz-extension://${HOST}`;

/** Firefox with the built extension; files that are downloaded come into this folder. */
export async function startFirefox(downloads?: string): Promise<Browser> {
  const program = findFirefox();
  if (!program) throw new Error('No Firefox found: install Firefox, or set FIREFOX_PATH to one.');
  const extension = buildFolder('firefox');
  if (!existsSync(extension)) throw new Error('Run `npm run build:firefox` first.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    // Else nobody may open the pages of an extension.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION]: HOST }),
      ...(downloads !== undefined && {
        'browser.download.dir': downloads,
        'browser.download.folderList': 2,
      }),
    },
  });
  await browser.installExtension(extension);
  return browser;
}
