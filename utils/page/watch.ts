/** The elements we insert ourselves; their coming and going is no news. */
const OWN = /^offprint-/i;

/**
 * Calls `changed` once a frame in which the page added or removed elements of its own, until the
 * signal aborts. Attribute changes and our own hosts do not count.
 */
export function watch(document: Document, changed: () => void, signal: AbortSignal): void {
  let scheduled = false;
  const view = document.defaultView;
  const run = (): void => {
    scheduled = false;
    if (!signal.aborted) changed();
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    // A background tab paints no frames; it must still notice.
    if (document.hidden) setTimeout(run, 100);
    else view?.requestAnimationFrame(run);
  };
  const observer = new MutationObserver((records) => {
    if (records.some(isNews)) schedule();
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

function isNews({ addedNodes, removedNodes }: MutationRecord): boolean {
  return [addedNodes, removedNodes].some((nodes) =>
    Array.from(nodes).some((node) => !OWN.test(node.nodeName)),
  );
}
