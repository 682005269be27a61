import { type Fetch, RequestFailed } from './fetch-text';

/** What asking needs of the world outside. */
export type Web = { readonly fetch: Fetch; wait(milliseconds: number): Promise<void> };

/** Why a question got no answer: not reached, told to come back later, or the reader stopped it. */
export type Silence = 'network' | 'busy' | 'stopped';

/** Asks one service, one question after another; gives the answer, or why there is none. */
export type Asker = <Answer>(
  ask: () => Promise<Answer>,
) => Promise<{ readonly answer: Answer } | Silence>;

/** After so many failures in a row the network is down, or we are not welcome. */
const MOST_FAILURES = 3;

/** How often a service that is busy is asked the same again, and how long it may keep us waiting. */
const MOST_TRIES = 3;
const LONGEST_WAIT_MS = 60_000;

/**
 * An asker that leaves `pause` milliseconds between questions, waits as long as a busy service
 * (429, 503) wants, and stops asking for good after three failures in a row or when `signal` says.
 */
export function politely(web: Web, pause: number, signal?: AbortSignal): Asker {
  let asked = 0;
  let failures = 0;
  let closed: Silence | undefined;

  return async (ask) => {
    for (let tries = 1; ; tries += 1) {
      if (signal?.aborted === true) return 'stopped';
      if (closed !== undefined) return closed;
      if (asked > 0 && tries === 1) await waitOr(web, pause, signal);
      if (isAborted(signal)) return 'stopped';
      asked += 1;
      try {
        const answer = await ask();
        failures = 0;
        return { answer };
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error;
        if (isAborted(signal)) return 'stopped';
        const wait = waitAfter(error, pause, tries);
        if (wait !== undefined && tries < MOST_TRIES && wait <= LONGEST_WAIT_MS) {
          await waitOr(web, wait, signal);
          continue;
        }
        const silence = wait === undefined ? 'network' : 'busy';
        failures += 1;
        if (silence === 'busy' || failures >= MOST_FAILURES) closed = silence;
        return silence;
      }
    }
  };
}

/** How long to leave a busy service alone; `undefined` where it failed in another way. */
function waitAfter(
  { status, retryAfter }: RequestFailed,
  pause: number,
  tries: number,
): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  return retryAfter ?? Math.max(pause, 2_000) * 2 ** tries;
}

/** Waits, but no longer than until `signal`. */
async function waitOr(web: Web, milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (isAborted(signal)) return;
  const waited = web.wait(milliseconds);
  if (!signal) return waited;
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { signal: stopping.signal });
  });
  await Promise.race([waited, stopped]);
  stopping.abort();
}

// A function, because the compiler takes a property that was false once to stay so.
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
