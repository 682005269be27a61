import type { Listing } from '@/utils/domain/listing';
import type { PaperId } from '@/utils/domain/paper-id';
import { attribute } from '@/utils/page/select';
import { paperAtHome } from './acl-anthology/entry';
import { anthologyCards } from './acl-anthology/page';
import { openedListing } from './reading/listing-page';
import { paperAt } from './reading/paper-address';
import type { OpenListing, Page, Site } from './site';

const PAGE = /^\/(events|volumes|people)\/[^/]+(?:\/[^/]+){0,2}\/?$/;

/** The ACL Anthology: the papers of an event, of a volume and of a person. */
export const aclAnthology: Site = {
  id: 'acl-anthology',
  name: 'ACL Anthology',
  matches: [
    'https://aclanthology.org/events/*',
    'https://aclanthology.org/volumes/*',
    'https://aclanthology.org/people/*',
  ],
  claims: (url) =>
    url.protocol === 'https:' &&
    url.hostname === 'aclanthology.org' &&
    PAGE.test(url.pathname) &&
    !/\.(?:bib|xml|endf|pdf)$/.test(url.pathname),
  open,
  hydrating: () => false,
};

function open({ document, url }: Page): OpenListing {
  const kind = PAGE.exec(url.pathname)?.[1];
  const listing: Listing = { kind: kind === 'people' ? 'author' : 'venue' };
  return openedListing(document, listing, anthologyCards(document, kind), linkedPaper);
}

function linkedPaper(link: Element): PaperId | undefined {
  const address = attribute(link, 'href') ?? '';
  return paperAtHome(address) ?? paperAt(address);
}
