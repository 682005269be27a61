import { defineContentScript } from 'wxt/utils/define-content-script';
import { papersCool } from '@/utils/sites/papers-cool';
import { runOn } from '../listing/run-on';

export default defineContentScript({
  matches: [...papersCool.matches],
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (context) => runOn([papersCool], context),
});
