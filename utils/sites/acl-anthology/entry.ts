import type { IsoDate } from '@/utils/domain/paper';
import { type PaperId, paperId } from '@/utils/domain/paper-id';
import { LONGEST, attribute, nameOf, named, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { isWholeRow, nameRow } from '../reading/names';
import { hasClass, isLine, onlyOne, ownParts } from '../reading/parts';
import { dated, pageReading, told } from '../reading/reading';
import { wordsIn } from '../reading/words';

/** What the page around an entry tells of it. */
export type Around = {
  readonly venue?: string | undefined;
  readonly published?: IsoDate | undefined;
};

/** Whether an element is the entry of one paper (the site's `list-entry.html`, 2020 to 2026). */
export function isEntry(element: Element): boolean {
  return (
    /^(?:p|div)$/.test(nameOf(element)) &&
    hasClass(element, 'd-sm-flex') &&
    hasClass(element, 'align-items-stretch')
  );
}

/** Whether an element holds the abstract of the entry before it. */
export function isAbstract(element: Element): boolean {
  return nameOf(element) === 'div' && hasClass(element, 'abstract-collapse');
}

/** The paper whose page an address of the site leads to: `/2024.acl-long.1/`. */
export function paperAtHome(address: string): PaperId | undefined {
  const [, name] = /^(?:https:\/\/aclanthology\.org)?\/([\w.-]+?)\/?$/.exec(address) ?? [];
  return name === undefined ? undefined : paperId(`acl:${name}`);
}

/**
 * Reads an entry: buttons, then the title and the names; and its abstract, which comes after it.
 * `undefined` when anything is not as it is known to be.
 */
export function entryCard(
  entry: Element,
  abstract: Element | undefined,
  around: Around,
): Card | undefined {
  const parts = ownParts(entry);
  const buttons = onlyOne(parts, (part) => hasClass(part, 'list-button-row'));
  const text = onlyOne(parts, (part) => part !== buttons && hasClass(part, 'd-block'));
  if (!buttons || !text || parts.length !== 2 || nameOf(text) !== 'span') return undefined;
  const said = textParts(text);
  const id = said && paperAtHome(attribute(said.title, 'href') ?? '');
  if (!said || !id) return undefined;
  const body = abstract && bodyOf(abstract, id);
  if (!areButtons(buttons, id, abstract !== undefined) || (abstract && !body)) return undefined;
  const { title, authors, volume } = said;
  return {
    id,
    main: entry,
    parts: abstract ? [entry, abstract] : [entry],
    anchor: entry,
    place: 'end',
    read: () =>
      pageReading({
        id,
        title: wordsIn(title, LONGEST.title),
        ...(authors.length > 0 && { authors, authorCount: authors.length }),
        ...told('abstract', body && wordsIn(body, LONGEST.abstract)),
        ...told('venue', volume ?? around.venue),
        ...dated('published', around.published),
      }),
  };
}

type TextParts = {
  readonly title: Element;
  readonly authors: readonly string[];
  readonly volume: string | undefined;
};

/** `<strong><a>Title</a></strong><br> Name | Name`, and on pages of people `<br>` and the volume. */
function textParts(text: Element): TextParts | undefined {
  const [strong, firstBreak, ...others] = ownParts(text);
  const titles = strong ? ownParts(strong) : [];
  const [title] = titles;
  if (!title || titles.length !== 1 || nameOf(title) !== 'a' || !isLine(title)) return undefined;
  if (!firstBreak || nameOf(firstBreak) !== 'br') return undefined;
  const people = others.filter((part) => isLinkTo(part, 'people'));
  const rest = others.slice(people.length);
  const [secondBreak, volume] = rest;
  const isOrdered = people.every((person, at) => person === others[at]);
  const isRestKnown =
    rest.length === 0 ||
    (nameOf(secondBreak ?? text) === 'br' &&
      (rest.length === 1 || (rest.length === 2 && volume && isLinkTo(volume, 'volumes'))));
  const row = nameRow(text, [title, ...people, ...(volume ? [volume] : [])]);
  const [before, afterTitle, ...gaps] = row.gaps;
  const last = volume ? gaps.pop() : '';
  const names = row.names.slice(1, people.length + 1);
  const isWhole =
    isOrdered &&
    isRestKnown &&
    before === '' &&
    last === '' &&
    (people.length === 0
      ? afterTitle === ''
      : isWholeRow({ names, gaps: [afterTitle ?? '', ...gaps] }, NAMES));
  if (!isWhole) return undefined;
  return { title, authors: names, volume: volume && wordsIn(volume, LONGEST.line) };
}

const NAMES = { before: /^$/, between: /^\|$/, after: /^$/ };

function isLinkTo(part: Element, kind: 'people' | 'volumes'): boolean {
  const address = attribute(part, 'href') ?? '';
  const path = address.replace(/^https:\/\/aclanthology\.org/, '');
  return nameOf(part) === 'a' && path.startsWith(`/${kind}/`);
}

/** Every button leads somewhere, and those that name a paper name this one. */
function areButtons(buttons: Element, id: PaperId, hasAbstract: boolean): boolean {
  const links = named(buttons, 'a');
  const addresses = links.map((link) => attribute(link, 'href') ?? '');
  const ownFiles = addresses.flatMap(
    (address) =>
      /^(?:https:\/\/aclanthology\.org)?\/([\w.-]+)\.(?:pdf|bib)$/.exec(address)?.[1] ?? [],
  );
  const opened = links.filter((link) => textOf(link, 20) === 'abs');
  return (
    addresses.every((address) => address !== '') &&
    ownFiles.every((name) => paperId(`acl:${name.replace(/v\d+$/, '')}`) === id) &&
    opened.length === (hasAbstract ? 1 : 0) &&
    opened.every((link) => anchoredPaper(attribute(link, 'href') ?? '') === id)
  );
}

/** `#abstract-2024--acl-long--1`, with dots once (before 2021). */
function anchoredPaper(anchor: string): PaperId | undefined {
  const [, name] = /^#?abstract-(.+)$/.exec(anchor) ?? [];
  return name === undefined ? undefined : paperId(`acl:${name.replaceAll('--', '.')}`);
}

function bodyOf(abstract: Element, id: PaperId): Element | undefined {
  const [body, ...others] = ownParts(abstract);
  const isSame = anchoredPaper(attribute(abstract, 'id') ?? '') === id;
  const isBody = body && hasClass(body, 'card-body') && isLine(body) && textOf(body, 10) !== '';
  return isSame && isBody && others.length === 0 ? body : undefined;
}
