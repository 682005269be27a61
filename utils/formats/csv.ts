import type { Citable, CiteOptions } from '@/utils/domain/citing';
import { displayName } from './fields/authors';
import { citedWork } from './fields/cited-work';
import { registeredDoi, workUrl, workVenue } from './fields/identifiers';
import { plainRuns, plainTitle } from './fields/plain-title';
import { isoDate } from './fields/work-date';
import { warningsOf } from './fields/work-warnings';
import type { ExportFormat, Written } from './format';
import { cleanText } from './tex/clean';
import { readAbstract } from './tex/read-title';

const COLUMNS = [
  'id',
  'key',
  'title',
  'authors',
  'year',
  'date',
  'venue',
  'doi',
  'url',
  'tags',
  'note',
  'abstract',
] as const;

/** A table for spreadsheets, RFC 4180. */
export const CSV: ExportFormat = {
  id: 'csv',
  name: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv',
  frame: { begin: `${COLUMNS.join(',')}\r\n`, between: '' },
  write,
};

function write(item: Citable, options: CiteOptions): Written {
  const work = citedWork(item, options);
  const names = work.authors?.names.map(displayName) ?? [];
  const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    id: item.paper.id,
    key: item.key,
    title: plainTitle(work.title),
    authors: [...names, ...(work.authors?.more ? ['et al.'] : [])].join('; '),
    year: work.date?.year ?? '',
    date: work.date ? (isoDate(work.date) ?? '') : '',
    venue: workVenue(work),
    doi: registeredDoi(work) ?? '',
    url: workUrl(work),
    tags: work.keywords.join(', '),
    note: work.note ?? '',
    abstract: work.abstract === undefined ? '' : plainRuns(readAbstract(work.abstract)),
  };
  const row = COLUMNS.map((column) => csvCell(cells[column])).join(',');
  return { text: `${row}\r\n`, warnings: warningsOf(item, work) };
}

/** A cell that no spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
export function csvCell(value: string): string {
  const text = cleanText(value, 20_000);
  const safe = /^[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
