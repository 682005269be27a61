import { useEffect, useReducer, useState } from 'preact/hooks';

/** How far a page got with reading something. */
export type ReadingState<Value> = {
  /** What was read last; still there while it is read again, and when that fails. */
  readonly value: Value | undefined;
  /** Whether the latest attempt failed, and why. */
  readonly isFailed: boolean;
  readonly error: unknown;
  readonly retry: () => void;
};

type Read<Value> = { readonly of: unknown; readonly value: Value };

/**
 * What `read` answers, read again whenever `revision` changes. A new `read` asks for something else:
 * until it has answered there is no value.
 */
export function useReading<Value>(
  read: () => Promise<Value>,
  revision: number,
): ReadingState<Value> {
  const [found, setFound] = useState<Read<Value>>();
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  const [attempt, retry] = useReducer<number, void>((count) => count + 1, 0);
  useEffect(() => {
    let isCurrent = true;
    read().then(
      (value) => {
        if (!isCurrent) return;
        setFound({ of: read, value });
        setFailure(undefined);
      },
      (error: unknown) => {
        if (isCurrent) setFailure({ error });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [read, revision, attempt]);
  return {
    value: found?.of === read ? found.value : undefined,
    isFailed: failure !== undefined,
    error: failure?.error,
    retry: () => retry(),
  };
}
