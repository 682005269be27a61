import { parse } from '@/utils/query/parse';
import type { Query } from '@/utils/query/query';

/** Whether a search as typed holds words, by which its answers are put in order. */
export function asksForWords(text: string): boolean {
  return holdsWords(parse(text, { typing: true }).query);
}

function holdsWords(query: Query): boolean {
  switch (query.kind) {
    case 'text':
      return true;
    case 'and':
    case 'or':
      return query.parts.some(holdsWords);
    default:
      return false;
  }
}
