import { isConference } from './conferences';
import { conferenceIn, onlyYear } from './venue-words';

/** A journal reference in parts, as far as each is sure; `container` is the whole text where none is. */
export type JournalReference = {
  readonly kind: 'article' | 'inproceedings' | 'incollection';
  readonly container: string;
  readonly series?: string;
  readonly volume?: string;
  readonly number?: string;
  readonly pages?: string;
  readonly year?: string;
};

const LONGEST = 500;

/** Reads a reference as authors type it on arXiv: `Phys.Rev.D76:013009,2007`, `EPL, 78(2007)48001`. */
export function readJournalReference(given: string): JournalReference | undefined {
  const text = tidied(given);
  if (!/\p{L}/u.test(text)) return undefined;
  const journal = inJournal(text);
  // `AIP Conf. Proc. 937, 43 (2007)` and `Proc. IEEE 95, 138 (2007)` are journals; they count volumes and pages.
  if (journal?.volume !== undefined && journal.pages !== undefined) return journal;
  return inProceedings(text) ?? journal ?? unread(text);
}

/** Errata and translations follow the reference itself, after a semicolon. */
function tidied(given: string): string {
  const text = given
    .slice(0, LONGEST)
    .replace(/[\s~]+/gu, ' ')
    .replace(/\s?[-‐‑–—]{1,3}\s?(?=\w?\d)/gu, '-');
  const [first = ''] = text.split(/;\s*(?=\p{Lu})/u);
  return first
    .replace(/^(?:[Pp]ublished\s)?[Ii]n:?\s(?=\p{Lu})/u, '')
    .replace(/[\s.,;]+$/u, '')
    .trim();
}

// The pieces that references are made of. A name has no digits, so that it ends in one place only.
const NAME = String.raw`(?<name>\p{Lu}[^\d;()]{1,120}?\.?),?:?\s?`;
const VOLUME = String.raw`(?:(?<!\p{L})v(?:ol(?:ume)?)?\.?\s?)?(?<volume>\d{1,4})`;
const NUMBER = String.raw`(?:no|number|issues?|iss|n)\.?\s?(?<number>\d{1,4}(?:[-/]\d{1,4})?)`;
const NUMBER_2 = NUMBER.replace('<number>', '<number2>');
const BRACKETED = String.raw`\s?\((?<bracketed>\d{1,3}(?:[-/]\d{1,3})?)\)`;
const PLAIN_NUMBER = String.raw`,\s(?<plain>\d{1,3})(?=\s?\()`;
const DATE = String.raw`(?:[\p{L}\d./]{1,10}\s?){0,3}?`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`;
const DATED = String.raw`\(${DATE}/?${YEAR}\)`;
const PAGES = String.raw`(?:pp?\.?\s?|pages?\s)?(?:article\sid\s)?(?<pages>[A-Z]{0,2}\d{1,7}(?:-[A-Z]{0,2}\d{1,7})?)(?:\([A-Z]\))?`;
const REST = String.raw`(?:[,\s(]{1,3}\d{1,4}\spages\)?)?`;

const FORMS: readonly RegExp[] = [
  // Phys.Rev.D76:013009,2007 · J. Fluid Mech. 585, 213-244 (2007) · Soft Materials, 8(2):102-113, (2010)
  `${NAME}${VOLUME}(?:${BRACKETED}|,?\\s${NUMBER})?(?:\\s?[:,]\\s?|\\s)${PAGES}\\s?,?\\s?\\(?(?:\\p{L}{3,9}\\s)?${YEAR}\\)?${REST}`,
  // Commun. Math. Phys. 269 (2007), no. 3, 611-657 · EPL, 78(2007)48001
  `${NAME}${VOLUME}(?:(?:${BRACKETED}|${PLAIN_NUMBER}|,?\\s${NUMBER}),?)?,?\\s?${DATED}[,:]?\\s?(?:${NUMBER_2},?\\s)?${PAGES}${REST}`,
  // Applicable Analysis, Volume 86, Issue 9, 2007, pp. 1117-1126
  `${NAME}${VOLUME},\\s(?:${NUMBER},\\s)?${DATE}${YEAR},\\s?${PAGES}`,
  // Annals of Applied Probability 2007, Vol. 17, No. 2, 741-779
  `${NAME}\\(?${YEAR}\\)?,?\\s${VOLUME}(?:${BRACKETED}|,\\s${NUMBER},)?\\s?[:,]?\\s?${PAGES}`,
  // RIMS Kokyuroku, No.1551, pp.57-62 (2007)
  `${NAME}${NUMBER},\\s?${PAGES},?\\s?\\(?${YEAR}\\)?`,
  // J. Stat. Mech. (2007) P06012
  `${NAME}\\(${YEAR}\\)\\s(?<pages>[A-Z]?\\d{4,7})`,
  // IAES Journal of Artificial Intelligence, Volume 14, Number 3, 2025
  `${NAME}${VOLUME},\\s${NUMBER},\\s${YEAR}`,
  // Chem. Eng. 12 (2019) · Commun. Chem. 8 (2025)
  `${NAME}${VOLUME}\\s?\\(${YEAR}\\)`,
  // Medical Image Analysis 2026
  `${NAME}\\(?${YEAR}\\)?`,
].map((form) => new RegExp(`^${form}$`, 'iu'));

function inJournal(text: string): JournalReference | undefined {
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (!parts) continue;
    const { name = '', volume, pages, year } = parts;
    const container = spaced(name);
    if (!isJournal(container)) continue;
    const number = parts['number'] ?? parts['number2'] ?? parts['bracketed'] ?? parts['plain'];
    const isMeeting = volume === undefined && isConference(container);
    return {
      kind: isMeeting || PROCEEDINGS.test(container) ? 'inproceedings' : 'article',
      container: isMeeting ? text : container,
      ...(volume !== undefined && { volume }),
      ...(number !== undefined && { number }),
      ...(pages !== undefined && { pages }),
      ...(year !== undefined && { year }),
    };
  }
  return undefined;
}

/** `Phys.Rev.D` as `Phys. Rev. D`. */
function spaced(name: string): string {
  return name
    .replace(/\.(?=[\p{L}&])/gu, '. ')
    .replace(/[\s,:]+$/u, '')
    .trim();
}

/** Authors, titles and editors in front make a name no journal's. */
function isJournal(name: string): boolean {
  return (
    name.length > 1 &&
    !/\b(?:eds?|editors?|under|title|revised|published|submitted|accepted|chapter|arxiv|workshop|symposium|conference(?!\sseries))\b/i.test(
      name,
    ) &&
    !/\b(?:no|nos|vol|volume|issues?|pp|pages?|article)\.?$/i.test(name) &&
    !/^(?:\p{Lu}\.\s?){1,3}\p{Lu}\p{Ll}+,\s|^(?:\p{Lu}\.\s?){2,3}\p{Lu}\p{Ll}{4,}\.\s/u.test(
      name,
    ) &&
    !/,.*,/u.test(name)
  );
}

const PROCEEDINGS = /^advances in neural information processing systems$/i;

const MEETING =
  /^proc(?:eedings?)?\b|\b(?:conference(?!\sseries)|symposium|workshop|meeting|congress|colloquium)\b/i;

/** A book of proceedings, with its pages where they come last. */
function inProceedings(text: string): JournalReference | undefined {
  const pmlr = PMLR.exec(text)?.groups;
  if (pmlr) return proceedings(text, pmlr['book'] ?? text, { series: 'PMLR', ...pmlr });
  if (!MEETING.test(text)) return undefined;
  const parts = PAGED.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  return proceedings(text, parts?.['book'] ?? text, { pages: parts?.['pages'] });
}

const PMLR =
  /^(?<book>[^:]{4,200}?),?\s(?:PMLR|Proceedings of Machine Learning Research),?\s(?:vol(?:ume)?\.?\s)?(?<volume>\d{1,3})(?::(?<pages>\d{1,6}-\d{1,6}))?(?:,\s?\d{4})?$/iu;

const PAGED = [
  // Proceedings of the Ninth Conference on X (Y 2024), pages 788-792, 2024
  /^(?<book>.{4,300}?)[,.]?\s(?:pp?\.\s?|pages\s)(?<pages>\d{1,6}-\d{1,6}).{0,60}$/iu,
  // Proceedings of the 17th Symposium on X (2025) 322-333
  /^(?<book>.{4,300}?),?\s\([\d/]{0,8}(?:19|20)\d\d\),?\s(?<pages>\d{1,6}-\d{1,6})$/u,
];

function proceedings(
  text: string,
  book: string,
  {
    series,
    volume,
    pages,
  }: { readonly series?: string; readonly volume?: string; readonly pages?: string | undefined },
): JournalReference {
  const year = onlyYear(text);
  return {
    kind: 'inproceedings',
    container: book.replace(/(?:,\s(?:\(?(?:19|20)\d\d\)?)?)+$/u, ''),
    ...(series !== undefined && { series }),
    ...(volume !== undefined && { volume }),
    ...(pages !== undefined && { pages }),
    ...(year !== undefined && { year }),
  };
}

function unread(text: string): JournalReference {
  const year = onlyYear(text);
  const isBook =
    /\beds?\b\.?|\((?:[^()]{0,30}:\s)?(?:springer|world scientific|cambridge|oxford|birkh)/i.test(
      text,
    );
  return {
    kind: isBook ? 'incollection' : conferenceIn(text) ? 'inproceedings' : 'article',
    container: text,
    ...(year !== undefined && { year }),
  };
}
