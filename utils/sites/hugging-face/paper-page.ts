import type { IsoDate, PaperId, Reading } from '@/utils/domain/paper';
import {
  all,
  attribute,
  LONGEST,
  MissingElement,
  maybe,
  one,
  rawText,
  textOf,
} from '@/utils/page/select';
import { dayOf, readShownDate } from './dates';
import { address } from './embedded';
import { combine, type ReadContext } from './read-card';
import { organizationOf, upvotesOf } from './shown-card';

/** The block of a paper's own page that holds its title (seen 2025-10). */
export function paperBlock(document: Document): Element | undefined {
  return (
    maybe(document, 'main h1')?.parentElement ?? maybe(document, 'h1')?.parentElement ?? undefined
  );
}

/** Reads a paper's own page. Throws `MissingElement` when it has no title. */
export function readPaperPage(id: PaperId, block: Element, context: ReadContext): Reading {
  const title = textOf(one(block, 'h1'), LONGEST.title);
  if (title === '') throw new MissingElement('The heading of the page has no text.');
  const authors = all(block, 'span.author').flatMap(
    (author) => textOf(author).replace(/[\s,]+$/u, '') || [],
  );
  const onScreen = {
    title,
    ...(authors.length > 0 && { authors, authorCount: authors.length }),
    ...textsOf(block),
    published: publishedOf(block, context.today),
    upvotes: upvotesOf(block),
    submitter: submitterOf(block),
    organization: organizationOf(block),
    listed: listedOf(block),
    keywords: context.embedded?.keywords ? undefined : keywordsOf(block),
  };
  return combine(id, onScreen, linksOf(block), context);
}

/** The site's summary stands in a box of its own before the abstract. */
function textsOf(block: Element): { abstract?: string; summary?: string } {
  const heading = all(block, 'h2').find((h2) => /^abstract$/i.test(textOf(h2)));
  const texts: { abstract?: string; summary?: string } = {};
  for (const paragraph of heading?.parentElement ? all(heading.parentElement, 'p') : []) {
    const text = textOf(paragraph, LONGEST.abstract);
    if (text === '' || /^AI-generated summary$/i.test(text)) continue;
    const box = paragraph.parentElement;
    const isSummary = box !== null && /^\s*AI-generated summary/i.test(rawText(box));
    if (isSummary) texts.summary ??= text;
    else texts.abstract ??= text;
  }
  return texts;
}

function publishedOf(block: Element, today: IsoDate): IsoDate | undefined {
  const line = all(block, 'div, span, time').find((element) => {
    const text = textOf(element, 60);
    return /^published on /i.test(text) && readShownDate(text, today) !== undefined;
  });
  return line && readShownDate(textOf(line, 60), today)?.date;
}

/** The account, from the link after “Submitted by”; the text there is the person's full name. */
function submitterOf(block: Element): string | undefined {
  const label = all(block, 'span, div').find((element) => /^submitted by$/i.test(textOf(element)));
  const link = label?.parentElement && maybe(label.parentElement, 'a[href^="/"]');
  const [, account] = /^\/([\w.-]+)$/.exec((link && attribute(link, 'href')) ?? '') ?? [];
  return account;
}

/** The day of the listing, from the chip “#1 Paper of the day”. */
function listedOf(block: Element): IsoDate | undefined {
  for (const link of all(block, 'a[href*="/papers?date="], a[href*="/papers/date/"]')) {
    const day = dayOf(/(\d{4}-\d{2}-\d{2})$/.exec(attribute(link, 'href') ?? '')?.[1]);
    if (day !== undefined) return day;
  }
  return undefined;
}

function keywordsOf(block: Element): string[] | undefined {
  const words = all(block, 'p a[href*="/papers?q="]').flatMap((link) => textOf(link) || []);
  return words.length > 0 ? [...new Set(words)] : undefined;
}

function linksOf(block: Element): { code?: string | undefined; project?: string | undefined } {
  const find = (label: RegExp): string | undefined => {
    const link = all(block, 'a[href^="http"]').find((candidate) => label.test(textOf(candidate)));
    return link && address(attribute(link, 'href'));
  };
  return { code: find(/^github(?:\s*[\d.,]+[km]?)?$/i), project: find(/^project page$/i) };
}
