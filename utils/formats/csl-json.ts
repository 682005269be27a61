import type { Citable, CiteOptions } from '@/utils/domain/citing';
import type { Authors } from './fields/authors';
import { type CitedWork, citedWork } from './fields/cited-work';
import { registeredDoi } from './fields/identifiers';
import { plainMath, plainRuns } from './fields/plain-title';
import { protectTitle } from './fields/protect-title';
import type { WorkDate } from './fields/work-date';
import { warningsOf } from './fields/work-warnings';
import type { ExportFormat, Written } from './format';
import type { SplitName } from './names/split-name';
import { readAbstract, readTitle } from './tex/read-title';
import type { Run, Style } from './tex/runs';

/** Citations for pandoc, Zotero and all that reads CSL: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
export const CSL_JSON: ExportFormat = {
  id: 'csl-json',
  name: 'CSL-JSON',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  frame: { begin: '[\n', between: ',\n', end: '\n]\n' },
  write,
};

// https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
const TYPES: Readonly<Record<CitedWork['kind'], string>> = {
  preprint: 'article',
  article: 'article-journal',
  inproceedings: 'paper-conference',
  incollection: 'chapter',
  book: 'book',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  techreport: 'report',
  unpublished: 'manuscript',
  misc: 'document',
};
const GENRES: Readonly<Partial<Record<CitedWork['kind'], string>>> = {
  preprint: 'Preprint',
  phdthesis: 'PhD thesis',
  mastersthesis: 'Master’s thesis',
};

function write(item: Citable, options: CiteOptions): Written {
  const work = citedWork(item, options);
  const title = protectTitle(readTitle(work.title), options.protection);
  const isPreprint = work.kind === 'preprint';
  const isReport = work.kind === 'techreport';
  const entry = {
    id: item.key,
    'citation-key': item.key,
    type: TYPES[work.kind],
    genre: GENRES[work.kind],
    title: title.map(markup).join(''),
    author: work.authors && people(work.authors),
    issued: work.date && issued(work.date),
    'container-title': isPreprint ? undefined : work.container,
    'collection-title': work.series,
    editor: work.editors && people(work.editors),
    volume: work.volume,
    issue: isReport ? undefined : work.number,
    number:
      isPreprint && work.arxiv ? `arXiv:${work.arxiv.number}` : isReport ? work.number : undefined,
    page: work.pages,
    publisher: isPreprint ? work.container : work.publisher,
    'publisher-place': work.address,
    edition: work.edition,
    ISBN: work.isbn,
    DOI: registeredDoi(work),
    URL: work.url,
    keyword: work.keywords.join(', ') || undefined,
    note: work.note,
    // The schema's place for what CSL has no word for: the preprint of a published work.
    custom: isPreprint || !work.arxiv ? undefined : { arxiv: work.arxiv.number },
    abstract: work.abstract === undefined ? undefined : plainRuns(readAbstract(work.abstract)),
  };
  return { text: JSON.stringify(entry, null, 2), warnings: warningsOf(item, work) };
}

function people({ names, more }: Authors): object[] {
  return [...names.map(person), ...(more ? [{ literal: 'others' }] : [])];
}

function person(name: SplitName): object {
  if ('literal' in name) return name;
  const { family, given, particle, suffix } = name;
  return { family, given, 'non-dropping-particle': particle, suffix };
}

function issued({ year, month, day }: WorkDate): object {
  if (!/^\d{4}$/.test(year)) return { literal: year };
  return {
    'date-parts': [[year, month, day].flatMap((part) => (part === undefined ? [] : Number(part)))],
  };
}

const TAGS: Readonly<Record<Style, readonly [open: string, close: string]>> = {
  textit: ['<i>', '</i>'],
  textbf: ['<b>', '</b>'],
  textsuperscript: ['<sup>', '</sup>'],
  textsubscript: ['<sub>', '</sub>'],
  textsc: ['<span style="font-variant:small-caps;">', '</span>'],
  texttt: ['', ''],
};

function markup(run: Run): string {
  if (run.kind === 'text') return run.text;
  if (run.kind === 'math') return plainMath(run.tex);
  const inner = run.runs.map(markup).join('');
  if (run.kind === 'protected') return `<span class="nocase">${inner}</span>`;
  const [open, close] = TAGS[run.style];
  return open + inner + close;
}
