import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/utils/domain/paper-id';
import { type Papers, rowAt } from './finder';
import type { Editing, Target } from './paper-list';

/** Where the keyboard is in the list, and which paper is open there. */
export type Moving = {
  readonly current: number;
  readonly target: Target | undefined;
  readonly editing: Editing | undefined;
  readonly setCurrent: (index: number) => void;
  readonly onEditing: (editing: Editing | undefined) => void;
  /** The keyboard is on this row now. */
  readonly onCurrent: (index: number) => void;
  /** Moves the keyboard to a row. */
  readonly onGo: (index: number) => void;
  /** Moves the keyboard to where it was in the list, or to the search field when that is empty. */
  readonly goBack: () => void;
  /** These papers leave the list. */
  readonly leave: (ids: readonly PaperId[]) => void;
};

/** Moves the keyboard through the list; with `beside`, what is open beside the list follows it. */
export function useMoving(
  papers: Papers,
  beside: boolean,
  input: RefObject<HTMLInputElement | null>,
): Moving {
  const [current, setCurrent] = useState(0);
  const [target, setTarget] = useState<Target>();
  const [editing, setEditing] = useState<Editing>();
  const gone = useRef<ReadonlySet<PaperId>>(new Set());
  useEffect(() => {
    if (!editing || !gone.current.has(editing.id) || papers.kind !== 'found') return;
    const row = rowAt(papers, Math.min(current, papers.total - 1));
    // The rows are still those from before.
    if (row && gone.current.has(row.id)) return;
    gone.current = new Set();
    setEditing(row && beside ? { id: row.id, focus: undefined } : undefined);
  }, [papers, current, editing, beside]);
  const follow = (index: number): void => {
    setCurrent(index);
    const row = papers.kind === 'found' ? rowAt(papers, index) : undefined;
    if (row && editing && beside && row.id !== editing.id) {
      setEditing({ id: row.id, focus: undefined });
    }
  };
  const go = (index: number): void => {
    setTarget({ index });
    follow(index);
  };
  const goBack = (): void => {
    const last = papers.kind === 'found' ? papers.total - 1 : -1;
    if (last < 0) input.current?.focus();
    else go(Math.min(current, last));
  };
  return {
    current,
    target,
    editing,
    setCurrent,
    onEditing: setEditing,
    onCurrent: follow,
    onGo: go,
    goBack,
    leave(ids) {
      if (!editing || !ids.includes(editing.id)) return;
      if (document.activeElement?.closest('.details, .editor')) {
        setEditing(undefined);
        setTarget({ index: current });
      } else gone.current = new Set(ids);
    },
  };
}
