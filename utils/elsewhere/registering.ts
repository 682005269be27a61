import type { Browser, browser } from 'wxt/browser';
import type { Site } from '@/utils/sites/site';
import type { SiteSwitches } from './site-switches';

type Given = typeof browser;
type Script = Browser.scripting.RegisteredContentScript;
type ScriptSite = Pick<Site, 'id' | 'matches'>;

/** What of the browser is needed to run scripts on sites. */
export type RegisteringApis = {
  readonly scripting: Pick<
    Given['scripting'],
    | 'getRegisteredContentScripts'
    | 'registerContentScripts'
    | 'unregisterContentScripts'
    | 'executeScript'
    | 'insertCSS'
  >;
  readonly tabs: Pick<Given['tabs'], 'query'>;
};

const OURS = 'site-';

/**
 * Keeps the browser running the scripts of exactly those sites that are switched on, from now on: also
 * in the tabs that are open as one is switched on. `leave` has a site's scripts leave their pages. Must
 * be called as the worker starts.
 */
export function keepRegistered(
  sites: readonly ScriptSite[],
  switches: Pick<SiteSwitches, 'on' | 'onMove'>,
  apis: RegisteringApis,
  leave: (site: string) => void,
): void {
  let turn = Promise.resolve();
  // One after the other: two at once would both register what is missing.
  const bring = (): void => {
    turn = turn
      .then(() => bringInStep(sites, switches, apis, leave))
      .catch((error: unknown) => {
        console.warn('Offprint could not register its scripts:', error);
      });
  };
  switches.onMove(bring);
  bring();
}

async function bringInStep(
  sites: readonly ScriptSite[],
  switches: Pick<SiteSwitches, 'on'>,
  { scripting, tabs }: RegisteringApis,
  leave: (site: string) => void,
): Promise<void> {
  const on = await switches.on();
  const there = (await scripting.getRegisteredContentScripts()).filter(({ id }) =>
    id.startsWith(OURS),
  );
  const wanted = sites.filter(({ id }) => on.has(id)).map(scriptOf);
  const stale = there.filter((script) => !wanted.some((other) => isSame(script, other)));
  const missing = wanted.filter((script) => !there.some((other) => isSame(script, other)));
  if (stale.length > 0) await scripting.unregisterContentScripts({ ids: stale.map(idOf) });
  if (missing.length > 0) await scripting.registerContentScripts(missing);
  for (const id of stale.map(idOf)) {
    if (!wanted.some((script) => script.id === id)) leave(id.slice(OURS.length));
  }
  const fresh = missing.filter(({ id }) => !there.some((script) => script.id === id));
  // A tab that is still loading may let this wait for long.
  for (const script of fresh) void putIntoOpenTabs(script, { scripting, tabs });
}

/** Each site has a script of its own, built from `entrypoints/<id>.content`. */
function scriptOf({ id, matches }: ScriptSite): Script {
  return {
    id: `${OURS}${id}`,
    matches: [...matches],
    js: [`content-scripts/${id}.js`],
    css: [`content-scripts/${id}.css`],
    runAt: 'document_idle',
    persistAcrossSessions: true,
  };
}

/** Whether the browser runs the script where this version wants it; browsers may add a slash to paths. */
function isSame(one: Script, other: Script): boolean {
  const told = ({ matches = [], js = [] }: Script): string =>
    [...matches.toSorted(), ...js.map((path) => path.replace(/^\//, ''))].join(' ');
  return one.id === other.id && told(one) === told(other);
}

function idOf({ id }: Script): string {
  return id;
}

async function putIntoOpenTabs(
  script: Script,
  { scripting, tabs }: RegisteringApis,
): Promise<void> {
  const open = await tabs.query({ url: script.matches ?? [], discarded: false });
  await Promise.allSettled(open.map(({ id }) => id !== undefined && put(script, id, scripting)));
}

/** Runs a site's script in a tab: a site that changes its address without loading a page has none there. */
export async function readInTab(
  site: ScriptSite,
  tab: number,
  { scripting }: Pick<RegisteringApis, 'scripting'>,
): Promise<void> {
  await put(scriptOf(site), tab, scripting);
}

async function put(
  { js = [], css = [] }: Script,
  tabId: number,
  scripting: RegisteringApis['scripting'],
): Promise<void> {
  await Promise.all([
    scripting.insertCSS({ target: { tabId }, files: css }),
    // The types know no paths that are put together.
    scripting.executeScript({ target: { tabId }, files: js as never[] }),
  ]);
}
