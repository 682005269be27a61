import { afterEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from 'wxt/browser';
import type { Library } from '@/utils/domain/library';
import { announce, onChange, onLeave, remoteLibrary, serve, tellToLeave } from '@/utils/messages';
import { id, openLibrary, reading } from './store/open-library';

const EXTENSION = 'offprint-test';
const OWN_PAGE = { id: EXTENSION, url: 'chrome-extension://offprint-test/popup.html' };
const CONTENT_SCRIPT = {
  id: EXTENSION,
  url: 'https://huggingface.co/papers',
  tab: { id: 1 },
};

const trigger = fakeBrowser.runtime.onMessage.trigger as (
  message: unknown,
  sender: unknown,
  respond?: (answer: unknown) => void,
) => Promise<unknown[]>;

type Deliver = (message: unknown, times: number) => unknown;

let stop = new AbortController();

/** A browser that passes messages as Chromium does, in JSON, from `sender`. */
function passMessages(sender: object, deliver?: Deliver): void {
  let sent = 0;
  Object.assign(browser.runtime, {
    id: EXTENSION,
    getURL: (path: string) => `chrome-extension://offprint-test/${path}`,
    async sendMessage(message: unknown) {
      sent += 1;
      const instead = await deliver?.(message, sent);
      if (instead !== undefined) return instead;
      const copy: unknown = JSON.parse(JSON.stringify(message));
      return new Promise((respond) => {
        const reply = (answer: unknown): void => respond(JSON.parse(JSON.stringify(answer)));
        void trigger(copy, sender, reply).then(
          (waits) => waits.includes(true) || respond(undefined),
        );
      });
    },
  });
}

function served(sender: object, deliver?: Deliver): Library {
  passMessages(sender, deliver);
  serve(openLibrary().library, stop.signal);
  return remoteLibrary();
}

afterEach(() => {
  stop.abort();
  stop = new AbortController();
  fakeBrowser.reset();
});

describe('the library behind the door', () => {
  it('answers a page as it would answer itself', async () => {
    const library = served(CONTENT_SCRIPT);
    await library.tag(reading('2611.00001'), 'kept');
    await library.undo();
    await library.save(reading('2611.00001'));
    const { statuses } = await library.known([id('2611.00001')]);
    expect(statuses[0]?.entry).toMatchObject({ state: 'inbox', tags: [] });
  });

  it('throws there what it throws here, by name and sentence', async () => {
    const library = served(CONTENT_SCRIPT);
    await expect(library.tag(reading('2611.00001'), ' ')).rejects.toThrow('1 to 80 characters');
  });

  it('lets a stranger’s page have only what it needs', async () => {
    const library = served(CONTENT_SCRIPT);
    for (const verb of ['find', 'details', 'pinKeys', 'trash', 'history'] as const) {
      const call = library[verb] as (argument: unknown) => Promise<unknown>;
      await expect(call([]), verb).rejects.toThrow(`A page may not call “${verb}”.`);
    }
    expect((await served(OWN_PAGE).find({ query: '', limit: 1 })).total).toBe(0);
  });

  it.each([
    ['another extension', { id: 'somebody-else', url: 'chrome-extension://somebody-else/x.html' }],
    ['a page in no tab', { id: EXTENSION, url: 'https://huggingface.co/papers' }],
    ['a page of no web site', { id: EXTENSION, url: 'data:text/html,x', tab: { id: 1 } }],
    ['nobody', {}],
  ])('does not answer %s', async (_, sender) => {
    const library = served(sender);
    await expect(library.tags()).rejects.toMatchObject({ name: 'Disconnected' });
  });

  it('does not take a page for its own that only stands on its address', async () => {
    const library = served({
      id: EXTENSION,
      url: 'chrome-extension://offprint-test/popup.html',
      origin: 'https://evil.example',
    });
    await expect(library.find({ query: '', limit: 1 })).rejects.toThrow();
  });

  it.each([
    ['verb', { offprint: 'call', verb: 'constructor', args: [] }],
    ['verb', { offprint: 'call', verb: '__proto__', args: [] }],
    ['arguments', { offprint: 'call', verb: 'tags', args: 'none' }],
    ['door', { verb: 'tags', args: [] }],
    ['message', null],
  ])('ignores a message with no such %s', async (_, message) => {
    served(OWN_PAGE);
    expect(await trigger(message, OWN_PAGE)).not.toContain(true);
  });
});

function noWorker(): never {
  throw new Error('Could not establish connection. Receiving end does not exist.');
}

describe('a worker that died', () => {
  it('is asked once more', async () => {
    const library = served(CONTENT_SCRIPT, (_, times) => (times === 1 ? noWorker() : undefined));
    expect((await library.save(reading('2611.00001'))).status.entry).toBeDefined();
  });

  it('before it answered is asked again where that does no more', async () => {
    const library = served(CONTENT_SCRIPT, (_, times) => {
      if (times === 1) throw new Error('The message port closed before a response was received.');
      return undefined;
    });
    expect((await library.tag(reading('2611.00001'), 'kept')).status.entry?.tags).toEqual(['kept']);
  });

  it('before it answered is not asked to undo twice', async () => {
    let asked = 0;
    const library = served(CONTENT_SCRIPT, () => {
      asked += 1;
      throw new Error('The message port closed before a response was received.');
    });
    await expect(library.undo()).rejects.toMatchObject({ name: 'Disconnected' });
    expect(asked).toBe(1);
  });

  it('for good is told to the reader, who must reload the page', async () => {
    const library = served(CONTENT_SCRIPT, noWorker);
    await expect(library.tags()).rejects.toThrow('Reload this page');
  });
});

describe('news of a change', () => {
  it('reaches every listener until it stops listening, and comes from Offprint alone', async () => {
    passMessages(OWN_PAGE);
    const heard: string[][] = [];
    onChange(({ ids }) => heard.push([...ids]), stop.signal);
    const news = { offprint: 'news', change: { ids: ['arxiv:2611.00001'], rules: false } };
    await trigger(news, OWN_PAGE);
    await trigger(news, { id: 'somebody-else' });
    expect(heard).toEqual([['arxiv:2611.00001']]);
    stop.abort();
    await trigger(news, OWN_PAGE);
    expect(heard).toHaveLength(1);
  });

  it('goes to tabs of sites that are read only: always, or since the reader switched them on', async () => {
    passMessages(OWN_PAGE);
    const told: number[] = [];
    Object.assign(browser.runtime, {
      getManifest: () => ({ host_permissions: ['https://huggingface.co/*'] }),
    });
    Object.assign(browser.scripting, {
      getRegisteredContentScripts: () =>
        Promise.resolve([{ id: 'site-cool', matches: ['https://cool.example/list/*'] }]),
    });
    Object.assign(browser.tabs, {
      query: ({ url }: { url: string[] }) => {
        expect(url).toEqual(['https://huggingface.co/*', 'https://cool.example/list/*']);
        return Promise.resolve([{ id: 3 }, {}]);
      },
      sendMessage: (tab: number) => {
        told.push(tab);
        return Promise.reject(new Error('Receiving end does not exist.'));
      },
    });
    announce({ ids: [], rules: true });
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual([3]);
  });
});

describe('a site that is switched off', () => {
  it('is left by its own scripts in every tab, when Offprint says so', async () => {
    passMessages(OWN_PAGE);
    const told: unknown[] = [];
    Object.assign(browser.tabs, {
      query: () => Promise.resolve([{ id: 3 }, { id: 4 }]),
      sendMessage: (tab: number, message: unknown) => {
        told.push(message);
        return tab === 3 ? trigger(message, OWN_PAGE) : Promise.reject(new Error('nobody'));
      },
    });
    const left: string[] = [];
    onLeave('cool', () => left.push('cool'), stop.signal);
    onLeave('other', () => left.push('other'), stop.signal);
    tellToLeave('cool');
    await new Promise((resolve) => setTimeout(resolve));
    expect(left).toEqual(['cool']);
    await trigger(told[0], { id: 'somebody-else' });
    expect([told.length, left]).toEqual([2, ['cool']]);
  });
});
