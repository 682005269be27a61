import { bareTitle } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { nameOf, named, parentOf } from '@/utils/page/select';
import type { Card } from '../site';

const INLINE = /^(?:a|b|em|i|mark|small|span|strong)$/;

/**
 * On a page that is not understood: the links that name a paper, each paper once, with nothing read
 * but the identifier.
 */
export function looseCards(
  document: Document,
  paperOf: (link: Element) => PaperId | undefined,
): Card[] {
  const cards = new Map<PaperId, Card>();
  for (const link of named(document, 'a')) {
    const id = paperOf(link);
    if (id && !cards.has(id)) cards.set(id, cardOf(id, link));
  }
  return [...cards.values()];
}

function cardOf(id: PaperId, link: Element): Card {
  let block = parentOf(link);
  while (block && INLINE.test(nameOf(block))) block = parentOf(block);
  return {
    id,
    main: link,
    parts: [link],
    anchor: block ?? link,
    place: 'inline',
    read: () => ({ paper: { id, title: bareTitle(id) }, sources: { title: 'page' } }),
  };
}
