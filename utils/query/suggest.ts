import type { SuggestedField } from '@/utils/domain/library';
import { FIELDS, valuesOf } from './fields';
import { quoted } from './print';

/** What a query could go on with at the caret. */
export type Completion = {
  /** Where what is completed begins; it ends at the caret. */
  readonly start: number;
  readonly beginning: string;
} & (
  | { readonly kind: 'names'; readonly field: SuggestedField }
  /** Words of the language itself, ready to be put in. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
);

// Before the caret: a minus, a hash or a field, and what has been written of the value.
const UNFINISHED = /(?:^|[\s(])-?(?:(#)|([A-Za-z]{1,20}):)?(?:["“”]([^"“”]*)|([^\s"“”()#:]*))$/u;

const NAMED: Readonly<Record<string, SuggestedField>> = {
  tag: 'tag',
  author: 'author',
  cat: 'cat',
  primary: 'primary',
  org: 'org',
  by: 'by',
};

/** A letter alone may become anything. */
const SHORTEST_FIELD = 2;

/** What can be suggested at `caret`; `undefined` where nothing can. */
export function completionAt(query: string, caret: number): Completion | undefined {
  const match = UNFINISHED.exec(query.slice(0, caret));
  if (!match) return undefined;
  const [, hash, given, inQuotes, plain] = match;
  const field = hash ? 'tag' : given?.toLowerCase();
  const beginning = inQuotes ?? plain ?? '';
  const start = caret - beginning.length - (inQuotes === undefined ? 0 : 1);
  if (field === undefined) {
    if (inQuotes !== undefined || beginning.length < SHORTEST_FIELD) return undefined;
    return wordsAt(
      start,
      beginning,
      FIELDS.map((name) => `${name}:`),
    );
  }
  const named = Object.hasOwn(NAMED, field) ? NAMED[field] : undefined;
  if (named) return { kind: 'names', field: named, start, beginning };
  return wordsAt(start, beginning, valuesOf(field));
}

function wordsAt(start: number, beginning: string, all: readonly string[]): Completion | undefined {
  const lower = beginning.toLowerCase();
  const words = all.filter((word) => word.startsWith(lower) && word !== lower);
  return words.length > 0 ? { kind: 'words', words, start, beginning } : undefined;
}

/** The query with `name` put in, and where the caret goes then. */
export function completed(
  query: string,
  caret: number,
  completion: Completion,
  name: string,
): { readonly query: string; readonly caret: number } {
  const isField = completion.kind === 'words' && name.endsWith(':');
  const put = completion.kind === 'words' ? name : quoted(name);
  const before = query.slice(0, completion.start) + put + (isField ? '' : ' ');
  const after = query.slice(caret);
  return { query: before + (isField ? after : after.trimStart()), caret: before.length };
}
