import type { Citable } from '@/utils/domain/citing';
import { publicationOf } from '@/utils/domain/asserted-publication';
import type { Paper } from '@/utils/domain/paper';
import { type PaperId, arxivPaperId, doiPaperId, paperId } from '@/utils/domain/paper-id';
import {
  PUBLICATION_KINDS,
  type Publication,
  type PublicationKind,
} from '@/utils/domain/publication';

/** A paper of a file, before it has a key. */
export type Draft = Omit<Citable, 'key'> & { readonly key?: string };

/** What a file holds; sentences say what was left out. */
export type Drafts = { readonly drafts: readonly Draft[]; readonly complaints: readonly string[] };

type Item = Readonly<Record<string, unknown>>;

/**
 * The papers of what `npm run cards` or `npm run import` printed, of a bare list, or of records; `undefined` when there is
 * no list. A paper that is there twice is one, as it stood first.
 */
export function readPapers(content: unknown): Drafts | undefined {
  const list = isRecord(content) ? content['papers'] : content;
  if (!Array.isArray(list)) return undefined;
  const complaints: string[] = [];
  const drafts = new Map<PaperId, Draft>();
  for (const [at, item] of list.entries()) {
    const draft = isRecord(item) ? readDraft(item) : undefined;
    if (!draft) complaints.push(`unreadable: paper ${at + 1} has no identity or no title`);
    else if (drafts.has(draft.paper.id))
      complaints.push(
        `repeated: paper ${at + 1} is ${draft.paper.id} again, which stays as it was`,
      );
    else drafts.set(draft.paper.id, draft);
  }
  return { drafts: [...drafts.values()], complaints };
}

function readDraft(item: Item): Draft | undefined {
  const name = text(item, 'id') ?? '';
  const doi = text(item, 'doi');
  const id = paperId(name) ?? arxivPaperId(name) ?? doiPaperId(name) ?? doiPaperId(doi ?? '');
  const title = text(item, 'title');
  if (id === undefined || title === undefined) return undefined;
  const publication = readPublication(item['published_as'] ?? item['publication']);
  const cites = item['citesPublication'];
  const paper: Paper = {
    id,
    title,
    ...defined({
      authors: texts(item, 'authors'),
      authorCount: count(item, 'authorCount') ?? count(item, 'author_count'),
      abstract: text(item, 'abstract'),
      published: text(item, 'published'),
      updated: text(item, 'updated'),
      primaryCategory: text(item, 'primaryCategory') ?? text(item, 'primary'),
      categories: texts(item, 'categories'),
      venue: text(item, 'venue'),
      doi,
      aliases: texts(item, 'aliases')?.flatMap((alias) => paperId(alias) ?? []),
      links: readLinks(item['links']),
      comment: text(item, 'comment'),
      journalRef: text(item, 'journalRef') ?? text(item, 'journal_ref'),
      publication,
    }),
  };
  return {
    paper,
    tags: texts(item, 'tags') ?? [],
    // What a file said beside a preprint is no published version by itself.
    citesPublication:
      typeof cites === 'boolean' ? cites : publication !== undefined && isOne({ publication }),
    ...defined({
      note: text(item, 'note') ?? text(item, 'notes'),
      key: text(item, 'key') ?? text(item, 'citationKey'),
    }),
  };
}

function isOne(paper: Pick<Paper, 'publication'>): boolean {
  return publicationOf(paper) !== undefined;
}

function readLinks(value: unknown): Paper['links'] {
  if (!isRecord(value)) return undefined;
  const names = ['page', 'code', 'project', 'thumbnail'] as const;
  return defined(Object.fromEntries(names.map((name) => [name, text(value, name)])));
}

function readPublication(value: unknown): Publication | undefined {
  if (!isRecord(value)) return undefined;
  const container = text(value, 'container') ?? text(value, 'booktitle') ?? text(value, 'journal');
  const named = text(value, 'type') ?? text(value, 'kind') ?? '';
  const usual = text(value, 'journal') === undefined ? 'inproceedings' : 'article';
  const others = value['others'];
  return {
    kind: isKind(named) ? named : usual,
    source: 'import',
    ...defined({
      container,
      year: word(value, 'year'),
      month: month(value['month']),
      volume: word(value, 'volume'),
      number: word(value, 'number') ?? word(value, 'issue'),
      pages: word(value, 'pages'),
      series: text(value, 'series'),
      publisher: text(value, 'publisher') ?? text(value, 'school') ?? text(value, 'institution'),
      address: text(value, 'address'),
      edition: word(value, 'edition'),
      editors: texts(value, 'editors'),
      doi: text(value, 'doi'),
      isbn: word(value, 'isbn'),
      url: text(value, 'url'),
      others: isRecord(others) ? strings(others) : undefined,
    }),
  };
}

function isKind(name: string): name is PublicationKind {
  return PUBLICATION_KINDS.some((kind) => kind === name);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** 1 to 12, from a number or a name. */
function month(value: unknown): number | undefined {
  const named = MONTHS.indexOf(String(value).trim().slice(0, 3).toLowerCase()) + 1;
  const number = named > 0 ? named : Number(value);
  return Number.isInteger(number) && number >= 1 && number <= 12 ? number : undefined;
}

function strings(value: Item): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

type Defined<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets which names go with which values.
  return Object.fromEntries(known) as Defined<Fields>;
}

function isRecord(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(item: Item, name: string): string | undefined {
  const value = item[name];
  return typeof value === 'string' ? value : undefined;
}

/** Text, or a number as text. */
function word(item: Item, name: string): string | undefined {
  const value = item[name];
  return typeof value === 'number' ? String(value) : text(item, name);
}

function texts(item: Item, name: string): string[] | undefined {
  const value = item[name];
  if (!Array.isArray(value)) return undefined;
  return value.filter((entry): entry is string => typeof entry === 'string');
}

function count(item: Item, name: string): number | undefined {
  const value = item[name];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
