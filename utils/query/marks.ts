import { termCollection, wordsFinder } from './evaluate';
import { parse } from './parse';
import type { Atom, Query } from './query';

/** The texts of a row in which words are marked. */
type MarkedPlace = 'title' | 'author' | 'venue' | 'snippet';

/** The words in a text that a search is about, as they stand there; in a title when no place is named. */
export type Marks = (text: string, place?: MarkedPlace) => readonly string[];

export type TextAtom = Extract<Atom, { kind: 'text' }>;

const FIELDS: Readonly<Record<MarkedPlace, readonly TextAtom['field'][]>> = {
  title: ['title'],
  author: ['author'],
  venue: ['venue'],
  snippet: ['abstract', 'note'],
};

/** What to mark in the texts of rows for a query as typed; nothing for words that must not be there. */
export function marksFor(text: string): Marks {
  const atoms = wordsWanted(text);
  if (atoms.length === 0) return () => [];
  const find = {
    title: finderOf(atoms, 'title'),
    author: finderOf(atoms, 'author'),
    venue: finderOf(atoms, 'venue'),
    snippet: finderOf(atoms, 'snippet'),
  };
  return (marked, place = 'title') => find[place](marked);
}

/** The parts of a query as typed that ask for words to be there. */
export function wordsWanted(text: string): TextAtom[] {
  return wanted(parse(text, { typing: true }).query);
}

/** What of a text answers these words, wherever they are asked for. */
export function textFinder(atoms: readonly TextAtom[]): (text: string) => readonly string[] {
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

function finderOf(
  atoms: readonly TextAtom[],
  place: MarkedPlace,
): (text: string) => readonly string[] {
  const asked = atoms.filter(
    ({ field }) => field === undefined || FIELDS[place].some((known) => known === field),
  );
  return textFinder(asked.flatMap((atom) => (atom.field === 'author' ? namesOf(atom) : atom)));
}

/** The words of a name one by one: bylines shorten some of them. */
function namesOf(atom: TextAtom): TextAtom[] {
  const words = atom.text.split(/\s+/).filter((word) => word !== '');
  return words.map((text, index) => ({
    ...atom,
    text,
    prefix: atom.prefix && index === words.length - 1,
  }));
}

function wanted(query: Query): TextAtom[] {
  switch (query.kind) {
    case 'text':
      return [query];
    case 'and':
    case 'or':
      return query.parts.flatMap(wanted);
    default:
      return [];
  }
}
