import { useEffect, useRef } from 'preact/hooks';

/** Something a key asked for. */
export type Turn = {
  readonly act: () => void;
  /** It moves the keyboard into a field: what is typed next is meant for that. */
  readonly opens: boolean;
};

/**
 * Acts one after the other, each when the page shows what the one before it did: keys that are faster
 * than the library are late, and never meant for another row.
 */
export function useTurns(isSettled: () => boolean): (turn: Turn) => void {
  const waiting = useRef<Turn[]>([]);
  const go = useRef((): void => undefined);
  go.current = () => {
    while (isSettled()) {
      const turn = waiting.current.shift();
      if (!turn) return;
      turn.act();
    }
  };
  useEffect(() => go.current());
  return (turn) => {
    if (waiting.current.at(-1)?.opens === true) return;
    waiting.current.push(turn);
    go.current();
  };
}
