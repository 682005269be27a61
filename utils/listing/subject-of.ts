import { claimedFacts } from '@/utils/domain/claimed-facts';
import { arxivIdOf } from '@/utils/domain/paper-id';
import type { CardSubject } from '@/utils/query/rules';
import type { CardState } from './card-state';

/** What rules and filters may ask of a card. */
export function subjectOf(
  { card, reading, title, abstract, status, patterns }: CardState,
  site: string,
): CardSubject {
  const { paper } = reading ?? {};
  const { entry, note, seenBefore } = status ?? {};
  const { venue, ...claimed } = claimedFacts(status?.claims ?? []);
  const venues = [paper?.venue, venue].filter((name) => name !== undefined);
  return {
    ...paper,
    id: card.id,
    patterns,
    title,
    abstract,
    sites: [site],
    ...(card.listedAs && { listedAs: card.listedAs }),
    ...claimed,
    ...(venues.length > 0 && { venue: venues.join('; ') }),
    hasCode: claimed.hasCode === true || paper?.links?.code !== undefined,
    hasPdf: arxivIdOf(card.id) !== undefined,
    isNew: status !== undefined && seenBefore === undefined,
    isHidden: status?.hidden ?? false,
    ...(note !== undefined && { note }),
    ...(seenBefore !== undefined && { seen: seenBefore }),
    ...(entry && {
      tags: entry.tags,
      state: entry.state,
      saved: entry.savedAt,
      isStarred: entry.starred,
    }),
  };
}
