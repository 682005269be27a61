// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { listAction, takesKeys } from '@/components/list-keys';

function press(key: string, more: Partial<KeyboardEventInit> = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...more });
}

function input(type: string): HTMLInputElement {
  return Object.assign(document.createElement('input'), { type });
}

test('a letter acts on the row', () => {
  expect(listAction(press('t'))).toBe('tag');
});

test('a letter with Ctrl is the browser’s', () => {
  expect(listAction(press('t', { ctrlKey: true }))).toBeUndefined();
});

test('a key of an input method is the input method’s', () => {
  expect(listAction(press('n', { isComposing: true }))).toBeUndefined();
});

test('the name of an inherited property is no key', () => {
  expect(listAction(press('constructor'))).toBeUndefined();
});

test('text fields keep their keys, the rows’ checkboxes do not', () => {
  expect(takesKeys(input('search'))).toBe(true);
  expect(takesKeys(input('radio'))).toBe(true);
  expect(takesKeys(document.createElement('textarea'))).toBe(true);
  expect(takesKeys(input('checkbox'))).toBe(false);
});

test('a digit is the tag that has it', () => {
  expect(listAction(press('3'))).toBe(3);
  expect(listAction(press('0'))).toBeUndefined();
});

test('arrows with Shift, and capital J and K, select on the way', () => {
  expect(listAction(press('ArrowDown', { shiftKey: true }))).toBe('extendDown');
  expect(listAction(press('K', { shiftKey: true }))).toBe('extendUp');
});

test('Ctrl+A takes all rows', () => {
  expect(listAction(press('a', { ctrlKey: true }))).toBe('all');
});
