import type { PaperId } from '@/utils/domain/paper-id';
import { attribute, childrenOf, maybe, nameOf, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { areAuthorsWhole } from './fields';
import { type Fields, type Told, dated, doiAmong, hasClass, readEntry } from './entry';
import type { Entries } from './list-page';
import { type PaperLink, linkedPaper, namedPaper } from './paper-link';
import { dayIn } from './shown-dates';

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
  const isWhole =
    outlines.every((outline) => outline.isWhole) &&
    listed.length === results.length &&
    new Set(outlines.map(({ id }) => id)).size === outlines.length;
  const understood = isWhole && (results.length > 0 || isEmpty(document));
  return { cards: outlines.flatMap((outline) => cardOf(outline) ?? []), understood };
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
  readonly isWhole: boolean;
};

function outlineOf(item: Element): Outline {
  const found: Record<string, Element> = {};
  let isWhole = true;
  for (const child of childrenOf(item)) {
    if (OWN.test(nameOf(child))) continue;
    const kinds = kindsOf(child);
    if (kinds.some((kind) => found[kind])) isWhole = false;
    for (const kind of kinds) found[kind] ??= child;
    if (kinds.length === 0) isWhole = false;
  }
  const { head, title, authors, abstract, dates, comment, journalRef } = found;
  const ids = head ? idsIn(head) : new Set<PaperId>();
  const [id] = ids;
  const needed = [head, title, authors, dates].every((element) => element !== undefined);
  const whole = abstract && wholeAbstract(abstract);
  return {
    item,
    head,
    id: ids.size === 1 ? id : undefined,
    fields: {
      title,
      authors,
      abstract: whole,
      comment,
      journalRef: journalRef && valueIn(journalRef, JOURNAL),
    },
    dates,
    isWhole:
      isWhole &&
      needed &&
      ids.size === 1 &&
      (!abstract || whole !== undefined) &&
      (!dates || dayIn(textOf(dates)) !== undefined) &&
      Boolean(head && isHeadWhole(head) && authors && areAuthorsWhole(authors)),
  };
}

/** Every link leads somewhere, and the subjects stand in one group, the primary one marked. */
function isHeadWhole(head: Element): boolean {
  const tags = subjectTags(head);
  return (
    named(head, 'a').every((link) => attribute(link, 'href') !== undefined) &&
    tags.filter((tag) => hasClass(tag, 'is-link')).length === 1 &&
    named(head, 'a').some((link) => linkedPaper(link)?.to === 'abs')
  );
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

/** The whole text, which stays out of sight until the reader asks for more; there may be one text only. */
function wholeAbstract(abstract: Element): Element | undefined {
  const spans = named(abstract, 'span');
  const full = spans.filter((span) => hasClass(span, 'abstract-full'));
  const isShort = spans.some((span) => hasClass(span, 'abstract-short'));
  if (full.length > 1 || (isShort && full.length === 0)) return undefined;
  return full[0] ?? abstract;
}

/** The element that follows a label among others: `<span>Journal ref:</span> Phys. Rev. …`. */
function valueIn(paragraph: Element, label: RegExp): Element | undefined {
  const named = childrenOf(paragraph).filter((child) => label.test(textOf(child, 40)));
  return named.length === 1 ? paragraph : undefined;
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
  const primary = tags.find((tag) => hasClass(tag, 'is-link')) ?? tags[0];
  const categories = tags.map((tag) => textOf(tag));
  const told: Told = {
    ...daysIn(dates ? textOf(dates) : ''),
    ...doiAmong(named(head, 'a')),
    ...(primary && { primaryCategory: textOf(primary), categories }),
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
