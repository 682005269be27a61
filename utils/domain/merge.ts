import {
  type Edits,
  type FieldSource,
  type IsoInstant,
  type Paper,
  type PaperField,
  type PaperLinks,
  type Provenance,
  type Reading,
  bareTitle,
} from './paper';

/** What is known of a paper, and where each field came from. */
export type PaperFacts = { readonly paper: Paper; readonly provenance: Provenance };

const RANK: Record<FieldSource, number> = {
  reader: 5,
  'api:arxiv': 4,
  'api:huggingface': 4,
  'api:lookup': 4,
  import: 3,
  embedded: 2,
  page: 1,
};

// Every field must be named here, so that a new one cannot be forgotten in a merge.
const FIELDS: Record<PaperField, true> = {
  title: true,
  authors: true,
  authorCount: true,
  abstract: true,
  published: true,
  listed: true,
  upvotes: true,
  comments: true,
  submitter: true,
  organization: true,
  venue: true,
  aliases: true,
  doi: true,
  comment: true,
  journalRef: true,
  updated: true,
  version: true,
  publication: true,
  keywords: true,
  summary: true,
  links: true,
  primaryCategory: true,
  categories: true,
};
const FIELD_NAMES = Object.keys(FIELDS) as PaperField[];

type Field = { readonly value: unknown; readonly source: FieldSource; readonly at: IsoInstant };
type Fields = Map<PaperField, Field>;

/**
 * What is known after one more reading, taken at `at`. A poorer source never replaces a richer
 * one, and what the site counts (upvotes, comments) follows the newest reading. Gives back `known`
 * itself when the reading adds nothing.
 */
export function merge(known: PaperFacts | undefined, reading: Reading, at: IsoInstant): PaperFacts {
  const fields = known ? fieldsOf(known) : new Map<PaperField, Field>();
  let changed = known === undefined;
  for (const name of FIELD_NAMES) {
    const value = reading.paper[name];
    if (isBlank(value)) continue;
    // What only stands for a title is none, where there is one.
    if (name === 'title' && fields.has(name) && isId(reading.paper)) continue;
    const fresh = { value, source: reading.sources[name] ?? 'page', at };
    const merged = mergeField(name, fields, fresh);
    if (merged === undefined) continue;
    fields.set(name, merged);
    if (name === 'authors') forgetOldCount(fields, reading);
    changed = true;
  }
  return changed || !known ? factsOf(reading.paper, fields) : known;
}

/**
 * What is known with the reader's own words in place of what sites say. Words that stood `before`
 * keep the time they were written.
 */
export function withEdits(
  { paper, provenance }: PaperFacts,
  edits: Edits,
  at: IsoInstant,
  before?: PaperFacts,
): PaperFacts {
  const { authorCount: _count, ...rest } = paper;
  // A count belongs to the names it came with.
  const base = edits.authors ? rest : paper;
  const origins = Object.entries(edits).map(([key, value]) => {
    const name = key as keyof Edits;
    const origin = before?.provenance[name];
    const stood = origin?.source === 'reader' && same(before?.paper[name], value);
    return [name, stood ? origin : { source: 'reader' as const, at }] as const;
  });
  return {
    paper: { ...base, ...edits },
    provenance: { ...provenance, ...Object.fromEntries(origins) },
  };
}

/** Whether an id of the paper stands in for its title. */
function isId({ id, title, aliases = [] }: Paper): boolean {
  return [id, ...aliases].some((name) => title === bareTitle(name));
}

/** The field as it should stand, or `undefined` when it stays as it is. */
function mergeField(name: PaperField, fields: Fields, fresh: Field): Field | undefined {
  const old = fields.get(name);
  if (name === 'authorCount' && isBelowNames(fields, fresh)) return undefined;
  if (!old) return fresh;
  if (name === 'links') return mergeLinks(old, fresh);
  if (!mayReplace(name, fields, old, fresh)) return undefined;
  return same(old.value, fresh.value) && old.source === fresh.source ? undefined : fresh;
}

function mayReplace(name: PaperField, fields: Fields, old: Field, fresh: Field): boolean {
  if (isVolatile(name, fields)) return old.source !== 'reader' || fresh.source === 'reader';
  const gain = RANK[fresh.source] - RANK[old.source];
  if (gain !== 0) return gain > 0;
  // Clamped abstracts and cut author lists come from the same source as whole ones.
  return fresh.source === 'reader' || !isClamped(name, old.value, fresh.value);
}

function isVolatile(name: PaperField, fields: Fields): boolean {
  return (
    name === 'upvotes' || name === 'comments' || (name === 'authorCount' && !fields.has('authors'))
  );
}

/** Whether a count comes from a poorer source than the names that are already there. */
function isBelowNames(fields: Fields, fresh: Field): boolean {
  const names = fields.get('authors');
  return names !== undefined && RANK[fresh.source] < RANK[names.source];
}

function isClamped(name: PaperField, old: unknown, fresh: unknown): boolean {
  return (name === 'abstract' || name === 'authors') && sizeOf(fresh) < sizeOf(old);
}

function mergeLinks(old: Field, fresh: Field): Field | undefined {
  const stronger = RANK[fresh.source] >= RANK[old.source];
  const before = old.value as PaperLinks;
  const added = fresh.value as PaperLinks;
  const value = stronger ? { ...before, ...added } : { ...added, ...before };
  const source = stronger ? fresh.source : old.source;
  return same(before, value) && source === old.source ? undefined : { ...fresh, value, source };
}

/** A count that an earlier page gave says nothing of names that came from somewhere else. */
function forgetOldCount(fields: Fields, reading: Reading): void {
  if (reading.paper.authorCount === undefined) fields.delete('authorCount');
}

function fieldsOf({ paper, provenance }: PaperFacts): Fields {
  const fields: Fields = new Map();
  for (const name of FIELD_NAMES) {
    const value = paper[name];
    const origin = provenance[name];
    if (value !== undefined && origin) fields.set(name, { value, ...origin });
  }
  return fields;
}

function factsOf({ id }: Paper, fields: Fields): PaperFacts {
  const values = [...fields].map(([name, { value }]) => [name, value]);
  const origins = [...fields].map(([name, { source, at }]) => [name, { source, at }]);
  return {
    paper: { title: '', ...Object.fromEntries(values), id } as Paper,
    provenance: Object.fromEntries(origins) as Provenance,
  };
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0;
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

// Values are text, numbers, lists of text or one flat object: their JSON tells them apart.
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
