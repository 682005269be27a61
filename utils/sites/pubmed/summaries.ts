import type { IsoDate, Paper } from '@/utils/domain/paper';
import { type PaperId, doiPaperId, paperId } from '@/utils/domain/paper-id';
import { LONGEST, attribute, nameOf, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { isoDate, monthNumber } from '../reading/dates';
import { type Cards } from '../reading/listing-page';
import { hasClass, hasTwins, isLine, onlyOne, ownParts } from '../reading/parts';
import { pageReading, told } from '../reading/reading';
import { wordsIn } from '../reading/words';

/** Reads the results of a search, an `article.full-docsum` for each paper (seen 2023-11). */
export function summaryCards(document: Document): Cards {
  const articles = named(document, 'article').filter((article) => hasClass(article, 'full-docsum'));
  const found = articles.flatMap((article) => summaryIn(article) ?? []);
  const titles = named(document, 'a').filter((link) => hasClass(link, 'docsum-title'));
  const understood =
    found.length > 0 &&
    found.length === articles.length &&
    found.length === titles.length &&
    new Set(found.map(({ id }) => id)).size === found.length &&
    found.every(({ number }, at) => at === 0 || number === (found[at - 1]?.number ?? 0) + 1);
  return { cards: found, understood };
}

function summaryIn(article: Element): Card | undefined {
  const parts = ownParts(article);
  const picker = onlyOne(parts, (part) => hasClass(part, 'item-selector-wrap'));
  const wrap = onlyOne(parts, (part) => hasClass(part, 'docsum-wrap'));
  const content = wrap && onlyOne(ownParts(wrap), (part) => hasClass(part, 'docsum-content'));
  const title = content && onlyOne(ownParts(content), (part) => hasClass(part, 'docsum-title'));
  const citation =
    content && onlyOne(ownParts(content), (part) => hasClass(part, 'docsum-citation'));
  if (!picker || parts.length !== 2 || !title || !citation || !isLine(title)) return undefined;
  const said = citationIn(citation);
  const id = idIn(picker, title);
  const number = numberIn(article, picker);
  if (!said || !id || said.id !== id || number === undefined) return undefined;
  return {
    id,
    main: article,
    parts: [article],
    anchor: wrap,
    place: 'end',
    number,
    read: () =>
      pageReading({ id, title: withoutStop(wordsIn(title, LONGEST.title)), ...said.told }),
  };
}

/** `/37988744/`, which the box to tick it names too. */
function idIn(picker: Element, title: Element): PaperId | undefined {
  const [, number] = /^\/(\d{1,9})\/$/.exec(attribute(title, 'href') ?? '') ?? [];
  const boxes = named(picker, 'input').map((box) => attribute(box, 'value'));
  const isSame =
    number !== undefined &&
    nameOf(title) === 'a' &&
    boxes.length === 1 &&
    boxes[0] === number &&
    (attribute(title, 'data-article-id') ?? number) === number;
  return isSame ? paperId(`pmid:${number}`) : undefined;
}

/** Results are numbered through all pages. */
function numberIn(article: Element, picker: Element): number | undefined {
  const shown = onlyOne(named(picker, 'span'), (part) => hasClass(part, 'position-number'));
  const number = attribute(article, 'data-rel-pos') ?? '';
  return shown && /^\d{1,6}$/.test(number) && textOf(shown).replaceAll(',', '') === number
    ? Number(number)
    : undefined;
}

/** PubMed puts a full stop after every title. */
function withoutStop(title: string): string {
  return title.replace(/(?<!\.)\.$/, '');
}

type Citation = {
  readonly id: PaperId | undefined;
  readonly told: Pick<Paper, 'authors' | 'authorCount' | 'venue' | 'published' | 'doi' | 'aliases'>;
};

/** Kinds of parts; `citation-part` is the number, and remarks such as `Free article.` */
const KINDS = ['docsum-authors', 'docsum-journal-citation', 'citation-part'];

function citationIn(citation: Element): Citation | undefined {
  const parts = ownParts(citation);
  const pick = (one: string, other: string): Element | undefined =>
    onlyOne(parts, (part) => hasClass(part, one) && hasClass(part, other));
  const journal = pick('docsum-journal-citation', 'full-journal-citation');
  const short = pick('docsum-journal-citation', 'short-journal-citation');
  const number = onlyOne(named(citation, 'span'), (part) => hasClass(part, 'docsum-pmid'));
  const count = parts.filter((part) => hasClass(part, 'docsum-authors')).length;
  const authors = pick('docsum-authors', 'full-authors');
  const first = pick('docsum-authors', 'short-authors');
  const areKnown = parts.every((part) => KINDS.some((kind) => hasClass(part, kind)));
  if (!journal || !short || !number || !areKnown || hasTwins(citation)) return undefined;
  const isNamed = authors && first && areSame(textOf(authors, 60_000), textOf(first));
  if (count !== 0 && (count !== 2 || !isNamed)) return undefined;
  const text = textOf(journal, LONGEST.title);
  if (!text.startsWith(textOf(short).replace(/\.$/, ''))) return undefined;
  const [, venue] = /^(.+?)\. \d{4}\b/.exec(text) ?? [];
  const [, doi] = /\bdoi: (10\.\d{4,9}\/\S+?)\.?(?:\s|$)/.exec(text) ?? [];
  const alias = doi === undefined ? undefined : doiPaperId(doi);
  const day = dayIn(text);
  return {
    id: paperId(`pmid:${textOf(number)}`),
    told: {
      ...(authors && namesIn(textOf(authors, 60_000))),
      ...told('venue', venue),
      ...(day !== undefined && { published: day }),
      ...(alias?.startsWith('doi:') && { doi: alias.slice('doi:'.length), aliases: [alias] }),
    },
  };
}

/** `Lightbourne A, Foley S.` begins as `Lightbourne A, et al.` does. */
function areSame(full: string, short: string): boolean {
  return full === short || full.startsWith(short.replace(/,? et al\.$/, ''));
}

function namesIn(text: string): Pick<Paper, 'authors' | 'authorCount'> {
  const authors = text
    .replace(/\.$/, '')
    .split(/[,;]\s+/)
    .filter((name) => name !== '');
  if (authors.at(-1) === 'et al') return { authors: authors.slice(0, -1) };
  return authors.length > 0 ? { authors, authorCount: authors.length } : {};
}

/** `Qual Health Res. 2023 Nov 21:10497323231214114.`; a month or a year alone is no day. */
function dayIn(text: string): IsoDate | undefined {
  const [, year, month, day] = /\. (\d{4}) ([A-Z][a-z]{2}) (\d{1,2})(?=[.;: ])/.exec(text) ?? [];
  const number = monthNumber(month);
  return number === undefined ? undefined : isoDate(Number(year), number, Number(day));
}
