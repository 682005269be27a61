import { isCitationKey } from '@/utils/domain/citing';
import type { ImportedPaper } from '@/utils/domain/library';
import { localId } from '@/utils/domain/local-id';
import { type FieldSources, type Paper, bareTitle, isBareTitle } from '@/utils/domain/paper';
import { arxivIdOf, doiOf } from '@/utils/domain/paper-id';
import { tagName } from '@/utils/domain/tag';
import { address, identitiesOf } from '../bib-file/identities';
import type { RawFields } from '../bib-file/raw-fields';
import { preprintServer } from '../fields/preprint-server';
import { splitName } from '../names/split-name';
import { plainTex } from '../tex/read-tex';
import { authorsIn } from './bibtex-authors';
import type { EntryDate } from './bibtex-date';
import { dateOf } from './bibtex-date';
import type { ParsedEntry } from './bibtex-parser';
import { publicationIn } from './bibtex-publication';
import { titleIn } from './bibtex-title';

const LONGEST_ABSTRACT = 20_000;
const LONGEST_NOTE = 20_000;
const MOST_TAGS = 100;

/** One parsed entry as a paper of the library; `undefined` when it has neither a title nor an id to go by. */
export function paperIn({ type, key, fields }: ParsedEntry): ImportedPaper | undefined {
  const paper = factsIn(type, fields);
  if (paper === undefined) return undefined;
  const note = plainTex(fields.get('annote') ?? fields.get('annotation') ?? '', LONGEST_NOTE);
  const tags = tagsIn(fields.get('keywords') ?? '');
  return {
    reading: { paper, sources: imported(paper) },
    ...(tags.length > 0 && { tags }),
    ...(note !== '' && { note }),
    ...(isCitationKey(key) && { citationKey: key }),
  };
}

function factsIn(type: string, fields: RawFields): Paper | undefined {
  const given = titleIn(fields.get('title') ?? '');
  const authors = authorsIn(fields.get('author') ?? '');
  const date = dateOf(fields);
  const [told, ...others] = identitiesOf(fields);
  const id = told ?? localId(given, familyOf(authors[0]), date.year ?? '');
  if (id === undefined) return undefined;
  const title = given === '' ? bareTitle(id) : given;
  const isPreprint = arxivIdOf(id) !== undefined;
  const isOnServer = preprintServer({ id, title }) !== undefined;
  const publication = publicationIn(type, fields, date, isOnServer);
  const abstract = plainTex(fields.get('abstract') ?? '', LONGEST_ABSTRACT);
  // The date of a preprint that came out is that of its publication.
  const published = isOnServer && publication?.year !== undefined ? undefined : dayOf(date);
  const page = pageIn(fields, isPreprint);
  const doi = isPreprint && !publication ? others.map(doiOf).find(Boolean) : undefined;
  const authorCount = countIn(fields);
  const primaryCategory = isPreprint ? categoryIn(fields) : undefined;
  return {
    id,
    title,
    ...(authors.length > 0 && { authors }),
    ...(authorCount !== undefined && { authorCount }),
    ...(abstract !== '' && { abstract }),
    ...(published !== undefined && { published }),
    ...(others.length > 0 && { aliases: others }),
    ...(publication?.container !== undefined && { venue: publication.container }),
    ...(publication && { publication }),
    ...(doi !== undefined && { doi }),
    ...(page !== undefined && { links: { page } }),
    ...(primaryCategory !== undefined && { primaryCategory }),
  };
}

function familyOf(name: string | undefined): string {
  if (name === undefined) return '';
  const parts = splitName(name);
  return 'literal' in parts ? parts.literal : parts.family;
}

/** A month's first day stands for the month. */
function dayOf({ year, month, day = 1 }: EntryDate): string | undefined {
  if (year === undefined || month === undefined) return undefined;
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** An address beside those that an arXiv identifier tells. */
function pageIn(fields: RawFields, isPreprint: boolean): string | undefined {
  const url = address(fields.get('url') ?? '');
  if (!/^https?:\/\/[^\s"<>]+$/i.test(url) || url.length > 2_000) return undefined;
  return isPreprint && /^https?:\/\/(?:www\.)?arxiv\.org\//i.test(url) ? undefined : url;
}

/** How many authors there are, where our own writer had nothing else to say of them. */
function countIn(fields: RawFields): number | undefined {
  const told = /^unknown: .{1,80}\((\d{1,5}) authors?\)$/.exec(fields.get('authorstatus') ?? '');
  return told?.[1] === undefined ? undefined : Number(told[1]);
}

function categoryIn(fields: RawFields): string | undefined {
  const category = address(fields.get('primaryclass') ?? fields.get('eprintclass') ?? '');
  return /^[a-z][\w.-]{1,30}$/i.test(category) ? category : undefined;
}

function tagsIn(keywords: string): string[] {
  const names = plainTex(keywords, LONGEST_NOTE)
    .split(/[,;]/)
    .map(tagName)
    .filter((name) => name !== undefined);
  return [...new Set(names)].slice(0, MOST_TAGS);
}

function imported(paper: Paper): FieldSources {
  const fields = Object.keys(paper).filter((name) => name !== 'id');
  return {
    ...Object.fromEntries(fields.map((name) => [name, 'import'])),
    // What stands where a title was not known gives way to whatever a page says.
    ...(isBareTitle(paper) && { title: 'page' }),
  };
}
