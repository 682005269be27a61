import type { browser } from 'wxt/browser';
import { originsOf } from '@/utils/sites';
import type { Site } from '@/utils/sites/site';

type SwitchSite = Pick<Site, 'id' | 'matches'>;
type Given = typeof browser;

/** What of the browser the switches use. */
export type SwitchApis = {
  readonly permissions: Pick<
    Given['permissions'],
    'contains' | 'request' | 'remove' | 'onAdded' | 'onRemoved'
  >;
  readonly storage: {
    readonly local: Pick<Given['storage']['local'], 'get' | 'set'>;
    readonly onChanged: Given['storage']['onChanged'];
  };
};

/** Where it is kept which sites the reader switched on. */
const KEY = 'sitesOn';

/** The switches of the sites that are not read unless the reader says so. */
export type SiteSwitches = {
  /** Ids of the sites that are read: switched on here, and allowed by the browser. */
  on(): Promise<ReadonlySet<string>>;
  /** Asks the reader; must be called inside a click, or the browser refuses. False when they say no. */
  switchOn(site: SwitchSite): Promise<boolean>;
  /** Stops reading the site, and gives back the permission unless something else needs it. */
  switchOff(site: SwitchSite): Promise<void>;
  /** Hears when a switch may have moved, here or in the browser's own settings, until the signal aborts. */
  onMove(listener: () => void, signal?: AbortSignal): void;
};

/**
 * Switches for these sites. A permission alone switches nothing on: some are also asked for something
 * else, and their origins, `shared`, are kept when the site is switched off.
 */
export function siteSwitches(
  sites: readonly SwitchSite[],
  { permissions, storage }: SwitchApis,
  shared: readonly string[] = [],
): SiteSwitches {
  async function wanted(): Promise<readonly string[]> {
    const { [KEY]: kept } = await storage.local.get(KEY);
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  }

  async function want(id: string, isOn: boolean): Promise<void> {
    const others = (await wanted()).filter((other) => other !== id);
    await storage.local.set({ [KEY]: isOn ? [...others, id] : others });
  }

  async function on(): Promise<ReadonlySet<string>> {
    const ids = new Set(await wanted());
    const asked = sites.filter(({ id }) => ids.has(id));
    const allowed = await Promise.all(
      asked.map(({ matches }) => permissions.contains({ origins: [...originsOf(matches)] })),
    );
    return new Set(asked.flatMap(({ id }, index) => (allowed[index] === true ? [id] : [])));
  }

  return {
    on,
    async switchOn({ id, matches }) {
      // Both begin inside the click: where the browser's question closes the popup, what is kept
      // tells the worker what the permission is for.
      const keeping = want(id, true);
      const granted = await permissions.request({ origins: [...originsOf(matches)] });
      await keeping;
      if (!granted) await want(id, false);
      return granted;
    },
    async switchOff({ id, matches }) {
      await want(id, false);
      const ids = await on();
      const needed = sites.filter((site) => ids.has(site.id)).flatMap((site) => site.matches);
      const kept = new Set([...originsOf(needed), ...shared]);
      const origins = originsOf(matches).filter((origin) => !kept.has(origin));
      // The site is off by now; a permission the browser will not take back does no more.
      if (origins.length > 0) await permissions.remove({ origins }).catch(() => false);
    },
    onMove(listener, signal) {
      const hear = (changes: Record<string, unknown>, area: string): void => {
        if (area === 'local' && Object.hasOwn(changes, KEY)) listener();
      };
      const granted = (): void => listener();
      permissions.onAdded.addListener(granted);
      permissions.onRemoved.addListener(granted);
      storage.onChanged.addListener(hear);
      signal?.addEventListener('abort', () => {
        permissions.onAdded.removeListener(granted);
        permissions.onRemoved.removeListener(granted);
        storage.onChanged.removeListener(hear);
      });
    },
  };
}
