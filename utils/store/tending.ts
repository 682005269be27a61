import type { OffprintDatabase } from './database';
import type { Packing } from './packing';

/** Changes after which the index is brought up to date while the reader goes on. */
const MANY = 100;

/** Fewer than these are looked at one by one sooner than they are packed. */
const FEW = 24;

/** After the last change, in ms. */
const SOON_MS = 1_000;
const LATER_MS = 15_000;

/** Brings the index up to date some time after changes. */
export type Tending = {
  /** Something changed. Returns at once. */
  poke(): void;
  /** The index cannot be read: makes it anew. */
  mend(): void;
};

/** Packs when much has changed, or when little has and nothing more comes. Never while a change is made. */
export function tending(db: OffprintDatabase, packing: Packing): Tending {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let mending: Promise<void> | undefined;

  function wait(ms: number, least: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(least), ms);
  }

  async function run(least: number): Promise<void> {
    try {
      const behind = await db.stale.count();
      if (behind >= least) await packing.catchUp();
      else if (behind >= FEW && least > FEW) wait(LATER_MS, FEW);
    } catch (error) {
      // Searches look at the papers themselves meanwhile; the next change tries again.
      console.warn('Offprint could not bring its index up to date:', error);
    }
  }

  return {
    poke: () => wait(SOON_MS, MANY),
    mend() {
      mending ??= packing
        .forget()
        .then(() => run(0))
        .finally(() => {
          mending = undefined;
        });
    },
  };
}
