import { browser } from 'wxt/browser';
import { localDay } from '@/utils/domain/day';
import type { Exported } from '@/utils/domain/citing';
import { type PaperId, paperUrl } from '@/utils/domain/paper-id';
import { isSandboxPaper } from '@/utils/domain/sandbox';

/** The one origin an answer about authors may need leave for; see the manifest's optional hosts. */
const ARXIV_API = 'https://export.arxiv.org/*';

/** Zotero's own address on this machine: https://www.zotero.org/support/dev/client_coding/connector_http_server */
const ZOTERO = 'http://127.0.0.1/*';

/** Who can be asked where a paper was published. */
export const LOOK_UPS: readonly string[] = [
  'https://api.crossref.org/*',
  'https://dblp.org/*',
  'https://api.semanticscholar.org/*',
];

/** What the browser does for one of our own pages. */
export const place = {
  saveFile({ fileName, content }: Pick<Exported, 'fileName' | 'content'>): void {
    saveAs(fileName, content);
  },
  /** Saves rules as `offprint-rules-YYYY-MM-DD.json`. */
  saveRules(json: string): void {
    saveAs(
      `offprint-rules-${localDay(new Date())}.json`,
      new Blob([json], { type: 'application/json' }),
    );
  },
  copy: (text: string): Promise<void> => navigator.clipboard.writeText(text),
  /** Must be called inside a click, or the browser refuses to ask. */
  askForArxiv: (): Promise<boolean> => browser.permissions.request({ origins: [ARXIV_API] }),
  /** Must be called inside a click, too. */
  askForZotero: (): Promise<boolean> => browser.permissions.request({ origins: [ZOTERO] }),
  /** Must be called inside a click, too. */
  askForLookUps: (): Promise<boolean> => browser.permissions.request({ origins: [...LOOK_UPS] }),
  /** Where duplicates are looked at. */
  get duplicates(): string {
    return `${ownPage('library')}#duplicates`;
  },
  /** The address of a paper's own page; the sandbox's papers have only the sandbox. */
  pageOf: (id: PaperId): string =>
    isSandboxPaper(id) ? browser.runtime.getURL('/demo.html') : paperUrl(id),
  openPage(address: string): void {
    void browser.tabs.create({ url: address });
  },
};

function saveAs(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
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
