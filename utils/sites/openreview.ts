import type { Listing } from '@/utils/domain/listing';
import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { attribute, nameOf, parentOf, tidy } from '@/utils/page/select';
import { forumCards } from './openreview/forum';
import { forumAt } from './openreview/note-fields';
import { noteCards } from './openreview/notes';
import { openedListing } from './reading/listing-page';
import type { OpenListing, Page, Site } from './site';

/** OpenReview: what was submitted to a conference, searches, and single papers. */
export const openReview: Site = {
  id: 'openreview',
  name: 'OpenReview',
  matches: [
    'https://openreview.net/group?*',
    'https://openreview.net/submissions?*',
    'https://openreview.net/search?*',
    'https://openreview.net/forum?*',
  ],
  claims: (url) =>
    url.protocol === 'https:' &&
    url.hostname === 'openreview.net' &&
    (/^\/(?:group|submissions|search)$/.test(url.pathname) || shownPaper(url) !== undefined),
  open,
  hydrating: () => false,
};

function shownPaper(url: URL): PaperId | undefined {
  return url.pathname === '/forum'
    ? paperId(`openreview:${url.searchParams.get('id') ?? ''}`)
    : undefined;
}

function open({ document, url }: Page): OpenListing {
  const id = shownPaper(url);
  const cards = id ? forumCards(document, id) : noteCards(document);
  return openedListing(document, listingOf(url, id), cards, titledPaper);
}

function listingOf(url: URL, id: PaperId | undefined): Listing {
  if (id) return { kind: 'paper' };
  if (url.pathname !== '/search') return { kind: 'venue' };
  const query = tidy(url.searchParams.get('term') ?? '', 500);
  return query === '' ? { kind: 'search' } : { kind: 'search', query };
}

/** Titles link to papers; links to answers name the paper they answer, and are none to it. */
function titledPaper(link: Element): PaperId | undefined {
  const isTitle = nameOf(parentOf(link) ?? link) === 'h4';
  const forum = isTitle ? forumAt(attribute(link, 'href') ?? '') : undefined;
  return forum?.reply === undefined ? forum?.id : undefined;
}
