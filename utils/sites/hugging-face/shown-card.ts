import type { IsoDate, PaperId } from '@/utils/domain/paper';
import { all, attribute, LONGEST, maybe, rawText, textOf, tidy } from '@/utils/page/select';
import { type ShownDate, readShownDate } from './dates';
import { address } from './embedded';
import { linkedPaper } from './paper-link';

/** What a card shows, by its elements and texts; an absent field is not on the card. */
export type ShownCard = {
  readonly paragraph?: string;
  readonly authorCount?: number;
  readonly published?: IsoDate;
  readonly upvotes?: number;
  readonly comments?: number;
  readonly submitter?: string;
  readonly organization?: string;
  readonly code?: string;
  readonly thumbnail?: string;
  readonly video?: string;
};

type Loose = { readonly [Field in keyof ShownCard]?: ShownCard[Field] | undefined };

/** Reads what stands on one card of a list. */
export function readShownCard(card: Element, id: PaperId, today: IsoDate): ShownCard {
  const paragraph = paragraphOf(card, id);
  const pieces = footOf(card, paragraph);
  const shown = shownDate(pieces, today);
  const media = mediaOf(card);
  const loose: Loose = {
    paragraph: paragraph && (textOf(paragraph, LONGEST.abstract) || undefined),
    authorCount: authorCountOf(pieces),
    published: shown?.date,
    upvotes: upvotesOf(card),
    comments: commentsOf(card) ?? shown?.comments,
    submitter: submitterOf(pieces),
    organization: organizationOf(card),
    code: codeOf(card),
    ...media,
  };
  return Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined));
}

/** The abstract or summary: a paragraph, or the link around one (search results, seen 2025-11). */
function paragraphOf(card: Element, id: PaperId): Element | undefined {
  const links = all(card, 'a[href*="/papers/"]').filter((link) => {
    const paper = linkedPaper(link);
    return paper?.id === id && paper.hash === '' && !maybe(link, 'ul, img, video, svg, h3');
  });
  const candidates = [...all(card, 'p'), ...links].filter(
    (element) => !isWithin(element, 'h3', card) && /\s/.test(rawText(element).trim()),
  );
  return candidates.reduce<Element | undefined>(
    (longest, element) =>
      longest && rawText(longest).length >= rawText(element).length ? longest : element,
    undefined,
  );
}

function isWithin(element: Element, name: string, card: Element): boolean {
  for (let at: Element | null = element; at && at !== card; at = at.parentElement) {
    if (at.localName === name) return true;
  }
  return false;
}

/** The texts of a card one by one, without title, paragraph, comment count and votes. */
function footOf(card: Element, paragraph: Element | undefined): string[] {
  const skipped = new Set<Element>([
    ...(paragraph ? [paragraph] : []),
    ...all(card, 'h3, dialog, svg, a[href*="#community"], a[href*="/login"]'),
  ]);
  const pieces: string[] = [];
  const visit = (node: Node): void => {
    for (const child of Array.from(node.childNodes)) {
      if (child.nodeType === 3) {
        const piece = tidy(child.nodeValue ?? '', LONGEST.line);
        if (piece !== '') pieces.push(piece);
      } else if (child.nodeType === 1 && !skipped.has(child as Element)) visit(child);
    }
  };
  visit(card);
  return pieces;
}

function authorCountOf(pieces: readonly string[]): number | undefined {
  const [, count] = /(?:^|[^\d.,])(\d[\d,]*) authors?(?:\W|$)/i.exec(pieces.join(' ')) ?? [];
  return count === undefined ? undefined : Number(count.replaceAll(',', ''));
}

function shownDate(pieces: readonly string[], today: IsoDate): ShownDate | undefined {
  for (const piece of pieces) {
    const shown = readShownDate(piece, today);
    if (shown) return shown;
  }
  return readShownDate(pieces.join(' '), today);
}

function submitterOf(pieces: readonly string[]): string | undefined {
  const at = pieces.findIndex((piece) => /^submitted by\b/i.test(piece));
  if (at < 0) return undefined;
  return pieces[at]?.replace(/^submitted by\s*/i, '') || pieces[at + 1];
}

/** The count in the box to vote: in the link to log in, or, logged in, in a label or checkbox. */
export function upvotesOf(card: Element): number | undefined {
  const boxes = all(card, 'a[href*="/login?next="], [role="checkbox"], label');
  for (const box of boxes) {
    const [, count] = /^(?:upvote\s*)?(\d[\d.,]*[km]?|[-–])$/i.exec(textOf(box)) ?? [];
    if (count !== undefined) return readCount(count);
  }
  return undefined;
}

function commentsOf(card: Element): number | undefined {
  for (const link of all(card, 'a[href*="#community"]')) {
    const text = textOf(link);
    if (/^\d[\d.,]*[km]?$/i.test(text)) return readCount(text);
  }
  return undefined;
}

/** A count as the site shortens it: `-`, `843`, `1,204`, `1.54k`. */
function readCount(text: string): number {
  const [, digits = '0', unit = ''] = /^([\d.,]*)([km]?)$/i.exec(text) ?? [];
  const factor = { k: 1_000, m: 1_000_000 }[unit.toLowerCase()];
  if (factor === undefined) return Number(digits.replaceAll(/[.,]/g, ''));
  return Math.round(Number(digits.replaceAll(',', '')) * factor);
}

// `/ORG`, with its picture named after it (seen 2025-10 to 2026-10).
const ACCOUNT = /^(?:https?:\/\/huggingface\.co)?\/([\w.-]+)\/?$/;
const NO_ACCOUNTS = /^(?:papers|login|join|models|datasets|spaces|docs|pricing)$/;

/** The organisation's full name, from the chip that links to it. */
export function organizationOf(card: Element): string | undefined {
  for (const link of all(card, 'a[href]')) {
    const [, account] = ACCOUNT.exec(attribute(link, 'href') ?? '') ?? [];
    const picture = account && maybe(link, 'img');
    if (!picture || NO_ACCOUNTS.test(account)) continue;
    const isPerson = attribute(picture, 'alt') === '';
    const name = textOf(link);
    if (!isPerson && name !== '') return name;
  }
  return undefined;
}

function codeOf(card: Element): string | undefined {
  const link = maybe(card, 'a[href^="https://github.com/"]');
  return link && address(attribute(link, 'href'));
}

/** The picture or film of the paper: inside a link to it, and no avatar of its authors. */
function mediaOf(card: Element): Pick<Loose, 'thumbnail' | 'video'> {
  const base = 'https://huggingface.co/';
  for (const medium of all(card, 'a[href*="/papers/"] img, a[href*="/papers/"] video')) {
    if (isWithin(medium, 'ul', card)) continue;
    const source = maybe(medium, 'source');
    const src = attribute(medium, 'src') ?? (source && attribute(source, 'src'));
    const found = address(src, base);
    if (found === undefined) continue;
    return medium.localName === 'video' ? { video: found } : { thumbnail: found };
  }
  return {};
}
