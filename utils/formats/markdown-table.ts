import type { Citable, CiteOptions } from '@/utils/domain/citing';
import { authorLine } from './fields/authors';
import { citedWork } from './fields/cited-work';
import { workNumber, workUrl, workVenue } from './fields/identifiers';
import { markdownCode, markdownLink, markdownText, markdownTitle } from './fields/markdown';
import { warningsOf } from './fields/work-warnings';
import type { ExportFormat, Written } from './format';

/** A row a paper. */
export const MARKDOWN_TABLE: ExportFormat = {
  id: 'markdown-table',
  name: 'Markdown (table)',
  extension: 'md',
  mediaType: 'text/markdown',
  frame: {
    begin:
      '| Title | Authors | Year | Venue | Number | Tags | Key |\n| --- | --- | --- | --- | --- | --- | --- |\n',
    between: '',
  },
  write,
};

function write(item: Citable, options: CiteOptions): Written {
  const work = citedWork(item, options);
  const cells = [
    markdownLink(markdownTitle(work.title), workUrl(work)),
    work.authors ? markdownText(authorLine(work.authors)) : '',
    markdownText(work.date?.year ?? ''),
    markdownText(workVenue(work)),
    markdownCode(workNumber(work)),
    markdownText(work.keywords.join(', ')),
    markdownCode(item.key),
  ];
  return { text: `| ${cells.join(' | ')} |\n`, warnings: warningsOf(item, work) };
}
