import '@/components/theme.css';
import '@/entrypoints/listing.content/style.css';
import styles from '@/components/tools.css?inline';
import { localDay } from '@/utils/domain/day';
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
  today: () => localDay(new Date()),
  library,
  onChange,
  styles,
  signal,
});
answerPageReports(() => session.report(), signal);
session.start();
