import { defineContentScript } from 'wxt/utils/define-content-script';
import { bioRxiv } from '@/utils/sites/biorxiv';
import { runOn } from '../listing/run-on';

export default defineContentScript({
  matches: [...bioRxiv.matches],
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (context) => runOn([bioRxiv], context),
});
