import type { IsoDate } from '@/utils/domain/paper';
import { factTest } from './facts';
import { type Folded, foldText, plainWord } from './fold';
import type { PatternEngine } from './pattern';
import { print } from './print';
import type { Atom, Query, TextField } from './query';
import type { Subject } from './subject';
import { type Term, termFinder } from './terms';

/** Where words are looked for. */
export type Place = TextField | 'other';

/** Everywhere, as a search does. */
const EVERYWHERE: readonly Place[] = [
  ...(['title', 'abstract', 'author', 'note', 'venue', 'org', 'other'] as const),
];

/** One subject while it is asked: each of its texts is folded and looked through once at most. */
export type Scope = {
  readonly subject: Subject;
  texts(place: Place): readonly Folded[];
  /** The term as it stands there first, or `undefined`. */
  found(place: Place, term: number): string | undefined;
  /** Every term that stands there. */
  terms(place: Place): Iterable<number>;
};

export type Test = (scope: Scope) => boolean;

/** What queries are compiled with; those that share one share the look through a text. */
export type Compiling = {
  /** Where words without a field are looked for. */
  readonly places: readonly Place[];
  /** Ages count from here. */
  readonly today: IsoDate;
  /** Where there is none, subjects say themselves which patterns they hold. */
  readonly engine?: PatternEngine | undefined;
  /** The number of a term; the same term has the same one. */
  termIndex(term: Term): number;
};

/** A query as a test that asks `compiling`'s finder for its terms. */
export function testOf(query: Query, compiling: Compiling): Test {
  switch (query.kind) {
    case 'and': {
      const tests = query.parts.map((part) => testOf(part, compiling));
      return (scope) => tests.every((test) => test(scope));
    }
    case 'or': {
      const tests = query.parts.map((part) => testOf(part, compiling));
      return (scope) => tests.some((test) => test(scope));
    }
    case 'not': {
      const test = testOf(query.part, compiling);
      return (scope) => !test(scope);
    }
    case 'text': {
      const words = wordsFinder(query, compiling);
      return (scope) => words(scope) !== undefined;
    }
    case 'pattern':
      return patternTest(query, compiling);
    default: {
      const test = factTest(query, compiling.today);
      return ({ subject }) => test(subject);
    }
  }
}

/** Collects terms and finds all of them in one pass over a text. */
export function termCollection(): {
  termIndex(term: Term): number;
  scopes(): (subject: Subject) => Scope;
} {
  const indexes = new Map<string, number>();
  const terms: Term[] = [];
  return {
    termIndex(term) {
      const name = term.join(' ');
      let index = indexes.get(name);
      if (index === undefined) indexes.set(name, (index = terms.push(term) - 1));
      return index;
    },
    scopes() {
      const find = termFinder(terms);
      return (subject) => scopeOf(subject, find);
    },
  };
}

/** Compiles one query; ages count from `today`. */
export function evaluator(
  query: Query,
  today: IsoDate,
  engine?: PatternEngine,
): (subject: Subject) => boolean {
  const { termIndex, scopes } = termCollection();
  const test = testOf(query, { places: EVERYWHERE, today, engine, termIndex });
  const scopeFor = scopes();
  return (subject) => test(scopeFor(subject));
}

type PatternAtom = Extract<Atom, { kind: 'pattern' }>;

/** Longest part of a text that patterns look at, in characters: even the slowest answers at once. */
const LONGEST_TEXT = 20_000;

/** A pattern the engine refuses is in no text. */
function patternTest(atom: PatternAtom, { engine, places }: Compiling): Test {
  if (!engine) {
    const name = print(atom);
    return ({ subject }) => subject.patterns?.get(name) === true;
  }
  const holds = engine(atom.source);
  if (!holds) return () => false;
  const where = atom.field ? [atom.field] : places;
  return ({ subject }) =>
    where.some((place) =>
      rawTexts(subject, place).some((text) => {
        const raw = typeof text === 'string' ? text : (text?.text ?? '');
        return raw !== '' && holds(raw.slice(0, LONGEST_TEXT));
      }),
    );
}

type TextAtom = Extract<Atom, { kind: 'text' }>;

/** What of a subject answers these words, as it stands there; `undefined` when nothing does. */
export function wordsFinder(
  atom: TextAtom,
  { places, termIndex }: Compiling,
): (scope: Scope) => string | undefined {
  const folded = foldText(atom.text);
  if (atom.field === 'author') return nameFinder(folded, atom);
  const where = atom.field ? [atom.field] : places;
  if (atom.prefix) return beginningFinder(folded, atom, where);
  const term = termIndex(folded.stems);
  return (scope) => firstOf(where, (place) => scope.found(place, term));
}

function firstOf<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Answer | undefined,
): Answer | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Some word begins so, folded or as it stands, after the words it should follow. */
function beginningFinder(
  wanted: Folded,
  { unfinished }: TextAtom,
  where: readonly Place[],
): (scope: Scope) => string | undefined {
  const before = wanted.stems.slice(0, -1);
  const letters = plainWord(wanted.text.slice(wanted.starts.at(-1)));
  const whole = unfinished && wanted.stems.at(-1);
  const foundIn = ({ text, stems, starts, ends }: Folded): string | undefined => {
    const at = stems.findIndex(
      (stem, index) =>
        // Folding never changes a word's first letter, and spares looking at most words.
        stem[0] === letters[0] &&
        before.every((word, offset) => stems[index - before.length + offset] === word) &&
        (stem === whole || plainWord(text.slice(starts[index], ends[index])).startsWith(letters)),
    );
    return at < 0 ? undefined : text.slice(starts[at - before.length], ends[at]);
  };
  return (scope) => firstOf(where, (place) => firstOf(scope.texts(place), foundIn));
}

/** One person, words in order: `g hinton` and `hinton` are Geoffrey E. Hinton, an initial is enough. */
function nameFinder(wanted: Folded, { prefix }: TextAtom): (scope: Scope) => string | undefined {
  const words = plainWords(wanted);
  const last = words.length - 1;
  const fits = (word: string, named: string, at: number): boolean => {
    if (named === word || (prefix && at === last && named.startsWith(word))) return true;
    return at < last && (word.length === 1 || named.length === 1) && named[0] === word[0];
  };
  const foundIn = (name: Folded): string | undefined => {
    let next = 0;
    for (const named of plainWords(name)) {
      const word = words[next];
      if (word !== undefined && fits(word, named, next)) next += 1;
    }
    return next === words.length ? name.text : undefined;
  };
  return (scope) => firstOf(scope.texts('author'), foundIn);
}

function plainWords({ text, starts, ends }: Folded): string[] {
  return starts.map((start, at) => plainWord(text.slice(start, ends[at])));
}

function scopeOf(subject: Subject, find: ReturnType<typeof termFinder>): Scope {
  const folded = new Map<Place, readonly Folded[]>();
  const founds = new Map<Place, ReadonlyMap<number, number>>();
  const texts = (place: Place): readonly Folded[] => {
    let known = folded.get(place);
    if (!known) folded.set(place, (known = textsIn(subject, place)));
    return known;
  };
  const foundIn = (place: Place): ReadonlyMap<number, number> => {
    let here = founds.get(place);
    if (!here) founds.set(place, (here = lookThrough(texts(place), find)));
    return here;
  };
  return {
    subject,
    texts,
    found(place, term) {
      const spot = foundIn(place).get(term);
      return spot === undefined ? undefined : wordsAt(texts(place), spot);
    },
    terms: (place) => foundIn(place).keys(),
  };
}

// Where a term stands is kept as one number: which text, where it starts, and where it ends. To cut
// the words out is left to whoever asks, which for most terms nobody does.
const LONGEST_FOUND = 2 ** 20;

function lookThrough(
  texts: readonly Folded[],
  find: ReturnType<typeof termFinder>,
): Map<number, number> {
  const found = new Map<number, number>();
  for (const [index, folded] of texts.entries()) {
    find(folded, (term, start, end) => {
      if (!found.has(term)) found.set(term, (index * LONGEST_FOUND + start) * LONGEST_FOUND + end);
    });
  }
  return found;
}

function wordsAt(texts: readonly Folded[], spot: number): string {
  const end = spot % LONGEST_FOUND;
  const before = Math.floor(spot / LONGEST_FOUND);
  const text = texts[Math.floor(before / LONGEST_FOUND)]?.text ?? '';
  return text.slice(before % LONGEST_FOUND, end);
}

function textsIn(subject: Subject, place: Place): Folded[] {
  return rawTexts(subject, place).flatMap((text) => {
    if (!text) return [];
    return [typeof text === 'string' ? foldText(text) : text];
  });
}

function rawTexts(subject: Subject, place: Place): readonly (string | Folded | undefined)[] {
  switch (place) {
    case 'author':
      return subject.authors ?? [];
    case 'org':
      return [subject.organization];
    case 'other':
      return [subject.byline, ...(subject.tags ?? [])];
    default:
      return [subject[place]];
  }
}
