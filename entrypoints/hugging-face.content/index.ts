import { defineContentScript } from 'wxt/utils/define-content-script';
import { huggingFace } from '@/utils/sites/hugging-face';
import { runOn } from '../listing/run-on';

export default defineContentScript({
  matches: [...huggingFace.matches],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (context) => runOn([huggingFace], context),
});
