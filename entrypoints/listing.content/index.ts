import { defineContentScript } from 'wxt/utils/define-content-script';
import styles from '@/components/tools.css?inline';
import { ListingSession } from '@/utils/listing/listing-session';
import { answerPageReports, fetchEditors, onChange, remoteLibrary } from '@/utils/messages';
import { sites, siteFor } from '@/utils/sites';
import './style.css';

export default defineContentScript({
  matches: sites.flatMap(({ matches }) => [...matches]),
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const site = siteFor(new URL(location.href));
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
      signal: ctx.signal,
    });
    answerPageReports(() => session.report(), ctx.signal);
    session.start();
  },
});
