import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type NoteView, keptNote } from '@/components/kept-note';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A library with one note, and an editor open on it. */
function open(stored: string) {
  const library = { note: stored, isBroken: false };
  let view: NoteView = { text: stored, status: 'saved' };
  const note = keptNote(
    stored,
    () => ({
      read: () => Promise.resolve(library.note),
      store: async (text) => {
        if (library.isBroken) throw new Error('disk full');
        library.note = text;
      },
    }),
    (next) => {
      view = next;
    },
  );
  return { library, note, view: () => view, pause: () => vi.advanceTimersByTimeAsync(1_000) };
}

test('shows what was written elsewhere while nothing was typed here', async () => {
  const { library, note, view } = open('first');
  library.note = 'elsewhere';
  await note.look();
  expect(view()).toMatchObject({ text: 'elsewhere', status: 'saved' });
});

test('goes on from a text it took over without asking', async () => {
  const { library, note, pause, view } = open('first');
  library.note = 'elsewhere';
  await note.look();
  note.input('elsewhere, and here');
  await pause();
  expect(library.note).toBe('elsewhere, and here');
  expect(view().other).toBeUndefined();
});

test('shows a note that was undone, and stores nothing by itself', async () => {
  const { library, note, pause, view } = open('');
  note.input('mine');
  await pause();
  library.note = '';
  await note.look();
  await pause();
  expect(view().text).toBe('');
  expect(library.note).toBe('');
});

test('stores nothing over a text nobody has seen here, and asks', async () => {
  const { library, note, pause, view } = open('first');
  library.note = 'elsewhere';
  note.input('first, and here');
  await pause();
  expect(library.note).toBe('elsewhere');
  expect(view()).toMatchObject({ text: 'first, and here', other: 'elsewhere' });
});

test.each([
  ['mine', 'here'],
  ['other', 'elsewhere'],
] as const)('keeps %s when that is chosen', async (which, kept) => {
  const { library, note, pause, view } = open('first');
  library.note = 'elsewhere';
  note.input('here');
  await pause();
  note.choose(which);
  await pause();
  expect(library.note).toBe(kept);
  expect(view()).toEqual({ text: kept, status: 'saved', other: undefined });
});

test('keeps both texts of somebody who leaves without choosing', async () => {
  const { library, note, pause } = open('first');
  library.note = 'elsewhere';
  note.input('here');
  await pause();
  note.leave();
  await pause();
  expect(library.note).toBe('elsewhere\n\nhere');
});

test('stores at once what was typed when the page goes away', () => {
  const { library, note } = open('first');
  note.input('second');
  note.leave();
  expect(library.note).toBe('second');
});

test('stores once when the page goes away in the middle of storing', async () => {
  const { library, note, pause } = open('first');
  note.input('second');
  note.flush();
  note.leave();
  expect(library.note).toBe('second');
  await pause();
  expect(library.note).toBe('second');
});

test('keeps what could not be stored, and stores it when asked again', async () => {
  const { library, note, pause, view } = open('first');
  library.isBroken = true;
  note.input('second');
  await pause();
  expect(view().status).toBe('failed');
  library.isBroken = false;
  note.flush();
  await pause();
  expect(library.note).toBe('second');
});
