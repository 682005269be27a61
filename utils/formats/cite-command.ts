import { safeKey } from './fields/safe-key';
import type { ExportFormat } from './format';

/** `\cite{a,b,c}`, to be pasted where papers are cited. */
export const CITE_COMMAND: ExportFormat = {
  id: 'cite-command',
  name: '\\cite{…}',
  extension: 'tex',
  mediaType: 'text/x-tex',
  frame: { begin: '\\cite{', between: ',', end: '}' },
  write: ({ key }) => ({ text: safeKey(key), warnings: [] }),
};
