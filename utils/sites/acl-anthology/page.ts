import { type PaperId } from '@/utils/domain/paper-id';
import { LONGEST, attribute, isWithin, nameOf, named, parentOf, textOf } from '@/utils/page/select';
import type { Card } from '../site';
import { isoDate, monthNumber } from '../reading/dates';
import { type Cards, UNKNOWN } from '../reading/listing-page';
import { hasTwins, isLine, onlyOne, ownParts } from '../reading/parts';
import { wordsIn } from '../reading/words';
import { type Around, entryCard, isAbstract, isEntry, paperAtHome } from './entry';

/** Reads the papers of an event, a volume or a person: entries in one or more containers. */
export function anthologyCards(document: Document, kind: string | undefined): Cards {
  const mains = named(document, 'section').filter((part) => attribute(part, 'id') === 'main');
  const [main] = mains;
  if (!main || mains.length !== 1) return UNKNOWN;
  const entries = [...named(main, 'p'), ...named(main, 'div')].filter(isEntry);
  const abstracts = named(main, 'div').filter(isAbstract);
  const containers = new Set(entries.flatMap((entry) => parentOf(entry) ?? []));
  const around = kind === 'volumes' ? volumeAround(main) : {};
  if (!around) return UNKNOWN;
  const groups = [...containers].map((container) => ({
    container,
    cards: cardsIn(container, around, kind === 'events'),
  }));
  const cards = groups.flatMap((group) => group.cards ?? []);
  const linked = named(main, 'a').filter(
    (link) =>
      paperAtHome(attribute(link, 'href') ?? '') &&
      !abstracts.some((abstract) => isWithin(link, abstract)),
  );
  const understood =
    cards.length > 0 &&
    groups.every((group) => group.cards) &&
    cards.length === entries.length &&
    cards.length === linked.length &&
    cards.filter(({ parts }) => parts.length > 1).length === abstracts.length &&
    new Set(cards.map(({ id }) => id)).size === cards.length &&
    areCounted(main, groups);
  return { cards, understood };
}

/** A container's entries, each with the abstract that follows it; `undefined` for what is new to us. */
function cardsIn(container: Element, page: Around, isEvent: boolean): Card[] | undefined {
  const parts = ownParts(container);
  const cards: Card[] = [];
  let around = page;
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    const previous = parts[at - 1];
    if (isEntry(part)) {
      if (isEvent && around.venue === undefined) return undefined;
      const card = entryCard(part, next && isAbstract(next) ? next : undefined, around);
      if (!card) return undefined;
      cards.push(card);
    } else if (isAbstract(part)) {
      if (!previous || !isEntry(previous)) return undefined;
    } else if (nameOf(part) === 'h4') {
      if (hasTwins(part)) return undefined;
      around = { ...page, venue: volumeIn(part) ?? page.venue };
    } else if (!/^(?:small|hr|br)$/.test(nameOf(part))) return undefined;
  }
  return cards;
}

/** A volume's title above its papers, on pages of events. */
function volumeIn(heading: Element): string | undefined {
  const links = ownParts(heading).filter((link) =>
    /^(?:https:\/\/aclanthology\.org)?\/volumes\/[\w.-]+\/?$/.test(attribute(link, 'href') ?? ''),
  );
  const [link] = links;
  return link && links.length === 1 ? wordsIn(link, LONGEST.line) : undefined;
}

/**
 * What a volume's own page says of all its papers: its title, and its month and year in a list of
 * terms. `undefined` when that is not as it is known to be.
 */
function volumeAround(main: Element): Around | undefined {
  const heading = onlyOne(named(main, 'h2'), (part) => attribute(part, 'id') === 'title');
  const lists = named(main, 'dl');
  const terms = lists.flatMap(ownParts).filter((part) => nameOf(part) === 'dt');
  const values = lists.flatMap(ownParts).filter((part) => nameOf(part) === 'dd');
  const isPaired =
    lists.length === 1 &&
    lists
      .flatMap(ownParts)
      .every((part, at) => part === [terms, values][at % 2]?.[(at - (at % 2)) / 2]);
  const valueOf = (name: string): string => {
    const at = terms.findIndex((term) => textOf(term) === name);
    return at < 0 ? '' : textOf(values[at] ?? main);
  };
  const [month, year] = [valueOf('Month:'), valueOf('Year:')];
  const isKnown = heading && isLine(heading) && isPaired && /^(?:\d{4})?$/.test(year);
  if (!isKnown) return undefined;
  const number = /^[A-Z][a-z]+$/.test(month) ? monthNumber(month) : undefined;
  const published =
    number === undefined || year === '' ? undefined : isoDate(Number(year), number, 1);
  return { venue: wordsIn(heading, LONGEST.line), published };
}

type Group = { readonly container: Element; readonly cards: readonly Card[] | undefined };

/** Pages of events say of each volume how many papers it has; withdrawn ones are counted and not shown. */
function areCounted(main: Element, groups: readonly Group[]): boolean {
  const said = new Map(
    named(main, 'li').flatMap((item) => {
      const [link] = named(item, 'a');
      const [, anchor] = /^#(.+)$/.exec(link ? (attribute(link, 'href') ?? '') : '') ?? [];
      const [, count] = /(?:^|\s)(\d{1,5}) papers?$/.exec(textOf(item, 2_000)) ?? [];
      return anchor !== undefined && count !== undefined ? [[anchor, Number(count)] as const] : [];
    }),
  );
  if (said.size === 0) return groups.length === 1;
  const shown = new Map(
    groups.map(({ container, cards }) => [attribute(container, 'id') ?? '', cards ?? []] as const),
  );
  return (
    shown.size === groups.length &&
    [...shown.keys()].every((anchor) => said.has(anchor)) &&
    [...said].every(([anchor, count]) => isCount(anchor, count, shown.get(anchor) ?? []))
  );
}

function isCount(anchor: string, count: number, cards: readonly Card[]): boolean {
  const numbers = cards.map(({ id }) => numberIn(id));
  const missing = Math.max(...numbers) - Math.min(...numbers) + 1 - cards.length;
  const areOfVolume = cards.every(({ id }) =>
    id.slice('acl:'.length).toLowerCase().replaceAll('.', '').startsWith(anchor),
  );
  const short = count - cards.length;
  return areOfVolume && short >= 0 && (short === 0 || short <= missing);
}

/** The number of a paper in its volume: 12 in `2024.acl-long.12`, 1012 in `P18-1012`. */
function numberIn(id: PaperId): number {
  return Number(/(\d+)$/.exec(id)?.[1] ?? Number.NaN);
}
