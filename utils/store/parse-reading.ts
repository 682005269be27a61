import type { Edits, FieldSources, Paper, Reading } from '@/utils/domain/paper';
import { type PaperId, doiOf, doiPaperId, paperId } from '@/utils/domain/paper-id';
import { parsePublication } from './parse-publication';
import { type Unchecked, count, isRecord, line, lines, present, prose } from './parse-text';

// Longer than any true one; a page that says more is broken or hostile.
const LONGEST = {
  title: 2_000,
  abstract: 20_000,
  name: 300,
  word: 300,
  summary: 4_000,
  remark: 2_000,
  url: 2_000,
};
const MOST = { authors: 5_000, keywords: 200, categories: 50, aliases: 20 };

/** Checks what claims to be a `Reading`; sizes are capped. `undefined` without an id and a title. */
export function parseReading(value: unknown): Reading | undefined {
  if (!isRecord(value) || !isRecord(value['paper'])) return undefined;
  const given = value['paper'];
  const id = typeof given['id'] === 'string' ? paperId(given['id']) : undefined;
  const title = line(given['title'], LONGEST.title);
  if (id === undefined || title === undefined) return undefined;
  const paper: Paper = { id, title, ...textFields(given), ...otherFields(given) };
  return { paper, sources: sourcesOf(paper, value['sources']) };
}

/** Checks what a reader wrote of a paper; what is blank or makes no sense is left out. */
export function parseEdits(value: unknown): Edits {
  const given = isRecord(value) ? value : {};
  const { abstract, primaryCategory, published, organization, venue } = textFields(given);
  return present<Edits>({
    title: line(given['title'], LONGEST.title),
    authors: lines(given['authors'], MOST.authors, LONGEST.name),
    abstract,
    primaryCategory,
    published,
    organization,
    venue,
  });
}

function textFields(given: Unchecked): Partial<Paper> {
  return present({
    abstract: prose(given['abstract'], LONGEST.abstract),
    summary: prose(given['summary'], LONGEST.summary),
    submitter: line(given['submitter'], LONGEST.name),
    organization: line(given['organization'], LONGEST.name),
    venue: line(given['venue'], LONGEST.name),
    primaryCategory: line(given['primaryCategory'], LONGEST.word),
    published: day(given['published']),
    updated: day(given['updated']),
    listed: day(given['listed']),
    doi: doi(given['doi']),
    comment: line(given['comment'], LONGEST.remark),
    journalRef: line(given['journalRef'], LONGEST.remark),
  });
}

function otherFields(given: Unchecked): Partial<Paper> {
  return present({
    authors: lines(given['authors'], MOST.authors, LONGEST.name),
    keywords: lines(given['keywords'], MOST.keywords, LONGEST.word),
    categories: lines(given['categories'], MOST.categories, LONGEST.word),
    authorCount: count(given['authorCount']),
    upvotes: count(given['upvotes']),
    comments: count(given['comments']),
    links: links(given['links']),
    version: count(given['version']),
    aliases: ids(given['aliases']),
    publication: parsePublication(given['publication']),
  });
}

/** A page can only say what it shows or embeds: it never speaks for the reader or for an API. */
function sourcesOf(paper: Paper, given: unknown): FieldSources {
  const said = isRecord(given) ? given : {};
  const names = Object.keys(paper).filter((name) => name !== 'id');
  return Object.fromEntries(
    names.map((name) => [name, said[name] === 'embedded' ? 'embedded' : 'page']),
  );
}

function day(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value)
    ? value
    : undefined;
}

function ids(value: unknown): readonly PaperId[] | undefined {
  const kept = (lines(value, MOST.aliases, LONGEST.word) ?? []).flatMap((id) => paperId(id) ?? []);
  return kept.length === 0 ? undefined : [...new Set(kept)];
}

function doi(value: unknown): string | undefined {
  const id = typeof value === 'string' ? doiPaperId(value) : undefined;
  return id && doiOf(id);
}

function links(value: unknown): Paper['links'] {
  if (!isRecord(value)) return undefined;
  const kept = (['page', 'code', 'project', 'thumbnail'] as const).flatMap((name) => {
    const address = webAddress(value[name]);
    return address === undefined ? [] : [[name, address] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST.url || !URL.canParse(value))
    return undefined;
  const { protocol, username, password, href } = new URL(value);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? href : undefined;
}
