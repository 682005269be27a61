import type { JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import type { Library } from '@/utils/domain/library';
import { text } from '@/utils/strings';
import { useCounts } from './use-counts';
import { useReading } from './use-reading';

export type KeptSearchesProps = {
  readonly reads: Pick<Library, 'find' | 'searches'>;
  readonly revision: number;
  /** What is looked for now. */
  readonly query: string;
  readonly onSearch: (query: string) => void;
};

/** The searches the reader keeps, in one line: a press looks for what one finds, another for all again. */
export function KeptSearches(props: KeptSearchesProps): JSX.Element | null {
  const { reads, revision, query, onSearch } = props;
  const kept = useReading(
    useCallback(() => reads.searches(), [reads]),
    revision,
  ).value;
  const counts = useCounts(
    reads,
    (kept ?? []).map((one) => one.query),
    revision,
  );
  if (!kept || kept.length === 0) return null;
  return (
    <nav class="kept-searches" aria-label={text('searchesLabel')}>
      {kept.map((search) => {
        const isShown = query.trim() === search.query;
        return (
          <button
            key={search.id}
            type="button"
            class="button small"
            aria-pressed={isShown}
            title={search.query}
            onClick={() => onSearch(isShown ? '' : search.query)}
          >
            {search.name}
            <span class="shelf-count">{counts.get(search.query)?.toLocaleString() ?? ''}</span>
          </button>
        );
      })}
    </nav>
  );
}
