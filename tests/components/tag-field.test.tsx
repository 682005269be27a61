// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { TagField } from '@/components/tag-field';
import { speakEnglish } from './english';

const KNOWN = [
  { name: 'diffusion', count: 9 },
  { name: 'agents', count: 4 },
];

beforeAll(speakEnglish);
afterEach(() => render(null, document.body));
// Preact looks once more after a frame or 100 ms, and the document must still be there then.
afterAll(() => new Promise((resolve) => setTimeout(resolve, 250)));

/** A tag field on the page, and what it asked for. */
async function open(tags: readonly string[] = []) {
  const asked: string[] = [];
  await act(() =>
    render(
      <TagField
        tags={tags}
        suggestions={KNOWN}
        onAdd={(name) => asked.push(`add ${name}`)}
        onRemove={(name) => asked.push(`remove ${name}`)}
        onDone={() => asked.push('done')}
        autoFocus
      />,
      document.body,
    ),
  );
  const input = document.querySelector('input');
  if (!input) throw new Error('The field has no input.');
  const type = (text: string): Promise<void> =>
    act(() => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  const press = (key: string, more: KeyboardEventInit = {}): Promise<void> =>
    act(() => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
    });
  return { asked, input, type, press };
}

function options(): string[] {
  return [...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent);
}

test('adds the highlighted tag and is ready for the next', async () => {
  const { asked, input, type, press } = await open();
  await type('a');
  await press('ArrowDown');
  expect(input.getAttribute('aria-activedescendant')).toBe(
    document.querySelector('[aria-selected=true]')?.id,
  );
  await press('Enter');
  expect(asked).toEqual(['add agents']);
  expect(input.value).toBe('');
});

test('a comma adds the tag as it was typed, not one that begins with it', async () => {
  const { asked, type, press } = await open();
  await type('diff');
  await press(',');
  expect(asked).toEqual(['add diff']);
});

test('keys that compose a character choose no tag', async () => {
  const { asked, type, press } = await open();
  await type('diff');
  await press('Enter', { isComposing: true });
  expect(asked).toEqual([]);
});

test('Backspace removes the last tag only when nothing is typed', async () => {
  const { asked, type, press } = await open(['old', 'new']);
  await type('x');
  await press('Backspace');
  expect(asked).toEqual([]);
  await type('');
  await press('Backspace');
  expect(asked).toEqual(['remove new']);
});

test('Escape closes the list first, then the field', async () => {
  const { asked, type, press } = await open();
  await type('dif');
  expect(options().length).toBeGreaterThan(0);
  await press('Escape');
  expect(options()).toEqual([]);
  expect(asked).toEqual([]);
  await press('Escape');
  expect(asked).toEqual(['done']);
});

test('Enter in the empty field says the reader is done', async () => {
  const { asked, press } = await open();
  await press('Enter');
  expect(asked).toEqual(['done']);
});
