import { termCollection, testOf } from '../../utils/query/evaluate';
import { parse } from '../../utils/query/parse';
import type { Subject } from '../../utils/query/subject';
import { byline } from '../../utils/domain/entry';
import { TAGS, anyName, anyWord, benchPaper, chance } from './papers';

/** Queries as readers type them: words, beginnings, phrases, names, tags, dates, and all of it together. */
export function benchQueryTexts(count: number, seed = 42): string[] {
  const luck = chance(seed);
  const word = (): string => anyWord(luck);
  const family = (): string => anyName(luck).split(' ')[1] ?? '';
  const forms: readonly (() => string)[] = [
    word,
    word,
    () => `${word()} ${word()}`,
    () => `${word()} ${word()} `,
    () => word().slice(0, 3),
    () => `${word()} ${word().slice(0, 2)}`,
    () => `"${word()} ${word()}" `,
    () => `author:${family()} `,
    () => `author:"${anyName(luck)}" `,
    () => `title:${word()} `,
    () => `abstract:${word().slice(0, 4)}* `,
    () => `#"${TAGS[luck.below(TAGS.length)] ?? ''}" ${word()} `,
    () => `${word()} -${word()} `,
    () => `(${word()} or ${word()}) is:starred `,
    () => `published:${2021 + luck.below(5)} ${word()} `,
    () => `is:to-read cat:cs upvotes:>${luck.below(200)} `,
    () => `has:note ${word()} `,
    () => `-is:read ${word()} primary:stat.ml `,
  ];
  return Array.from({ length: count }, () => forms[luck.below(forms.length)]?.() ?? word());
}

/** What each query finds among the papers of a library, by looking at every one. */
export function naiveAnswers(
  texts: readonly string[],
  size: number,
): { readonly answers: readonly (readonly string[])[]; readonly known: ReadonlySet<string> } {
  const { termIndex, scopes } = termCollection();
  const places = ['title', 'abstract', 'author', 'note', 'venue', 'org', 'other'] as const;
  const today = new Date().toISOString().slice(0, 10);
  const tests = texts.map((text) =>
    testOf(parse(text, { typing: true }).query, { places, today, termIndex }),
  );
  const scopeFor = scopes();
  const answers: string[][] = texts.map(() => []);
  const known = new Set<string>();
  for (let index = 0; index < size; index += 1) {
    const subject = subjectOf(index);
    known.add(subject.id ?? '');
    const scope = scopeFor(subject);
    for (const [at, test] of tests.entries()) if (test(scope)) answers[at]?.push(subject.id ?? '');
  }
  return { answers: answers.map((ids) => ids.sort()), known };
}

function subjectOf(index: number): Subject {
  const {
    reading,
    savedAt = '',
    state = 'inbox',
    starred = false,
    tags = [],
    note,
  } = benchPaper(index);
  return {
    ...reading.paper,
    byline: byline(reading.paper.authors),
    saved: savedAt,
    state,
    isStarred: starred,
    tags,
    ...(note !== undefined && { note }),
    hasPdf: true,
  };
}
