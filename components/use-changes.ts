import { useEffect, useRef, useState } from 'preact/hooks';
import type { Library, LibraryChange } from '@/utils/domain/library';
import { text } from '@/utils/strings';
import type { Message } from './toast';
import { undoneText } from './undone-text';

const SHOWN_MS = 7_000;

/** Tells a page of changes made anywhere, until the signal aborts. */
export type OnChange = (listener: (change: LibraryChange) => void, signal: AbortSignal) => void;

/** The reader's changes, what is said of them, and how they are taken back. */
export type Changes = {
  readonly message: Message | undefined;
  /** Grows with every change, here or elsewhere. */
  readonly revision: number;
  /** Makes a change and offers to undo it; false when it failed, which it says. */
  readonly make: (
    done: string,
    change: () => Promise<{ readonly operation?: string }>,
  ) => Promise<boolean>;
  readonly undo: (operation?: string) => void;
  /** The revision as it is now, before any page has drawn it; `undefined` while a change is under way. */
  readonly settled: () => number | undefined;
  readonly say: (message: Message) => void;
};

/** Keeps track of changes: one message at a time, each with its way back. */
export function useChanges(library: Library, onChange: OnChange): Changes {
  const [message, setMessage] = useState<Message>();
  const [revision, setRevision] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const standing = useRef({ revision: 0, underWay: 0 });
  const changed = (): void => {
    standing.current.revision += 1;
    setRevision(standing.current.revision);
  };

  const say = (next: Message): void => {
    setMessage(next);
    clearTimeout(timer.current);
    if (next.tone === 'done') timer.current = setTimeout(() => setMessage(undefined), SHOWN_MS);
  };
  const ended = (): void => {
    standing.current.underWay -= 1;
  };
  const settled = (): number | undefined =>
    standing.current.underWay > 0 ? undefined : standing.current.revision;
  const fail = (error: unknown): void => say({ text: failureText(error), tone: 'failed' });

  const undo = (operation?: string): void => {
    const done = async (): Promise<void> => {
      const undone = await library.undo(operation);
      say({ text: undone ? undoneText(undone) : text('nothingToUndo'), tone: 'done' });
      changed();
    };
    standing.current.underWay += 1;
    void done().catch(fail).finally(ended);
  };

  const make: Changes['make'] = async (done, change) => {
    standing.current.underWay += 1;
    try {
      const { operation } = await change();
      const back = operation === undefined ? undefined : () => undo(operation);
      say({ text: done, tone: 'done', undo: back });
      changed();
      return true;
    } catch (error) {
      fail(error);
      return false;
    } finally {
      ended();
    }
  };

  useEffect(() => {
    const leaving = new AbortController();
    onChange(changed, leaving.signal);
    return () => leaving.abort();
  }, [onChange]);

  return { message, revision, make, undo, settled, say };
}

/** A sentence for the reader; the library's own errors are sentences already. */
export function failureText(error: unknown): string {
  if (error instanceof Error && error.name === 'Disconnected') return text('notConnected');
  return text('notDone', error instanceof Error ? error.message : String(error));
}
