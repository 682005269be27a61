import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { autosave } from '@/components/autosave';
import type { NoteStatus } from '@/components/note-field';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store whose answers the test gives, in any order. */
function open() {
  const sent: { text: string; succeed: () => void; fail: () => void }[] = [];
  const statuses: NoteStatus[] = [];
  const saver = autosave(
    (text) =>
      new Promise<void>((resolve, reject) => {
        sent.push({ text, succeed: resolve, fail: () => reject(new Error('disk full')) });
      }),
    (status) => statuses.push(status),
  );
  const answer = async (index: number, how: 'succeed' | 'fail'): Promise<void> => {
    sent[index]?.[how]();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saver, statuses, answer, texts: () => sent.map(({ text }) => text) };
}

test('stores once after a pause in typing', async () => {
  const { saver, texts, answer, statuses } = open();
  saver.input('a');
  vi.advanceTimersByTime(200);
  saver.input('ab');
  vi.advanceTimersByTime(299);
  expect(texts()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(texts()).toEqual(['ab']);
  await answer(0, 'succeed');
  expect(statuses).toEqual(['unsaved', 'unsaved', 'saving', 'saved']);
});

test('sends at once when the page closes, though an older text has no answer yet', () => {
  const { saver, texts } = open();
  saver.input('a');
  saver.flush();
  saver.input('ab');
  saver.flush();
  expect(texts()).toEqual(['a', 'ab']);
});

test('an older answer does not pass for the latest text', async () => {
  const { saver, answer, statuses } = open();
  saver.input('a');
  saver.flush();
  saver.input('ab');
  saver.flush();
  await answer(0, 'succeed');
  expect(statuses.at(-1)).toBe('saving');
  await answer(1, 'succeed');
  expect(statuses.at(-1)).toBe('saved');
});

test('keeps a text that failed, and sends it again when asked', async () => {
  const { saver, texts, answer, statuses } = open();
  saver.input('a');
  saver.flush();
  await answer(0, 'fail');
  expect(statuses.at(-1)).toBe('failed');
  saver.flush();
  expect(texts()).toEqual(['a', 'a']);
});

test('sends nothing when nothing was typed', () => {
  const { saver, texts } = open();
  saver.flush();
  expect(texts()).toEqual([]);
});
