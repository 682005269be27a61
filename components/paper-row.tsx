import type { ComponentChildren, JSX } from 'preact';
import type { FoundRow } from '@/utils/domain/library';
import type { TagColour } from '@/utils/domain/tag';
import type { Marks } from '@/utils/query/marks';
import { text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { MarkedText } from './marked-text';
import type { Layout, Selecting } from './paper-list';
import { STATE_NAMES } from './state-names';
import { TitleLink } from './title-link';
import { trashedText } from './trashed-text';

export type PaperRowProps = {
  readonly row: FoundRow;
  /** Its place in the list, of so many, and the page of rows it stands on. */
  readonly index: number;
  readonly total: number;
  readonly page: number;
  readonly layout: Layout;
  readonly marks: Marks;
  /** The address of the paper's own page. */
  readonly href: string;
  /** The row the keyboard is on; the only one in the tab order. */
  readonly current: boolean;
  readonly selected: boolean;
  readonly isOpen: boolean;
  /** Whether a paper in the trash can be looked at. */
  readonly opensTrashed: boolean;
  /** The open editor, when it stands under the row. */
  readonly editor: ComponentChildren;
  readonly onSelect: (how: Selecting) => void;
  readonly onEdit: () => void;
  readonly onRestore: () => void;
  readonly onStar: () => void;
  readonly onTag: (tag: string) => void;
  readonly colourOf: (tag: string) => TagColour | undefined;
};

/** One saved paper in a list. */
export function PaperRow(props: PaperRowProps): JSX.Element {
  const { row, index, href, current, selected, isOpen, marks } = props;
  const tabIndex = current ? 0 : -1;
  return (
    <li
      class={`row${selected ? ' selected' : ''}${isOpen ? ' open' : ''}`}
      data-paper={row.id}
      data-index={index}
      data-page={props.page}
      aria-setsize={props.total}
      aria-posinset={index + 1}
      // The keys of the list work on the focused row; see paper-list.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={tabIndex}
    >
      <div class="row-line">
        <Check {...props} tabIndex={tabIndex} />
        <div class="row-main">
          <TitleLink class="row-title" href={href} tabIndex={tabIndex}>
            <MarkedText text={row.title} words={marks(row.title)} />
          </TitleLink>
          <Facts {...props} />
          {row.snippet !== undefined && (
            <p class="row-snippet">
              <MarkedText text={row.snippet} words={marks(row.snippet, 'snippet')} />
            </p>
          )}
          <Tags {...props} tabIndex={tabIndex} />
        </div>
        <RowButtons {...props} tabIndex={tabIndex} />
      </div>
      {props.editor}
    </li>
  );
}

type PartProps = PaperRowProps & { readonly tabIndex: number };

function Check({ row, selected, onSelect, tabIndex }: PartProps): JSX.Element {
  return (
    <label class="row-check">
      <input
        type="checkbox"
        tabIndex={tabIndex}
        checked={selected}
        aria-label={text('selectPaper', row.title)}
        // Shift takes all rows since the one picked before, as in every list of files.
        onClick={(event) => onSelect(event.shiftKey ? 'range' : 'one')}
      />
    </label>
  );
}

function Facts({ row, layout, marks }: PaperRowProps): JSX.Element {
  const saved = row.savedAt.slice(0, 10);
  const isColumns = layout === 'columns';
  return (
    <p class="row-facts">
      <span class={row.byline === '' ? 'byline unknown' : 'byline'}>
        {row.byline === '' ? (
          text('authorsUnknown')
        ) : (
          <MarkedText text={row.byline} words={marks(row.byline, 'author')} />
        )}
      </span>
      {row.venue !== undefined && (
        <span class="row-venue" title={row.venue}>
          <MarkedText text={row.venue} words={marks(row.venue, 'venue')} />
        </span>
      )}
      {(row.published !== undefined || !isColumns) && <Day date={row.published ?? saved} />}
      {isColumns && <Day date={saved} class="saved-day" />}
      {row.state !== 'inbox' && (
        <span class={`state ${row.state}`}>{text(STATE_NAMES[row.state])}</span>
      )}
      {row.trashedAt !== undefined && <span class="trashed">{trashedText(row.trashedAt)}</span>}
      {row.hasNote && (
        <span class="note-mark" title={text('hasNote')}>
          <Icon outline={icons.note} />
          <span class="op-hidden">{text('hasNote')}</span>
        </span>
      )}
    </p>
  );
}

function Day({ date, ...more }: { readonly date: string; readonly class?: string }): JSX.Element {
  return (
    <time dateTime={date} {...more}>
      {shownDate(date)}
    </time>
  );
}

function Tags({ row, onTag, colourOf, tabIndex }: PartProps): JSX.Element | null {
  if (row.tags.length === 0) return null;
  return (
    <ul class="row-tags" aria-label={text('tagFieldChips')}>
      {row.tags.map((tag) => (
        <li key={tag}>
          <button
            type="button"
            class="row-tag"
            data-colour={colourOf(tag)}
            tabIndex={tabIndex}
            title={text('filterByTag', tag)}
            onClick={() => onTag(tag)}
          >
            {tag}
          </button>
        </li>
      ))}
    </ul>
  );
}

function RowButtons(props: PartProps): JSX.Element {
  const { row, onRestore, onStar, tabIndex } = props;
  if (row.trashedAt !== undefined) {
    return (
      <>
        <button
          type="button"
          class="button small"
          tabIndex={tabIndex}
          title={text('restoreHint')}
          onClick={onRestore}
        >
          <Icon outline={icons.restore} />
          {text('restore')}
        </button>
        {props.opensTrashed && <Toggle {...props} />}
      </>
    );
  }
  return (
    <>
      <button
        type="button"
        class="icon-button row-star"
        tabIndex={tabIndex}
        aria-pressed={row.starred}
        aria-label={text('starPaper', row.title)}
        title={text('starHint')}
        onClick={onStar}
      >
        <Icon outline={icons.star} />
      </button>
      <Toggle {...props} />
    </>
  );
}

function Toggle({ row, isOpen, onEdit, tabIndex }: PartProps): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button row-toggle"
      tabIndex={tabIndex}
      aria-expanded={isOpen}
      aria-label={text('editPaper', row.title)}
      title={text('editPaperHint')}
      onClick={onEdit}
    >
      <Icon outline={icons.chevronDown} />
    </button>
  );
}

// Asking a date to write itself makes such a format each time, which costs more than the row does.
let dates: Intl.DateTimeFormat | undefined;

function shownDate(date: string): string {
  const day = new Date(date);
  if (Number.isNaN(day.getTime())) return date;
  dates ??= new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return dates.format(day);
}
