import { type Sizes, packing } from '@/utils/store/packing';
import { type Opened, openLibrary } from './open-library';

/** Small, so that rows are divided and rounds follow each other as they do in large libraries. */
const SMALL: Sizes = { placesInRow: 3, notesInRound: 3 };

type Indexed = Opened & {
  catchUp(): Promise<number>;
  /** Brings the index up to date, and dies after so many steps. */
  catchUpFor(steps: number): Promise<void>;
};

const now = (): Promise<void> => Promise.resolve();

/** A library whose index is brought up to date when a test says so, each time as after a restart. */
export function openIndexed(name?: string, sizes: Sizes = SMALL): Indexed {
  const opened = openLibrary(name);
  const { db } = opened;
  return {
    ...opened,
    catchUp: () => packing(db, now, sizes).catchUp(),
    async catchUpFor(steps) {
      let step = 0;
      const dying = packing(
        db,
        () => {
          step += 1;
          return step > steps ? Promise.reject(new Error('killed')) : now();
        },
        sizes,
      );
      await dying.catchUp().catch((error: Error) => {
        if (error.message !== 'killed') throw error;
      });
    },
  };
}
