import type { Citable, CiteOptions, TemplateProblem } from '@/utils/domain/citing';
import { authorLine } from './fields/authors';
import { type CitedWork, citedWork } from './fields/cited-work';
import { registeredDoi, workNumber, workUrl, workVenue } from './fields/identifiers';
import { plainRuns, plainTitle } from './fields/plain-title';
import { warningsOf } from './fields/work-warnings';
import type { ExportFormat, Written } from './format';
import { cleanText } from './tex/clean';
import { readAbstract } from './tex/read-title';

/** A line a paper, as the reader's own template says; the text is plain, and escaping it is up to them. */
export const LINE: ExportFormat = {
  id: 'line',
  name: 'Own lines',
  extension: 'txt',
  mediaType: 'text/plain',
  frame: { between: '' },
  write: (item, options) => line(item, options, options.lineTemplate),
};

/** A plain reference, for an e-mail or a reading list. */
export const REFERENCE: ExportFormat = {
  id: 'reference',
  name: 'Plain reference',
  extension: 'txt',
  mediaType: 'text/plain',
  frame: { between: '' },
  write: (item, options) => line(item, options, '{authors} ({year}). {title}. {venue}. {url}'),
};

const PLACES: Readonly<Record<string, (work: CitedWork, item: Citable) => string>> = {
  authors: ({ authors }) => (authors ? authorLine(authors) : ''),
  year: ({ date }) => date?.year ?? '',
  title: ({ title }) => plainTitle(title),
  venue: workVenue,
  url: workUrl,
  key: (_, { key }) => key,
  id: (work, { paper }) => workNumber(work) || paper.id,
  doi: (work) => registeredDoi(work) ?? '',
  tags: ({ keywords }) => keywords.join(', '),
  note: ({ note = '' }) => note,
  abstract: ({ abstract }) => (abstract === undefined ? '' : plainRuns(readAbstract(abstract))),
};

const LONGEST_TEMPLATE = 2000;
const PLACE = /\{([A-Za-z]{1,20})\}/;

/** What is wrong with a template for a line; `undefined` when nothing is. */
export function lineTemplateProblem(template: string): TemplateProblem | undefined {
  if (template.length > LONGEST_TEMPLATE)
    return { code: 'templateTooLong', about: [String(LONGEST_TEMPLATE)] };
  const names = template.split(PLACE).filter((_, at) => at % 2 === 1);
  const unknown = names.find((name) => !Object.hasOwn(PLACES, name));
  const known = Object.keys(PLACES)
    .map((name) => `{${name}}`)
    .join(', ');
  if (unknown !== undefined) return { code: 'templateUnknown', about: [`{${unknown}}`, known] };
  return names.length > 0 ? undefined : { code: 'templateConstant', about: [known] };
}

function line(item: Citable, options: CiteOptions, template: string): Written {
  const wants = (name: string): boolean => template.includes(`{${name}}`);
  // A template that names them asks for them.
  const work = citedWork(item, {
    ...options,
    notes: options.notes || wants('note'),
    abstracts: options.abstracts || wants('abstract'),
  });
  const parts = template.slice(0, LONGEST_TEMPLATE).split(PLACE);
  const text = parts.reduce((before, part, at) => {
    if (at % 2 === 0) return withLiteral(before, part, at > 0);
    if (!Object.hasOwn(PLACES, part)) return `${before}{${part}}`;
    return before + cleanText(PLACES[part]?.(work, item) ?? '', 20_000);
  }, '');
  return { text: `${text.trim()}\n`, warnings: warningsOf(item, work) };
}

/** The template's own signs, without those that a part which is empty, or ends so itself, leaves over. */
function withLiteral(before: string, literal: string, follows: boolean): string {
  if (!follows) return literal;
  if (before.endsWith('(') && literal.startsWith(')'))
    return withLiteral(before.slice(0, -1).trimEnd(), literal.slice(1), true);
  const isEnded = /(?:^|[.?!,;:]\s*)$/u.test(before.slice(-3)) && /^[.,;:]/.test(literal);
  return before + (isEnded ? literal.slice(before.endsWith(' ') ? 2 : 1) : literal);
}
