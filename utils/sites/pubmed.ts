import type { Listing } from '@/utils/domain/listing';
import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { attribute, tidy } from '@/utils/page/select';
import { summaryCards } from './pubmed/summaries';
import { openedListing } from './reading/listing-page';
import { paperAt } from './reading/paper-address';
import type { OpenListing, Page, Site } from './site';

/** PubMed: searches. */
export const pubmed: Site = {
  id: 'pubmed',
  name: 'PubMed',
  matches: ['https://pubmed.ncbi.nlm.nih.gov/?*'],
  claims: (url) =>
    url.protocol === 'https:' &&
    url.hostname === 'pubmed.ncbi.nlm.nih.gov' &&
    url.pathname === '/' &&
    url.search !== '',
  open,
  hydrating: () => false,
};

function open({ document, url }: Page): OpenListing {
  const query = tidy(url.searchParams.get('term') ?? '', 500);
  const listing: Listing = query === '' ? { kind: 'search' } : { kind: 'search', query };
  return openedListing(document, listing, summaryCards(document), linkedPaper);
}

function linkedPaper(link: Element): PaperId | undefined {
  const address = attribute(link, 'href') ?? '';
  const [, number] = /^\/(\d{1,9})\/?$/.exec(address) ?? [];
  return number === undefined ? paperAt(address) : paperId(`pmid:${number}`);
}
