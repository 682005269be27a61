import { type Autosave, autosave } from '@/components/autosave';
import type { NoteStatus } from '@/components/note-field';

/** A note being written; it outlives its editor for as long as it is not stored. */
export type NoteDraft = {
  readonly text: string;
  readonly status: NoteStatus;
  /** Says where to store it and whom to tell; an editor that opens takes over from the last. */
  begin(store: (text: string) => Promise<void>, changed: () => void): void;
  input(text: string): void;
  /** Stores now what is not stored yet. */
  flush(): void;
};

/** A draft that starts as the stored note. */
export function noteDraft(stored: string): NoteDraft {
  let text = stored;
  let status: NoteStatus = 'saved';
  let store: (text: string) => Promise<void>;
  let changed: (() => void) | undefined;
  const saver: Autosave = autosave(
    (latest) => store(latest),
    (next) => {
      status = next;
      changed?.();
    },
  );
  return {
    get text() {
      return text;
    },
    get status() {
      return status;
    },
    begin(where, whom) {
      store = where;
      changed = whom;
    },
    input(next) {
      text = next;
      saver.input(next);
      changed?.();
    },
    flush: saver.flush,
  };
}
