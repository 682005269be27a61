import { useEffect, useRef, useState } from 'preact/hooks';
import { type NotePlace, type NoteView, keptNote } from './kept-note';

/** A note being edited, as a note field wants it. */
export type EditedNote = NoteView & {
  readonly onInput: (text: string) => void;
  readonly onRetry: () => void;
  readonly onBlur: () => void;
  readonly onChoose: (which: 'mine' | 'other') => void;
};

/**
 * Edits a note that stores itself, also when the page is closed in the middle of a word. Whenever
 * `stored`, the note as it was read last, changes, an untouched editor takes what was written elsewhere.
 */
export function useNote(stored: string, place: NotePlace): EditedNote {
  const [view, setView] = useState<NoteView>({ text: stored, status: 'saved' });
  const latest = useRef(place);
  latest.current = place;
  const [note] = useState(() => keptNote(stored, () => latest.current, setView));
  useEffect(() => {
    note.look().catch((error: unknown) => console.warn('Offprint could not read a note:', error));
  }, [note, stored]);
  const undecided = useRef(false);
  undecided.current = view.other !== undefined;
  useEffect(() => {
    // The reader may be off to look at the other text; a page that goes away decides for itself.
    const hide = (): void => {
      if (!undecided.current) note.leave();
    };
    window.addEventListener('pagehide', note.leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', note.leave);
      document.removeEventListener('visibilitychange', hide);
      note.leave();
    };
  }, [note]);
  return {
    ...view,
    // Nothing failed: it waits.
    status: view.other === undefined ? view.status : 'unsaved',
    onInput: note.input,
    onRetry: note.flush,
    onBlur: note.flush,
    onChoose: note.choose,
  };
}
