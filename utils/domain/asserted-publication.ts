import { readJournalReference } from './journal-reference';
import type { Paper } from './paper';
import { doiOf, doiPaperId } from './paper-id';
import type { Publication } from './publication';

// Registrants of preprints, data and software: a DOI of theirs is no published version.
// bioRxiv and medRxiv, SSRN, Research Square, OSF, ChemRxiv, Preprints.org, TechRxiv, Authorea,
// Zenodo, figshare, Dryad, Hugging Face.
const UNPUBLISHED =
  /^10\.(?:1101|64898|2139|21203|31219|31234|31223|26434|20944|36227|22541|5281|6084|5061|57967)\//;

/**
 * The published version that the paper's own page asserts by its DOI or journal reference;
 * `undefined` where it asserts none. What the reference does not say for sure is left out. `plain`
 * turns half-TeX into plain text.
 */
export function publicationFrom(
  paper: Pick<Paper, 'doi' | 'journalRef'>,
  plain: (tex: string) => string = (tex) => tex,
): Publication | undefined {
  const doi = assertedDoi(paper);
  const words = paper.journalRef?.trim() ?? '';
  const reference = readJournalReference(plain(words));
  if (doi === undefined && reference === undefined) return undefined;
  const evidence = [...(reference ? [words] : []), ...(doi === undefined ? [] : [`doi ${doi}`])];
  return {
    kind: 'misc',
    ...reference,
    source: 'page',
    evidence: evidence.join('; '),
    ...(doi !== undefined && { doi }),
  };
}

/** The published version of a paper: what somebody answered for it, else what its own page asserts. */
export function publicationOf(
  paper: Pick<Paper, 'doi' | 'journalRef' | 'publication'>,
  plain?: (tex: string) => string,
): Publication | undefined {
  const { publication } = paper;
  // What a file said beside a preprint is no publication by itself.
  const isOne =
    publication !== undefined &&
    (publication.kind !== 'misc' || Boolean(publication.container ?? publication.doi));
  return isOne ? publication : publicationFrom(paper, plain);
}

/** The DOI that the page gives for the published version, in lower case; the first where it gives several. */
export function assertedDoi({ doi = '' }: Pick<Paper, 'doi'>): string | undefined {
  const [first = ''] = doi.trim().split(/\s|[,;](?=\s|10\.\d{4}|$)/u, 1);
  const id = doiPaperId(first.replace(/[.)]+$/, ''));
  const name = id === undefined ? undefined : doiOf(id);
  return name === undefined || UNPUBLISHED.test(name) ? undefined : name;
}
