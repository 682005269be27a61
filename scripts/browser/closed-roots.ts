import type { CDPSession, Page } from '@playwright/test';

/** An element's place in the window, in CSS pixels. */
type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The inside of one closed shadow root, as a reader's eyes and mouse reach it. */
export type Inside = {
  /** Whether the host is on the page and its root holds an element for `selector`. */
  has(selector: string): Promise<boolean>;
  /** All text, of the whole root or of the first element for `selector`; empty when absent. */
  text(selector?: string): Promise<string>;
  attribute(selector: string, name: string): Promise<string | null>;
  /** What is typed in a field. */
  value(selector: string): Promise<string>;
  box(selector: string): Promise<Box>;
  /** Scrolls to the element, and clicks its centre with the real mouse. Waits until it is there. */
  click(selector: string): Promise<void>;
  /** Resolves when the element is there; throws after `timeout` milliseconds. */
  waitFor(selector: string, timeout?: number): Promise<void>;
  /** Runs a function of the root alone in the page's world. */
  evaluate<Result>(
    read: (root: ShadowRoot, argument: string) => Result,
    argument?: string,
  ): Promise<Result>;
};

type RemoteNode = { backendNodeId: number; shadowRoots?: RemoteNode[] };

const PATIENCE = 10_000;
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The page's DevTools session; one for all who ask. */
export function devTools(page: Page): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known) return known;
  const opened = page.context().newCDPSession(page);
  sessions.set(page, opened);
  return opened;
}

/**
 * The closed shadow root of the first element for `host`. Only the DevTools protocol sees inside:
 * the page's scripts and Playwright's selectors do not.
 */
export function inside(page: Page, host: string): Inside {
  const evaluate = async <Result>(
    read: (root: ShadowRoot, argument: string) => Result,
    argument = '',
  ): Promise<Result> => {
    const root = await waitForRoot(page, host);
    return callOn<Result>(page, root, `function (argument) { return (${read})(this, argument) }`, [
      argument,
    ]);
  };
  const has = async (selector: string): Promise<boolean> =>
    (await rootsOf(page, host)).length > 0 &&
    evaluate((root, wanted) => root.querySelector(wanted) !== null, selector);
  const waitFor = (selector: string, timeout = PATIENCE): Promise<void> =>
    until(() => has(selector), `${selector} inside ${host}`, timeout);
  const box = async (selector: string): Promise<Box> => {
    await waitFor(selector);
    return evaluate((root, wanted) => {
      const element = root.querySelector(wanted);
      element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      return { x, y, width, height };
    }, selector);
  };
  return {
    evaluate,
    has,
    waitFor,
    box,
    text: async (selector = '') =>
      evaluate(
        (root, wanted) => (wanted ? root.querySelector(wanted) : root)?.textContent ?? '',
        selector,
      ),
    attribute: (selector, name) =>
      evaluate(
        (root, wanted) => {
          const [path = '', key = ''] = JSON.parse(wanted) as string[];
          return root.querySelector(path)?.getAttribute(key) ?? null;
        },
        JSON.stringify([selector, name]),
      ),
    value: (selector) =>
      evaluate((root, wanted) => {
        const field = root.querySelector(wanted);
        return field && 'value' in field ? String(field.value) : '';
      }, selector),
    click: async (selector) => {
      const { x, y, width, height } = await box(selector);
      await page.mouse.click(x + width / 2, y + height / 2);
    },
  };
}

/**
 * Lets the page's own scripts, and so axe, see into the closed roots of all elements for `hosts`,
 * as if they were open. Resolves to how many were opened.
 */
export async function openRoots(page: Page, hosts: string): Promise<number> {
  const roots = await rootsOf(page, hosts);
  for (const root of roots) {
    await callOn(
      page,
      root,
      'function () { Object.defineProperty(this.host, "shadowRoot", { value: this, configurable: true }) }',
    );
  }
  return roots.length;
}

async function waitForRoot(page: Page, host: string): Promise<RemoteNode> {
  let first: RemoteNode | undefined;
  const isThere = async (): Promise<boolean> => {
    [first] = await rootsOf(page, host);
    return first !== undefined;
  };
  await until(isThere, `a shadow root of ${host}`, PATIENCE);
  if (!first) throw new Error(`${host} has no shadow root`);
  return first;
}

async function rootsOf(page: Page, hosts: string): Promise<RemoteNode[]> {
  const session = await devTools(page);
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: hosts,
  });
  const nodes = await Promise.all(
    nodeIds.map((nodeId) => session.send('DOM.describeNode', { nodeId, depth: 1, pierce: true })),
  );
  return nodes.flatMap(({ node }) => node.shadowRoots ?? []);
}

async function callOn<Result>(
  page: Page,
  { backendNodeId }: RemoteNode,
  functionDeclaration: string,
  values: readonly string[] = [],
): Promise<Result> {
  const session = await devTools(page);
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration,
    arguments: values.map((value) => ({ value })),
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed inside');
  return result.value as Result;
}

async function until(holds: () => Promise<boolean>, what: string, timeout: number): Promise<void> {
  const end = performance.now() + timeout;
  // The root may be replaced between two protocol calls; the next look finds the new one.
  while (!(await holds().catch(() => false))) {
    if (performance.now() > end) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}
