import { defineContentScript } from 'wxt/utils/define-content-script';
import { openReview } from '@/utils/sites/openreview';
import { runOn } from '../listing/run-on';

export default defineContentScript({
  matches: [...openReview.matches],
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (context) => runOn([openReview], context),
});
