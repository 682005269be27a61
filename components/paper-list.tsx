import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { EntryRow } from '@/utils/domain/entry';
import type { PaperId } from '@/utils/domain/paper-id';
import type { TagColour } from '@/utils/domain/tag';
import type { Marks } from '@/utils/query/marks';
import { text } from '@/utils/strings';
import { DayHeading } from './day-heading';
import { type FoundPapers, PAGE, rowAt } from './finder';
import { type ListAction, listAction, takesKeys } from './list-keys';
import { type EditorFocus, PaperEditor, type PaperEditorProps } from './paper-editor';
import { PaperRow } from './paper-row';
import type { Days } from './use-saved-papers';
import { type Span, useWindow } from './use-window';

/** The row that is open for editing, and which of its fields asked for the keyboard. */
export type Editing = { readonly id: PaperId; readonly focus: EditorFocus };

/** The row that is to get the keyboard; a new object each time it is asked for. */
export type Target = { readonly index: number };

/** How much room a row takes. */
export type Layout = 'cards' | 'columns';

/** How a row was picked: alone, or with all rows since the one picked before. */
export type Selecting = 'one' | 'range';

/** What the list's owner does with a row. */
export type RowVerbs = {
  readonly href: (id: PaperId) => string;
  readonly editor: (row: {
    readonly id: PaperId;
  }) => Omit<PaperEditorProps, 'row' | 'focus' | 'onDone'>;
  readonly onSelect: (row: EntryRow, index: number, how: Selecting) => void;
  readonly onTrash: (row: EntryRow) => void;
  readonly onRestore: (row: EntryRow) => void;
  readonly onOpen: (row: EntryRow) => void;
  readonly onStar: (row: EntryRow) => void;
  readonly onCopy: (row: EntryRow) => void;
  readonly onDigit: (row: EntryRow, digit: number) => void;
  readonly onTagFilter: (tag: string) => void;
  readonly colourOf: (tag: string) => TagColour | undefined;
};

export type PaperListProps = {
  readonly found: FoundPapers;
  readonly days: Days;
  readonly layout: Layout;
  readonly marks: Marks;
  readonly verbs: RowVerbs;
  readonly selected: ReadonlySet<PaperId>;
  readonly current: number;
  readonly target: Target | undefined;
  readonly editing: Editing | undefined;
  /** Whether the open paper is edited beside the list, and not under its row. */
  readonly beside: boolean;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onCurrent: (index: number) => void;
  /** Moves the keyboard to a row, wherever it is. */
  readonly onGo: (index: number) => void;
  readonly onEditing: (editing: Editing | undefined) => void;
  readonly onSight: (pages: readonly number[]) => void;
  /** Keys that concern the page and not a row. */
  readonly onKey: (action: ListAction) => void;
};

/** The saved papers as rows, one of which the keyboard is on. */
export function PaperList(props: PaperListProps): JSX.Element {
  const { found, list, layout, current, onSight } = props;
  const shape = `${layout} ${found.question.query} ${found.question.sort} ${found.question.trashed}`;
  const spans = useWindow(list, found.total, current, shape);
  const pages = spans.flatMap((span) => (span.kind === 'page' ? [span.page] : []));
  const inSight = pages.join();
  useEffect(() => onSight(inSight.split(',').map(Number)), [inSight, found, onSight]);
  useTarget(props);
  useKeptFocus(list, props);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      ref={list}
      class={`rows ${layout}`}
      aria-label={text('savedPapers')}
      onKeyDown={(event) => press(event, props)}
      onFocusIn={(event) => follow(event, props)}
    >
      {spans.map((span) => (
        <SpanOfRows key={keyOf(span)} {...props} span={span} />
      ))}
    </ul>
  );
}

function keyOf(span: Span): string {
  return span.kind === 'page' ? `page ${span.page}` : `gap ${span.from}`;
}

type SpanProps = PaperListProps & { readonly span: Span };

function SpanOfRows(props: SpanProps): JSX.Element {
  const { span, found, days } = props;
  const rows = span.kind === 'page' ? found.pages.get(span.page) : undefined;
  if (span.kind !== 'page' || !rows) {
    return <li class="rows-gap" aria-hidden="true" style={{ blockSize: `${span.height}px` }} />;
  }
  return (
    <>
      {rows.map((row, at) => {
        const index = span.page * PAGE + at;
        const day = days.get(index);
        return [
          day && <DayHeading key={day.day} {...day} page={span.page} />,
          <Row key={row.id} {...props} row={row} index={index} page={span.page} />,
        ];
      })}
    </>
  );
}

type RowProps = PaperListProps & {
  readonly row: EntryRow;
  readonly index: number;
  readonly page: number;
};

function Row(props: RowProps): JSX.Element {
  const { row, index, verbs, current, selected, found, marks, layout, beside } = props;
  const editing = props.editing?.id === row.id ? props.editing : undefined;
  return (
    <PaperRow
      row={row}
      index={index}
      page={props.page}
      total={found.total}
      layout={layout}
      marks={marks}
      href={verbs.href(row.id)}
      current={index === current}
      selected={selected.has(row.id)}
      isOpen={editing !== undefined}
      onSelect={(how) => verbs.onSelect(row, index, how)}
      onEdit={() => (editing ? close(props) : open(props, row, undefined))}
      onRestore={() => verbs.onRestore(row)}
      onStar={() => verbs.onStar(row)}
      onTag={verbs.onTagFilter}
      colourOf={verbs.colourOf}
      editor={
        editing &&
        !beside && (
          <PaperEditor
            key={editing.focus}
            {...verbs.editor(row)}
            row={row}
            focus={editing.focus}
            onDone={() => close(props)}
          />
        )
      }
    />
  );
}

function open(
  { onEditing, onCurrent, index }: Partial<RowProps> & PaperListProps,
  row: EntryRow,
  focus: EditorFocus,
): void {
  if (index !== undefined) onCurrent(index);
  onEditing({ id: row.id, focus });
}

function close({ onEditing, onGo, current }: PaperListProps): void {
  onEditing(undefined);
  onGo(current);
}

function press(event: KeyboardEvent, props: PaperListProps): void {
  if (takesKeys(event.target)) return;
  const row = rowAt(props.found, props.current);
  const action = listAction(event);
  if (action === undefined || row === undefined) return;
  const onRow = event.target instanceof HTMLElement && event.target.matches('.row');
  // Enter on a link or a button is that element's own.
  if (action === 'edit' && !onRow) return;
  event.preventDefault();
  event.stopPropagation();
  if (typeof action === 'number') {
    if (row.trashedAt === undefined) props.verbs.onDigit(row, action);
  } else act(action, row, props);
}

/** Rows passed by Page Up and Page Down. */
const LEAP = 10;

function act(action: ListAction, row: EntryRow, props: PaperListProps): void {
  const { found, verbs, current, editing, onGo } = props;
  const last = found.total - 1;
  const steps: Partial<Record<ListAction, number>> = {
    next: Math.min(current + 1, last),
    previous: current - 1,
    leapDown: Math.min(current + LEAP, last),
    leapUp: Math.max(current - LEAP, 0),
    first: 0,
    last,
  };
  const goal = steps[action];
  if (goal !== undefined && goal < 0) props.onKey('search');
  else if (goal !== undefined) onGo(goal);
  else if (action === 'extendDown' || action === 'extendUp') extend(action, row, props);
  else if (action === 'open') verbs.onOpen(row);
  else if (action === 'select') verbs.onSelect(row, current, 'one');
  else if ((action === 'edit' || action === 'search') && editing?.id === row.id) close(props);
  else if (row.trashedAt === undefined && onLiveRow(action, row, props)) return;
  else if (['search', 'undo', 'keys', 'all'].includes(action)) props.onKey(action);
}

/** Selects the row and goes on to the next, which is selected too. */
function extend(action: ListAction, row: EntryRow, props: PaperListProps): void {
  const { current, found, verbs, selected, onGo } = props;
  const goal = action === 'extendDown' ? current + 1 : current - 1;
  const next = rowAt(found, goal);
  if (!next) return;
  if (!selected.has(row.id)) verbs.onSelect(row, current, 'one');
  if (!selected.has(next.id)) verbs.onSelect(next, goal, 'one');
  onGo(goal);
}

/** What can be done only to papers that are not in the trash; whether it was. */
function onLiveRow(action: ListAction, row: EntryRow, props: PaperListProps): boolean {
  const { verbs } = props;
  if (action === 'edit') open(props, row, undefined);
  else if (action === 'tag' || action === 'note') open(props, row, action);
  else if (action === 'trash') verbs.onTrash(row);
  else if (action === 'star') verbs.onStar(row);
  else if (action === 'copy') verbs.onCopy(row);
  else return false;
  return true;
}

function follow(event: FocusEvent, { current, onCurrent }: PaperListProps): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.row') : null;
  const index = Number(row?.dataset['index'] ?? current);
  if (index !== current) onCurrent(index);
}

/** Gives the keyboard to the row it was promised to, once that is there. */
function useTarget({ list, target, found }: PaperListProps): void {
  const done = useRef(target);
  useLayoutEffect(() => {
    if (!target || done.current === target) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${target.index}"]`);
    if (!row) return;
    done.current = target;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }, [list, target, found]);
}

/** A row that goes takes the keyboard with it; the row in its place gets it back. */
function useKeptFocus(
  list: RefObject<HTMLUListElement | null>,
  { found, current, onGo }: PaperListProps,
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
  const goOn = useRef(onGo);
  goOn.current = onGo;
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) {
      goOn.current(Math.min(current, found.total - 1));
    }
  }, [found, current]);
}
