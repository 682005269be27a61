import type { JSX } from 'preact';
import type { SortBy } from '@/utils/domain/library';
import { type StringKey, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { SORT_NAMES, type View } from './sort-menu';

export type ColumnHeadsProps = { readonly view: View; readonly onView: (view: View) => void };

/** Above the columns of a list: what each holds, and by a press the list in its order, or the other way round. */
export function ColumnHeads(props: ColumnHeadsProps): JSX.Element {
  return (
    <div class="rows columns column-heads" role="group" aria-label={text('layoutColumns')}>
      <div class="row-line">
        <span class="row-check" />
        <div class="row-main">
          <Head {...props} by="title" name="sortTitle" />
          <div class="row-facts">
            <Head {...props} by="author" name="columnAuthors" />
            <Head {...props} by="venue" name="sortVenue" />
            <Head {...props} by="published" name="columnPublished" />
            <Head {...props} by="saved" name="columnSaved" />
            <Head {...props} by="state" name="columnState" />
          </div>
          <span class="column-head">{text('tagsHeading')}</span>
        </div>
        <span class="column-heads-end" />
      </div>
    </div>
  );
}

type HeadProps = ColumnHeadsProps & { readonly by: SortBy; readonly name: StringKey };

function Head({ view, onView, by, name }: HeadProps): JSX.Element {
  const isSorted = view.sort === by;
  return (
    <button
      type="button"
      class={`column-head by-${by}`}
      aria-pressed={isSorted}
      title={isSorted ? text('sortReversed') : `${text('sortBy')}: ${text(SORT_NAMES[by])}`}
      onClick={() => onView({ ...view, sort: by, reversed: isSorted && !view.reversed })}
    >
      <span>{text(name)}</span>
      {isSorted && view.reversed && <span class="op-hidden">{text('sortedInReverse')}</span>}
      {isSorted && <Icon outline={view.reversed ? icons.chevronUp : icons.chevronDown} />}
    </button>
  );
}
