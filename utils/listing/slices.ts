/** The longest stretch of work in one frame, in ms. */
const FRAME_MS = 8;

/** Work cut where the page needs the thread back. */
export type Slices = { isOver(): boolean; next(): Promise<void> };

/** A slice that begins now; the first one may take longer, in ms. */
export function slices(firstMs = FRAME_MS): Slices {
  let end = performance.now() + firstMs;
  return {
    isOver: () => performance.now() > end,
    async next() {
      await new Promise((resolve) => setTimeout(resolve));
      end = performance.now() + FRAME_MS;
    },
  };
}
