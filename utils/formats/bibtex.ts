import {
  CITE_DEFAULTS,
  type Citable,
  type Citation,
  type CiteOptions,
  type Preset,
} from '@/utils/domain/citing';
import { type Dialect, bibEntry } from './fields/bib-entry';
import { type CitedWork, citedWork } from './fields/cited-work';
import { entryType } from './fields/entry-type';
import { workVenue } from './fields/identifiers';
import { texWriter } from './fields/tex-writer';
import { type ExportFormat, type Written, exportText } from './format';
import { printable } from './tex/printable';

/** Entries for classic LaTeX and BibTeX. */
export const BIBTEX: ExportFormat = {
  id: 'bibtex',
  name: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  write,
};

/** BibTeX entries in the order given; a paper that cannot be written is left out with a warning. */
export function bibtex(items: readonly Citable[], options: CiteOptions = CITE_DEFAULTS): Citation {
  return exportText(BIBTEX, items, options);
}

function write(item: Citable, options: CiteOptions): Written {
  const work = shaped(citedWork(item, options), options.preset);
  const facts = {
    work,
    type: entryType(work),
    tex: texWriter(options.escaping, options.protection),
    givesEprint: options.preset === 'arxiv',
  };
  return bibEntry(item, facts, options.escaping === 'latex' ? ASCII : UNICODE);
}

/** Google Scholar gives a preprint as an article in the journal of its server. */
function shaped(work: CitedWork, preset: Preset): CitedWork {
  if (preset !== 'scholar' || work.kind !== 'preprint' || work.container === undefined) return work;
  return { ...work, kind: 'article', container: workVenue(work) };
}

const UNICODE: Dialect = {
  column: 0,
  label: 'key',
  // BibTeX passes over what a style does not print.
  lacks: () => false,
  unprintable: (entry) => [...entry].filter((char) => !printable(char)),
};

/** Whatever has a name in LaTeX was written in ASCII, so the rest has none. */
const ASCII: Dialect = {
  ...UNICODE,
  unprintable: (entry) => entry.match(/[^\n\u0020-\u007e]/gu) ?? [],
};
