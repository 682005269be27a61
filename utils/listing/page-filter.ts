import { markFiltered } from '@/utils/page/mark';
import { localDay } from '@/utils/domain/day';
import { patternsIn } from '@/utils/query/rules';
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
  { siteId, now }: Pick<ListingParts, 'siteId' | 'now'>,
  changed: () => void,
): PageFilter {
  const day = (): string => localDay(new Date(now()));
  let query = '';
  let search: Search = parseSearch('', day());

  function isLeft(state: CardState): boolean {
    return query === '' || search.matches(subjectOf(state, siteId));
  }

  function apply(next: string): void {
    query = next.trim();
    // A blank at the end says that the last word is whole.
    search = parseSearch(next.trimStart(), day());
    draw();
    const wanted = patternsIn([search.query]);
    if (wanted.length === 0) return;
    session.patterns.learn(wanted, session.states).then(
      (learnt) => learnt && draw(),
      (error: unknown) => console.warn('Offprint could not look for patterns:', error),
    );
  }

  function draw(): void {
    for (const state of session.states) markFiltered(state.card, !isLeft(state));
    changed();
  }

  return {
    open() {
      session.panel.open({
        label: text('filterPage'),
        editor: {
          kind: 'filter',
          props: {
            query,
            suggest: session.library.suggest,
            onInput: apply,
            onDone: () => session.panel.close(),
          },
        },
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
