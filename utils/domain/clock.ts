/**
 * A hybrid logical clock (Kulkarni et al. 2014): wall time in milliseconds, and a count that tells
 * apart what fell into one millisecond or was done while the wall clock stood behind.
 */
export type Clock = { readonly time: number; readonly count: number };

const TIME_DIGITS = 11;
const COUNT_DIGITS = 4;
const COUNTS = 16 ** COUNT_DIGITS;

/** The clock after one more event at wall time `nowMs`, and that event's id: unique, sortable as text. */
export function next(
  clock: Clock | undefined,
  nowMs: number,
  device: string,
): { readonly clock: Clock; readonly id: string } {
  const ticked = tick(clock, Math.max(0, Math.floor(nowMs)));
  const time = ticked.time.toString(16).padStart(TIME_DIGITS, '0');
  const count = ticked.count.toString(16).padStart(COUNT_DIGITS, '0');
  return { clock: ticked, id: `${time}-${count}-${device}` };
}

function tick(clock: Clock | undefined, now: number): Clock {
  if (!clock || now > clock.time) return { time: now, count: 0 };
  const count = clock.count + 1;
  return count < COUNTS ? { time: clock.time, count } : { time: clock.time + 1, count: 0 };
}

/** A text that sorts before every id of `next` at this wall time or later, and after all earlier ones. */
export function idBound(ms: number): string {
  return Math.max(0, Math.floor(ms)).toString(16).padStart(TIME_DIGITS, '0');
}

/** The wall time, in milliseconds, that an id of `next` carries. */
export function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, TIME_DIGITS), 16);
}
