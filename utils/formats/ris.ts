import type { Citable, CiteOptions } from '@/utils/domain/citing';
import type { Authors } from './fields/authors';
import { type CitedWork, citedWork } from './fields/cited-work';
import { registeredDoi } from './fields/identifiers';
import { plainRuns, plainTitle } from './fields/plain-title';
import type { WorkDate } from './fields/work-date';
import { warningsOf } from './fields/work-warnings';
import type { ExportFormat, Written } from './format';
import { cleanText } from './tex/clean';
import { readAbstract } from './tex/read-title';

/** Lines of two letters and a value, for EndNote, Mendeley, Zotero: https://en.wikipedia.org/wiki/RIS_(file_format) */
export const RIS: ExportFormat = {
  id: 'ris',
  name: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  frame: { between: '\r\n' },
  write,
};

const TYPES: Readonly<Record<CitedWork['kind'], string>> = {
  preprint: 'UNPB',
  article: 'JOUR',
  inproceedings: 'CPAPER',
  incollection: 'CHAP',
  book: 'BOOK',
  phdthesis: 'THES',
  mastersthesis: 'THES',
  techreport: 'RPRT',
  unpublished: 'UNPB',
  misc: 'GEN',
};

const GENRES: Readonly<Partial<Record<CitedWork['kind'], string>>> = {
  phdthesis: 'PhD thesis',
  mastersthesis: 'Master’s thesis',
};

const CONTAINERS: Readonly<Partial<Record<CitedWork['kind'], string>>> = {
  preprint: 'PB',
  article: 'JO',
};

type Line = readonly [tag: string, value: string | undefined];

function write(item: Citable, options: CiteOptions): Written {
  const work = citedWork(item, options);
  const [first, last] = work.pages?.split('-', 2) ?? [];
  const lines: readonly Line[] = [
    ['TY', TYPES[work.kind]],
    ['ID', item.key],
    ['M3', GENRES[work.kind]],
    ...people('AU', work.authors),
    ['TI', plainTitle(work.title)],
    [CONTAINERS[work.kind] ?? 'T2', work.container],
    ...people('ED', work.editors),
    ['T3', work.series],
    ['VL', work.volume],
    ['IS', work.number],
    ['SP', first],
    ['EP', last],
    ['PB', work.publisher],
    ['CY', work.address],
    ['ET', work.edition],
    ['SN', work.isbn],
    ['PY', work.date?.year],
    ['DA', work.date && slashed(work.date)],
    ['DO', registeredDoi(work)],
    ['UR', work.url],
    ['AN', work.arxiv && `arXiv:${work.arxiv.number}`],
    ...work.keywords.map((keyword): Line => ['KW', keyword]),
    ['N1', work.note],
    ['AB', work.abstract === undefined ? undefined : plainRuns(readAbstract(work.abstract))],
  ];
  const text = `${lines.map(line).join('')}ER  - \r\n`;
  return { text, warnings: warningsOf(item, work) };
}

/** A value never holds a line end, with which it could begin a line of its own. */
function line([tag, value = '']: Line): string {
  const text = cleanText(value, 20_000);
  return text === '' ? '' : `${tag}  - ${text}\r\n`;
}

/** `Family, Given, Suffix`. */
function people(tag: string, authors: Authors | undefined): readonly Line[] {
  const names = (authors?.names ?? []).map((name) => {
    if ('literal' in name) return name.literal;
    const family = [name.particle, name.family].filter(Boolean).join(' ');
    return [family, name.given, name.suffix].filter(Boolean).join(', ');
  });
  return [...names, ...(authors?.more ? ['et al.'] : [])].map((name): Line => [tag, name]);
}

/** `yyyy/mm/dd`, as far as it is known. */
function slashed({ year, month, day }: WorkDate): string | undefined {
  if (month === undefined || !/^\d{4}$/.test(year)) return undefined;
  const parts = [month, day].map((part) =>
    part === undefined ? '' : String(part).padStart(2, '0'),
  );
  return [year, ...parts].join('/').replace(/\/$/, '');
}
