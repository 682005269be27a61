// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { watch } from '@/utils/page/watch';

const watching = new Set<AbortController>();

function watched(): { changes: () => number; stop: () => void } {
  let count = 0;
  const controller = new AbortController();
  watching.add(controller);
  watch(document, () => (count += 1), controller.signal);
  return { changes: () => count, stop: () => controller.abort() };
}

function nextFrames(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}

describe('watching a page', () => {
  afterEach(() => {
    for (const controller of watching) controller.abort();
    document.body.replaceChildren();
  });

  it('tells once of many changes in a frame', async () => {
    const page = watched();
    for (let n = 0; n < 20; n += 1) document.body.append(document.createElement('article'));
    await nextFrames();
    expect(page.changes()).toBe(1);
  });

  it('does not hear of the hosts Offprint inserts', async () => {
    const page = watched();
    document.body.append(document.createElement('offprint-tools'));
    await nextFrames();
    expect(page.changes()).toBe(0);
  });

  it('hears nothing any more once stopped', async () => {
    const page = watched();
    page.stop();
    document.body.append(document.createElement('article'));
    await nextFrames();
    expect(page.changes()).toBe(0);
  });
});
