import { defineContentScript } from 'wxt/utils/define-content-script';
import { googleScholar } from '@/utils/sites/google-scholar';
import { runOn } from '../listing/run-on';

export default defineContentScript({
  matches: [...googleScholar.matches],
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (context) => runOn([googleScholar], context),
});
