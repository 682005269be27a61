import type { Paper } from './paper';
import { assertedDoi } from './asserted-publication';
import { type PaperId, doiPaperId } from './paper-id';

/** All ids that a paper is known by, each once, its own first: also those of its published version. */
export function allIdsOf(
  paper: Pick<Paper, 'id' | 'aliases' | 'doi' | 'publication'>,
): readonly PaperId[] {
  const dois = [assertedDoi(paper), paper.publication?.doi].flatMap(
    (doi) => doiPaperId(doi ?? '') ?? [],
  );
  return [...new Set([paper.id, ...(paper.aliases ?? []), ...dois])];
}
