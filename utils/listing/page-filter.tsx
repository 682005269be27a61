import { FilterField } from '@/components/filter-field';
import { mark } from '@/utils/page/mark';
import { matcher, parseSearch } from '@/utils/query/search';
import { text } from '@/utils/strings';
import type { CardState } from './card-state';
import type { Session } from './session';

/** A query that leaves only some cards of the page in sight, until it is cleared. */
export type PageFilter = {
  open(): void;
  clear(): void;
  /** Takes in cards that came since. */
  renew(): void;
  /** The query in force, with how many cards it leaves. */
  now(): { readonly query: string; readonly matching: number } | undefined;
};

/** Filters the page's cards by the language of the search box; nothing of it is stored. */
export function pageFilter(session: Session, changed: () => void): PageFilter {
  let query = '';

  function apply(next: string): void {
    query = next.trim();
    const matches = matcher(parseSearch(query));
    for (const state of session.states) {
      mark(state.card.main, 'filtered', query !== '' && !matches(fieldsOf(state)) && '');
    }
    changed();
  }

  return {
    open() {
      session.panel.open({
        label: text('filterPage'),
        content: <FilterField query={query} onInput={apply} onDone={() => session.panel.close()} />,
      });
    },
    clear() {
      if (query !== '') apply('');
    },
    renew() {
      if (query !== '') apply(query);
    },
    now() {
      if (query === '') return undefined;
      const matches = matcher(parseSearch(query));
      return { query, matching: session.states.filter((state) => matches(fieldsOf(state))).length };
    },
  };
}

function fieldsOf(state: CardState): Parameters<ReturnType<typeof matcher>>[0] {
  const { paper } = state.reading ?? {};
  const { entry, note } = state.status ?? {};
  return {
    title: paper?.title ?? '',
    tags: entry?.tags ?? [],
    ...(paper?.abstract !== undefined && { abstract: paper.abstract }),
    ...(paper?.authors && { authors: paper.authors }),
    ...(note !== undefined && { note }),
  };
}
