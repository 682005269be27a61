/** What a key asks for. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'save'
  | 'tag'
  | 'note'
  | 'state'
  | 'bibtex'
  | 'hide'
  | 'hide-topic'
  | 'authors'
  | 'jump'
  | 'why'
  | 'list-hidden'
  | 'open'
  | 'select'
  | 'undo'
  | 'filter'
  | 'pause'
  | 'help'
  | 'escape'
  | { readonly digit: number };

const ACTIONS: Readonly<Record<string, KeyAction>> = {
  j: 'next',
  k: 'previous',
  s: 'save',
  t: 'tag',
  n: 'note',
  r: 'state',
  b: 'bibtex',
  h: 'hide',
  'shift+h': 'hide-topic',
  a: 'authors',
  g: 'jump',
  w: 'why',
  l: 'list-hidden',
  o: 'open',
  x: 'select',
  u: 'undo',
  '/': 'filter',
  p: 'pause',
  '?': 'help',
  escape: 'escape',
};

/** What a key press asks for; `undefined` when it is not for us. */
export function keyAction(event: KeyboardEvent): KeyAction | undefined {
  if (!event.isTrusted || event.defaultPrevented || isTyping(event)) return undefined;
  if (event.ctrlKey || event.metaKey || event.altKey || event.getModifierState('AltGraph')) {
    return undefined;
  }
  if (/^[1-9]$/.test(event.key)) return { digit: Number(event.key) };
  const key = event.key.toLowerCase();
  // `?` and `/` need Shift on some layouts, so only letters are told apart by it.
  const name = event.shiftKey && /^[a-z]$/.test(key) ? `shift+${key}` : key;
  return Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
}

const TEXTLESS = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

/** Whether the key goes into a text: a field, an editable element, an input method, or a foreign closed root. */
function isTyping(event: KeyboardEvent): boolean {
  // 229 is what browsers report while an input method composes.
  if (event.isComposing || event.keyCode === 229) return true;
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  const name = target.localName;
  if (name === 'input') return !TEXTLESS.has((target as HTMLInputElement).type);
  if (name === 'textarea' || name === 'select' || name === 'offprint-panel') return true;
  if ((target as HTMLElement).isContentEditable) return true;
  if (/^(textbox|searchbox|combobox|spinbutton)$/.test(target.getAttribute('role') ?? ''))
    return true;
  // Inside a closed shadow root of somebody else's there may be a field we cannot see.
  return name.includes('-') && !name.startsWith('offprint-');
}
