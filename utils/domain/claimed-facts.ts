import type { Claim } from './claims';

/** What claims mean for somebody who looks for papers. */
export type ClaimedFacts = {
  readonly venue?: string;
  readonly hasCode?: true;
  readonly isWithdrawn?: true;
};

/** The facts in a paper's claims: where it was accepted or published, whether there is code, whether it was withdrawn. */
export function claimedFacts(claims: readonly Claim[]): ClaimedFacts {
  const venues = claims.flatMap(({ kind, venue }) =>
    kind !== 'submitted' && venue !== undefined ? [venue] : [],
  );
  return {
    ...(venues.length > 0 && { venue: [...new Set(venues)].join('; ') }),
    ...(claims.some(({ kind }) => kind === 'code') && { hasCode: true }),
    ...(claims.some(({ kind }) => kind === 'withdrawn') && { isWithdrawn: true }),
  };
}
