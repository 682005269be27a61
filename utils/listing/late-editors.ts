import type { Editors } from '@/components/editors';

// The content script and the script that follows it share one world, which no page can look into.
const PLACE = Symbol.for('offprint editors');

type World = { [PLACE]?: Editors };

/** Leaves the editors where `lateEditors` finds them. */
export function handOver(editors: Editors): void {
  (globalThis as World)[PLACE] = editors;
}

function ready(): Editors | undefined {
  return (globalThis as World)[PLACE];
}

/** The editors, once they are there. */
export type LateEditors = {
  readonly ready: Editors | undefined;
  /** Fetches them; throws when they do not come. */
  load(): Promise<Editors>;
};

/** `fetch` has the script with the editors run in this world. */
export function lateEditors(fetch: () => Promise<void>): LateEditors {
  let loading: Promise<Editors> | undefined;

  async function load(): Promise<Editors> {
    await fetch();
    const editors = ready();
    if (!editors) throw new Error('Offprint’s editors did not come.');
    return editors;
  }

  return {
    get ready() {
      return ready();
    },
    load() {
      const there = ready();
      if (there) return Promise.resolve(there);
      loading ??= load().finally(() => (loading = undefined));
      return loading;
    },
  };
}
