import { defineContentScript } from 'wxt/utils/define-content-script';
import { arxiv } from '@/utils/sites/arxiv';
import { runOn } from '../listing/run-on';

export default defineContentScript({
  matches: [...arxiv.matches],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (context) => runOn([arxiv], context),
});
