/**
 * Never runs `work` twice at once: calls that come in while it runs are answered by one more run
 * after it. Resolves when no run is left to do.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running = false;
  let asked = false;
  return async () => {
    asked = true;
    if (running) return;
    running = true;
    try {
      while (asked) {
        asked = false;
        await work();
      }
    } finally {
      running = false;
    }
  };
}
