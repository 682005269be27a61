import { useEffect, useState } from 'preact/hooks';

/** What `read` answers, read again whenever `revision` changes; `undefined` until then and when it fails. */
export function useReading<Value>(read: () => Promise<Value>, revision: number): Value | undefined {
  const [value, setValue] = useState<Value>();
  useEffect(() => {
    let current = true;
    read().then(
      (next) => {
        if (current) setValue(() => next);
      },
      () => setValue(undefined),
    );
    return () => {
      current = false;
    };
  }, [read, revision]);
  return value;
}
