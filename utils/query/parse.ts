import { tagKey } from '@/utils/domain/tag';
import { foldText } from './fold';
import type { Term } from './terms';
import { tokenise } from './tokenise';

/** What a query asks for: everything in it must hold. */
export type Query = {
  readonly terms: readonly { readonly term: Term; readonly negated: boolean }[];
  readonly tags: readonly { readonly key: string; readonly negated: boolean }[];
};

/** Reads a query; any text is one. A word that folds to several (`GPT-4`) is a phrase. */
export function parse(query: string): Query {
  const terms: { term: Term; negated: boolean }[] = [];
  const tags: { key: string; negated: boolean }[] = [];
  for (const { kind, text, negated } of tokenise(query)) {
    if (kind === 'tag') tags.push({ key: tagKey(text), negated });
    else {
      const { stems } = foldText(text);
      if (stems.length > 0) terms.push({ term: stems, negated });
    }
  }
  return { terms, tags };
}
