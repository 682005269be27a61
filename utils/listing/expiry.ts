/** Longest wait, in ms: the reader's day changes too, and ages with it. */
const AT_LEAST_EVERY_MS = 3_600_000;

/** Calls `onTime` whenever a rule's time is over, until the signal aborts; times in ms since 1970. */
export function expiry(
  now: () => number,
  next: () => number | undefined,
  onTime: () => void,
  signal: AbortSignal,
): { schedule(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function schedule(): void {
    clearTimeout(timer);
    if (signal.aborted) return;
    const wait = Math.min((next() ?? Infinity) - now(), AT_LEAST_EVERY_MS);
    timer = setTimeout(
      () => {
        onTime();
        schedule();
      },
      Math.max(wait, 0) + 1,
    );
  }
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return { schedule };
}
