import { browser } from 'wxt/browser';
import { localDay } from '@/utils/domain/day';
import type { Citation } from '@/utils/domain/citing';
import { type PaperId, paperUrl } from '@/utils/domain/paper-id';
import { isSandboxPaper } from '@/utils/domain/sandbox';

/** The one origin an answer about authors may need leave for; see the manifest's optional hosts. */
const ARXIV_API = 'https://export.arxiv.org/*';

/** What the browser does for one of our own pages. */
export const place = {
  /** Saves a citation as `offprint-YYYY-MM-DD.bib`, dated by the reader's day. */
  saveFile({ text }: Citation): void {
    saveAs(`offprint-${localDay(new Date())}.bib`, text, 'application/x-bibtex');
  },
  /** Saves rules as `offprint-rules-YYYY-MM-DD.json`. */
  saveRules(json: string): void {
    saveAs(`offprint-rules-${localDay(new Date())}.json`, json, 'application/json');
  },
  copy: (text: string): Promise<void> => navigator.clipboard.writeText(text),
  /** Must be called inside a click, or the browser refuses to ask. */
  askForArxiv: (): Promise<boolean> => browser.permissions.request({ origins: [ARXIV_API] }),
  /** The address of a paper's own page; the sandbox's papers have only the sandbox. */
  pageOf: (id: PaperId): string =>
    isSandboxPaper(id) ? browser.runtime.getURL('/demo.html') : paperUrl(id),
  openPage(address: string): void {
    void browser.tabs.create({ url: address });
  },
};

function saveAs(name: string, content: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The pages of our own a page may lead to. */
export type OwnPage = 'library' | 'demo';

/** The address of one of our own pages. */
export function ownPage(page: OwnPage): string {
  return browser.runtime.getURL(`/${page}.html`);
}
