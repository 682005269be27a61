import '@/components/theme.css';
import '@/components/fields.css';
import '@/components/saved-papers.css';
import '@/components/lists.css';
import '@/components/details.css';
import '@/components/side.css';
import '@/components/figures.css';
import '@/components/rules.css';
import './library.css';
import { render } from 'preact';
import { remoteLibrary } from '@/utils/messages';
import { storedReads, storedRuleReads } from '@/utils/own-page/reads';
import { LibraryPage } from './library-page';

const app = document.getElementById('app');
const library = remoteLibrary();
const parts = { reads: storedReads(library.mendIndex), ruleReads: storedRuleReads(), library };
if (app) render(<LibraryPage {...parts} />, app);
