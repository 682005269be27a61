import '@/components/theme.css';
import '@/components/fields.css';
import '@/components/saved-papers.css';
import '@/components/lists.css';
import '@/components/details.css';
import '@/components/side.css';
import '@/components/citing.css';
import '@/components/figures.css';
import '@/components/rules.css';
import '@/components/sites.css';
import './library.css';
import { render } from 'preact';
import { remoteLibrary } from '@/utils/messages';
import { exporter } from '@/utils/own-page/exporting';
import { storedReads, storedRuleReads } from '@/utils/own-page/reads';
import { LibraryPage } from './library-page';

const app = document.getElementById('app');
const library = remoteLibrary();
const reads = storedReads(library.mendIndex);
const parts = {
  reads,
  ruleReads: storedRuleReads(),
  library,
  exporter: exporter(library, reads.citables),
};
if (app) render(<LibraryPage {...parts} />, app);
