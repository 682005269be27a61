import type { RefObject } from 'preact';
import type { EntryRow } from '@/utils/domain/entry';
import { rowAt } from './finder';
import { type ListAction, listAction, takesKeys } from './list-keys';
import type { EditorFocus } from './paper-editor';
import type { PaperListProps } from './paper-list';

/** What keys do to all selected papers, where there are any. */
export type ManyAction = 'tag' | 'state' | 'star' | 'trash' | 'copy' | 'restore';

const MANY: ReadonlySet<ListAction> = new Set(['tag', 'state', 'star', 'trash', 'copy']);

const OPENS: ReadonlySet<ListAction> = new Set(['edit', 'tag', 'note', 'state', 'search', 'keys']);

/** Does what a key means on the current row, or on the selected ones, when its turn has come. */
export function pressOnRow(
  event: KeyboardEvent,
  latest: RefObject<PaperListProps>,
  takeTurn: (turn: { readonly act: () => void; readonly opens: boolean }) => void,
): void {
  if (takesKeys(event.target)) return;
  const action = listAction(event);
  if (action === undefined) return;
  const onRow = event.target instanceof HTMLElement && event.target.matches('.row');
  // Enter on a link or a button is that element's own.
  if (action === 'edit' && !onRow) return;
  event.preventDefault();
  event.stopPropagation();
  takeTurn({
    opens: typeof action === 'string' && OPENS.has(action),
    act() {
      const props = latest.current;
      const row = props && rowAt(props.found, props.current);
      if (!row) return;
      if (typeof action === 'number') pressDigit(action, row, props);
      else act(action, row, props);
    },
  });
}

/** Closes the open paper and gives the keyboard back to its row. */
export function closeRow({ onEditing, onGo, current }: PaperListProps): void {
  onEditing(undefined);
  onGo(current);
}

/** Opens a paper, with the keyboard in one of its fields. */
export function openRow(
  { onEditing, onCurrent }: PaperListProps,
  row: EntryRow,
  index: number,
  focus: EditorFocus,
): void {
  onCurrent(index);
  onEditing({ id: row.id, focus });
}

function pressDigit(digit: number, row: EntryRow, props: PaperListProps): void {
  if (row.trashedAt !== undefined) return;
  if (props.selected.size > 0) props.onSelected(digit);
  else props.verbs.onDigit(row, digit);
}

/** Rows passed by Page Up and Page Down. */
const LEAP = 10;

function act(action: ListAction, row: EntryRow, props: PaperListProps): void {
  const { found, verbs, current, editing, selected, onGo } = props;
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
  else if (action === 'next' && current === last) props.onKey('next');
  else if (goal !== undefined) onGo(goal);
  else if (action === 'extendDown' || action === 'extendUp') extend(action, row, props);
  else if (action === 'open') verbs.onOpen(row);
  else if (action === 'select') verbs.onSelect(row, 'one');
  else if ((action === 'edit' || action === 'search') && editing?.id === row.id) closeRow(props);
  else if (row.trashedAt !== undefined) onTrashedRow(action, row, props);
  else if (selected.size > 0 && isForMany(action)) props.onSelected(action);
  else if (!onLiveRow(action, row, props)) ofPage(action, props);
}

function isForMany(action: ListAction): action is Extract<ListAction, ManyAction> {
  return MANY.has(action);
}

function ofPage(action: ListAction, { onKey }: PaperListProps): void {
  if (['search', 'undo', 'keys', 'all'].includes(action)) onKey(action);
}

/** Selects the row and goes on to the next, which is selected too. */
function extend(action: ListAction, row: EntryRow, props: PaperListProps): void {
  const { current, found, verbs, selected, onGo } = props;
  const goal = action === 'extendDown' ? current + 1 : current - 1;
  const next = rowAt(found, goal);
  if (!next) return;
  if (!selected.has(row.id)) verbs.onSelect(row, 'one');
  if (!selected.has(next.id)) verbs.onSelect(next, 'one');
  onGo(goal);
}

/** What can be done only to papers that are not in the trash; whether it was. */
function onLiveRow(action: ListAction, row: EntryRow, props: PaperListProps): boolean {
  const { verbs, current } = props;
  if (action === 'edit') openRow(props, row, current, undefined);
  else if (action === 'tag' || action === 'note' || action === 'state') {
    openRow(props, row, current, action);
  } else if (action === 'trash') verbs.onTrash(row);
  else if (action === 'star') verbs.onStar(row);
  else if (action === 'copy') verbs.onCopy(row);
  else return false;
  return true;
}

/** A paper in the trash is looked at where its details have a place, and brought back. */
function onTrashedRow(action: ListAction, row: EntryRow, props: PaperListProps): void {
  if (action === 'edit' && props.beside) openRow(props, row, props.current, undefined);
  else if (action === 'state' && props.selected.size > 0) props.onSelected('restore');
  else if (action === 'state') props.verbs.onRestore(row);
  else ofPage(action, props);
}
