import { useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/utils/domain/paper-id';

/** The papers the reader picked out. */
export type Selection = {
  readonly ids: ReadonlySet<PaperId>;
  /** Picks or drops the paper of a row. */
  readonly toggle: (id: PaperId, row: number) => void;
  /** The row picked last. */
  readonly anchor: () => number | undefined;
  readonly add: (ids: readonly PaperId[]) => void;
  readonly set: (ids: readonly PaperId[]) => void;
  readonly drop: (ids: readonly PaperId[]) => void;
};

/** Keeps a selection of papers, at first none. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<PaperId>>(new Set());
  const anchor = useRef<number>(undefined);
  return {
    ids,
    toggle(id, row) {
      anchor.current = row;
      setIds((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      });
    },
    anchor: () => anchor.current,
    add: (more) => setIds((before) => new Set([...before, ...more])),
    set(next) {
      anchor.current = undefined;
      setIds(new Set(next));
    },
    drop(gone) {
      const dropped = new Set(gone);
      setIds((before) => new Set([...before].filter((id) => !dropped.has(id))));
    },
  };
}
