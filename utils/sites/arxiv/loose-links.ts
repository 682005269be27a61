import type { PaperId } from '@/utils/domain/paper-id';
import { bareTitle } from '@/utils/domain/paper';
import { nameOf, named, parentOf } from '@/utils/page/select';
import type { Card } from '../site';
import { linkedPaper, namedPaper } from './paper-link';

const INLINE = /^(?:a|b|em|i|span|strong)$/;

/**
 * On a page that is not understood: the links that name a paper as `arXiv:2607.22529` and lead
 * there too, each paper once, with nothing read but the identifier.
 */
export function looseCards(document: Document, known: ReadonlySet<PaperId>): Card[] {
  const cards = new Map<PaperId, Card>();
  for (const link of named(document, 'a')) {
    const paper = linkedPaper(link);
    if (!paper || paper.to !== 'abs' || namedPaper(link) !== paper.id) continue;
    if (!known.has(paper.id) && !cards.has(paper.id)) cards.set(paper.id, cardOf(paper.id, link));
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
