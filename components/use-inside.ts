import { useEffect, useState } from 'preact/hooks';
import type { Question } from '@/utils/domain/library';
import type { Reads } from './finder';
import type { Selection } from './use-selection';

/** How many of the selected papers the list holds; the reader may have searched for something else since. */
export function useInside(
  reads: Pick<Reads, 'findIds'>,
  { query, trashed, sort, reversed }: Question,
  { ids }: Selection,
  revision: number,
): number {
  const [inside, setInside] = useState(0);
  useEffect(() => {
    let isLatest = true;
    if (ids.size === 0) setInside(0);
    else {
      reads
        .findIds({
          query,
          ...(trashed !== undefined && { trashed }),
          ...(sort && { sort }),
          ...(reversed !== undefined && { reversed }),
        })
        .then(
          (found) => isLatest && setInside(found.filter((id) => ids.has(id)).length),
          // The list itself says that it cannot be read.
          () => isLatest && setInside(0),
        );
    }
    return () => {
      isLatest = false;
    };
  }, [reads, query, trashed, sort, reversed, ids, revision]);
  return inside;
}
