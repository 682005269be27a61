import type { CitedWork } from './cited-work';

/** The DOI of the work; of a preprint on arXiv the one that arXiv gives it. */
export function registeredDoi({ kind, doi, arxiv }: CitedWork): string | undefined {
  return doi ?? (kind === 'preprint' && arxiv ? `10.48550/arXiv.${arxiv.number}` : undefined);
}

/** Where a work can be read: its address, or the one its DOI leads to; empty when neither is known. */
export function workUrl({ url, doi }: CitedWork): string {
  if (url !== undefined) return url;
  return doi === undefined
    ? ''
    : `https://doi.org/${encodeURI(doi).replace(/[#?]/g, encodeURIComponent)}`;
}

/** The work's number where it lies: `arXiv:2106.09685`, `doi:10.1000/182`; empty when it has none. */
export function workNumber({ arxiv, doi }: CitedWork): string {
  if (arxiv) return `arXiv:${arxiv.number}`;
  return doi === undefined ? '' : `doi:${doi}`;
}

/** Where a work stands: its journal or book, or its preprint's name; empty when it stands alone. */
export function workVenue({ kind, container = '', arxiv }: CitedWork): string {
  if (kind !== 'preprint' || container === '') return container;
  return arxiv && container === 'arXiv'
    ? `arXiv preprint arXiv:${arxiv.number}`
    : `${container} preprint`;
}
