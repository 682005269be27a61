import type { browser } from 'wxt/browser';
import type { Reading } from '@/utils/domain/paper';
import { readingAt } from '@/utils/formats/read/reading-at';

type Given = typeof browser;

/** What of the browser is needed to look at a page; the reader's click on Offprint lets it, on that page. */
export type PageApis = {
  readonly tabs: Pick<Given['tabs'], 'query'>;
  readonly scripting: Pick<Given['scripting'], 'executeScript'>;
};

/** The page in the active tab. */
export type ActivePage = { readonly tab: number; readonly address: string };

/** The page the reader looks at; `undefined` where the browser does not say, or it is none of the web. */
export async function activePage({ tabs }: PageApis): Promise<ActivePage | undefined> {
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  const { id, url } = tab ?? {};
  return id !== undefined && url !== undefined && /^https?:\/\//.test(url)
    ? { tab: id, address: url }
    : undefined;
}

/** What a page says of the paper it is about. */
export type Stated = {
  /** Addresses under which it says it stands, and the address of its paper. */
  readonly addresses: readonly string[];
  readonly title?: string;
};

const LONGEST_TITLE = 500;

/**
 * The paper a page is about: what its address says, else what the page itself says for indexers; the
 * title as the page gives it, or a bare one. `undefined` when no id stands anywhere.
 */
export async function paperOn(
  { tab, address }: ActivePage,
  { scripting }: PageApis,
): Promise<Reading | undefined> {
  const stated = await scripting
    .executeScript({ target: { tabId: tab }, func: statedByPage })
    .then(([answer]) => parseStated(answer?.result))
    // Pages of the browser's own, its stores, and those it shows files with let nobody in.
    .catch((): Stated => ({ addresses: [] }));
  return paperOf(address, stated);
}

/** The paper of a page at this address that says this of itself. */
export function paperOf(address: string, { addresses, title }: Stated): Reading | undefined {
  const stated = addresses.map(readingAt).filter((reading) => reading !== undefined);
  const reading = readingAt(address) ?? stated[0];
  if (!reading || title === undefined) return reading;
  // What a page says of itself may be left over from the paper that was shown before.
  const isOfSame = stated.some(({ paper }) => paper.id === reading.paper.id);
  return isOfSame ? { ...reading, paper: { ...reading.paper, title } } : reading;
}

/** Checks what a page said. */
export function parseStated(value: unknown): Stated {
  if (typeof value !== 'object' || value === null) return { addresses: [] };
  const { canonical, abstract, pdf, doi, arxiv, title } = value as Readonly<
    Record<string, unknown>
  >;
  const name = text(doi)?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  const addresses = [
    text(canonical),
    given('https://doi.org/', name),
    given('https://arxiv.org/abs/', text(arxiv)),
    text(abstract),
    text(pdf),
  ].filter((address) => address !== undefined);
  const shown = text(title)?.replace(/\s+/g, ' ').trim();
  return shown !== undefined && shown !== '' && shown.length <= LONGEST_TITLE
    ? { addresses, title: shown }
    : { addresses };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 4_000) : undefined;
}

function given(before: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : `${before}${name}`;
}

/**
 * Runs in the page, and so may use nothing of this file. Names as indexers ask for them:
 * https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
function statedByPage(): Readonly<Record<string, string | null>> {
  const page = document;
  // A page may have put an element of its own in place of `document.querySelector`.
  const find = (selector: string, attribute: string): string | null => {
    const element = Document.prototype.querySelector.call(page, selector);
    return element ? Element.prototype.getAttribute.call(element, attribute) : null;
  };
  const meta = (name: string): string | null => find(`meta[name="${name}" i]`, 'content');
  const canonical = find('link[rel~="canonical" i]', 'href');
  return {
    canonical:
      canonical !== null && URL.canParse(canonical, location.href)
        ? new URL(canonical, location.href).href
        : null,
    doi: meta('citation_doi') ?? meta('dc.identifier') ?? meta('prism.doi'),
    arxiv: meta('citation_arxiv_id'),
    abstract: meta('citation_abstract_html_url'),
    pdf: meta('citation_pdf_url'),
    title: meta('citation_title'),
  };
}
