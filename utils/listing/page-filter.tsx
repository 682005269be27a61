import { FilterField } from '@/components/filter-field';
import { mark } from '@/utils/page/mark';
import { type Search, parseSearch } from '@/utils/query/search';
import { text } from '@/utils/strings';
import type { CardState } from './card-state';
import type { ListingParts, Session } from './session';
import { subjectOf } from './subject-of';

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
export function pageFilter(
  session: Session,
  { siteId, today }: Pick<ListingParts, 'siteId' | 'today'>,
  changed: () => void,
): PageFilter {
  let query = '';
  let search: Search = parseSearch('', today());

  function isLeft(state: CardState): boolean {
    return query === '' || search.matches(subjectOf(state, siteId));
  }

  function apply(next: string): void {
    query = next.trim();
    // A blank at the end says that the last word is whole.
    search = parseSearch(next.trimStart(), today());
    for (const state of session.states) mark(state.card.main, 'filtered', !isLeft(state) && '');
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
      return query === '' ? undefined : { query, matching: session.states.filter(isLeft).length };
    },
  };
}
