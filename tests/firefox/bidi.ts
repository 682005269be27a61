import type { Browser } from 'puppeteer-core';

/** A command of WebDriver BiDi (https://w3c.github.io/webdriver-bidi/); throws what Firefox complains of. */
export type Bidi = {
  send(method: string, parameters: object): Promise<{ readonly result: object }>;
};

/** The connection that puppeteer keeps to itself, for what it has no call of its own. */
export function bidiOf(browser: Browser): Bidi {
  return (browser as unknown as { readonly connection: Bidi }).connection;
}
