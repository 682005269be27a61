import type { IsoDate, Paper } from '@/utils/domain/paper';
import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { LONGEST, attribute, nameOf, textOf } from '@/utils/page/select';
import { isoDate, monthNumber } from '../reading/dates';
import { isWholeRow, nameRow } from '../reading/names';
import { hasClass, hasTwins, ownParts } from '../reading/parts';
import { wordsIn } from '../reading/words';

/** The paper whose page an address leads to: `/forum?id=bZ4fzw1iz7`; with `reply` where it is of an answer. */
export type ForumLink = { readonly id: PaperId; readonly reply?: string };

/** Reads the address of a paper's page, of its PDF, or of its attachment. */
export function forumAt(address: string): ForumLink | undefined {
  const [, rest] =
    /^(?:https:\/\/openreview\.net)?\/(?:forum|pdf|attachment)\?(.+)$/.exec(address) ?? [];
  if (rest === undefined) return undefined;
  // The site writes `?noteId=` after `?id=` in some places (seen 2026-08).
  const said = new URLSearchParams(rest.replaceAll('?', '&'));
  const id = paperId(`openreview:${said.get('id') ?? ''}`);
  const reply = said.get('noteId') ?? undefined;
  if (!id) return undefined;
  return reply === undefined || id.endsWith(`:${reply}`) ? { id } : { id, reply };
}

const NAMES = {
  before: /^$/,
  between: /^,$/,
  after:
    /^(?:et al\. \(\d{1,4} additional authors not shown\)|\(hide authors\))?(?: ?\(privately revealed to you\))?$/,
};

/** Who signs a paper whose authors are not told yet. */
const SIGNATURE = /\bAuthors$|^Anonymous\b/;

/** The first twenty names, and how many there are; `undefined` when a name is lost or doubled. */
export function authorsIn(row: Element): Pick<Paper, 'authors' | 'authorCount'> | undefined {
  const [list, ...others] = ownParts(row).filter(
    (part) => !hasClass(part, 'note-authors-institutions'),
  );
  if (!list || others.length > 0 || nameOf(list) !== 'span' || hasTwins(list)) return undefined;
  const parts = ownParts(list).filter(isName);
  const elements = parts.flatMap((part) => nameIn(part) ?? []);
  if (elements.length !== parts.length) return undefined;
  const found = nameRow(list, elements);
  if (elements.length === 0) return found.gaps.join('') === '' ? {} : undefined;
  const tail = (found.gaps.at(-1) ?? '').replace(/^[\d, ]*(?=et al|\(|$)/, '');
  const gaps = [...found.gaps.slice(0, -1).map((gap) => gap.replace(/^[\d,]+,$/, ',')), tail];
  if (!isWholeRow({ names: found.names, gaps }, NAMES)) return undefined;
  const [only = ''] = found.names;
  if (found.names.length === 1 && SIGNATURE.test(only)) return {};
  const more = Number(/^et al\. \((\d+)/.exec(tail)?.[1] ?? 0);
  return { authors: found.names, authorCount: found.names.length + more };
}

function isName(part: Element): boolean {
  if (nameOf(part) === 'a') return !hasClass(part, 'show-all');
  return (
    nameOf(part) === 'span' &&
    !hasClass(part, 'glyphicon') &&
    !hasClass(part, 'private-author-label')
  );
}

/** A name alone, or on the page of a paper beside the numbers of its institutions. */
function nameIn(part: Element): Element | undefined {
  const [link, numbers, ...others] = ownParts(part);
  if (!link) return part;
  const isNumbered =
    nameOf(part) === 'span' &&
    hasClass(part, 'note-author-with-institutions') &&
    nameOf(link) === 'a' &&
    (!numbers || nameOf(numbers) === 'sup') &&
    others.length === 0;
  return isNumbered ? link : undefined;
}

/** When a paper was made public and changed last, as the site's `forumDate` writes it in `en-GB`. */
export function daysIn(text: string): Pick<Paper, 'published' | 'updated'> | undefined {
  const [, first, how, second] = DATES.exec(text) ?? [];
  if (first === undefined) return undefined;
  const published = dayIn(first.replace(/^Published: /, ''));
  const updated = /modified/i.test(how ?? '') ? dayIn(second ?? '') : undefined;
  return {
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
  };
}

const DAY = String.raw`(?:(?:\d{2} )?[A-Z][a-z]{2,3} )?\d{4}`;
const DATES = new RegExp(
  String.raw`^((?:Published: )?${DAY})(?:,? ?\(?(modified|imported|Last Modified|Uploaded): (${DAY})\)?)?$`,
);

/** A day written in full, `22 Sept 2023`; a month or a year alone is no day. */
function dayIn(text: string): IsoDate | undefined {
  const [, day, month, year] = /^(\d{2}) ([A-Z][a-z]{2,3}) (\d{4})$/.exec(text) ?? [];
  const number = monthNumber(month);
  return number === undefined ? undefined : isoDate(Number(year), number, Number(day));
}

/** Where a paper appeared; what was only submitted, withdrawn or rejected appeared nowhere. */
export function venueOf(text: string): string | undefined {
  const isPlace = !/^Submitted to\b|\bSubmission\b|\b(?:withdrawn|rejected|reject)\b/i.test(text);
  return isPlace && text !== '' ? text : undefined;
}

/** What the fields under “Show details” hold, where the page has them already. */
export function detailsIn(content: Element): Pick<Paper, 'abstract' | 'keywords'> | undefined {
  const found: { abstract?: string; keywords?: string[] } = {};
  for (const line of ownParts(content)) {
    const [label, ...parts] = ownParts(line);
    const value = parts.find((part) => hasClass(part, 'note-content-value'));
    if (!label || !hasClass(label, 'note-content-field') || !value) return undefined;
    const name = textOf(label);
    if (name === 'Abstract:') {
      if (found.abstract !== undefined || hasTwins(value)) return undefined;
      found.abstract = wordsIn(value, LONGEST.abstract);
    }
    if (name === 'Keywords:') {
      if (found.keywords) return undefined;
      found.keywords = wordsIn(value, LONGEST.title)
        .split(/[,;]\s+/)
        .filter((word) => word !== '');
    }
  }
  return found;
}

/** Whether a link has a picture in it and no words: the PDF's, or that of the paper's own site. */
export function isPictured(link: Element): boolean {
  return textOf(link, 10) === '' && attribute(link, 'href') !== undefined;
}
