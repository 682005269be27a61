const LOOK_EVERY_MS = 60;

/** How long after the page has loaded a framework that never starts is still waited for. */
const PATIENCE_MS = 1_200;

/**
 * Resolves when `hydrating` answers no, or when the page has been loaded for a while and its
 * framework never took over; rejects never. Nodes inserted earlier would be thrown away or warned
 * about as a mismatch.
 */
export async function hydrated(
  document: Document,
  hydrating: (document: Document) => boolean,
  signal: AbortSignal,
): Promise<void> {
  let loadedFor = 0;
  while (!signal.aborted && hydrating(document) && loadedFor < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    if (document.readyState === 'complete') loadedFor += LOOK_EVERY_MS;
  }
}
