import type { Paper } from '@/utils/domain/paper';
import { skeletonOf } from '@/utils/page/skeleton';
import { siteFor } from '@/utils/sites';
import { documentOf, type SavedPage } from './saved-page';

/** What an adapter makes of a saved page; `site` is absent when none claims it. */
export type Checked = {
  readonly file: string;
  readonly site?: string;
  readonly listing: string;
  readonly cards: number;
  readonly readable: number;
  /** For each field how many of the readable papers have it. */
  readonly filled: Readonly<Record<string, number>>;
  readonly understood: boolean;
  readonly doubts: readonly string[];
  readonly skeleton?: string;
};

/** Reads a saved page with the adapter that claims its address. */
export function checkPage({ file, html, url, today }: SavedPage): Checked {
  const site = url && siteFor(url);
  if (!url || !site) {
    const listing = url ? 'no adapter' : 'no address';
    return { file, listing, cards: 0, readable: 0, filled: {}, understood: false, doubts: [] };
  }
  const open = site.open({ document: documentOf(html, url), url, today });
  const cards = open.cards();
  const papers = cards.flatMap((card): Paper[] => {
    try {
      return [card.read().paper];
    } catch {
      // Counted by the difference to the cards.
      return [];
    }
  });
  const filled: Record<string, number> = {};
  for (const paper of papers) {
    for (const field of Object.keys(paper)) filled[field] = (filled[field] ?? 0) + 1;
  }
  const [first] = cards;
  return {
    file,
    site: site.id,
    listing: open.listing.kind,
    cards: cards.length,
    readable: papers.length,
    filled,
    understood: open.understood,
    doubts: open.doubts ?? [],
    ...(first && !open.understood && { skeleton: skeletonOf(first.parts[0] ?? first.main) }),
  };
}
