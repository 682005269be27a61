import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import { chromium } from '@playwright/test';

/** What every start of Chromium with Offprint has in common. */
export type Launch = {
  readonly program: string;
  readonly extension: string;
  /** The browser's own folder: give the same one again, and it remembers. */
  readonly profile: string;
};

const CALM = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Command-line switches that load the extension, and nothing but it. */
export function switches(extension: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    ...CALM,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    // Chromium's sandbox refuses to run as root.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

/** Starts a headless Chromium that can be driven. */
export function launchHeadless({ program, extension, profile }: Launch): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: true,
    args: [...switches(extension), '--disable-gpu', '--disable-quic'],
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    acceptDownloads: true,
  });
}

/**
 * The id Chromium gives an unpacked extension: 128 bits of the SHA-256 of its folder's real path,
 * each half byte written as a letter from a to p.
 */
export function extensionIdOf(folder: string): string {
  const path = realpathSync(folder);
  const bytes = Buffer.from(path, process.platform === 'win32' ? 'utf16le' : 'utf8');
  const digits = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return [...digits].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
