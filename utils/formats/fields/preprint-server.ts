import type { Paper } from '@/utils/domain/paper';
import { arxivIdOf, doiOf } from '@/utils/domain/paper-id';

// Registrants of DOIs that are for preprints, or the beginnings of such DOIs.
const PREFIXES: readonly (readonly [prefix: string, server: string])[] = [
  ['10.1101/', 'bioRxiv'],
  ['10.64898/', 'bioRxiv'],
  ['10.26434/chemrxiv', 'ChemRxiv'],
  ['10.21203/rs.', 'Research Square'],
  ['10.20944/preprints', 'Preprints.org'],
  ['10.31234/osf.io', 'PsyArXiv'],
  ['10.31219/osf.io', 'OSF Preprints'],
  ['10.31235/osf.io', 'SocArXiv'],
  ['10.31223/', 'EarthArXiv'],
  ['10.36227/techrxiv', 'TechRxiv'],
  ['10.2139/ssrn', 'SSRN'],
];

/** Where a preprint lies, by name; `undefined` for a work that is none by its identity. */
export function preprintServer({ id, links }: Paper): string | undefined {
  if (arxivIdOf(id) !== undefined) return 'arXiv';
  if (id.startsWith('openreview:')) return 'OpenReview';
  const doi = doiOf(id) ?? '';
  const server = PREFIXES.find(([prefix]) => doi.startsWith(prefix))?.[1];
  // medRxiv shares the DOIs of bioRxiv.
  return server === 'bioRxiv' && links?.page?.includes('medrxiv.org') ? 'medRxiv' : server;
}
