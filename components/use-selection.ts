import { useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/utils/domain/paper-id';

/** The papers the reader picked out. */
export type Selection = {
  readonly ids: ReadonlySet<PaperId>;
  /** Picks or drops a paper. */
  readonly toggle: (id: PaperId) => void;
  /** The paper picked last, wherever the list has it now. */
  readonly anchor: () => PaperId | undefined;
  readonly add: (ids: readonly PaperId[]) => void;
  readonly set: (ids: readonly PaperId[]) => void;
  readonly drop: (ids: readonly PaperId[]) => void;
};

/** Keeps a selection of papers, at first none. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<PaperId>>(new Set());
  const anchor = useRef<PaperId>(undefined);
  return {
    ids,
    toggle(id) {
      anchor.current = id;
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
