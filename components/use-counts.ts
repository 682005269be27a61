import { useEffect, useState } from 'preact/hooks';
import type { Library } from '@/utils/domain/library';

/** After the list had its turn, in ms. */
const PAUSE_MS = 250;

/** How many papers each query finds, counted one after the other while nothing else is asked. */
export function useCounts(
  reads: Pick<Library, 'find'>,
  queries: readonly string[],
  revision: number,
): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const asked = queries.join('\n');
  useEffect(() => {
    let isLatest = true;
    const count = async (): Promise<void> => {
      for (const query of asked === '' ? [] : asked.split('\n')) {
        const { total } = await reads.find({ query, limit: 0 });
        if (!isLatest) return;
        setCounts((before) => new Map([...before, [query, total]]));
      }
    };
    const timer = setTimeout(() => {
      count().catch((error: unknown) => console.warn('Offprint could not count:', error));
    }, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [reads, asked, revision]);
  return counts;
}
