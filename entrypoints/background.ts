import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { bibtex } from '@/utils/formats/bibtex';
import { citationKey, uniqueKey } from '@/utils/formats/citation-key';
import { announce, serve } from '@/utils/messages';
import { fetchAuthors } from '@/utils/sources/authors';
import { OffprintDatabase } from '@/utils/store/database';
import { storedLibrary } from '@/utils/store/stored-library';

const ARXIV = { origins: ['https://export.arxiv.org/*'] };

export default defineBackground(() => {
  const library = storedLibrary(new OffprintDatabase(), {
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    cite: { baseKey: citationKey, uniqueKey, write: bibtex },
    fetchAuthors: (ids) =>
      fetchAuthors(ids, {
        fetch: (url, init) => fetch(url, init),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        hasArxivPermission: () => browser.permissions.contains(ARXIV),
      }),
    announce,
  });
  serve(library);
  // Pausing is for now: the next start of the browser hides again.
  browser.runtime.onStartup.addListener(() => void library.setPaused(false));
});
