import '@/components/theme.css';
import '@/entrypoints/listing/style.css';
import editorStyles from '@/components/editors.css?inline';
import styles from '@/components/tools.css?inline';
import { editorsWith } from '@/components/editors';
import { handOver } from '@/utils/listing/late-editors';
import { ListingSession } from '@/utils/listing/listing-session';
import { answerPageReports, onChange, remoteLibrary } from '@/utils/messages';
import { huggingFace } from '@/utils/sites/hugging-face';
import { mountDemo } from './mount-demo';
import './demo.css';

const library = remoteLibrary();
const { signal } = new AbortController();

mountDemo(document, async () => {
  await library.clearSandbox();
});

const session = new ListingSession({
  document,
  site: huggingFace,
  // What is tried here stays here: its rules never touch a real listing.
  siteId: 'sandbox',
  ruleSites: ['sandbox'],
  address: () => new URL('https://huggingface.co/papers'),
  now: () => Date.now(),
  library,
  onChange,
  // This page is ours: its editors are a part of it.
  fetchEditors: async () => handOver(editorsWith(editorStyles)),
  styles,
  signal,
});
answerPageReports(() => session.report(), signal);
session.start();
