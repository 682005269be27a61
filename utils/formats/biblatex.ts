import type { Citable, CiteOptions } from '@/utils/domain/citing';
import { type Dialect, bibEntry } from './fields/bib-entry';
import { isUnknownToBiblatex } from './fields/bib-fields';
import { citedWork } from './fields/cited-work';
import { entryType } from './fields/entry-type';
import { texWriter } from './fields/tex-writer';
import type { ExportFormat, Written } from './format';
import { printable } from './tex/printable';

/** Entries for biblatex with biber, letters as they are. */
export const BIBLATEX: ExportFormat = {
  id: 'biblatex',
  name: 'biblatex',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  write,
};

const DIALECT: Dialect = {
  column: 1,
  label: 'label',
  lacks: isUnknownToBiblatex,
  unprintable: (entry) => [...entry].filter((char) => !printable(char)),
};

function write(item: Citable, options: CiteOptions): Written {
  const work = citedWork(item, options);
  const isOnline = work.kind === 'preprint' && (work.url ?? work.doi) !== undefined;
  const facts = {
    work,
    type: isOnline ? 'online' : entryType(work),
    tex: texWriter('unicode', options.protection),
    givesEprint: true,
  };
  return bibEntry(item, facts, DIALECT);
}
