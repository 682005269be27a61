import { arxiv } from './arxiv';
import { huggingFace } from './hugging-face';
import type { Site } from './site';

/** Every supported site, in alphabetical order. */
export const sites: readonly Site[] = [arxiv, huggingFace];

/** The site that reads this address. */
export function siteFor(url: URL): Site | undefined {
  return sites.find((site) => site.claims(url));
}
