import { arxiv } from './arxiv';
import { huggingFace } from './hugging-face';
import type { Site } from './site';

export { originsOf } from './origins';

/** Sites that are always read. */
export const requiredSites: readonly Site[] = [arxiv, huggingFace];

/** Sites that are read where the reader switched them on. */
export const optionalSites: readonly Site[] = [];

/** Every supported site. */
export const sites: readonly Site[] = [...requiredSites, ...optionalSites];

/** The site that reads this address. */
export function siteFor(url: URL): Site | undefined {
  return sites.find((site) => site.claims(url));
}
