import type { Browser, browser } from 'wxt/browser';
import type { Library } from '@/utils/domain/library';
import type { Reading } from '@/utils/domain/paper';
import { readingAt } from '@/utils/formats/read/reading-at';
import { text } from '@/utils/strings';
import { type PageApis, paperOn } from './active-page';
import { type BadgeApis, type Outcome, showOutcome } from './outcome-badge';

type Given = typeof browser;
type Clicked = Browser.contextMenus.OnClickData;
type Tab = Browser.tabs.Tab;

/** What of the browser the menu uses. */
export type MenuApis = PageApis &
  BadgeApis & {
    readonly contextMenus: Pick<Given['contextMenus'], 'create' | 'removeAll' | 'onClicked'>;
    readonly runtime: Pick<Given['runtime'], 'onInstalled'>;
  };

const ON_PAGE = 'save-page';
const ON_LINK = 'save-link';

/** Links that can lead to a paper: by a name in their address, or a DOI in it. */
const LINKS = [
  '*://*/*arxiv*',
  '*://*.arxiv.org/*',
  '*://*.alphaxiv.org/*',
  '*://*/*10.*/*',
  '*://*/*10.*%2F*',
  '*://*/*10.*%2f*',
  '*://openreview.net/*',
  '*://aclanthology.org/*',
  '*://*.aclweb.org/anthology/*',
  '*://pubmed.ncbi.nlm.nih.gov/*',
  '*://*.ncbi.nlm.nih.gov/*pubmed/*',
  '*://europepmc.org/*',
  '*://huggingface.co/papers/*',
  '*://hf.co/papers/*',
  '*://papers.cool/*',
  '*://scirate.com/*',
  '*://*.nature.com/articles/*',
];

/**
 * Offers to save the paper of a page, or of a link, in the browser's own menu; the toolbar's icon says
 * what came of it. Must be called as the worker starts.
 */
export function servePageMenu(library: Pick<Library, 'known' | 'save'>, apis: MenuApis): void {
  const { contextMenus, runtime } = apis;
  // The browser keeps the menu from then on, also while the worker sleeps.
  runtime.onInstalled.addListener(() => {
    void contextMenus.removeAll().then(() => {
      const title = text('savePageMenu');
      contextMenus.create({ id: ON_PAGE, title, contexts: ['page'], documentUrlPatterns: WEB });
      contextMenus.create({ id: ON_LINK, title, contexts: ['link'], targetUrlPatterns: LINKS });
    });
  });
  contextMenus.onClicked.addListener((clicked, tab) => {
    void saveFrom(clicked, tab, library, apis).then(async (outcome) => {
      if (tab?.id !== undefined && tab.id >= 0) await showOutcome(tab.id, outcome, apis);
    });
  });
}

const WEB = ['http://*/*', 'https://*/*'];

async function saveFrom(
  clicked: Clicked,
  tab: Tab | undefined,
  library: Pick<Library, 'known' | 'save'>,
  apis: PageApis,
): Promise<Outcome> {
  try {
    const reading = await paperAsked(clicked, tab, apis);
    if (!reading) return 'none';
    const { statuses } = await library.known([reading.paper.id]);
    if (statuses[0]?.entry) return 'known';
    await library.save(reading);
    return 'saved';
  } catch (error) {
    console.warn('Offprint could not save from the menu:', error);
    return 'failed';
  }
}

async function paperAsked(
  { menuItemId, linkUrl, pageUrl }: Clicked,
  tab: Tab | undefined,
  apis: PageApis,
): Promise<Reading | undefined> {
  if (menuItemId === ON_LINK) return readingAt(linkUrl ?? '');
  // A page in which a file is shown has an address of the browser's own; the tab has the file's.
  const address = tab?.url ?? pageUrl ?? '';
  if (tab?.id === undefined || tab.id < 0) return readingAt(address);
  return paperOn({ tab: tab.id, address }, apis);
}
