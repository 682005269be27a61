import type { IsoDate, Paper, Reading } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import {
  attribute,
  childrenOf,
  isAfter,
  isWithin,
  LONGEST,
  MissingElement,
  named,
  nameOf,
  parentOf,
  textOf,
} from '@/utils/page/select';
import { upvotesIn } from './counts';
import { readShownDate } from '../reading/dates';
import { islandsIn } from './embedded';
import { address } from './json';
import { accountOf, organizationIn } from './organization';
import { linkedPeriod } from './period';
import { combine, type ReadContext, textsOf } from './read-card';
import { type Piece, type Survey, survey } from './survey';

/** A paper's own page, as far as it is about the paper. */
export type PaperPage = {
  readonly document: Document;
  readonly heading: Element;
  /** The block that holds the heading. */
  readonly block: Element;
};

/** Finds the paper on its own page (seen 2025-10); `undefined` without a heading. */
export function findPaper(document: Document): PaperPage | undefined {
  const headings = named(document, 'h1');
  const heading = headings.find((h1) => isInMain(h1)) ?? headings[0];
  const block = heading && parentOf(heading);
  return heading && block && { document, heading, block };
}

function isInMain(element: Element): boolean {
  for (let at = parentOf(element); at; at = parentOf(at)) if (nameOf(at) === 'main') return true;
  return false;
}

/** Reads a paper's own page. Throws `MissingElement` when its heading has no text. */
export function readPaperPage(id: PaperId, page: PaperPage, context: ReadContext): Reading {
  const title = textOf(page.heading, LONGEST.title);
  if (title === '') throw new MissingElement('The heading of the page has no text.');
  const scope = scopeOf(page);
  const seen = untilDiscussion(scope);
  const texts = proseOf(scope, seen, context);
  const isProse = (element: Element): boolean =>
    texts.elements.some((paragraph) => isWithin(element, paragraph));
  const links = seen.links.filter((link) => !isProse(link));
  const pieces = seen.pieces.filter(({ parent }) => !isProse(parent));
  const shown = {
    title,
    ...authorsOf(scope, context),
    ...texts.fields,
    ...publishedIn(pieces, context.today),
    upvotes: upvotesIn(pieces) ?? upvotesBeside(page),
    submitter: submitterIn(pieces),
    organization: organizationIn(links),
    listed: listedOf(links, pieces, context),
    keywords: context.embedded?.keywords ?? keywordsIn(seen.links.filter(isProse)),
  };
  const shownLinks = { ...codeAndProject(links), thumbnail: thumbnailOf(page.document) };
  const reading = combine(id, shown, shownLinks, context);
  const isShipped = context.embedded?.keywords !== undefined;
  return isShipped
    ? { ...reading, sources: { ...reading.sources, keywords: 'embedded' } }
    : reading;
}

/** What on the page may be about the paper. */
export function scopeOf({ document, heading, block }: PaperPage): Element {
  const island = islandsIn(document).find((each) => isWithin(heading, each));
  return island ?? parentOf(block) ?? block;
}

/** The page without what readers say of the paper, where links and dates are theirs. */
function untilDiscussion(scope: Element): Survey {
  return survey(
    scope,
    (element) => attribute(element, 'id') === 'community' || isDiscussionHeading(element),
  );
}

function isDiscussionHeading(element: Element): boolean {
  return /^h[23]$/.test(nameOf(element)) && /^community\b/i.test(textOf(element, 40));
}

/** Whether the heading over what readers say stands after it, so that their links could be the paper's. */
export function isDiscussionLoose(scope: Element): boolean {
  return [...named(scope, 'h2'), ...named(scope, 'h3')].some((heading) => {
    const around = isDiscussionHeading(heading) ? parentOf(heading) : undefined;
    return around !== undefined && childrenOf(around).at(-1) === heading;
  });
}

type Prose = { readonly fields: Pick<Paper, 'abstract' | 'summary'>; readonly elements: Element[] };

/** The site's summary stands in a box of its own before the abstract. */
function proseOf(scope: Element, { paragraphs }: Survey, context: ReadContext): Prose {
  const heading = named(scope, 'h2').find((h2) => /^abstract\b/i.test(textOf(h2, 40)));
  const fields: { abstract?: string; summary?: string } = {};
  const elements: Element[] = [];
  for (const paragraph of paragraphs) {
    const text = textOf(paragraph, LONGEST.abstract);
    if (text === '' || SUMMARY_LABEL.test(text) || (heading && !isAfter(paragraph, heading)))
      continue;
    const read = isSummaryBox(parentOf(paragraph)) ? { summary: text } : textsOf(text, context);
    // Some abstracts are as short as a summary, but no page has two summaries.
    if (read.summary !== undefined && fields.summary === undefined) fields.summary = text;
    else fields.abstract ??= text;
    elements.push(paragraph);
    if (fields.abstract !== undefined) break;
  }
  const isLone = fields.abstract === undefined && elements.length === 1;
  const isBoxed = elements.some((element) => isSummaryBox(parentOf(element)));
  if (isLone && !isBoxed && fields.summary !== context.embedded?.summary) {
    return { fields: { abstract: fields.summary ?? '' }, elements };
  }
  return { fields, elements };
}

const SUMMARY_LABEL = /^AI-generated summary$/i;

function isSummaryBox(box: Element | undefined): boolean {
  if (!box || !/\bAI-generated summary\b/i.test(textOf(box, LONGEST.abstract))) return false;
  return named(box, 'p').filter((p) => !SUMMARY_LABEL.test(textOf(p, 40))).length === 1;
}

/** The names in the page's list; what it ships has the same and those the page leaves out. */
function authorsOf(
  scope: Element,
  { embedded }: ReadContext,
): Pick<Paper, 'authors' | 'authorCount'> {
  const authors = named(scope, 'span')
    .filter((span) => /(?:^|\s)author(?:\s|$)/.test(attribute(span, 'class') ?? ''))
    .flatMap((span) => {
      const [name] = [...named(span, 'a'), ...named(span, 'button')];
      return (
        textOf(name ?? span)
          .replace(/[\s,]+$/u, '')
          .replace(/^[\s,]+/u, '') || []
      );
    });
  if (authors.length === 0) return {};
  const known = new Set(embedded?.authors);
  if (authors.every((name) => known.has(name))) return {};
  return { authors, authorCount: authors.length };
}

function publishedIn(
  pieces: readonly Piece[],
  today: IsoDate,
): { published?: IsoDate; isDated?: boolean } {
  const at = pieces.findIndex(({ text }) => /^published on\b/i.test(text));
  const [one, other] = pieces.slice(Math.max(at, 0)).map(({ text }) => text);
  if (at < 0 || one === undefined) return {};
  const shown = readShownDate(one, today) ?? readShownDate(`${one} ${other ?? ''}`, today);
  return shown ? { published: shown.date, isDated: shown.hasYear } : {};
}

/** The account, from the link after “Submitted by”; the text there is the person's full name. */
function submitterIn(pieces: readonly Piece[]): string | undefined {
  const at = pieces.findIndex(({ text }) => /^submitted by\b/i.test(text));
  const link = at < 0 ? undefined : pieces.slice(at, at + 3).find((piece) => piece.link)?.link;
  return link && accountOf(attribute(link, 'href'));
}

/** The day of the listing, from the chip “#1 Paper of the day”, or from “Submitted by … on Oct 1”. */
function listedOf(
  links: readonly Element[],
  pieces: readonly Piece[],
  { embedded, today }: ReadContext,
): IsoDate | undefined {
  for (const link of links) {
    const linked = linkedPeriod(attribute(link, 'href') ?? '');
    if (linked?.period === 'daily') return linked.start;
  }
  if (embedded?.listed !== undefined) return undefined;
  const at = pieces.findIndex(({ text }) => /^submitted by\b/i.test(text));
  const day = pieces.slice(Math.max(at, 0), at + 4).find(({ text }) => /^on /i.test(text));
  return day && readShownDate(day.text, today)?.date;
}

function keywordsIn(links: readonly Element[]): string[] | undefined {
  const words = links
    .filter((link) => /\/papers\?(?:[^#]*&)?q=/.test(attribute(link, 'href') ?? ''))
    .flatMap((link) => textOf(link) || []);
  return words.length > 0 ? [...new Set(words)] : undefined;
}

function codeAndProject(links: readonly Element[]): {
  code?: string | undefined;
  project?: string | undefined;
} {
  const labelled = (label: RegExp): string | undefined =>
    links
      .filter((link) => label.test(textOf(link)))
      .map((link) => address(attribute(link, 'href')))
      .find((href) => href !== undefined);
  return { code: labelled(/^github\b/i), project: labelled(/^project page\b/i) };
}

/** The picture that the page offers to other sites. */
function thumbnailOf(document: Document): string | undefined {
  const pictures = named(document, 'meta')
    .filter((meta) => attribute(meta, 'property') === 'og:image')
    .map((meta) => address(attribute(meta, 'content')));
  return pictures.find((picture) => picture?.includes('/social-thumbnails/papers/'));
}

/** Wide screens show the votes in an island of their own beside the paper. */
function upvotesBeside({ document }: PaperPage): number | undefined {
  const island = named(document, 'div').find(
    (div) => attribute(div, 'data-target') === 'UpvoteControl',
  );
  return island && upvotesIn(survey(island).pieces);
}
