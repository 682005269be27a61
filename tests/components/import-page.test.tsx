// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ImportPage, type ImportPageProps } from '@/components/import-page';
import { speakEnglish } from './english';

beforeAll(speakEnglish);
afterEach(() => render(null, document.body));
// Preact looks once more after a frame or 100 ms, and the document must still be there then.
afterAll(() => new Promise((resolve) => setTimeout(resolve, 250)));

const NOBODY = () => Promise.reject(new Error('Nobody is asked here.'));

/** The text that the page reads out of a file with these bytes. */
async function textOf(bytes: readonly number[]): Promise<string> {
  const found: string[] = [];
  const stageFile: ImportPageProps['stageFile'] = ({ text }) => {
    found.push(text);
    return Promise.reject(new Error('It was read.'));
  };
  const changes = { make: NOBODY, undo: NOBODY, message: undefined };
  await act(() =>
    render(
      <ImportPage
        library={{ stageImport: NOBODY, dropImport: NOBODY, commitImport: NOBODY, stop: NOBODY }}
        changes={changes as unknown as ImportPageProps['changes']}
        stageFile={stageFile}
        onProgress={() => undefined}
      />,
      document.body,
    ),
  );
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('The page has no field for a file.');
  const file = {
    name: 'old.bib',
    arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
  };
  Object.defineProperty(input, 'files', { value: [file] });
  await act(() => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  return vi.waitFor(() => {
    if (found[0] === undefined) throw new Error('Nothing was read yet.');
    return found[0];
  });
}

test.each([
  ['UTF-8', [0x4d, 0xc3, 0xbc, 0x6c], 'Mül'],
  ['the alphabet of old Windows', [0x4d, 0xfc, 0x6c], 'Mül'],
])('a file in %s keeps its letters', async (_name, bytes, text) => {
  expect(await textOf(bytes)).toBe(text);
});
