import { inBatches } from './batches';
import { type PartialDate, date, readDate } from './dates';
import { readExtra } from './extra';
import type { FileReader } from './file-reader';
import type { Draft } from './imported-paper';
import { type JsonItem, jsonRecords } from './json-records';
import { type JsonObject, isObject, listIn, textIn, valueIn } from './json-values';
import { publicationKind } from './kinds';
import { cslName } from './csl-name';
import { textOfHtml } from './prose';
import { richTitle } from './rich-title';

const LONGEST_ABSTRACT = 20_000;

/** CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), from Zotero, Better BibTeX, pandoc, Mendeley. */
export const cslJson: FileReader = {
  id: 'csl-json',
  name: 'CSL-JSON',
  recognises: (fileName, beginning) =>
    /\.csl\.json$|\.csljson$/i.test(fileName) ||
    (/^\s{0,100}[[{]/.test(beginning) &&
      /"(?:container-title|date-parts|citation-key|given|issued|DOI)"\s{0,9}:/.test(beginning)),
  read: (text) =>
    inBatches(text, (source) => jsonRecords(source, ['items', 'references']), draftOf),
};

function draftOf({ value: item }: JsonItem): Draft | undefined {
  if (!isObject(item)) throw new TypeError('An item must be an object');
  const said = (...names: readonly string[]): string | undefined => textIn(item, ...names);
  const extra = readExtra(said('note') ?? '');
  const title = said('title');
  return {
    title: title === undefined ? undefined : richTitle(title),
    authors: namesIn(item, 'author'),
    abstract: textOfHtml(said('abstract') ?? '', LONGEST_ABSTRACT),
    identities: [
      ...(said('type') === 'article' || isArxiv(said('number')) ? [said('number')] : []),
      arxivIn(valueIn(item, 'custom')),
      said('DOI'),
      ...extra.identities,
      said('URL'),
      said('PMID') && `PMID: ${said('PMID')}`,
      said('container-title'),
    ],
    date: dateOf(valueIn(item, 'issued') ?? valueIn(item, 'submitted')),
    published: {
      kind: publicationKind(said('type') ?? '', said('genre')),
      container: said('container-title'),
      series: said('collection-title'),
      volume: said('volume'),
      number: said('issue') ?? (isArxiv(said('number')) ? undefined : said('number')),
      pages: said('page'),
      editors: namesIn(item, 'editor'),
      publisher: said('publisher'),
      address: said('publisher-place', 'event-place'),
      edition: said('edition'),
      isbn: said('ISBN'),
      url: said('URL'),
    },
    venue: said('container-title-short', 'journalAbbreviation'),
    comment: extra.comment,
    pages: [said('URL')],
    tags: (said('keyword') ?? '').split(/[,;]/),
    note: [said('annote'), extra.note].filter(Boolean).join('\n\n'),
    citationKey: keyOf(item, extra.citationKey),
  };
}

/** The preprint of a published work, where our own writer puts it. */
function arxivIn(custom: unknown): string | undefined {
  const number = isObject(custom) ? textIn(custom, 'arxiv') : undefined;
  return number === undefined ? undefined : `arXiv:${number}`;
}

function isArxiv(text = ''): boolean {
  return /^arxiv:/i.test(text);
}

/** Zotero's own CSL export has the address or number of the item for an id, which is no key. */
function keyOf(item: JsonObject, extra: string | undefined): string | undefined {
  const id = textIn(item, 'id') ?? '';
  const isNumber = /^https?:|^\d+\/|^\d+$|^[\w-]{0,20}\/[A-Z\d]{8}$/.test(id);
  return textIn(item, 'citation-key') ?? extra ?? (isNumber ? undefined : id);
}

function namesIn(item: JsonObject, role: string): readonly string[] {
  return listIn(item, role).flatMap((name) => (isObject(name) ? cslName(name) : []));
}

/** `{ "date-parts": [[2021, 6, 17]] }`, numbers or texts, or `{ "raw": "17 June 2021" }`. */
function dateOf(value: unknown): PartialDate | undefined {
  if (typeof value === 'string') return readDate(value);
  if (!isObject(value)) return undefined;
  const [parts] = listIn(value, 'date-parts');
  if (!Array.isArray(parts)) return readDate(textIn(value, 'raw', 'literal') ?? '');
  const [year, month, day] = parts.map(Number);
  return date(String(year), month ?? 0, day ?? 0);
}
