import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { autosave } from './autosave';
import type { NoteStatus } from './note-field';

/** A note being edited, as a note field wants it. */
export type EditedNote = {
  readonly text: string;
  readonly status: NoteStatus;
  readonly onInput: (text: string) => void;
  readonly onRetry: () => void;
  readonly onBlur: () => void;
};

/** Edits a note that stores itself, also when the page is closed in the middle of a word. */
export function useNote(initial: string, store: (text: string) => Promise<unknown>): EditedNote {
  const [text, setText] = useState(initial);
  const [status, setStatus] = useState<NoteStatus>('saved');
  const latest = useRef(store);
  latest.current = store;
  const saver = useMemo(() => autosave((next) => latest.current(next), setStatus), []);
  useEffect(() => {
    window.addEventListener('pagehide', saver.flush);
    document.addEventListener('visibilitychange', saver.flush);
    return () => {
      window.removeEventListener('pagehide', saver.flush);
      document.removeEventListener('visibilitychange', saver.flush);
      saver.flush();
    };
  }, [saver]);
  return {
    text,
    status,
    onInput: (next) => {
      setText(next);
      saver.input(next);
    },
    onRetry: saver.flush,
    onBlur: saver.flush,
  };
}
