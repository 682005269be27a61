import { isCitationKey } from '@/utils/domain/citing';
import type { ReadingState } from '@/utils/domain/entry';
import type { ImportedPaper } from '@/utils/domain/library';
import { type FieldSource, type Paper, bareTitle } from '@/utils/domain/paper';
import { localId } from '@/utils/domain/local-id';
import { type PaperId, doiOf, paperUrl } from '@/utils/domain/paper-id';
import { tagKey, tagName } from '@/utils/domain/tag';
import { splitName } from '../names/split-name';
import { cleanText } from '../tex/clean';
import { type PartialDate, dayOf } from './dates';
import { identitiesIn } from './ids-in';
import { prose } from './prose';
import { type PublishedDraft, publicationOf, webAddress } from './published';

/** What one record of a file says of a paper, in the file's own words: neither checked nor cut yet. */
export type Draft = {
  readonly title?: string | undefined;
  /** Where the title comes from: `page` when it is only what a page was called. */
  readonly titleSource?: FieldSource;
  /** As `personName` gives them. */
  readonly authors?: readonly string[];
  readonly abstract?: string | undefined;
  /** Texts in which the paper's own identities stand, and no other paper's: ids, DOIs, addresses. */
  readonly identities?: readonly (string | undefined)[];
  /** The paper's identity, where the file says it in our own spelling. */
  readonly id?: PaperId | undefined;
  readonly date?: PartialDate | undefined;
  readonly published?: PublishedDraft;
  /** The short name of journal or conference. */
  readonly venue?: string | undefined;
  readonly version?: number | undefined;
  readonly comment?: string | undefined;
  readonly keywords?: readonly string[];
  readonly pages?: readonly (string | undefined)[];
  readonly code?: string | undefined;
  readonly tags?: readonly string[];
  readonly note?: string | undefined;
  readonly state?: ReadingState | undefined;
  readonly starred?: boolean;
  readonly savedAt?: string | undefined;
  readonly citationKey?: string | undefined;
};

const LONGEST = { title: 2_000, name: 300, abstract: 20_000, note: 1_000_000, line: 1_000 };
const MOST = { authors: 5_000, keywords: 200, tags: 200 };

/** The paper a draft tells of; `undefined` when it tells neither a title nor an identity. */
export function importedPaper(draft: Draft): ImportedPaper | undefined {
  const [first, ...aliases] = identitiesIn(said(draft.identities), draft.id);
  const title = cleanText(draft.title ?? '', LONGEST.title);
  const authors = lines(draft.authors, MOST.authors);
  const id = first ?? localId(title, familyOf(authors[0] ?? ''), `${draft.date?.year ?? ''}`);
  if (id === undefined) return undefined;
  const isBare = title === '';
  const paper = present<Paper>({
    id,
    title: isBare ? bareTitle(id) : title,
    authors: filled(authors),
    abstract: prose(draft.abstract ?? '', LONGEST.abstract),
    aliases: filled(aliases),
    keywords: filled(lines(draft.keywords, MOST.keywords)),
    ...bibliography(draft, id, aliases),
  });
  return {
    reading: { paper, sources: sourcesOf(paper, isBare ? 'page' : draft.titleSource) },
    ...entryOf(draft),
  };
}

function familyOf(name: string): string {
  const parts = splitName(name);
  return 'literal' in parts ? parts.literal : parts.family;
}

type Fields<Of> = { readonly [Name in keyof Of]?: Of[Name] | undefined };

function bibliography(draft: Draft, id: PaperId, aliases: readonly PaperId[]): Fields<Paper> {
  const doi = [id, ...aliases].map(doiOf).find((name) => name !== undefined);
  const publication = publicationOf(draft.published ?? {}, { id, doi, date: draft.date });
  return {
    published: draft.date && dayOf(draft.date),
    venue: cleanText(draft.venue ?? publication?.container ?? '', LONGEST.name),
    version: draft.version,
    comment: cleanText(draft.comment ?? '', LONGEST.line),
    doi: publication === undefined && doiOf(id) === undefined ? doi : undefined,
    publication,
    links: linksOf(draft, id),
  };
}

/** A page of its own only for papers whose id does not lead to one. */
function linksOf({ pages, code }: Draft, id: PaperId): Paper['links'] {
  const page = paperUrl(id) === '' ? said(pages).map(webAddress).find(Boolean) : undefined;
  const links = present<NonNullable<Paper['links']>>({ page, code: webAddress(code ?? '') });
  return Object.keys(links).length === 0 ? undefined : links;
}

function sourcesOf(
  paper: Paper,
  title: FieldSource = 'import',
): ImportedPaper['reading']['sources'] {
  const names = Object.keys(paper).filter((name) => name !== 'id');
  return { ...Object.fromEntries(names.map((name) => [name, 'import'])), title };
}

function entryOf(draft: Draft): Omit<ImportedPaper, 'reading'> {
  const key = keyIn(draft);
  return present<Omit<ImportedPaper, 'reading'>>({
    savedAt: draft.savedAt,
    state: draft.state,
    starred: draft.starred === true ? true : undefined,
    tags: filled(tagNames(draft.tags ?? [])),
    note: prose(draft.note ?? '', LONGEST.note),
    citationKey: isCitationKey(key) ? key : undefined,
  });
}

function keyIn({ citationKey = '' }: Pick<Draft, 'citationKey'>): string {
  return citationKey.trim().normalize('NFC');
}

/** That a key of the file cannot be one here, in a sentence; `undefined` when it can, or there is none. */
export function keyComplaint(draft: Pick<Draft, 'citationKey'>): string | undefined {
  const key = keyIn(draft);
  if (key === '' || isCitationKey(key)) return undefined;
  return `LaTeX cannot cite the key “${key.slice(0, 100)}”; the paper will get another one.`;
}

function tagNames(texts: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const text of texts) {
    const name = tagName(text.slice(0, LONGEST.line));
    if (name !== undefined && !names.has(tagKey(name))) names.set(tagKey(name), name);
  }
  return [...names.values()].slice(0, MOST.tags);
}

function lines(texts: readonly string[] = [], most: number): readonly string[] {
  const clean = texts.slice(0, most).map((text) => cleanText(text, LONGEST.name));
  return [...new Set(clean)].filter((text) => text !== '');
}

function said(texts: readonly (string | undefined)[] = []): readonly string[] {
  return texts.filter((text) => text !== undefined && text !== '') as readonly string[];
}

function filled<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** Without the fields of which nothing is known. */
function present<Of extends object>(fields: Fields<Of>): Of {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  // All that `Of` demands was given; only what it lets be absent can be missing.
  return Object.fromEntries(known) as Of;
}
