import { useEffect, useRef, useState } from 'preact/hooks';
import type { BulkChange, BulkProgress, Library } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import { counted, text } from '@/utils/strings';
import { type Changes, failureText } from './use-changes';

/** Hears how far long work got, until the signal aborts. */
export type OnProgress = (listener: (progress: BulkProgress) => void, signal: AbortSignal) => void;

/** Where a change of many papers stands: not begun, shown before it is made, or being made. */
type BulkState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'asking';
      readonly change: BulkChange;
      /** How many papers it would change; absent until they are counted. */
      readonly count?: number | undefined;
    }
  | { readonly kind: 'running'; readonly done: number; readonly total: number };

export type Bulk = {
  readonly state: BulkState;
  /** Shows what the change would do. */
  readonly ask: (change: BulkChange) => void;
  readonly apply: () => void;
  readonly stop: () => void;
  readonly cancel: () => void;
};

export type BulkParts = {
  readonly library: Pick<Library, 'changeMany' | 'countMany' | 'stop'>;
  readonly ids: ReadonlySet<PaperId>;
  readonly changes: Changes;
  readonly onProgress: OnProgress;
  /** The papers were changed in a way that takes them out of the list. */
  readonly onGone: (ids: readonly PaperId[]) => void;
  /** Nothing is asked any more: the keyboard goes back to where it was. */
  readonly onDone: () => void;
};

/** Changes all selected papers at once: first a preview, then progress, then one undo. */
export function useBulk({ library, ids, changes, onProgress, onGone, onDone }: BulkParts): Bulk {
  const [state, setState] = useState<BulkState>({ kind: 'idle' });
  const task = useRef('');
  const ticket = useRef(0);
  useEffect(() => {
    const leaving = new AbortController();
    onProgress(({ task: of, done, total }) => {
      if (of !== '' && of === task.current) setState({ kind: 'running', done, total });
    }, leaving.signal);
    return () => leaving.abort();
  }, [onProgress]);

  const ask = (change: BulkChange): void => {
    const own = (ticket.current += 1);
    setState({ kind: 'asking', change });
    if ('name' in change && change.name.trim() === '') return;
    library.countMany([...ids], change).then(
      (count) => own === ticket.current && setState({ kind: 'asking', change, count }),
      (error: unknown) => changes.say({ text: failureText(error), tone: 'failed' }),
    );
  };
  // What is asked about follows the selection.
  const again = useRef((): void => undefined);
  again.current = () => {
    if (state.kind === 'asking') ask(state.change);
  };
  useEffect(() => again.current(), [ids]);

  const run = async (change: BulkChange): Promise<void> => {
    const chosen = [...ids];
    ticket.current += 1;
    task.current = `bulk ${performance.now()}`;
    setState({ kind: 'running', done: 0, total: chosen.length });
    try {
      const { operation, count } = await library.changeMany(chosen, change, task.current);
      const undo = operation === undefined ? undefined : () => changes.undo(operation);
      changes.say({ text: counted('bulkDone', count), tone: 'done', undo });
      if (change.kind === 'trash' || change.kind === 'restore') onGone(chosen);
    } catch (error) {
      const stopped = error instanceof Error && error.name === 'Stopped';
      changes.say(
        stopped
          ? { text: text('bulkStopped'), tone: 'done' }
          : { text: failureText(error), tone: 'failed' },
      );
    }
    task.current = '';
    setState({ kind: 'idle' });
  };
  return {
    state,
    ask,
    apply: () => {
      if (state.kind !== 'asking') return;
      onDone();
      void run(state.change);
    },
    stop: () => void library.stop(task.current),
    cancel: () => {
      ticket.current += 1;
      setState({ kind: 'idle' });
      onDone();
    },
  };
}
