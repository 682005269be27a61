import { useEffect, useState } from 'preact/hooks';

/** How often the reader came back to this page: listings go on while it lies behind. */
export function useReturns(): number {
  const [returns, setReturns] = useState(0);
  useEffect(() => {
    const count = (): void => setReturns((before) => before + 1);
    document.addEventListener('visibilitychange', count);
    return () => document.removeEventListener('visibilitychange', count);
  }, []);
  return returns;
}
