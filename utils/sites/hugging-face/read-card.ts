import type {
  FieldSource,
  IsoDate,
  Paper,
  PaperField,
  PaperId,
  Reading,
} from '@/utils/domain/paper';
import type { Listing } from '@/utils/domain/listing';
import { LONGEST, MissingElement, textOf } from '@/utils/page/select';
import { daysBetween } from './dates';
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

/** Reads one card of a list: what it shows, completed by what the page ships of the same paper. */
export function readCard({ id, element, titleLink }: FoundCard, context: ReadContext): Reading {
  const title = textOf(titleLink, LONGEST.title);
  if (title === '') throw new MissingElement('The link of the title has no text.');
  const shown = readShownCard(element, id, context.today);
  const { paragraph, thumbnail, video, code, published, ...rest } = shown;
  const onScreen = { title, ...rest, ...textsOf(paragraph, context), published };
  return combine(id, onScreen, { thumbnail, video, code }, context);
}

/** Tells an abstract from the site's own summary. */
function textsOf(
  paragraph: string | undefined,
  { listing, embedded }: ReadContext,
): Pick<Paper, 'abstract' | 'summary'> {
  if (paragraph === undefined) return {};
  if (listing.kind === 'search' || sameText(paragraph, embedded?.abstract)) {
    return { abstract: paragraph };
  }
  const isSummary = sameText(paragraph, embedded?.summary) || paragraph.length <= LONGEST_SUMMARY;
  return isSummary ? { summary: paragraph } : { abstract: paragraph };
}

type ScreenFields = {
  readonly [Field in PaperField]?: Paper[Field] | undefined;
};
type ScreenLinks = Pick<ShownCard, 'thumbnail' | 'video' | 'code'> & { readonly project?: string };

/** What is on screen wins; what the page ships fills in, and mends only what the screen cannot show. */
export function combine(
  id: PaperId,
  onScreen: ScreenFields,
  links: { readonly [Link in keyof ScreenLinks]?: ScreenLinks[Link] | undefined },
  { listing, embedded = {} }: ReadContext,
): Reading {
  const { code, project, thumbnail: shipped, ...facts } = embedded;
  const fields: Record<string, unknown> = {};
  const sources: Partial<Record<PaperField, FieldSource>> = {};
  const take = (from: object, source: FieldSource): void => {
    for (const [field, value] of Object.entries(from)) {
      if (value === undefined || fields[field] !== undefined) continue;
      fields[field] = value;
      sources[field as PaperField] = source;
    }
  };
  take(better(onScreen, facts), 'embedded');
  take(onScreen, 'page');
  take(facts, 'embedded');
  take({ authorCount: facts.authors?.length }, 'embedded');
  take({ listed: listing.kind === 'daily' ? listing.date : undefined }, 'page');
  const addresses = {
    page: `https://huggingface.co/papers/${id.slice('arxiv:'.length)}`,
    code: links.code ?? code,
    project: links.project ?? project,
    // A picture says more in a list than the first moment of a film.
    thumbnail: links.thumbnail ?? shipped ?? links.video,
  };
  take({ links: withoutAbsent(addresses) }, 'page');
  return { paper: { id, ...fields } as Paper, sources };
}

/** The shipped form of what is on screen, where both are one and the screen's form is the poorer. */
function better(onScreen: ScreenFields, facts: EmbeddedPaper): ScreenFields {
  const dates = [onScreen.published, facts.published];
  const [shown, shipped] = dates;
  return {
    // Marked search hits run into each other on screen: `sourcecitations`.
    title: sameText(onScreen.title, facts.title) ? facts.title : undefined,
    abstract: sameText(onScreen.abstract, facts.abstract) ? facts.abstract : undefined,
    // The screen shows the reader's time zone, in which a day may be the one before or after.
    published: shown && shipped && daysBetween(shown, shipped) <= 1 ? shipped : undefined,
  };
}

function withoutAbsent<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}

function sameText(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.replace(/\s+/gu, '') === other.replace(/\s+/gu, '');
}
