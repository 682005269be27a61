/** What a key does on a row of the list. */
export type ListAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'edit'
  | 'open'
  | 'tag'
  | 'note'
  | 'select'
  | 'trash'
  | 'undo'
  | 'search'
  | 'keys';

const ACTIONS: Readonly<Record<string, ListAction>> = {
  ArrowDown: 'next',
  j: 'next',
  ArrowUp: 'previous',
  k: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'edit',
  o: 'open',
  t: 'tag',
  n: 'note',
  x: 'select',
  Delete: 'trash',
  Backspace: 'trash',
  u: 'undo',
  Escape: 'search',
  '/': 'search',
  '?': 'keys',
};

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** The action of a key pressed on a row, or `undefined` when it is the browser's. */
export function listAction(press: Press): ListAction | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  return Object.hasOwn(ACTIONS, press.key) ? ACTIONS[press.key] : undefined;
}

/** Whether keys typed at `target` are text, or belong to a control that uses them itself. */
export function takesKeys(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
