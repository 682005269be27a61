/** What a key does on a row of the list; a number toggles the tag that has this digit. */
export type ListAction =
  | 'next'
  | 'previous'
  | 'leapDown'
  | 'leapUp'
  | 'first'
  | 'last'
  | 'extendDown'
  | 'extendUp'
  | 'edit'
  | 'open'
  | 'tag'
  | 'note'
  | 'state'
  | 'star'
  | 'copy'
  | 'select'
  | 'all'
  | 'trash'
  | 'undo'
  | 'search'
  | 'keys';

const ACTIONS: Readonly<Record<string, ListAction>> = {
  ArrowDown: 'next',
  j: 'next',
  ArrowUp: 'previous',
  k: 'previous',
  PageDown: 'leapDown',
  PageUp: 'leapUp',
  Home: 'first',
  End: 'last',
  J: 'extendDown',
  K: 'extendUp',
  Enter: 'edit',
  s: 'star',
  o: 'open',
  t: 'tag',
  n: 'note',
  r: 'state',
  b: 'copy',
  x: 'select',
  Delete: 'trash',
  Backspace: 'trash',
  u: 'undo',
  Escape: 'search',
  '/': 'search',
  '?': 'keys',
};

const WITH_SHIFT: Readonly<Record<string, ListAction>> = {
  ArrowDown: 'extendDown',
  ArrowUp: 'extendUp',
};

type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/** The action of a key pressed on a row, or `undefined` when it is the browser's. */
export function listAction(press: Press): ListAction | number | undefined {
  const { key } = press;
  if (press.altKey || press.isComposing) return undefined;
  if (press.ctrlKey || press.metaKey) return key === 'a' ? 'all' : undefined;
  if (/^[1-9]$/.test(key)) return Number(key);
  if (press.shiftKey && Object.hasOwn(WITH_SHIFT, key)) return WITH_SHIFT[key];
  return Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
}

/** Whether keys typed at `target` are text, or belong to a control that uses them itself. */
export function takesKeys(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
