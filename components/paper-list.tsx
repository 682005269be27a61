import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { EntryRow } from '@/utils/domain/entry';
import type { PaperId } from '@/utils/domain/paper';
import type { TagColour } from '@/utils/domain/tag';
import { text } from '@/utils/strings';
import { type ListAction, listAction, takesKeys } from './list-keys';
import { type EditorFocus, PaperEditor, type PaperEditorProps } from './paper-editor';
import { PaperRow } from './paper-row';

/** The row that is open for editing, and which of its fields asked for the keyboard. */
export type Editing = { readonly id: PaperId; readonly focus: EditorFocus };

/** What the list's owner does with a row. */
export type RowVerbs = {
  readonly href: (id: PaperId) => string;
  readonly editor: (row: EntryRow) => Omit<PaperEditorProps, 'row' | 'focus' | 'onDone'>;
  readonly onSelect: (row: EntryRow) => void;
  readonly onTrash: (row: EntryRow) => void;
  readonly onRestore: (row: EntryRow) => void;
  readonly onOpen: (row: EntryRow) => void;
  readonly onTagFilter: (tag: string) => void;
  readonly colourOf: (tag: string) => TagColour | undefined;
};

export type PaperListProps = {
  readonly rows: readonly EntryRow[];
  readonly more: boolean;
  readonly verbs: RowVerbs;
  readonly selected: ReadonlySet<PaperId>;
  readonly current: number;
  readonly editing: Editing | undefined;
  /** Changes when open editors must read their paper anew. */
  readonly epoch: number;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onCurrent: (index: number) => void;
  readonly onEditing: (editing: Editing | undefined) => void;
  readonly onMore: () => void;
  /** Keys that concern the page and not a row. */
  readonly onKey: (action: ListAction) => void;
};

/** The saved papers as rows, one of which the keyboard is on. */
export function PaperList(props: PaperListProps): JSX.Element {
  const { rows, more, verbs, selected, current, list, epoch } = props;
  useKeptFocus(list, rows, current);
  const open = (row: EntryRow, focus: EditorFocus): void => props.onEditing({ id: row.id, focus });
  const close = (index: number): void => {
    props.onEditing(undefined);
    focusRow(list.current, index);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      ref={list}
      class="rows"
      aria-label={text('savedPapers')}
      onKeyDown={(event) => press(event, props, open)}
      onFocusIn={(event) => follow(event, props)}
    >
      {rows.map((row, index) => {
        const editing = props.editing?.id === row.id ? props.editing : undefined;
        return (
          <PaperRow
            key={row.id}
            row={row}
            href={verbs.href(row.id)}
            current={index === current}
            selected={selected.has(row.id)}
            onSelect={() => verbs.onSelect(row)}
            onEdit={() => (editing ? close(index) : open(row, undefined))}
            onRestore={() => verbs.onRestore(row)}
            onTag={verbs.onTagFilter}
            colourOf={verbs.colourOf}
            editor={
              editing && (
                <PaperEditor
                  key={`${epoch} ${editing.focus}`}
                  {...verbs.editor(row)}
                  row={row}
                  focus={editing.focus}
                  onDone={() => close(index)}
                />
              )
            }
          />
        );
      })}
      {more && <MoreRows key={rows.length} onMore={props.onMore} />}
    </ul>
  );
}

/** Gives the keyboard to a row, when there is one. */
export function focusRow(list: HTMLUListElement | null, index: number): void {
  const row = list?.querySelectorAll<HTMLElement>(':scope > .row')[index];
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

function press(
  event: KeyboardEvent,
  props: PaperListProps,
  open: (row: EntryRow, focus: EditorFocus) => void,
): void {
  const action = takesKeys(event.target) ? undefined : listAction(event);
  const row = props.rows[props.current];
  if (action === undefined || row === undefined) return;
  const onRow = event.target instanceof HTMLElement && event.target.matches('.row');
  // Enter on a link or a button is that element's own.
  if (action === 'edit' && !onRow) return;
  event.preventDefault();
  event.stopPropagation();
  act(action, row, props, open);
}

function act(
  action: ListAction,
  row: EntryRow,
  props: PaperListProps,
  open: (row: EntryRow, focus: EditorFocus) => void,
): void {
  const { rows, verbs, current, editing, list } = props;
  const editable = row.trashedAt === undefined;
  const isOpen = editing?.id === row.id;
  const close = (): void => {
    props.onEditing(undefined);
    focusRow(list.current, current);
  };
  if (action === 'next') focusRow(list.current, Math.min(current + 1, rows.length - 1));
  else if (action === 'previous' && current === 0) props.onKey('search');
  else if (action === 'previous') focusRow(list.current, current - 1);
  else if (action === 'first') focusRow(list.current, 0);
  else if (action === 'last') focusRow(list.current, rows.length - 1);
  else if (action === 'open') verbs.onOpen(row);
  else if (action === 'select') verbs.onSelect(row);
  else if ((action === 'edit' || action === 'search') && isOpen) close();
  else if (action === 'edit' && editable) open(row, undefined);
  else if ((action === 'tag' || action === 'note') && editable) open(row, action);
  else if (action === 'trash' && editable) verbs.onTrash(row);
  else if (action === 'search' || action === 'undo' || action === 'keys') props.onKey(action);
}

function follow(event: FocusEvent, props: PaperListProps): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.row') : null;
  const index = props.rows.findIndex(({ id }) => id === row?.dataset['paper']);
  if (index >= 0 && index !== props.current) props.onCurrent(index);
}

/** A row that goes takes the keyboard with it; the row in its place gets it back. */
function useKeptFocus(
  list: RefObject<HTMLUListElement | null>,
  rows: readonly EntryRow[],
  current: number,
): void {
  const inside = useRef(false);
  useEffect(() => {
    const note = (event: FocusEvent): void => {
      inside.current =
        event.target instanceof Node && Boolean(list.current?.contains(event.target));
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [list]);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) {
      focusRow(list.current, Math.min(current, rows.length - 1));
    }
  }, [list, rows, current]);
}

/** Asks for the next rows as soon as the end of the list comes near. */
function MoreRows({ onMore }: { readonly onMore: () => void }): JSX.Element {
  const end = useRef<HTMLLIElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && latest.current(),
      { rootMargin: '400px' },
    );
    if (end.current) watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  return (
    <li ref={end} class="more">
      <button type="button" class="button" onClick={onMore}>
        {text('showMore')}
      </button>
    </li>
  );
}
