import { conceals } from '@/utils/domain/verdict';
import type { PageReport } from '@/utils/domain/listing';
import { skeletonOf } from '@/utils/page/skeleton';
import type { Board } from './board';

/** What Offprint did on the page of `site` that this board keeps. */
export function reportOf(site: string, board: Board, paused: boolean): PageReport {
  const { states, listing, understood, doubts, unreadable } = board;
  const [first] = states;
  const concealed = states.filter(({ verdict }) => conceals(verdict));
  return {
    site,
    listing: listing ?? { kind: 'unknown' },
    understood,
    doubts,
    ...(!understood && first?.card.parts[0] && { skeleton: skeletonOf(first.card.parts[0]) }),
    cards: states.length,
    unreadable,
    concealed: concealed.length,
    byHand: concealed.filter(({ verdict }) => verdict.by === 'hand').length,
    asSeen: concealed.filter(({ verdict }) => verdict.by === 'seen').length,
    rules: new Set(concealed.flatMap(({ verdict }) => verdict.because?.rule.id ?? [])).size,
    pinned: states.filter(({ verdict }) => verdict.kind === 'pin').length,
    fresh: states.filter(({ status }) => status && status.seenBefore === undefined).length,
    paused,
    saved: states.filter(({ status }) => status?.entry).length,
  };
}
