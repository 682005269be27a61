import type { IsoDate } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { attribute, isWithin, LONGEST, named, parentOf, textOf } from '@/utils/page/select';
import { authorCountIn, commentsIn, readCount, upvotesIn } from './counts';
import { notBefore, readShownDate, type ShownDate } from '../reading/dates';
import { address } from './json';
import { organizationIn } from './organization';
import { linkedPaper } from './paper-link';
import { type Medium, type Piece, type Survey, survey } from './survey';

/** What a card shows, by its elements and texts; an absent field is not on the card. */
export type ShownCard = {
  readonly paragraph?: string | undefined;
  readonly authorCount?: number | undefined;
  readonly published?: IsoDate | undefined;
  /** Whether the date came with its year. */
  readonly isDated?: boolean | undefined;
  readonly upvotes?: number | undefined;
  readonly comments?: number | undefined;
  readonly submitter?: string | undefined;
  readonly organization?: string | undefined;
  readonly code?: string | undefined;
  readonly thumbnail?: string | undefined;
  readonly film?: string | undefined;
};

/** Reads what stands on one card of a list. */
export function readShownCard(card: Element, id: PaperId, today: IsoDate): ShownCard {
  const seen = survey(card);
  const paragraph = paragraphOf(seen, id);
  const pieces = paragraph
    ? seen.pieces.filter(({ parent }) => !isWithin(parent, paragraph))
    : seen.pieces;
  const shown = dateIn(pieces, today);
  return {
    paragraph: paragraph && (textOf(paragraph, LONGEST.abstract) || undefined),
    authorCount: authorCountIn(pieces),
    published: shown && notBefore(shown, id, today),
    isDated: shown?.hasYear,
    upvotes: upvotesIn(pieces),
    comments: commentsIn(pieces) ?? shown?.comments,
    submitter: submitterIn(pieces, card),
    organization: organizationIn(seen.links),
    code: codeIn(seen.links, paragraph),
    ...mediaOf(seen.media),
  };
}

/** Fewest characters of a text that may be an abstract though nothing in the markup says so. */
const SHORTEST_PROSE = 120;

/** The abstract or summary: a paragraph, or the link around one (search results, seen 2025-11). */
function paragraphOf({ paragraphs, links, pieces }: Survey, id: PaperId): Element | undefined {
  const linked = links.filter((link) => {
    const paper = linkedPaper(link);
    return paper?.id === id && !paper.isDiscussion && isProse(textOf(link, LONGEST.title));
  });
  const marked = [...paragraphs, ...linked].filter((element) => isWords(textOf(element, 200)));
  if (marked.length > 0) return longest(marked);
  const unmarked = pieces.filter(({ text, zone }) => !zone && text.length >= SHORTEST_PROSE);
  return longest(unmarked.map(({ parent }) => parent));
}

function longest(elements: readonly Element[]): Element | undefined {
  let found: Element | undefined;
  let most = 0;
  for (const element of elements) {
    const { length } = textOf(element, LONGEST.abstract);
    if (length > most) [found, most] = [element, length];
  }
  return found;
}

/** Links to a paper also hold its authors' number, its stars, or a call to read it. */
function isProse(text: string): boolean {
  return isWords(text) && (text.length >= 60 || text.split(' ').length >= 6);
}

function isWords(text: string): boolean {
  return (
    /\p{L}/u.test(text) && !/^[·•\s]*\d+ authors?\b/i.test(text) && !/^submitted by\b/i.test(text)
  );
}

function dateIn(pieces: readonly Piece[], today: IsoDate): ShownDate | undefined {
  const loose = pieces.filter(({ link, zone }) => !link && zone === undefined);
  for (const [index, { text }] of loose.entries()) {
    const shown = readShownDate(text, today);
    if (!shown) continue;
    const next = loose[index + 1]?.text ?? '';
    const comments = /^\d{1,6}$/.test(next) ? readCount(next) : undefined;
    return comments === undefined ? shown : { comments, ...shown };
  }
  // `Oct` and `14, 2023` may stand in elements of their own.
  return readShownDate(loose.map(({ text }) => text).join(' '), today);
}

/** The account in the chip `Submitted by … NAME`, seen 2024-08 to 2026-09. */
function submitterIn(pieces: readonly Piece[], card: Element): string | undefined {
  const label = pieces.find(({ text }) => /^submitted by\b/i.test(text));
  let chip = label?.parent;
  for (let level = 0; chip && chip !== card && level < 3; level += 1, chip = parentOf(chip)) {
    const name = textOf(chip, 200)
      .replace(/^.*?submitted by:?\s*/i, '')
      .replace(/ on [A-Z][a-z]{2} \d{1,2}(?:, \d{4})?$/, '');
    if (name !== '') return named(chip, 'h3').length === 0 ? name : undefined;
  }
  return undefined;
}

function codeIn(links: readonly Element[], paragraph: Element | undefined): string | undefined {
  for (const link of links) {
    const href = address(attribute(link, 'href'));
    if (href === undefined || !/^https?:\/\/(?:www\.)?github\.com\/./i.test(href)) continue;
    if (!paragraph || !isWithin(link, paragraph)) return href;
  }
  return undefined;
}

/** The picture or film of the paper: in a link to it, and no avatar of an author. */
function mediaOf(media: readonly Medium[]): Pick<ShownCard, 'thumbnail' | 'film'> {
  const found: { thumbnail?: string | undefined; film?: string | undefined } = {};
  for (const { element, link, zone } of media) {
    const isOfPaper = link !== undefined && zone === undefined && linkedPaper(link) !== undefined;
    const [source] = named(element, 'source');
    const src = sourceOf(element, 'src') ?? (source && sourceOf(source, 'src'));
    if (!isOfPaper && !/\/social-thumbnails\/papers\//.test(src ?? '')) continue;
    found.thumbnail ??= sourceOf(element, 'poster');
    if (named(element, 'source').length > 0 || attribute(element, 'preload') !== undefined)
      found.film ??= src;
    else if (/\.(?:mp4|webm|mov|qt|m4v|ogv)(?:[?#]|$)/i.test(src ?? '')) found.film ??= src;
    else found.thumbnail ??= src;
  }
  return found;
}

/** An address on the web; what a browser saved beside the page is none. */
function sourceOf(element: Element, name: string): string | undefined {
  const value = attribute(element, name)?.trim();
  const isOfSite = value !== undefined && /^\/(?!\/)/.test(value);
  return address(isOfSite ? `https://huggingface.co${value}` : value);
}
