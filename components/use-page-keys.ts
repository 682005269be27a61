import { useEffect, useRef } from 'preact/hooks';
import { takesKeys } from './list-keys';

/** What the keys of the whole page do. */
export type PageKeys = {
  readonly onExport?: () => void;
  readonly onLookFirst?: () => void;
  readonly onUndo: () => void;
  readonly onHelp?: () => void;
};

/** Ctrl+E exports, Ctrl+Shift+E looks first, Ctrl+Z undoes and `?` helps, wherever the keyboard is; text fields keep theirs. */
export function usePageKeys(keys: PageKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = pageKey(event, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function pageKey(event: KeyboardEvent, keys: PageKeys): (() => void) | undefined {
  if (event.isComposing || event.altKey) return undefined;
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (control && key === 'e') return event.shiftKey ? keys.onLookFirst : keys.onExport;
  if (control && !event.shiftKey && key === 'z' && !takesText(event.target)) return keys.onUndo;
  return !control && key === '?' && !takesKeys(event.target) ? keys.onHelp : undefined;
}

// An empty search field has nothing of its own to undo, and it has the focus most of the time.
function takesText(target: EventTarget | null): boolean {
  const emptySearch =
    target instanceof HTMLInputElement &&
    target.closest('[role="search"]') !== null &&
    target.value === '';
  return takesKeys(target) && !emptySearch;
}
