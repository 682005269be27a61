import type { Listing } from '@/utils/domain/listing';
import type { PaperId } from '@/utils/domain/paper-id';
import { attribute, tidy } from '@/utils/page/select';
import { profileCards } from './google-scholar/profile';
import { resultCards } from './google-scholar/results';
import { openedListing } from './reading/listing-page';
import { paperAt } from './reading/paper-address';
import type { OpenListing, Page, Site } from './site';

/** Google Scholar: searches, and the papers of one person. */
export const googleScholar: Site = {
  id: 'google-scholar',
  name: 'Google Scholar',
  matches: ['https://scholar.google.com/scholar?*', 'https://scholar.google.com/citations?*'],
  claims: (url) =>
    url.protocol === 'https:' &&
    url.hostname === 'scholar.google.com' &&
    (url.pathname === '/scholar' || personIn(url) !== undefined),
  open,
  hydrating: () => false,
};

/** Whose papers a page lists; not the page of one paper, nor of who cites whom. */
function personIn(url: URL): string | undefined {
  const view = url.searchParams.get('view_op') ?? 'list_works';
  const person = url.searchParams.get('user') ?? undefined;
  return url.pathname === '/citations' && view === 'list_works' ? person : undefined;
}

function open({ document, url }: Page): OpenListing {
  const person = personIn(url);
  const query = tidy(url.searchParams.get('q') ?? '', 500);
  const listing: Listing =
    person === undefined ? { kind: 'search', ...(query !== '' && { query }) } : { kind: 'author' };
  const cards = person === undefined ? resultCards(document) : profileCards(document, person);
  return openedListing(document, listing, cards, linkedPaper);
}

function linkedPaper(link: Element): PaperId | undefined {
  return paperAt(attribute(link, 'href') ?? '');
}
