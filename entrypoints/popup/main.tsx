import '@/components/theme.css';
import '@/components/fields.css';
import '@/components/saved-papers.css';
import '@/components/lists.css';
import '@/components/details.css';
import '@/components/side.css';
import '@/components/citing.css';
import './popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { remoteLibrary } from '@/utils/messages';
import { exporter } from '@/utils/own-page/exporting';
import { storedReads } from '@/utils/own-page/reads';
import { Popup } from './popup';

// A popup takes its size from its content; the same page in a tab takes the tab's.
const inPopup = browser.extension.getViews({ type: 'popup' }).includes(window);
document.documentElement.dataset['view'] = inPopup ? 'popup' : 'tab';

const app = document.getElementById('app');
const library = remoteLibrary();
const reads = storedReads(library.mendIndex);
const exports = exporter(library, reads.citables);
if (app) render(<Popup reads={reads} library={library} exporter={exports} />, app);
