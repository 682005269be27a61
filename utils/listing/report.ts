import type { PageReport } from '@/utils/domain/listing';
import { conceals } from '@/utils/domain/verdict';
import type { Board } from './board';

/** What Offprint did on a page, in numbers. */
export function reportOf(site: string, board: Board, paused: boolean): PageReport {
  const { states, listing, understood, unreadable } = board;
  const concealed = states.filter(({ verdict }) => conceals(verdict));
  return {
    site,
    listing: listing ?? { kind: 'unknown' },
    understood,
    cards: states.length,
    unreadable,
    concealed: concealed.length,
    byHand: concealed.filter(({ verdict }) => verdict.byHand).length,
    rules: new Set(concealed.flatMap(({ verdict }) => verdict.because?.rule.id ?? [])).size,
    paused,
    saved: states.filter(({ status }) => status?.entry).length,
  };
}
