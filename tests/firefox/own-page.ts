import { writeFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { vi } from 'vitest';
import { type Bidi, bidiOf } from './bidi';

/** How long a page may take for what is waited for, in ms. */
const PATIENCE_MS = 60_000;

// https://w3c.github.io/webdriver/#keyboard-actions
const CONTROL = '\uE009';
const SHIFT = '\uE008';
const ENTER = '\uE007';

/** One of our own pages in Firefox. puppeteer loses sight of it when it gets a process of its own. */
export type OwnPage = {
  /** The value of an expression in the page, awaited; throws what it throws. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits until an expression is true. */
  until(expression: string): Promise<void>;
  /** Calls a verb of the library as pages do. */
  call(verb: string, ...args: readonly unknown[]): Promise<void>;
  type(text: string): Promise<void>;
  /** A letter with Control and Shift. */
  chord(letter: string): Promise<void>;
  enter(): Promise<void>;
  screenshot(path: string): Promise<void>;
};

/** Opens a page of the extension in a tab of its own. */
export async function openOwnPage(browser: Browser, address: string): Promise<OwnPage> {
  const bidi = bidiOf(browser);
  const made = await bidi.send('browsingContext.create', { type: 'tab' });
  const { context } = made.result as { readonly context: string };
  await bidi.send('browsingContext.navigate', { context, url: address, wait: 'none' });
  const page = ownPage(bidi, context);
  await page.until(
    `location.href.startsWith('moz-extension:') && document.readyState === 'complete'`,
  );
  return page;
}

function ownPage(bidi: Bidi, context: string): OwnPage {
  async function evaluate(expression: string): Promise<unknown> {
    const { result } = await bidi.send('script.evaluate', {
      // Bidi has a form of its own for objects; everybody reads a text.
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    const said = result as Said;
    if (said.type === 'exception') throw new Error(said.exceptionDetails.text);
    return said.result.value === undefined ? undefined : JSON.parse(said.result.value);
  }

  async function keys(
    ...steps: readonly (readonly ['keyDown' | 'keyUp', string])[]
  ): Promise<void> {
    const actions = steps.map(([type, value]) => ({ type, value }));
    await bidi.send('input.performActions', {
      context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  const until = async (expression: string): Promise<void> => {
    await vi.waitFor(
      async () => {
        if ((await evaluate(`Boolean(${expression})`)) !== true) throw new Error(expression);
      },
      { timeout: PATIENCE_MS, interval: 100 },
    );
  };

  return {
    evaluate,
    until,
    async call(verb, ...args) {
      const message = JSON.stringify({ offprint: 'call', verb, args });
      const reply = await evaluate(`browser.runtime.sendMessage(${message})`);
      if (reply !== null && typeof reply === 'object' && 'error' in reply)
        throw new Error(JSON.stringify(reply));
    },
    type: (text) =>
      keys(...[...text].flatMap((sign) => [['keyDown', sign] as const, ['keyUp', sign] as const])),
    chord: (letter) =>
      keys(
        ['keyDown', CONTROL],
        ['keyDown', SHIFT],
        ['keyDown', letter],
        ['keyUp', letter],
        ['keyUp', SHIFT],
        ['keyUp', CONTROL],
      ),
    enter: () => keys(['keyDown', ENTER], ['keyUp', ENTER]),
    async screenshot(path) {
      const { result } = await bidi.send('browsingContext.captureScreenshot', { context });
      writeFileSync(path, Buffer.from((result as { readonly data: string }).data, 'base64'));
    },
  };
}

type Said =
  | { readonly type: 'success'; readonly result: { readonly value?: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };
