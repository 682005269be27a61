import type { Listing } from '@/utils/domain/listing';
import type { PaperId } from '@/utils/domain/paper-id';
import { attribute, tidy } from '@/utils/page/select';
import { contentAt, resultCards } from './biorxiv/results';
import { openedListing } from './reading/listing-page';
import { paperAt } from './reading/paper-address';
import type { OpenListing, Page, Site } from './site';

const SEARCH = /^\/search\/([^/]+)\/?$/;

/** bioRxiv: searches. */
export const bioRxiv: Site = {
  id: 'biorxiv',
  name: 'bioRxiv',
  matches: ['https://www.biorxiv.org/search/*'],
  claims: (url) =>
    url.protocol === 'https:' && url.hostname === 'www.biorxiv.org' && SEARCH.test(url.pathname),
  open,
  hydrating: () => false,
};

function open({ document, url }: Page): OpenListing {
  const query = tidy(wordsOf(SEARCH.exec(url.pathname)?.[1] ?? ''), 500);
  const listing: Listing = query === '' ? { kind: 'search' } : { kind: 'search', query };
  return openedListing(document, listing, resultCards(document), linkedPaper);
}

/** `slow%20owls%20numresults%3A75%20sort%3Arelevance-rank` looks for two words. */
function wordsOf(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' ')).replace(/ [a-z_]+:\S.*$/, '');
  } catch {
    return '';
  }
}

function linkedPaper(link: Element): PaperId | undefined {
  const address = attribute(link, 'href') ?? '';
  return contentAt(address)?.id ?? paperAt(address);
}
