import type { Browser } from 'wxt/browser';
import type { RegisteringApis } from '@/utils/elsewhere/registering';
import type { SwitchApis } from '@/utils/elsewhere/site-switches';

type Script = Browser.scripting.RegisteredContentScript;
type Listener = (...told: never[]) => void;

/** A browser with a reader in front of it, as far as the switches and the scripts of sites need one. */
export class FakeBrowser {
  readonly granted = new Set<string>();
  readonly registered = new Map<string, Script>();
  /** Open tabs: their id and address. */
  readonly tabs = new Map<number, string>();
  /** What was done to tabs: `7 content-scripts/x.js`. */
  readonly done: string[] = [];
  kept: Record<string, unknown> = {};
  /** What the reader answers when they are asked. */
  consents = true;
  asked = 0;

  readonly #listeners = { added: new Set<Listener>(), removed: new Set<Listener>() };
  readonly #kept = new Set<Listener>();

  readonly apis = {
    permissions: {
      contains: ({ origins }: { origins: string[] }) =>
        Promise.resolve(origins.every((origin) => this.granted.has(origin))),
      request: ({ origins }: { origins: string[] }) => {
        this.asked += 1;
        if (this.consents) this.grant(origins);
        return Promise.resolve(this.consents);
      },
      remove: ({ origins }: { origins: string[] }) => {
        this.revoke(origins);
        return Promise.resolve(true);
      },
      onAdded: eventOf(this.#listeners.added),
      onRemoved: eventOf(this.#listeners.removed),
    },
    storage: {
      local: {
        get: () => Promise.resolve({ ...this.kept }),
        set: (values: Record<string, unknown>) => {
          this.kept = { ...this.kept, ...values };
          tell(this.#kept, values, 'local');
          return Promise.resolve();
        },
      },
      onChanged: eventOf(this.#kept),
    },
    scripting: {
      getRegisteredContentScripts: () => Promise.resolve([...this.registered.values()]),
      registerContentScripts: (scripts: Script[]) => {
        for (const script of scripts) {
          if (this.registered.has(script.id)) throw new Error(`Duplicate script ${script.id}`);
          this.registered.set(script.id, script);
        }
        return Promise.resolve();
      },
      unregisterContentScripts: ({ ids }: { ids: string[] }) => {
        for (const id of ids) this.registered.delete(id);
        return Promise.resolve();
      },
      executeScript: (injection: Injection) => this.#inject(injection),
      insertCSS: (injection: Injection) => this.#inject(injection),
    },
    tabs: {
      query: ({ url }: { url: string[] }) =>
        Promise.resolve(
          [...this.tabs]
            .filter(([, address]) => url.some((match) => address.startsWith(match.slice(0, -1))))
            .map(([id]) => ({ id })),
        ),
    },
  } as unknown as SwitchApis & RegisteringApis;

  grant(origins: readonly string[]): void {
    for (const origin of origins) this.granted.add(origin);
    tell(this.#listeners.added, { origins });
  }

  revoke(origins: readonly string[]): void {
    for (const origin of origins) this.granted.delete(origin);
    tell(this.#listeners.removed, { origins });
  }

  #inject({ target: { tabId }, files }: Injection): Promise<unknown> {
    this.done.push(...files.map((file) => `${tabId} ${file}`));
    return Promise.resolve([]);
  }
}

type Injection = { readonly target: { readonly tabId: number }; readonly files: string[] };

function eventOf(listeners: Set<Listener>): object {
  return {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  };
}

function tell(listeners: ReadonlySet<Listener>, ...told: unknown[]): void {
  for (const listener of listeners) listener(...(told as never[]));
}

/** Waits until everything that was set going has come to rest. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
