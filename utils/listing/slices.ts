/** The longest stretch of work in one frame, in ms. */
const FRAME_MS = 8;

/** Work cut where the page needs the thread back. */
export type Slices = { isOver(): boolean; next(): Promise<void> };

/** A slice that begins now. */
export function slices(): Slices {
  let started = performance.now();
  return {
    isOver: () => performance.now() - started > FRAME_MS,
    async next() {
      await new Promise((resolve) => setTimeout(resolve));
      started = performance.now();
    },
  };
}
