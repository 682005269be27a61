import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { bibtex } from '@/utils/formats/bibtex';
import { citationKey, uniqueKey } from '@/utils/formats/citation-key';
import { servePageMenu } from '@/utils/elsewhere/page-menu';
import { keepRegistered } from '@/utils/elsewhere/registering';
import { announce, serve, serveEditors, tellProgress, tellToLeave } from '@/utils/messages';
import { linearEngine } from '@/utils/query/linear-engine';
import { plainTitle } from '@/utils/formats/fields/plain-title';
import { splitName } from '@/utils/formats/names/split-name';
import { readName } from '@/utils/formats/tex/read-title';
import { fetchAuthors } from '@/utils/sources/authors';
import { findPublished } from '@/utils/sources/published-versions';
import { sendToZotero } from '@/utils/sources/zotero';
import { serveOmnibox } from '@/utils/own-page/omnibox';
import { showPaused } from '@/utils/own-page/toolbar';
import { optionalSites } from '@/utils/sites';
import { text } from '@/utils/strings';
import { OffprintDatabase } from '@/utils/store/database';
import { packing } from '@/utils/store/packing';
import { storedLibrary } from '@/utils/store/stored-library';
import { tending } from '@/utils/store/tending';
import { switches } from './elsewhere/switches';

const ARXIV = { origins: ['https://export.arxiv.org/*'] };

const NETWORK = {
  fetch: (url: string, init: RequestInit): Promise<Response> => fetch(url, init),
  wait: (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
  hasArxivPermission: (): Promise<boolean> => browser.permissions.contains(ARXIV),
};

const ZOTERO = {
  fetch: NETWORK.fetch,
  newId: (): string => crypto.randomUUID(),
  splitName: (name: string) => splitName(readName(name)),
  plainTitle,
};

export default defineBackground(() => {
  // The index can always be made anew, and need not wait for the disk.
  const indexed = new OffprintDatabase(undefined, 'relaxed');
  const index = tending(
    indexed,
    packing(indexed, () => new Promise((resolve) => setTimeout(resolve))),
  );
  const library = storedLibrary(new OffprintDatabase(), {
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    cite: { baseKey: citationKey, uniqueKey, write: bibtex },
    fetchAuthors: async (ids, work) => (await fetchAuthors(ids, NETWORK, work)).missed,
    findPublished: (papers, sources, { tell, signal, onFound }) =>
      findPublished(papers, NETWORK, sources, tell, signal, onFound),
    async sendToZotero(items) {
      const { sent, failed, target } = await sendToZotero(items, ZOTERO);
      return { sent: sent.length, failed: failed.map(({ id }) => id), target };
    },
    patterns: linearEngine,
    announce: (change) => {
      announce(change);
      if (change.rules) showPause();
      index.poke();
    },
    progress: tellProgress,
    onDamagedIndex: index.mend,
  });
  index.poke();
  serve(library, undefined, beginSession());
  serveEditors();
  serveOmnibox(library.find, text('omniboxDefault'));
  keepRegistered(optionalSites, switches, browser, tellToLeave);
  const { action, contextMenus, runtime, scripting, tabs } = browser;
  const { wait } = NETWORK;
  servePageMenu(library, { action, contextMenus, runtime, scripting, tabs, wait });
  browser.runtime.onStartup.addListener(() => void beginSession().catch(() => undefined));

  function showPause(): void {
    void library.known([]).then(({ paused }) => showPaused(paused));
  }

  /** Pausing is for now: the next start of the browser hides again. The trash is looked through then. */
  async function beginSession(): Promise<void> {
    // What is kept for the session goes when the browser does, and stays while the worker comes and goes.
    const { awake } = await browser.storage.session.get('awake');
    if (awake === true) return;
    await browser.storage.session.set({ awake: true });
    await library.setPaused(false);
    library.sweepTrash().catch((error: unknown) => {
      console.warn('Offprint could not look through its trash:', error);
    });
  }
});
