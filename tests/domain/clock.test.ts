import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clock, next, timeOf } from '@/utils/domain/clock';

describe('an operation’s id', () => {
  it('sorts after all earlier ones, however the wall clock jumps', () => {
    const times = fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(times, (walls) => {
        const ids: string[] = [];
        let clock: Clock | undefined;
        for (const wall of walls) {
          const ticked = next(clock, wall, 'device');
          clock = ticked.clock;
          ids.push(ticked.id);
        }
        expect(ids).toEqual([...new Set(ids)].sort());
      }),
    );
  });

  it('carries the wall time when that moved on', () => {
    const { id } = next({ time: 5, count: 3 }, 1_800_000_000_000, 'device');
    expect(timeOf(id)).toBe(1_800_000_000_000);
  });

  it('stays unique when one millisecond holds more than the count can', () => {
    const full = { time: 1_000, count: 16 ** 4 - 1 };
    const { clock, id } = next(full, 1_000, 'device');
    expect(clock).toEqual({ time: 1_001, count: 0 });
    expect(timeOf(id)).toBe(1_001);
  });

  it('of two devices in the same moment differ', () => {
    expect(next(undefined, 7, 'one').id).not.toBe(next(undefined, 7, 'other').id);
  });
});
