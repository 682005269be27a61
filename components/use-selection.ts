import { useState } from 'preact/hooks';
import type { PaperId } from '@/utils/domain/paper';

/** The papers the reader picked out. */
export type Selection = {
  readonly ids: ReadonlySet<PaperId>;
  readonly toggle: (id: PaperId) => void;
  readonly set: (ids: readonly PaperId[]) => void;
  readonly drop: (ids: readonly PaperId[]) => void;
};

/** Keeps a selection of papers, at first none. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<PaperId>>(new Set());
  return {
    ids,
    toggle: (id) =>
      setIds((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    set: (next) => setIds(new Set(next)),
    drop: (gone) => setIds((before) => new Set([...before].filter((id) => !gone.includes(id)))),
  };
}
