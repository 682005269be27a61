import type { JSX } from 'preact';
import { SORTS, type SortBy } from '@/utils/domain/library';
import { type StringKey, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import type { Layout } from './paper-list';

/** How a list is sorted and drawn. */
export type View = {
  readonly sort: SortBy;
  readonly reversed: boolean;
  readonly layout: Layout;
};

export const FIRST_VIEW: View = { sort: 'relevance', reversed: false, layout: 'cards' };

/** Whether something stored is a view. */
export function isView(value: unknown): value is View {
  if (typeof value !== 'object' || value === null) return false;
  const { sort, reversed, layout } = value as Partial<Record<keyof View, unknown>>;
  return (
    SORTS.some((name) => name === sort) &&
    typeof reversed === 'boolean' &&
    (layout === 'cards' || layout === 'columns')
  );
}

export const SORT_NAMES: Readonly<Record<SortBy, StringKey>> = {
  relevance: 'sortRelevance',
  saved: 'sortSaved',
  published: 'sortPublished',
  title: 'sortTitle',
  author: 'sortAuthor',
  venue: 'sortVenue',
  state: 'sortState',
};

export type SortMenuProps = {
  readonly view: View;
  readonly onView: (view: View) => void;
  /** Whether there is room for columns. */
  readonly canBeColumns: boolean;
};

/** By what the list is sorted, in which direction, and how its rows look. */
export function SortMenu({ view, onView, canBeColumns }: SortMenuProps): JSX.Element {
  const { sort, reversed, layout } = view;
  const isColumns = layout === 'columns';
  return (
    <>
      <label class="sort-menu">
        <span class="op-hidden">{text('sortBy')}</span>
        <select
          class="select"
          value={sort}
          onChange={(event) => {
            const next = SORTS.find((name) => name === event.currentTarget.value);
            if (next) onView({ ...view, sort: next, reversed: false });
          }}
        >
          {SORTS.map((name) => (
            <option key={name} value={name}>
              {text(SORT_NAMES[name])}
            </option>
          ))}
        </select>
      </label>
      {sort !== 'relevance' && (
        <button
          type="button"
          class="button small quiet"
          aria-pressed={reversed}
          aria-label={text('sortReversed')}
          title={text('sortReversed')}
          onClick={() => onView({ ...view, reversed: !reversed })}
        >
          <Icon outline={icons.swap} />
        </button>
      )}
      {canBeColumns && (
        <button
          type="button"
          class="button small quiet"
          aria-pressed={isColumns}
          aria-label={text('layoutColumns')}
          title={text('layoutColumns')}
          onClick={() => onView({ ...view, layout: isColumns ? 'cards' : 'columns' })}
        >
          <Icon outline={icons.rows} />
        </button>
      )}
    </>
  );
}
