import { tagKey } from '@/utils/domain/tag';
import { type Folded, foldText, plainWord } from './fold';
import { type Query, parse } from './parse';
import { termFinder } from './terms';

/** A search as typed, ready to be asked of papers. */
export type Search = {
  /** Keys of the tags a paper must have. */
  readonly tags: readonly string[];
  readonly query: Query;
  /** The word still being typed: its beginning is enough. */
  readonly unfinished: string | undefined;
};

/** What a search looks at in a paper. */
export type SearchFields = {
  readonly title: string;
  readonly byline?: string;
  readonly abstract?: string;
  readonly authors?: readonly string[];
  readonly note?: string;
  readonly tags: readonly string[];
};

/** Reads what stands in a search box. */
export function parseSearch(text: string): Search {
  const last = unfinishedWord(text);
  const query = parse(last === undefined ? text : text.slice(0, -last.length));
  return {
    tags: query.tags.filter(({ negated }) => !negated).map(({ key }) => key),
    query,
    unfinished: last === undefined ? undefined : plainWord(last),
  };
}

/** The last word, while nothing after it says that it is complete. */
function unfinishedWord(text: string): string | undefined {
  const last = /(?:^|\s)([\p{L}\p{M}\p{N}]+)$/u.exec(text)?.[1];
  return last !== undefined && foldText(last).stems.length === 1 ? last : undefined;
}

/** A test of papers; the empty search accepts all. */
export function matcher({ query, unfinished }: Search): (fields: SearchFields) => boolean {
  const find = termFinder(query.terms.map(({ term }) => term));
  return (fields) => {
    const tags = new Set(fields.tags.map(tagKey));
    if (!query.tags.every(({ key, negated }) => tags.has(key) !== negated)) return false;
    if (query.terms.length === 0 && unfinished === undefined) return true;
    const texts = textsOf(fields);
    const found = new Set<number>();
    for (const text of texts) find(text, (term) => found.add(term));
    return (
      query.terms.every(({ negated }, term) => found.has(term) !== negated) &&
      (unfinished === undefined || texts.some((text) => begins(text, unfinished)))
    );
  };
}

function textsOf({ title, byline, abstract, authors, note, tags }: SearchFields): Folded[] {
  return [title, byline, abstract, note, ...(authors ?? []), ...tags].flatMap((text) =>
    text ? [foldText(text)] : [],
  );
}

/** Whether some word begins so, folded or as it stands. */
function begins({ text, stems, starts, ends }: Folded, beginning: string): boolean {
  const finished = foldText(beginning).stems;
  return stems.some(
    (stem, index) =>
      (finished.length === 1 && stem === finished[0]) ||
      plainWord(text.slice(starts[index], ends[index])).startsWith(beginning),
  );
}
