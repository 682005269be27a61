import { tagKey, tagName } from '@/utils/domain/tag';
import { print, quoted } from './print';
import { type Token, tokenise } from './tokenise';

/** The query that finds the papers with this tag, whatever signs are in its name. */
export function tagQuery(name: string): string {
  return print({ kind: 'tag', name });
}

/** The query with one tag's other name in its place; all the rest stays as it was typed. */
export function withTagRenamed(query: string, from: string, to: string): string {
  const key = tagKey(from);
  let text = '';
  let copied = 0;
  for (const token of tokenise(query)) {
    if (tagOf(token) !== key) continue;
    text += `${query.slice(copied, token.start)}${token.negated ? '-' : ''}#${quoted(to)}`;
    copied = token.end;
  }
  return text + query.slice(copied);
}

function tagOf({ kind, field, text }: Token): string | undefined {
  const name =
    kind === 'tag' || (field === 'tag' && kind !== 'pattern') ? tagName(text) : undefined;
  return name === undefined ? undefined : tagKey(name);
}
