import type { Citable } from '@/utils/domain/citing';
import type { Paper } from '@/utils/domain/paper';
import { arxivIdOf, doiOf, paperUrl } from '@/utils/domain/paper-id';
import type { Publication } from '@/utils/domain/publication';
import { known } from './known';

/** A person's name in parts, or a name that has none. */
type NameParts =
  | {
      readonly given?: string;
      readonly particle?: string;
      readonly family: string;
      readonly suffix?: string;
    }
  | { readonly literal: string };

/** What the formats know of texts, handed in. */
export type Texts = {
  splitName(name: string): NameParts;
  /** A half-TeX title as plain Unicode text. */
  plainTitle(title: string): string;
};

type Creator = { readonly creatorType: 'author' | 'editor' } & (
  | { readonly firstName: string; readonly lastName: string }
  | { readonly name: string }
);

/** An item as Zotero's translators make it (https://www.zotero.org/support/dev/translators/coding). */
export type ZoteroItem = Readonly<Record<string, unknown>> & {
  readonly itemType: string;
  readonly id: string;
};

const LONGEST_NOTE = 100_000;

/** The item that Zotero saves for a paper, under `id` for the time of the request. */
export function zoteroItem(item: Citable, id: string, texts: Texts): ZoteroItem {
  const { paper, tags, note, key } = item;
  const publication = item.citesPublication === true ? paper.publication : undefined;
  const authors = (paper.authors ?? []).map((name) => creator(name, 'author', texts));
  const editors = (publication?.editors ?? []).map((name) => creator(name, 'editor', texts));
  return {
    id,
    title: texts.plainTitle(paper.title),
    creators: [...authors, ...editors],
    ...known({ abstractNote: paper.abstract }),
    ...(publication ? published(paper, publication) : preprint(paper)),
    extra: extra(paper, key),
    tags: tags.map((tag) => ({ tag })),
    notes: note === undefined || note.trim() === '' ? [] : [{ note: noteHtml(note) }],
    attachments: [],
  };
}

/** https://api.zotero.org/schema: the fields of a preprint. */
function preprint(paper: Paper): { readonly itemType: string } {
  const arxiv = arxivIdOf(paper.id);
  return {
    itemType: 'preprint',
    ...known({
      date: paper.published,
      repository: arxiv === undefined ? SERVERS[paper.id.slice(0, paper.id.indexOf(':'))] : 'arXiv',
      archiveID: arxiv === undefined ? undefined : `arXiv:${arxiv}`,
      DOI: arxiv === undefined ? (doiOf(paper.id) ?? paper.doi) : `10.48550/arXiv.${arxiv}`,
      url: addressOf(paper),
    }),
  };
}

const SERVERS: Readonly<Record<string, string>> = { openreview: 'OpenReview' };

type Shape = {
  readonly itemType: string;
  /** What Zotero calls the fields of this type that have other names elsewhere. */
  readonly names: Readonly<Partial<Record<keyof Publication, string>>>;
};

const COMMON = {
  volume: 'volume',
  pages: 'pages',
  publisher: 'publisher',
  address: 'place',
} as const;

// https://api.zotero.org/schema
const SHAPES: Readonly<Record<Publication['kind'], Shape>> = {
  article: {
    itemType: 'journalArticle',
    names: {
      container: 'publicationTitle',
      series: 'series',
      volume: 'volume',
      number: 'issue',
      pages: 'pages',
    },
  },
  inproceedings: {
    itemType: 'conferencePaper',
    names: { ...COMMON, container: 'proceedingsTitle', series: 'series', isbn: 'ISBN' },
  },
  incollection: {
    itemType: 'bookSection',
    names: {
      ...COMMON,
      container: 'bookTitle',
      series: 'series',
      edition: 'edition',
      isbn: 'ISBN',
    },
  },
  book: {
    itemType: 'book',
    names: {
      series: 'series',
      volume: 'volume',
      edition: 'edition',
      publisher: 'publisher',
      address: 'place',
      isbn: 'ISBN',
    },
  },
  phdthesis: { itemType: 'thesis', names: { publisher: 'university', address: 'place' } },
  mastersthesis: { itemType: 'thesis', names: { publisher: 'university', address: 'place' } },
  techreport: {
    itemType: 'report',
    names: { number: 'reportNumber', publisher: 'institution', address: 'place', pages: 'pages' },
  },
  unpublished: { itemType: 'manuscript', names: { address: 'place' } },
  misc: { itemType: 'document', names: { publisher: 'publisher' } },
};

function published(paper: Paper, publication: Publication): { readonly itemType: string } {
  const { itemType, names } = SHAPES[publication.kind];
  const named = Object.entries(names).flatMap(([ours, theirs]) => {
    const value = publication[ours as keyof Publication];
    return typeof value === 'string' ? [[theirs, value] as const] : [];
  });
  return {
    itemType,
    ...Object.fromEntries(named),
    ...known({
      date: dateOf(publication),
      DOI: itemType === 'document' ? undefined : publication.doi,
      url: publication.url ?? addressOf(paper),
    }),
  };
}

function dateOf({ year, month }: Publication): string | undefined {
  if (year === undefined || month === undefined) return year;
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** One fact a line, as Zotero and Better BibTeX read them. */
function extra({ id, primaryCategory, publication }: Paper, key: string): string {
  const arxiv = arxivIdOf(id);
  const category = primaryCategory === undefined ? '' : ` [${primaryCategory}]`;
  const lines = [
    ...(arxiv === undefined ? [] : [`arXiv:${arxiv}${category}`]),
    ...(publication?.kind === 'misc' && publication.doi !== undefined
      ? [`DOI: ${publication.doi}`]
      : []),
    ...(key === '' ? [] : [`Citation Key: ${key}`]),
  ];
  return lines.join('\n');
}

function addressOf(paper: Paper): string | undefined {
  const url = paperUrl(paper.id);
  return url === '' ? paper.links?.page : url;
}

function creator(name: string, creatorType: Creator['creatorType'], texts: Texts): Creator {
  const parts = texts.splitName(name);
  if ('literal' in parts) return { creatorType, name: parts.literal };
  const { given = '', particle, family, suffix } = parts;
  // Zotero has no field for what follows a name; its own importers put it after the first name.
  return {
    creatorType,
    firstName: [given, ...(suffix === undefined ? [] : [suffix])].join(', '),
    lastName: particle === undefined ? family : `${particle} ${family}`,
  };
}

/** Zotero keeps notes as HTML: text of ours is escaped, its paragraphs and line breaks stay. */
function noteHtml(note: string): string {
  const escaped = note
    .slice(0, LONGEST_NOTE)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  const paragraphs = escaped.split(/\n{2,}/).map((text) => text.replaceAll('\n', '<br>'));
  return paragraphs.map((text) => `<p>${text}</p>`).join('');
}
