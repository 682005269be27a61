import { isConference } from './conferences';

/** Where a clause says a paper went, in its own words, and the year if it names just one. */
export type VenueWords = { readonly venue: string; readonly year?: string };

const LONGEST = 200;

// A preposition has been passed already when a phrase such as `accepted by the` ends here.
const BEGINNING = /^[\s,:"“”`'’]*(?=[\p{Lu}\d])/u;
const PREPOSED = /\b(?:in|by|at|to|on|for|the|as)$/i;

// Where the words of a venue end: lengths, remarks and new sentences after it.
const ENDS: readonly RegExp[] = [
  /[\s,(]+\d+\s*(?:\w+\s){0,2}(?:pages?|pp|pgs|figures?|figs?|tables?)\b/i,
  /,\s*(?!and\b|ed\b|eds\b|vol\b)(?=\p{Ll})/u,
  /\s[-–—]{1,3}\s/,
  /\s\((?![^()]{1,80}\))|\(\s*\)/,
  /\s(?:with|after|under|together|on)\s(?=[a-z\d])/,
  /\sfor\s(?:possible|potential|review|publication|consideration)\b/i,
  /[\s,]+(?:by the|as a|codes?|see|which|this|that|but|because|when|is|are|has|was|will|held|conference website|includes?|available|submitted|accepted|oral|poster)\b/i,
];

/** The venue named after `end`, where a phrase like `to appear in` is over; `undefined` when none is. */
export function venueAfter(clause: string, end: number): VenueWords | undefined {
  const rest = clause.slice(end, end + 2 * LONGEST);
  if (/^[\s,]*\d+\s*(?:\w+\s){0,2}(?:pages?|pp|figures?|figs?|tables?)\b/i.test(rest))
    return undefined;
  if (!BEGINNING.test(rest) && !PREPOSED.test(clause.slice(0, end).trimEnd())) return undefined;
  // What stands in quotes is a title, and holds all the words that end a venue elsewhere.
  const shape = rest.replace(/["“][^"“”]{1,150}["”]|``[^`']{1,150}''/g, (title) =>
    'X'.repeat(title.length),
  );
  const ends = ENDS.map((form) => shape.search(form)).filter((at) => at > 0);
  return named(rest.slice(0, Math.min(rest.length, ...ends)));
}

/** The venue named right before `start`: `22 pages, ApJ accepted`. */
export function venueBefore(clause: string, start: number): VenueWords | undefined {
  const pieces = clause.slice(Math.max(0, start - LONGEST), start).split(',');
  let words = pieces.pop() ?? '';
  while (pieces.length > 0 && /^\s*(?:(?:\d|vol\b|no\b).*)?$/i.test(words)) {
    words = `${pieces.pop() ?? ''},${words}`;
  }
  const isName = /^\s*\p{Lu}/u.test(words) && !REMARK.test(words);
  return isName ? named(words) : undefined;
}

const REMARK =
  /\b(?:is|this|the|versions?|papers?|article|work|manuscript|been|has|was|we|it|pages?|figures?|revised|typos?|references?|minor|final|updated?|added|corrected|to|also|post|preprint)\b/i;

// `CVPR 2021`, `IEEE ICRA'24`, `ACL-2023`.
const CONFERENCE =
  /(?<![\w-])([A-Za-z\d][A-Za-z\d-]{1,11})(?:\s|-|\s?['’])((?:19|20)?\d\d)(?![\w-])/gu;

/** The venue of a clause that names a conference and its year, and hardly says more. */
export function conferenceIn(clause: string): VenueWords | undefined {
  for (const { 1: name = '', 2: year = '', index, 0: whole } of clause.matchAll(CONFERENCE)) {
    if (!isConference(name)) continue;
    const before = clause.slice(0, index);
    const after = clause.slice(index + whole.length);
    const isAlone =
      /(?:^|[,:(]\s*|\b(?:IEEE|ACM|IEEE\/CVF)\s|^(?:in|at|@)\s)$/i.test(before) &&
      /^\s*(?:$|[,:.)(!-]|oral|poster|spotlight|highlight|camera|main|findings|conference|best)/i.test(
        after,
      );
    if (isAlone) return { venue: whole, year: year.length === 2 ? `20${year}` : year };
  }
  return undefined;
}

/** The workshop of a clause that names it beside its conference: `NeurIPS 2025 Workshop on …`. */
export function workshopIn(clause: string): VenueWords | undefined {
  if (!/\bworkshops?\b/i.test(clause)) return undefined;
  if (/\b(?:talks?|lectures?|presented|held|summary|report|given)\b/i.test(clause))
    return undefined;
  const names = [...clause.matchAll(CONFERENCE)].some(([, name = '']) => isConference(name));
  const piece = clause.split(/,\s+/).find((part) => /\bworkshops?\b/i.test(part));
  return names ? named(piece ?? clause) : undefined;
}

function named(words: string): VenueWords | undefined {
  const venue = words
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,:;"“”`'’(]+|[\s,:;"“”`'’.!]+$/gu, '')
    .replace(/^(?:(?:included|part|the|an?|in|at|on|of)\s+){1,3}/i, '')
    .replace(/\s(?:and|or|at|in)$/, '')
    .slice(0, LONGEST);
  if (!/\p{L}[^\p{L}]*\p{L}/u.test(venue) || NO_NAME.test(venue)) return undefined;
  const year = onlyYear(venue);
  return { venue, ...(year !== undefined && { year }) };
}

const NO_NAME =
  /^(?:journal|publication|conference|peer|possible publication|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s\d{4})$/i;

/** The one year a text names, `undefined` when it names none or several. */
export function onlyYear(text: string): string | undefined {
  const whole = text.matchAll(/(?<!\d)((?:19|20)\d\d)(?![\dA-Za-z])/g);
  const short = text.matchAll(/[A-Za-z]\s?['’](\d\d)(?!\d)/g);
  const years = new Set([...whole].map(([, year]) => year));
  for (const [, year] of short) years.add(`20${year}`);
  return years.size === 1 ? [...years][0] : undefined;
}
