import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { EntryRow } from '@/utils/domain/entry';
import type { FoundRow } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import type { TagColour } from '@/utils/domain/tag';
import type { Marks } from '@/utils/query/marks';
import { text } from '@/utils/strings';
import { DayHeading } from './day-heading';
import { type FoundPapers, PAGE } from './finder';
import type { ListAction } from './list-keys';
import { type EditorFocus, PaperEditor, type PaperEditorProps } from './paper-editor';
import { PaperRow } from './paper-row';
import { type ManyAction, closeRow, openRow, pressOnRow } from './row-keys';
import type { Days } from './use-saved-papers';
import { useTurns } from './use-turns';
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
  readonly onSelect: (row: EntryRow, how: Selecting) => void;
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
  /** Keys that concern all selected papers; a number is a tag's digit. */
  readonly onSelected: (action: ManyAction | number) => void;
  /** Whether the rows are what the library holds, and no change is under way. */
  readonly isSettled: () => boolean;
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
  const latest = useRef(props);
  latest.current = props;
  const takeTurn = useTurns(props.isSettled);
  useTarget(props);
  useKeptFocus(list, props);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      ref={list}
      class={`rows ${layout}`}
      aria-label={text('savedPapers')}
      onKeyDown={(event) => pressOnRow(event, latest, takeTurn)}
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
  readonly row: FoundRow;
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
      opensTrashed={beside}
      onSelect={(how) => verbs.onSelect(row, how)}
      onEdit={() => (editing ? closeRow(props) : openRow(props, row, index, undefined))}
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
            onDone={() => closeRow(props)}
          />
        )
      }
    />
  );
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
