import type { Listing } from '@/utils/domain/listing';
import type { FieldSource, IsoDate, Paper, PaperField, Reading } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { LONGEST, MissingElement, textOf } from '@/utils/page/select';
import { daysBetween } from '../reading/dates';
import type { EmbeddedPaper } from './embedded';
import type { FoundCard } from './find-cards';
import { readShownCard, type ShownCard } from './shown-card';

/** Longest text taken for a summary where a page does not tell; abstracts are twice that and more. */
const LONGEST_SUMMARY = 320;

export type ReadContext = {
  readonly listing: Listing;
  readonly today: IsoDate;
  /** What the page ships of this paper, if it does. */
  readonly embedded: EmbeddedPaper | undefined;
};

/**
 * Reads one card of a list: what it shows, completed by what the page ships of the same paper.
 * Throws `MissingElement` when the card has no title.
 */
export function readCard(
  { id, element, title: heading }: FoundCard,
  context: ReadContext,
): Reading {
  const title = heading && textOf(heading, LONGEST.title);
  if (!title) throw new MissingElement('The card has no title.');
  const { paragraph, thumbnail, film, code, ...shown } = readShownCard(element, id, context.today);
  const texts = paragraph === undefined ? {} : textsOf(paragraph, context);
  return combine(id, { title, ...shown, ...texts }, { thumbnail, film, code }, context);
}

/** Tells an abstract from the site's own summary. */
export function textsOf(
  paragraph: string,
  { listing, embedded }: ReadContext,
): Pick<Paper, 'abstract' | 'summary'> {
  if (listing.kind === 'search' || isSame(paragraph, embedded?.abstract)) {
    return { abstract: paragraph };
  }
  const isSummary = isSame(paragraph, embedded?.summary) || paragraph.length <= LONGEST_SUMMARY;
  return isSummary ? { summary: paragraph } : { abstract: paragraph };
}

type Shown = { readonly [Field in PaperField]?: Paper[Field] | undefined } & Pick<
  ShownCard,
  'isDated'
>;
type ShownLinks = Pick<ShownCard, 'thumbnail' | 'film' | 'code'> & {
  readonly project?: string | undefined;
};

/** Every field, in the order in which a reading has them. */
const FIELDS = [
  'title',
  'authors',
  'authorCount',
  'abstract',
  'published',
  'listed',
  'upvotes',
  'comments',
  'submitter',
  'organization',
  'keywords',
  'summary',
  'links',
] as const satisfies readonly PaperField[];

/** What is on screen wins; what the page ships fills in, and mends only what the screen cannot show. */
export function combine(
  id: PaperId,
  shown: Shown,
  shownLinks: ShownLinks,
  { listing, embedded = {} }: ReadContext,
): Reading {
  const links = linksOf(id, shownLinks, embedded);
  const offers: readonly (readonly [FieldSource, Shown])[] = [
    ['embedded', better(shown, embedded)],
    ['page', shown],
    ['embedded', embedded],
    ['embedded', { authorCount: embedded.authors?.length }],
    ['page', { links, listed: listing.kind === 'daily' ? listing.date : undefined }],
  ];
  const fields: Record<string, unknown> = {};
  const sources: Partial<Record<PaperField, FieldSource>> = {};
  for (const field of FIELDS) {
    const offer = offers.find(([, offered]) => offered[field] !== undefined);
    if (!offer) continue;
    fields[field] = offer[1][field];
    sources[field] = offer[0];
  }
  return { paper: { id, ...fields } as Paper, sources };
}

function linksOf(id: PaperId, shown: ShownLinks, embedded: EmbeddedPaper): Paper['links'] {
  const links = {
    page: `https://huggingface.co/papers/${id.slice('arxiv:'.length)}`,
    code: shown.code ?? embedded.code,
    project: shown.project ?? embedded.project,
    // A picture shows more in a list than the first moment of a film.
    thumbnail: shown.thumbnail ?? embedded.thumbnail ?? shown.film,
  };
  return Object.fromEntries(Object.entries(links).filter(([, value]) => value !== undefined));
}

/** The shipped form of what is on screen, where both are one and the screen's form is the poorer. */
function better(shown: Shown, embedded: EmbeddedPaper): Shown {
  return {
    // Marked search hits run into each other on screen: `sourcecitations`.
    title: isSame(shown.title, embedded.title) ? embedded.title : undefined,
    abstract: isSame(shown.abstract, embedded.abstract) ? embedded.abstract : undefined,
    summary: isSame(shown.summary, embedded.summary) ? embedded.summary : undefined,
    published: isSameDay(shown, embedded.published) ? embedded.published : undefined,
  };
}

/**
 * The screen shows the reader's time zone, in which a day may be the one before or after; and a date
 * without its year, on a page saved long ago, is of the year that the data names.
 */
function isSameDay({ published, isDated }: Shown, shipped: IsoDate | undefined): boolean {
  if (published === undefined || shipped === undefined) return false;
  if (daysBetween(published, shipped) <= 1) return true;
  return isDated === false && published.slice(5) === shipped.slice(5);
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || one.replace(/\s+/gu, '') === other.replace(/\s+/gu, '');
}
