import type { Citable, CiteOptions } from '@/utils/domain/citing';
import { authorLine } from './fields/authors';
import { citedWork } from './fields/cited-work';
import { workNumber, workUrl } from './fields/identifiers';
import { markdownCode, markdownLink, markdownText, markdownTitle } from './fields/markdown';
import { warningsOf } from './fields/work-warnings';
import type { ExportFormat, Written } from './format';

/** A bullet a paper: its title as a link, its authors, where it stands, its number. */
export const MARKDOWN_LIST: ExportFormat = {
  id: 'markdown-list',
  name: 'Markdown (list)',
  extension: 'md',
  mediaType: 'text/markdown',
  frame: { between: '' },
  write,
};

function write(item: Citable, options: CiteOptions): Written {
  const work = citedWork(item, options);
  const { kind, container = '', date } = work;
  const place = [kind === 'preprint' ? '' : container, date?.year ?? ''].filter(Boolean).join(', ');
  const parts = [
    markdownLink(markdownTitle(work.title), workUrl(work)),
    work.authors ? markdownText(authorLine(work.authors)) : '',
    markdownText(place),
    markdownCode(workNumber(work)),
  ];
  return { text: `- ${parts.filter(Boolean).join(' – ')}\n`, warnings: warningsOf(item, work) };
}
