/** Keys typed before the field was there for which they were meant. */
export type HeldKeys = {
  /** Keeps a key that would write or confirm; false for any other. */
  hold(event: KeyboardEvent): boolean;
  /** Types what was kept into the field that has the focus. */
  release(field: Element | null): void;
};

/** Keeps keys until they are released. */
export function heldKeys(): HeldKeys {
  let held: string[] = [];
  return {
    hold({ key, ctrlKey, metaKey, altKey }) {
      if (ctrlKey || metaKey || altKey || ([...key].length > 1 && key !== 'Enter')) return false;
      held.push(key);
      return true;
    },
    release(field) {
      const keys = held;
      held = [];
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
      for (const key of keys) {
        if (key === 'Enter') confirm(field);
        else type(field, key);
      }
    },
  };
}

function type(field: HTMLInputElement | HTMLTextAreaElement, letter: string): void {
  field.value += letter;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }));
}

function confirm(field: HTMLInputElement | HTMLTextAreaElement): void {
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
  if (field.dispatchEvent(event)) field.form?.requestSubmit();
}
