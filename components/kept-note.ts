import { autosave } from './autosave';
import type { NoteStatus } from './note-field';

/** Where a note is kept. */
export type NotePlace = {
  /** What stands there now. */
  readonly read: () => Promise<string>;
  /** Rejects when the text was not stored. */
  readonly store: (text: string) => Promise<unknown>;
};

/** A note as its editor shows it. */
export type NoteView = {
  readonly text: string;
  readonly status: NoteStatus;
  /** What was written elsewhere while something was typed here, until the reader has chosen. */
  readonly other?: string | undefined;
};

/** A note that stores itself, and never over a text the reader has not seen. */
export type KeptNote = {
  input(text: string): void;
  /** Stores what is not stored yet, unless another text stands there now. */
  flush(): void;
  /** Shows what was written elsewhere, unless something was typed here. */
  look(): Promise<void>;
  choose(which: 'mine' | 'other'): void;
  /** Stores at once and without a look: the page may be gone before an answer comes. Undecided, it keeps both texts. */
  leave(): void;
};

/** Keeps a note that was read as `stored`; `place` is asked for each time, `show` is told of every change. */
export function keptNote(
  stored: string,
  place: () => NotePlace,
  show: (view: NoteView) => void,
): KeptNote {
  let view: NoteView = { text: stored, status: 'saved' };
  /** What the library holds, as far as is known here, and what it is about to hold. */
  let base = stored;
  const underWay = new Set<string>();
  /** Waits to hear what stands there now. */
  let looking: string | undefined;

  function set(changed: Partial<NoteView>): void {
    view = { ...view, ...changed };
    show(view);
  }

  async function send(text: string): Promise<void> {
    underWay.add(text);
    try {
      await place().store(text);
      base = text;
    } finally {
      underWay.delete(text);
    }
  }

  const saver = autosave(
    async (text) => {
      looking = text;
      const now = await place().read();
      // Whoever left meanwhile has sent it.
      if (looking !== text) return;
      looking = undefined;
      if (now === base || now === text || underWay.has(now)) return send(text);
      set({ other: now });
      throw new Error('The note was changed elsewhere.');
    },
    (status) => set({ status }),
  );

  return {
    input(text) {
      set({ text });
      saver.input(text);
    },
    flush: saver.flush,
    async look() {
      const now = await place().read();
      if (view.status !== 'saved' || view.text !== base || now === base) return;
      base = now;
      set({ text: now });
    },
    choose(which) {
      base = view.other ?? base;
      if (which === 'mine') saver.input(view.text);
      else saver.drop();
      set(
        which === 'mine' ? { other: undefined } : { text: base, status: 'saved', other: undefined },
      );
      saver.flush();
    },
    leave() {
      const { text, other } = view;
      const isUnsent = saver.drop() || looking !== undefined;
      if (!isUnsent && other === undefined) return;
      looking = undefined;
      const both = other === undefined ? text : `${other}\n\n${text}`;
      set({ text: both, other: undefined });
      send(both).then(
        () => set({ status: 'saved' }),
        () => saver.input(both),
      );
    },
  };
}
