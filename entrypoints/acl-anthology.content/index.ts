import { defineContentScript } from 'wxt/utils/define-content-script';
import { aclAnthology } from '@/utils/sites/acl-anthology';
import { runOn } from '../listing/run-on';

export default defineContentScript({
  matches: [...aclAnthology.matches],
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (context) => runOn([aclAnthology], context),
});
