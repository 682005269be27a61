import type { PaperId } from '@/utils/domain/paper-id';
import { attribute, childrenOf, LONGEST, maybe, nameOf, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { holding, tally } from '../reading/doubts';
import { doubtsIn } from './doubts';
import { type Fields, type Told, dated, doiAmong, readEntry } from './entry';
import type { Entries } from './list-page';
import { type PaperLink, linkedPaper, namedPaper } from './paper-link';
import { dayIn } from './shown-dates';
import { hasClass } from '../reading/parts';

/** Reads the results of a search: an `li.arxiv-result` for each paper (seen 2025-12). */
export function* searchEntries(document: Document): Generator<void, Entries> {
  const results = named(document, 'li').filter((item) => hasClass(item, 'arxiv-result'));
  const lists = named(document, 'ol').filter((list) => hasClass(list, 'breathe-horizontal'));
  const outlines: Outline[] = [];
  for (const item of results) {
    outlines.push(outlineOf(item));
    yield;
  }
  const listed = lists.flatMap(childrenOf).filter((child) => !OWN.test(nameOf(child)));
  const doubts = [
    ...holding({
      'results beside the list, or other things in it': listed.length !== results.length,
      'a result twice': new Set(outlines.map(({ id }) => id)).size !== outlines.length,
      'neither results nor words for none': results.length === 0 && !isEmpty(document),
    }),
    ...tally(outlines.flatMap((outline) => outline.doubts)),
  ];
  return { cards: outlines.flatMap((outline) => cardOf(outline) ?? []), doubts };
}

const OWN = /^offprint-/;

function isEmpty(document: Document): boolean {
  const main = maybe(document, '#main-container');
  return main !== undefined && /\bproduced no results\b/.test(textOf(main, 20_000));
}

type Outline = {
  readonly item: Element;
  readonly id: PaperId | undefined;
  readonly head: Element | undefined;
  readonly fields: Fields;
  readonly dates: Element | undefined;
  readonly doubts: readonly string[];
};

function outlineOf(item: Element): Outline {
  const found: Record<string, Element> = {};
  let isKnown = true;
  for (const child of childrenOf(item)) {
    if (OWN.test(nameOf(child))) continue;
    const kinds = kindsOf(child);
    if (kinds.length === 0 || kinds.some((kind) => found[kind])) isKnown = false;
    for (const kind of kinds) found[kind] ??= child;
  }
  const { head, title, authors, abstract, dates, comment, journalRef } = found;
  const ids = head ? idsIn(head) : new Set<PaperId>();
  const [id] = ids;
  const whole = abstract && wholeAbstract(abstract);
  const fields: Fields = { title, authors, abstract: whole, comment, journalRef };
  return {
    item,
    head,
    id: ids.size === 1 ? id : undefined,
    fields,
    dates,
    doubts: [
      ...holding({
        'a part of a kind that is not known, or one twice': !isKnown,
        'not one identifier': ids.size !== 1,
        'a head without links or subjects as they are known': !head || !isHeadWhole(head),
        'an abstract that is not there as a whole': abstract !== undefined && whole === undefined,
        'dates in other words': !dates || !DATES.test(textOf(dates)),
        'a label amid the words': [comment, journalRef].some((part) => part && !isLabelled(part)),
      }),
      ...doubtsIn(fields),
    ],
  };
}

const DATES =
  /^Submitted \d{1,2} \w+, \d{4}; (?:v1 submitted \d{1,2} \w+, \d{4}; )?originally announced \w+ \d{4}\.(?: Latest version: \S+)?$/;

function isLabelled(part: Element): boolean {
  return /^(?:Comments|Report number|MSC Class|ACM Class|Journal ref):/.test(textOf(part, 40));
}

/**
 * Every link leads somewhere, and the primary subject is the first. A subject is marked as a hit
 * where it was searched for, in place of its colour.
 */
function isHeadWhole(head: Element): boolean {
  const [primary, ...others] = subjectTags(head);
  return (
    named(head, 'a').every((link) => attribute(link, 'href') !== undefined) &&
    named(head, 'a').some((link) => linkedPaper(link)?.to === 'abs') &&
    named(head, 'span').every(isTagKnown) &&
    primary !== undefined &&
    (hasClass(primary, 'is-link') || hasClass(primary, 'search-hit')) &&
    !others.some((tag) => hasClass(tag, 'is-link'))
  );
}

/** Only the tags of DOIs have no name of a subject to show. */
function isTagKnown(span: Element): boolean {
  const isTag = hasClass(span, 'tag');
  const isOfDoi = hasClass(span, 'is-dark') || hasClass(span, 'is-light');
  return isTag === (isOfDoi || attribute(span, 'data-tooltip') !== undefined);
}

function idsIn(head: Element): ReadonlySet<PaperId> {
  const links = named(head, 'a');
  const linked = links.flatMap((link) => linkedPaper(link) ?? []);
  return new Set([
    ...linked.map(({ id }: PaperLink) => id),
    ...links.flatMap((link) => namedPaper(link) ?? []),
  ]);
}

const JOURNAL = /^Journal ref:?$/i;
const REMARKS = /^(?:Report number|MSC Class|ACM Class|Journal ref):?$/i;

/** The fields that a child of a result holds; none when it is new to us. */
function kindsOf(child: Element): string[] {
  if (hasClass(child, 'is-marginless')) return ['head'];
  if (nameOf(child) !== 'p') return [];
  if (hasClass(child, 'title')) return ['title'];
  if (hasClass(child, 'authors')) return ['authors'];
  if (hasClass(child, 'abstract')) return ['abstract'];
  const labels = childrenOf(child).map((label) => textOf(label, 40));
  if (hasClass(child, 'comments')) {
    if (labels.some((label) => /^Comments:?$/i.test(label))) return ['comment'];
    if (!labels.some((label) => REMARKS.test(label))) return [];
    return labels.some((label) => JOURNAL.test(label)) ? ['journalRef'] : ['remarks'];
  }
  return labels.includes('Submitted') ? ['dates'] : [];
}

/** The whole text, which stays out of sight until the reader asks for more, and ends in `△ Less`. */
function wholeAbstract(abstract: Element): Element | undefined {
  const full = named(abstract, 'span').filter((span) => hasClass(span, 'abstract-full'));
  const [first, ...others] = full;
  const isClosed = first && /^(?:(?!△ Less).)*△ Less$/u.test(textOf(first, LONGEST.abstract));
  return isClosed && others.length === 0 ? first : undefined;
}

function subjectTags(head: Element): Element[] {
  return named(head, 'span').filter(
    (span) => hasClass(span, 'tag') && attribute(span, 'data-tooltip') !== undefined,
  );
}

function cardOf({ id, item, head, fields, dates }: Outline): Card | undefined {
  if (!id || !head) return undefined;
  return {
    id,
    main: item,
    parts: [item],
    anchor: item,
    place: 'end',
    read: () => readResult(id, head, fields, dates),
  };
}

function readResult(
  id: PaperId,
  head: Element,
  fields: Fields,
  dates: Element | undefined,
): ReturnType<typeof readEntry> {
  const tags = subjectTags(head);
  const categories = [...new Set(tags.map((tag) => textOf(tag)))];
  const [primaryCategory] = categories;
  const told: Told = {
    ...daysIn(dates ? textOf(dates) : ''),
    ...doiAmong(named(head, 'a')),
    ...(primaryCategory !== undefined && { primaryCategory, categories }),
  };
  const reading = readEntry(id, fields, told);
  const { abstract, journalRef, ...rest } = reading.paper;
  return {
    ...reading,
    paper: {
      ...rest,
      ...(abstract !== undefined && { abstract: abstract.replace(/\s*[△▽] (?:Less|More)$/u, '') }),
      ...(journalRef !== undefined && { journalRef: afterLabel(journalRef) }),
    },
  };
}

/** A journal reference shares its line with others: `Report number: X Journal ref: Y`. */
function afterLabel(text: string): string {
  return text.replace(/^.*Journal ref:\s*/i, '').trim();
}

/** `Submitted 11 December, 2025; v1 submitted 8 December, 2025; originally announced December 2025.` */
function daysIn(text: string): Pick<Told, 'published' | 'updated'> {
  const [latest = '', ...others] = text.split(';');
  const first = others.find((part) => /\bv1 submitted\b/.test(part));
  const updated = first === undefined ? undefined : dayIn(latest);
  return { ...dated('published', dayIn(first ?? latest)), ...dated('updated', updated) };
}
