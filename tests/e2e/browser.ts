import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page, Request, Route } from '@playwright/test';
import { devTools } from '../../scripts/browser/closed-roots';
import { extensionIdOf, launchHeadless } from '../../scripts/browser/launch';
import { buildFolder } from '../../scripts/setup/build';
import { NO_CHROMIUM, findChromium } from '../../scripts/setup/chromium';

/** A request that wanted to leave the browser. */
type Outgoing = {
  readonly url: string;
  /** Who asked: a web page (or a script in it), one of our pages, or the worker. */
  readonly from: 'page' | 'extension' | 'worker';
  readonly served: boolean;
};

/** What a served address answers with. */
type Answer = { readonly body: string; readonly type?: string; readonly status?: number };

/** A browser with Offprint in it and no way out: what is not served is refused, and noted. */
export type Offprint = {
  readonly extensionId: string;
  context(): BrowserContext;
  /** Every request to the network since the start, also those that were refused. */
  readonly outgoing: readonly Outgoing[];
  serve(url: string, answer: Answer): void;
  /** Opens an address that answers with this page, and waits until Offprint decided on its cards. */
  openListing(url: string, html: string): Promise<Page>;
  /** Opens a page of the extension, e.g. `popup.html`. */
  openOwn(page: string): Promise<Page>;
  /** Stops the worker as the browser would; the next message starts a new one. */
  killWorker(): Promise<void>;
  /** Kills the browser where it stands, and starts it again on the same profile. */
  crash(): Promise<void>;
  /** Closes the browser and opens it again on the same profile. */
  restart(): Promise<void>;
};

const WORKER_STARTS_WITHIN = 20_000;
const WORKER_STOPS_WITHIN = 30_000;

/** Starts Chromium with a built Offprint on a profile. Throws when there is no Chromium. */
export async function startOffprint(
  profile: string,
  extension: string = buildFolder('chrome'),
): Promise<Offprint> {
  const program = findChromium();
  if (!program) throw new Error(NO_CHROMIUM);
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error('There is no build to test: run `npm run build` first.');
  }
  const extensionId = extensionIdOf(extension);
  const answers = new Map<string, Answer>();
  const outgoing: Outgoing[] = [];

  const launch = async (): Promise<BrowserContext> => {
    const context = await launchHeadless({ program, extension, profile });
    await context.route(/^https?:/, (route) => answer(route, answers, outgoing));
    if (context.serviceWorkers().length === 0) {
      await context.waitForEvent('serviceworker', { timeout: WORKER_STARTS_WITHIN });
    }
    return context;
  };
  let context = await launch();

  const serve = (url: string, page: Answer): void => {
    answers.set(withoutHash(url), page);
  };
  return {
    extensionId,
    outgoing,
    serve,
    context: () => context,
    async openListing(url, html) {
      serve(url, { body: html });
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    async openOwn(name) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${name}`);
      return page;
    },
    killWorker: () => killWorker(context),
    async restart() {
      await context.close();
      context = await launch();
    },
    async crash() {
      const gone = new Promise((resolve) => context.once('close', resolve));
      for (const id of processesOn(profile)) process.kill(id, 'SIGKILL');
      await gone;
      context = await launch();
    },
  };
}

/** The browsers that work on a profile, without the processes they started. */
function processesOn(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      const words = commandOf(id).split('\0');
      return (
        words.includes(`--user-data-dir=${profile}`) &&
        !words.some((word) => word.startsWith('--type='))
      );
    })
    .map(Number);
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    // It ended since the folder was read.
    return '';
  }
}

async function answer(
  route: Route,
  answers: ReadonlyMap<string, Answer>,
  outgoing: Outgoing[],
): Promise<void> {
  const request = route.request();
  const known = answers.get(withoutHash(request.url()));
  outgoing.push({ url: request.url(), from: origin(request), served: known !== undefined });
  if (!known) return route.abort('internetdisconnected');
  await route.fulfill({
    status: known.status ?? 200,
    contentType: known.type ?? 'text/html; charset=utf-8',
    body: known.body,
  });
}

function origin(request: Request): Outgoing['from'] {
  if (request.serviceWorker()) return 'worker';
  return request.frame().url().startsWith('chrome-extension:') ? 'extension' : 'page';
}

/**
 * In its first second a worker outlives being told to stop, so it is told until it is gone. A page
 * that waits for an answer wakes a new one at once, so having been gone is enough.
 * Afterwards Playwright still lists it, and talking to it there would wait for ever.
 */
async function killWorker(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await devTools(page);
  const seen = { gone: false };
  const follow = ({ versions }: { versions: { runningStatus: string }[] }): void => {
    seen.gone ||= versions.some(({ runningStatus }) => runningStatus === 'stopped');
  };
  await session.send('ServiceWorker.enable');
  // The first report is of how things stood before.
  await page.waitForTimeout(50);
  session.on('ServiceWorker.workerVersionUpdated', follow);
  const end = performance.now() + WORKER_STOPS_WITHIN;
  while (!seen.gone && (await isWorkerAlive(page))) {
    if (performance.now() > end) throw new Error('the worker would not stop');
    await session.send('ServiceWorker.stopAllWorkers');
    await page.waitForTimeout(100);
  }
  session.off('ServiceWorker.workerVersionUpdated', follow);
}

async function isWorkerAlive(page: Page): Promise<boolean> {
  const session = await devTools(page);
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos.some(({ type }) => type === 'service_worker');
}

function withoutHash(url: string): string {
  return url.split('#')[0] ?? url;
}
