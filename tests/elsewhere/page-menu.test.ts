import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type MenuApis, servePageMenu } from '@/utils/elsewhere/page-menu';
import { speakEnglish } from '../components/english';
import { type Opened, id, openLibrary, reading } from '../store/open-library';
import { settle } from './fake-apis';

type Clicked = (clicked: object, tab?: object) => void;

const TAB = { id: 3, url: 'https://arxiv.org/abs/2401.01234' };

let items: Record<string, unknown>[];
let icon: Record<string, unknown>[];
let click: Clicked;
let opened: Opened;
let stated: Record<string, unknown>;
let isDiskFull: boolean;

beforeAll(speakEnglish);
beforeEach(() => {
  items = [];
  icon = [];
  stated = {};
  isDiskFull = false;
  opened = openLibrary();
  const note = (details: Record<string, unknown>): Promise<void> => {
    icon.push(details);
    return Promise.resolve();
  };
  const { known, save } = opened.library;
  const saveOrFail: typeof save = (subject) =>
    isDiskFull ? Promise.reject(new Error('The disk is full.')) : save(subject);
  servePageMenu({ known, save: saveOrFail }, {
    action: {
      setBadgeText: note,
      setBadgeBackgroundColor: () => Promise.resolve(),
      setTitle: note,
      getTitle: () => Promise.resolve('Offprint'),
    },
    contextMenus: {
      removeAll: () => Promise.resolve(void items.splice(0)),
      create: (item: Record<string, unknown>) => items.push(item),
      onClicked: { addListener: (listener: Clicked) => (click = listener) },
    },
    runtime: { onInstalled: { addListener: (listener: () => void) => listener() } },
    scripting: { executeScript: () => Promise.resolve([{ result: stated }]) },
    tabs: {},
    wait: () => Promise.resolve(),
  } as unknown as MenuApis);
});

/** Clicks, and gives back what the icon said; then it says nothing again. */
async function clicked(menuItemId: string, about: object, tab: object = TAB): Promise<unknown[]> {
  click({ menuItemId, ...about }, tab);
  await expect.poll(() => icon.length).toBe(4);
  expect(icon.slice(2)).toEqual([
    { tabId: 3, text: null },
    { tabId: 3, title: 'Offprint' },
  ]);
  return icon
    .splice(0)
    .slice(0, 2)
    .map(({ text, title }) => text ?? title);
}

test('the menu stands on pages, and on links that can lead to a paper', async () => {
  await settle();
  expect(items).toMatchObject([
    { id: 'save-page', title: 'Save this paper in Offprint', contexts: ['page'] },
    { id: 'save-link', title: 'Save this paper in Offprint', contexts: ['link'] },
  ]);
});

test('a page’s paper is saved once, with the title the page gives, and the icon says so', async () => {
  stated = { title: 'Paper Boats', arxiv: '2401.01234' };
  expect(await clicked('save-page', { pageUrl: TAB.url })).toEqual(['✓', 'Offprint: Saved.']);
  expect((await opened.library.find({ query: '', limit: 9 })).rows).toMatchObject([
    { id: 'arxiv:2401.01234', title: 'Paper Boats', state: 'inbox' },
  ]);
  expect(await clicked('save-page', { pageUrl: TAB.url })).toEqual([
    '✓',
    'Offprint: Already saved.',
  ]);
  expect((await opened.library.find({ query: '', limit: 9 })).total).toBe(1);
});

test('a link’s paper is saved, and what is known of it stays', async () => {
  await opened.library.see('arxiv', [
    reading('2611.00001', { title: 'Kites', authors: ['Ada Example'] }),
  ]);
  await clicked('save-link', { linkUrl: 'https://arxiv.org/pdf/2611.00001v2', pageUrl: TAB.url });
  expect((await opened.library.details(id('2611.00001')))?.paper).toMatchObject({
    title: 'Kites',
    authors: ['Ada Example'],
  });
});

test('an address without a paper’s id is said to have none', async () => {
  const said = ['?', 'Offprint: No paper’s id in this address.'];
  expect(await clicked('save-link', { linkUrl: 'https://example.org/about' })).toEqual(said);
  expect(await clicked('save-page', {}, { id: 3, url: 'https://example.org/' })).toEqual(said);
  expect((await opened.library.find({ query: '', limit: 9 })).total).toBe(0);
});

test('what could not be saved is said to be', async () => {
  isDiskFull = true;
  const { warn } = console;
  console.warn = () => undefined;
  expect((await clicked('save-page', {}))[0]).toBe('!');
  console.warn = warn;
});
