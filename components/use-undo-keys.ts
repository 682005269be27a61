import { useEffect, useRef } from 'preact/hooks';
import { takesKeys } from './list-keys';
import type { Changes } from './use-changes';
import { usePageKeys } from './use-page-keys';

/** As on listings, `u` takes back the latest change, where nobody types; Escape closes what is open. */
export function useUndoKeys(undo: Changes['undo'], close: () => void): void {
  usePageKeys({ onUndo: undo });
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === 'Escape') close();
      else if (event.key === 'u' && !takesKeys(event.target)) latest.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [close]);
}
