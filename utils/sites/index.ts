import { aclAnthology } from './acl-anthology';
import { arxiv } from './arxiv';
import { bioRxiv } from './biorxiv';
import { googleScholar } from './google-scholar';
import { huggingFace } from './hugging-face';
import { openReview } from './openreview';
import { papersCool } from './papers-cool';
import { pubmed } from './pubmed';
import type { Site } from './site';

export { originsOf } from './reading/origins';

/** The sites that are always read, in alphabetical order. */
export const requiredSites: readonly Site[] = [arxiv, huggingFace];

/** The sites that are read once the reader asks for them, in alphabetical order. */
export const optionalSites: readonly Site[] = [
  aclAnthology,
  bioRxiv,
  googleScholar,
  openReview,
  papersCool,
  pubmed,
];

/** Every supported site. */
export const sites: readonly Site[] = [...requiredSites, ...optionalSites];

/** The site that reads this address. */
export function siteFor(url: URL): Site | undefined {
  return sites.find((site) => site.claims(url));
}
