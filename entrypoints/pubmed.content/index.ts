import { defineContentScript } from 'wxt/utils/define-content-script';
import { pubmed } from '@/utils/sites/pubmed';
import { runOn } from '../listing/run-on';

export default defineContentScript({
  matches: [...pubmed.matches],
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (context) => runOn([pubmed], context),
});
