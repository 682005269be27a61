import { type ClaimedFacts, claimedFacts } from './claimed-facts';
import { claimsOf } from './claims';
import type { Paper } from './paper';

/** What a query may ask of a paper beside its fields: what its own page claims, and links to code. */
export function queriedFacts(paper: Paper): ClaimedFacts {
  const { venue, ...claimed } = claimedFacts(claimsOf(paper));
  const venues = [paper.venue, paper.publication?.container, venue].filter(Boolean);
  return {
    ...claimed,
    ...(venues.length > 0 && { venue: [...new Set(venues)].join('; ') }),
    ...(paper.links?.code !== undefined && { hasCode: true }),
  };
}
