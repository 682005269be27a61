/** The beginning of an adapter: it finds links to papers, and understands nothing until a person says so. */
export function skeletonAdapter(name: string, url: URL): string {
  const path = url.pathname.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  return `import type { ListingKind } from '@/utils/domain/listing';
import { type PaperId, arxivPaperId, doiPaperId } from '@/utils/domain/paper-id';
import {
  LONGEST,
  MissingElement,
  attribute,
  nameOf,
  named,
  parentOf,
  textOf,
} from '@/utils/page/select';
import type { Card, OpenListing, Page, Site } from './site';

/** ${url.hostname}: say which pages these are, and when their markup was last seen. */
export const ${constantOf(name)}: Site = {
  id: '${name}',
  name: '${url.hostname}',
  matches: ['${url.origin}${url.pathname}*'],
  claims: (url) => url.origin === '${url.origin}' && LISTING.test(url.pathname),
  open,
  hydrating: () => false,
};

const LISTING = /^${path}$/;

const KIND: ListingKind = 'unknown';

function open({ document }: Page): OpenListing {
  const cards = cardsIn(document);
  return {
    listing: { kind: KIND },
    // Nothing is hidden on the site until a person has said here what must hold of its pages.
    understood: false,
    doubts: ['the adapter has not been reviewed'],
    cards: () => cards,
    list: () => undefined,
  };
}

/** Each paper once, by the first link to it that has words. */
function cardsIn(document: Document): Card[] {
  const cards = new Map<PaperId, Card>();
  for (const link of named(document, 'a')) {
    const id = linkedId(attribute(link, 'href') ?? '');
    if (id && !cards.has(id) && /\\p{L}/u.test(textOf(link))) cards.set(id, cardOf(id, link));
  }
  return [...cards.values()];
}

/** The identity of the paper that an address names; put the site's own addresses here. */
function linkedId(href: string): PaperId | undefined {
  const [, identifier] = /\\/(?:abs|pdf|papers)\\/([^?#\\s]+)/.exec(href) ?? [];
  const isDoi = /^https?:\\/\\/(?:dx\\.)?doi\\.org\\//.test(href);
  return isDoi ? doiPaperId(href) : arxivPaperId(identifier ?? '');
}

function cardOf(id: PaperId, link: Element): Card {
  return {
    id,
    main: link,
    // What must vanish for the card to vanish: most likely more than the link.
    parts: [link],
    anchor: blockAround(link),
    place: 'inline',
    read: () => {
      const title = textOf(link, LONGEST.title);
      if (title === '') throw new MissingElement('The card has no title.');
      return { paper: { id, title }, sources: { title: 'page' } };
    },
  };
}

function blockAround(link: Element): Element {
  let block = parentOf(link);
  while (block && /^(?:a|b|em|i|span|strong)$/.test(nameOf(block))) block = parentOf(block);
  return block ?? link;
}
`;
}

/** `papers-cool` is `papersCool` in code. */
export function constantOf(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The list of sites with one more in it; `undefined` when the list is not as it is known to be. */
export function withSite(index: string, name: string): string | undefined {
  const constant = constantOf(name);
  const imports = index.split('\n').filter((line) => line.startsWith('import {'));
  const list = /export const (?:optionalSites|sites): readonly Site\[\] = \[([^.\]]*)\];/.exec(
    index,
  );
  if (imports.length === 0 || !list) return undefined;
  const names = (list[1] ?? '').split(',').flatMap((each) => each.trim() || []);
  const block = imports.join('\n');
  const more = [...imports, `import { ${constant} } from './${name}';`].sort();
  const grown = list[0].replace(/\[([^[\]]*)\];$/, `[${[...names, constant].sort().join(', ')}];`);
  return index.includes(block)
    ? index.replace(block, more.join('\n')).replace(list[0], grown)
    : undefined;
}
