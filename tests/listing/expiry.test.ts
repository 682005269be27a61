import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expiry } from '@/utils/listing/expiry';

const HOUR = 3_600_000;

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

function watched(ends: number[]): { readonly ended: number[]; readonly stop: AbortController } {
  const ended: number[] = [];
  const stop = new AbortController();
  const { schedule } = expiry(
    () => Date.now(),
    () => ends.find((end) => end > Date.now()),
    () => ended.push(Date.now()),
    stop.signal,
  );
  schedule();
  return { ended, stop };
}

test('the page hears of each end right after it, in whatever order rules end', () => {
  const { ended } = watched([5_000, 20_000]);
  vi.advanceTimersByTime(4_999);
  expect(ended).toEqual([]);
  vi.advanceTimersByTime(20_000);
  expect(ended).toEqual([5_001, 20_001]);
});

test('it is asked again every hour all the same, since ages change with the day', () => {
  const { ended } = watched([48 * HOUR]);
  vi.advanceTimersByTime(2.5 * HOUR);
  expect(ended).toHaveLength(2);
});

test('nothing is heard once the page is left', () => {
  const { ended, stop } = watched([5_000]);
  stop.abort();
  vi.advanceTimersByTime(2 * HOUR);
  expect(ended).toEqual([]);
});
