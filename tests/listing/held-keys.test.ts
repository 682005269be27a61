// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { heldKeys } from '@/utils/listing/held-keys';

beforeEach(() => document.body.replaceChildren());

function press(key: string, modifiers: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...modifiers });
}

function field(): HTMLInputElement {
  const form = document.createElement('form');
  const input = document.createElement('input');
  form.append(input);
  document.body.append(form);
  return input;
}

test('letters are typed into the field one by one, as if it had been there', () => {
  const keys = heldKeys();
  const input = field();
  const said: string[] = [];
  input.addEventListener('input', () => said.push(input.value));
  for (const key of 'zoë') keys.hold(press(key));
  keys.release(input);
  expect(said).toEqual(['z', 'zo', 'zoë']);
  keys.release(input);
  expect(said).toHaveLength(3);
});

test('Enter goes to the field, and submits its form where the field leaves it alone', () => {
  const input = field();
  const done: string[] = [];
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    done.push(`submitted ${input.value}`);
  });
  const keys = heldKeys();
  for (const key of ['a', 'Enter']) keys.hold(press(key));
  keys.release(input);
  input.addEventListener('keydown', (event) => {
    event.preventDefault();
    done.push('taken');
  });
  keys.hold(press('Enter'));
  keys.release(input);
  expect(done).toEqual(['submitted a', 'taken']);
});

test('keys that write nothing are left to the browser', () => {
  const keys = heldKeys();
  const held = [press('Tab'), press('F5'), press('a', { ctrlKey: true }), press('b')].map((event) =>
    keys.hold(event),
  );
  expect(held).toEqual([false, false, false, true]);
});

test('what was typed for an editor that never came goes nowhere', () => {
  const keys = heldKeys();
  keys.hold(press('a'));
  keys.release(null);
  const input = field();
  keys.release(input);
  expect(input.value).toBe('');
});
