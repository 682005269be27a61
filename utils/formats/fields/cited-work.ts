import type { Citable, CiteOptions } from '@/utils/domain/citing';
import { type Paper, bareTitle } from '@/utils/domain/paper';
import { arxivIdOf, doiOf, paperUrl } from '@/utils/domain/paper-id';
import type { Publication, PublicationKind } from '@/utils/domain/publication';
import { cleanText, withoutEmoji } from '../tex/clean';
import { readPhrase } from '../tex/read-title';
import { type Authors, readAuthors } from './authors';
import { preprintServer } from './preprint-server';
import { type WorkDate, firstVersion, latestVersion, publicationDate } from './work-date';

/** What a citation says of a work, the same for every format; text is clean Unicode in one line. */
export type CitedWork = {
  readonly kind: PublicationKind | 'preprint';
  /** Half TeX, as its site or file has it. */
  readonly title: string;
  readonly authors?: Authors;
  readonly date?: WorkDate;
  /** Journal, proceedings or book; of a preprint the name of its server. */
  readonly container?: string;
  readonly editors?: Authors;
  readonly series?: string;
  readonly volume?: string;
  readonly number?: string;
  /** With a plain hyphen: `12-34`. */
  readonly pages?: string;
  readonly publisher?: string;
  readonly address?: string;
  readonly edition?: string;
  readonly isbn?: string;
  /** Also of a published version, when its preprint is on arXiv. */
  readonly arxiv?: { readonly number: string; readonly primary?: string };
  readonly doi?: string;
  /** Absolute `http(s)` address. */
  readonly url?: string;
  readonly keywords: readonly string[];
  readonly note?: string;
  /** Half TeX. */
  readonly abstract?: string;
  /** TeX, by field of BibTeX. */
  readonly others?: Readonly<Record<string, string>>;
};

const LONGEST_NOTE = 20_000;
const LONGEST_TAG = 200;

/** The facts that are cited of a paper: those of its publication or of its preprint. */
export function citedWork(item: Citable, options: CiteOptions): CitedWork {
  const { paper } = item;
  const authors = readAuthors(paper.authors ?? [], paper.authorCount, options.mostAuthors);
  const note = options.notes ? cleanText(item.note ?? '', LONGEST_NOTE) : '';
  const abstract = options.abstracts ? (paper.abstract ?? '') : '';
  return {
    title: isEmpty(paper.title) ? bareTitle(paper.id) : paper.title,
    ...(authors && { authors }),
    ...(citesPublication(item) ? published(paper) : preprint(paper, options)),
    keywords: item.tags.map(keyword).filter((tag) => tag !== ''),
    ...(note !== '' && { note }),
    ...(abstract !== '' && { abstract }),
  };
}

/** Whether nothing of a title would be printed. */
function isEmpty(title: string): boolean {
  return !/[\p{L}\p{N}]/u.test(title) && withoutEmoji(cleanText(title, 2_000)).text === '';
}

/** A work that is no preprint by its identity has nothing else to be cited as. */
function citesPublication({ paper, citesPublication: isAsked = false }: Citable): boolean {
  return paper.publication !== undefined && (isAsked || preprintServer(paper) === undefined);
}

type Place = Omit<CitedWork, 'title' | 'authors' | 'keywords' | 'note' | 'abstract'>;

function preprint(paper: Paper, options: CiteOptions): Place {
  const server = preprintServer(paper);
  const date = options.latestVersion ? latestVersion(paper) : firstVersion(paper);
  // A preprint that somebody says was published somewhere is still cited as what it is.
  const container = server ?? readPhrase(paper.venue ?? paper.journalRef ?? '');
  return {
    kind: server === undefined ? 'misc' : 'preprint',
    ...(date && { date }),
    ...(container !== '' && { container }),
    ...identity(paper, doiOf(paper.id) ?? (server === undefined ? paper.doi : undefined)),
  };
}

const TEXTS = ['series', 'volume', 'number', 'publisher', 'address', 'edition', 'isbn'] as const;

function published(paper: Paper): Place {
  const { publication } = paper;
  if (publication === undefined) throw new Error('There is no publication to cite');
  // Without a year of its own the work is dated as its preprint, the only date that is known.
  const date = publicationDate(paper) ?? firstVersion(paper);
  const container = readPhrase(publication.container ?? '');
  const pages = readPhrase(publication.pages ?? '').replace(/\s*[-–—]+\s*/gu, '-');
  const editors = readAuthors(publication.editors ?? []);
  return {
    kind: publication.kind,
    ...(date && { date }),
    ...(container !== '' && { container }),
    ...(editors && { editors }),
    ...texts(publication),
    ...(pages !== '' && { pages }),
    ...identity(paper, publication.doi ?? doiOf(paper.id) ?? paper.doi, publication.url),
    ...(publication.others && { others: publication.others }),
  };
}

function texts(publication: Publication): Partial<Record<(typeof TEXTS)[number], string>> {
  const read: Partial<Record<(typeof TEXTS)[number], string>> = {};
  for (const field of TEXTS) {
    const text = readPhrase(publication[field] ?? '');
    if (text !== '') read[field] = text;
  }
  return read;
}

type Identity = Pick<CitedWork, 'arxiv' | 'doi' | 'url'>;

function identity(paper: Paper, givenDoi: string | undefined, ownUrl = ''): Identity {
  const number = arxivIdOf(paper.id) ?? paper.aliases?.map(arxivIdOf).find(Boolean);
  const primary = paper.primaryCategory?.replace(/[^\w.-]/g, '') ?? '';
  const doi = cleanText(givenDoi ?? '', 300).replace(/[{}\\\s]/g, '');
  // A DOI leads to the work by itself.
  const own = address(ownUrl);
  const url =
    own !== '' || doi !== ''
      ? own
      : address(paperUrl(paper.id)) || address(paper.links?.page ?? '');
  return {
    ...(number !== undefined && {
      arxiv: primary === '' ? { number } : { number, primary },
    }),
    ...(doi !== '' && { doi }),
    ...(url !== '' && { url }),
  };
}

// Nothing in these needs another spelling.
const PLAIN_ADDRESS = /^https?:\/\/[\w.~:?#=&+,;@!$'()*-][\w.~:/?#=&+,;@!$'()*-]*$/;

/** An address in which no blanks, braces and backslashes stand; empty when it is none of the web. */
function address(url: string): string {
  if (url.length <= 2000 && PLAIN_ADDRESS.test(url)) return url;
  if (!/^https?:\/\/[^/]/i.test(url) || url.length > 2000 || /\p{Cs}/u.test(url)) return '';
  // DBLP, for one, escapes addresses for TeX.
  return encodeURI(url.replace(/\\([_%&#~$])/g, '$1')).replace(/%25(?=[\da-fA-F]{2})/g, '%');
}

/** Commas part keywords in most formats, so a tag's own become slashes. */
function keyword(tag: string): string {
  return cleanText(tag, LONGEST_TAG).replace(/\s*[,;]\s*/g, ' / ');
}
