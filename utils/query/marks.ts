import { termCollection, wordsFinder } from './evaluate';
import { parse } from './parse';
import type { Atom, Query } from './query';

/** For a title: the words in it that a search is about, as they stand there. */
export type Marks = (title: string) => readonly string[];

type TextAtom = Extract<Atom, { kind: 'text' }>;

/** What to mark in titles for a query as typed; nothing for words that must not be there. */
export function marksFor(text: string): Marks {
  const atoms = wanted(parse(text, { typing: true }).query);
  if (atoms.length === 0) return () => [];
  const { termIndex, scopes } = termCollection();
  const finders = atoms.map((atom) =>
    wordsFinder({ ...atom, field: 'title' }, { places: ['title'], today: '', termIndex }),
  );
  const scopeFor = scopes();
  return (title) => {
    const scope = scopeFor({ title });
    return finders.flatMap((find) => find(scope) ?? []);
  };
}

function wanted(query: Query): TextAtom[] {
  switch (query.kind) {
    case 'text':
      return query.field === undefined || query.field === 'title' ? [query] : [];
    case 'and':
    case 'or':
      return query.parts.flatMap(wanted);
    default:
      return [];
  }
}
