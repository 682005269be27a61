import type { NoteStatus } from './note-field';

const PAUSE_MS = 300;

/** A text that stores itself while it is typed. */
export type Autosave = {
  input(text: string): void;
  /** Sends what is not sent yet, at once: the page may be gone before an answer comes. */
  flush(): void;
  /** Forgets what is not sent yet; whether there was anything. */
  drop(): boolean;
};

/**
 * Stores the text a moment after each pause in typing. `store` may run again before it has
 * answered; answers to older texts are ignored. A text that failed is sent again by the next flush.
 */
export function autosave(
  store: (text: string) => Promise<unknown>,
  onStatus: (status: NoteStatus) => void,
): Autosave {
  let unsent: string | undefined;
  let sends = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function send(text: string): Promise<void> {
    const ticket = ++sends;
    unsent = undefined;
    onStatus('saving');
    try {
      await store(text);
      if (ticket === sends && unsent === undefined) onStatus('saved');
    } catch {
      if (ticket !== sends) return;
      unsent ??= text;
      onStatus('failed');
    }
  }

  function flush(): void {
    clearTimeout(timer);
    if (unsent !== undefined) void send(unsent);
  }

  return {
    input(text) {
      unsent = text;
      onStatus('unsaved');
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE_MS);
    },
    flush,
    drop() {
      clearTimeout(timer);
      const was = unsent !== undefined;
      // An answer still under way says nothing of a text that was dropped.
      if (was) sends += 1;
      unsent = undefined;
      return was;
    },
  };
}
