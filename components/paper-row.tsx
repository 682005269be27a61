import type { ComponentChildren, JSX } from 'preact';
import type { EntryRow } from '@/utils/domain/entry';
import type { TagColour } from '@/utils/domain/tag';
import { text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { STATE_NAMES } from './state-names';

export type PaperRowProps = {
  readonly row: EntryRow;
  /** The address of the paper's own page. */
  readonly href: string;
  /** The row the keyboard is on; the only one in the tab order. */
  readonly current: boolean;
  readonly selected: boolean;
  /** The open editor, under the row. */
  readonly editor: ComponentChildren;
  readonly onSelect: () => void;
  readonly onEdit: () => void;
  readonly onRestore: () => void;
  readonly onTag: (tag: string) => void;
  readonly colourOf: (tag: string) => TagColour | undefined;
};

/** One saved paper in a list. */
export function PaperRow(props: PaperRowProps): JSX.Element {
  const { row, href, current, selected, editor, onSelect } = props;
  const tabIndex = current ? 0 : -1;
  return (
    <li
      class={`row${selected ? ' selected' : ''}${editor ? ' open' : ''}`}
      data-paper={row.id}
      // The keys of the list work on the focused row; see paper-list.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={tabIndex}
    >
      <div class="row-line">
        <label class="row-check">
          <input
            type="checkbox"
            tabIndex={tabIndex}
            checked={selected}
            aria-label={text('selectPaper', row.title)}
            onChange={onSelect}
          />
        </label>
        <div class="row-main">
          <a class="row-title" href={href} target="_blank" rel="noreferrer" tabIndex={tabIndex}>
            {row.title}
          </a>
          <Facts row={row} />
          <Tags {...props} tabIndex={tabIndex} />
        </div>
        <RowButton {...props} tabIndex={tabIndex} />
      </div>
      {editor}
    </li>
  );
}

function Facts({ row }: { readonly row: EntryRow }): JSX.Element {
  const date = row.published ?? row.savedAt.slice(0, 10);
  return (
    <p class="row-facts">
      <span class={row.byline === '' ? 'byline unknown' : 'byline'}>
        {row.byline === '' ? text('authorsUnknown') : row.byline}
      </span>
      <time dateTime={date}>{shownDate(date)}</time>
      {row.state !== 'inbox' && (
        <span class={`state ${row.state}`}>{text(STATE_NAMES[row.state])}</span>
      )}
      {row.hasNote && (
        <span class="note-mark" title={text('hasNote')}>
          <Icon outline={icons.note} />
          <span class="op-hidden">{text('hasNote')}</span>
        </span>
      )}
    </p>
  );
}

type PartProps = PaperRowProps & { readonly tabIndex: number };

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

function RowButton({ row, editor, onEdit, onRestore, tabIndex }: PartProps): JSX.Element {
  if (row.trashedAt !== undefined) {
    return (
      <button type="button" class="button small" tabIndex={tabIndex} onClick={onRestore}>
        <Icon outline={icons.restore} />
        {text('restore')}
      </button>
    );
  }
  return (
    <button
      type="button"
      class="icon-button row-toggle"
      tabIndex={tabIndex}
      aria-expanded={Boolean(editor)}
      aria-label={text('editPaper', row.title)}
      title={text('editPaperHint')}
      onClick={onEdit}
    >
      <Icon outline={icons.chevronDown} />
    </button>
  );
}

function shownDate(date: string): string {
  const day = new Date(date);
  if (Number.isNaN(day.getTime())) return date;
  return day.toLocaleDateString(undefined, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
