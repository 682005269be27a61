import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { addressFor, serveOmnibox } from '@/utils/own-page/omnibox';
import { openLibrary, reading } from '../store/open-library';

type Changed = (query: string, suggest: (found: readonly Suggested[]) => void) => void;
type Entered = (text: string, disposition: string) => void;
type Suggested = { readonly content: string; readonly description: string };

let onChanged: Changed;
let onEntered: Entered;
let hint: string;
const opened: string[] = [];

beforeEach(() => {
  opened.length = 0;
  Object.assign(browser, {
    omnibox: {
      setDefaultSuggestion: (shown: { readonly description: string }) => (hint = shown.description),
      onInputChanged: { addListener: (listener: Changed) => (onChanged = listener) },
      onInputEntered: { addListener: (listener: Entered) => (onEntered = listener) },
    },
  });
  vi.spyOn(browser.runtime, 'getURL').mockImplementation(
    (path: string) => `chrome-extension://offprint-test${path === '' ? '/' : path}`,
  );
  vi.spyOn(browser.tabs, 'create').mockImplementation(({ url }) => {
    opened.push(`new ${url}`);
    return Promise.resolve({} as never);
  });
  Object.assign(browser.tabs, {
    update: ({ url }: { url: string }) => {
      opened.push(url);
      return Promise.resolve({});
    },
  });
});

async function suggested(query: string): Promise<readonly Suggested[]> {
  const { library } = openLibrary();
  await library.save(
    reading('2611.00001', { title: 'Kites & <Lanterns>', authors: ['Ada Example'] }),
  );
  await library.tag(reading('2611.00002', { title: 'Boats' }), 'toys');
  serveOmnibox(library.find, 'Words & tags');
  return new Promise((resolve) => onChanged(query, resolve));
}

test('what is typed after the keyword finds saved papers, written so that no title is markup', async () => {
  expect(await suggested('kites')).toEqual([
    {
      content: 'https://arxiv.org/abs/2611.00001',
      description: 'Kites &#38; &#60;Lanterns&#62; · A. Example',
    },
  ]);
  expect(await suggested('#toys')).toMatchObject([{ description: 'Boats' }]);
  expect(await suggested('nothing like this')).toEqual([]);
  expect(hint).toBe('Words &#38; tags');
});

test('Enter opens the chosen paper, or the library on what was typed', async () => {
  await suggested('');
  onEntered('https://arxiv.org/abs/2611.00001', 'currentTab');
  onEntered('kites & #"to read"', 'newForegroundTab');
  expect(opened).toEqual([
    'https://arxiv.org/abs/2611.00001',
    'new chrome-extension://offprint-test/library.html?q=kites%20%26%20%23%22to%20read%22',
  ]);
  expect(addressFor('javascript:alert(1)')).toContain('library.html?q=javascript');
});
