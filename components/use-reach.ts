import { useEffect, useState } from 'preact/hooks';
import type { Reach } from '@/utils/domain/library';

/** Asks how many papers queries would match beyond this page. */
export type ReachOf = (queries: readonly string[]) => Promise<readonly Reach[]>;

const TYPING_PAUSE_MS = 120;

/** The reach of each query once it is known; asked a moment after the last key. */
export function useReach(reachOf: ReachOf, queries: readonly string[]): ReadonlyMap<string, Reach> {
  const [known, setKnown] = useState<ReadonlyMap<string, Reach>>(new Map());
  const open = queries.filter((query) => !known.has(query));
  const wanted = open.join('\n');
  useEffect(() => {
    if (wanted === '') return undefined;
    const asked = wanted.split('\n');
    const timer = setTimeout(() => {
      reachOf(asked).then(
        (reaches) => setKnown((before) => new Map([...before, ...paired(asked, reaches)])),
        // The counts on this page still stand.
        () => undefined,
      );
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [reachOf, wanted]);
  return known;
}

function paired(queries: readonly string[], reaches: readonly Reach[]): [string, Reach][] {
  return queries.flatMap((query, index): [string, Reach][] => {
    const reach = reaches[index];
    return reach ? [[query, reach]] : [];
  });
}
