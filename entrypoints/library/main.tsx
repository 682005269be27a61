import '@/components/theme.css';
import '@/components/fields.css';
import '@/components/saved-papers.css';
import './library.css';
import { render } from 'preact';
import { remoteLibrary } from '@/utils/messages';
import { storedReads } from '@/utils/own-page/reads';
import { LibraryPage } from './library-page';

const app = document.getElementById('app');
if (app) render(<LibraryPage reads={storedReads()} library={remoteLibrary()} />, app);
