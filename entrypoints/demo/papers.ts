import type { DemoPaper } from './demo-paper';
import { languagePapers } from './papers-language';
import { makingPapers } from './papers-making';
import { worldPapers } from './papers-world';

/** The sandbox's papers in the order they are listed: most upvotes first, as on the site. */
export const demoPapers: readonly DemoPaper[] = [
  ...makingPapers,
  ...languagePapers,
  ...worldPapers,
].toSorted((one, other) => other.upvotes - one.upvotes);
