import { undoneText } from '@/components/undone-text';
import type { Library, Undone } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { counted } from '@/utils/strings';

/** What was taken back: the papers concerned, and a sentence that says so. */
type TakenBack = { readonly ids: ReadonlySet<PaperId>; readonly said: string };

/** Takes changes back; those that one press made to several papers go together. */
export type Undoing = {
  /** Remembers that these operations were one act of the reader. */
  together(operations: readonly string[]): void;
  /** Undoes these operations, or the latest act; `undefined` when there is nothing to undo. */
  takeBack(operations?: readonly string[]): Promise<TakenBack | undefined>;
};

/** Undoes in `library` what one page, or anybody, did. */
export function undoing(library: Library): Undoing {
  const acts: (readonly string[])[] = [];

  /** The latest first, as if the reader had pressed the key that often. */
  async function undoAll(operations: readonly string[]): Promise<Undone[]> {
    const undone: Undone[] = [];
    for (const operation of [...operations].reverse()) {
      const one = await library.undo(operation);
      if (one) undone.push(one);
    }
    return undone;
  }

  async function undoLatest(): Promise<Undone[]> {
    const latest = await library.undo();
    if (!latest) return [];
    const { undoes } = latest.operation;
    const act = acts.find((operations) => operations.some((operation) => operation === undoes));
    const rest = act?.filter((operation) => operation !== undoes) ?? [];
    return [latest, ...(await undoAll(rest))];
  }

  return {
    together(operations) {
      if (operations.length > 1) acts.push(operations);
    },
    async takeBack(operations) {
      const undone = await (operations ? undoAll(operations) : undoLatest());
      const [first] = undone;
      if (!first) return undefined;
      const ids = new Set(undone.flatMap((one) => one.ids));
      const said =
        undone.length === 1 ? undoneText(first) : counted('undoneChanges', undone.length);
      return { ids, said };
    },
  };
}
