import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import styles from '@/components/tools.css?inline';
import { ListingSession } from '@/utils/listing/listing-session';
import {
  answerPageReports,
  fetchEditors,
  onChange,
  onLeave,
  remoteLibrary,
} from '@/utils/messages';
import type { Site } from '@/utils/sites/site';
import './style.css';

/** Puts Offprint on the page, where one of these sites claims it, until the site is switched off. */
export function runOn(sites: readonly Site[], context: ContentScriptContext): void {
  const { signal } = context;
  const url = new URL(location.href);
  const site = sites.find((candidate) => candidate.claims(url));
  if (!site) return;
  const session = new ListingSession({
    document,
    site,
    siteId: site.id,
    address: () => new URL(location.href),
    now: () => Date.now(),
    library: remoteLibrary(),
    onChange,
    fetchEditors,
    styles,
    ruleSites: [],
    signal,
  });
  answerPageReports(() => session.report(), signal);
  onLeave(site.id, () => context.abort(), signal);
  session.start();
}
