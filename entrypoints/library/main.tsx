import '@/components/theme.css';
import '@/components/fields.css';
import '@/components/saved-papers.css';
import '@/components/rules.css';
import './library.css';
import { render } from 'preact';
import { remoteLibrary } from '@/utils/messages';
import { storedReads, storedRuleReads } from '@/utils/own-page/reads';
import { LibraryPage } from './library-page';

const app = document.getElementById('app');
const parts = { reads: storedReads(), ruleReads: storedRuleReads(), library: remoteLibrary() };
if (app) render(<LibraryPage {...parts} />, app);
