import { describe, expect, it } from 'vitest';
import { coalesce } from '@/utils/listing/coalesce';

describe('coalesced work', () => {
  it('runs once more for all the calls that came in while it ran', async () => {
    let runs = 0;
    let finish: (() => void) | undefined;
    const pending = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const work = coalesce(async () => {
      runs += 1;
      if (runs === 1) await pending;
    });
    const first = work();
    void work();
    void work();
    expect(runs).toBe(1);
    finish?.();
    await first;
    expect(runs).toBe(2);
  });

  it('can run again after it failed', async () => {
    let runs = 0;
    const work = coalesce(async () => {
      runs += 1;
      if (runs === 1) throw new Error('the page went away');
    });
    await expect(work()).rejects.toThrow('the page went away');
    await work();
    expect(runs).toBe(2);
  });
});
