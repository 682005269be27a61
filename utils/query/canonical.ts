import { foldText } from './fold';
import { parse } from './parse';
import { print } from './print';
import type { Query } from './query';

/** One text for all spellings of a query that mean the same: order, case and inflection apart. */
export function canonical(query: string): string {
  return canonicalText(parse(query).query);
}

function canonicalText(query: Query): string {
  switch (query.kind) {
    case 'and':
    case 'or': {
      const parts = [...new Set(query.parts.map(canonicalText))].sort();
      return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${query.kind} `)})`;
    }
    case 'not':
      return `-${canonicalText(query.part)}`;
    case 'text':
      // An author's name is compared as it is written, and so is a beginning.
      return print({
        ...query,
        text:
          query.prefix || query.field === 'author'
            ? query.text.toLowerCase()
            : foldText(query.text).stems.join(' '),
      });
    case 'tag':
      return print({ ...query, name: query.name.toLowerCase() });
    default:
      return print(query);
  }
}
