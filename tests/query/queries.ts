import fc from 'fast-check';
import { type Atom, type Query, joined } from '@/utils/query/query';

export const WORDS = [
  'graph',
  'graphs',
  'low-rank',
  'Schrödinger',
  'video',
  'GPT-4',
  'or',
] as const;
export const NAMES = ['Geoffrey E. Hinton', 'Zoë Ñandú', 'Ada Example'] as const;
export const TAGS = ['alpha', 'to read'] as const;
export const DAYS = ['2024-12-31', '2025-01-01', '2026-11-20', '2026-11-23'] as const;

const texts = fc.record({
  kind: fc.constant('text' as const),
  text: fc.oneof(
    fc.constantFrom(...WORDS),
    fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 3 }).map((all) => all.join(' ')),
  ),
  prefix: fc.constant(false),
});

const atoms: fc.Arbitrary<Atom> = fc.oneof(
  texts,
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.constantFrom('gra', 'vid', 'schr'),
    prefix: fc.constant(true),
  }),
  fc
    .tuple(texts, fc.constantFrom('title', 'abstract', 'note', 'org'))
    .map(([text, field]): Atom => ({ ...text, field })),
  fc.record({
    kind: fc.constant('pattern' as const),
    source: fc.constantFrom('gr.ph', 'gpt-?\\d', '(video|graphs?)$', '^a\\/b c', '[ä-ö]+', '\\('),
  }),
  fc
    .constantFrom('title', 'abstract')
    .map((field): Atom => ({ kind: 'pattern', field, source: 'v[i1]deo' })),
  fc.record({ kind: fc.constant('tag' as const), name: fc.constantFrom(...TAGS) }),
  fc.record({
    kind: fc.constant('name' as const),
    field: fc.constant('cat' as const),
    value: fc.constantFrom('cs', 'cs.lg', 'stat.ml'),
  }),
  fc
    .tuple(fc.constantFrom('upvotes', 'authors', 'year'), fc.nat(5), fc.nat(5), fc.nat(2))
    .map(([field, from, to, form]): Atom => {
      const ranges = [{ from }, { to }, { from, to }];
      return { kind: 'number', field, ...ranges[form] };
    }),
  fc
    .tuple(fc.constantFrom('published', 'saved'), fc.constantFrom(...DAYS), fc.nat(2))
    .map(([field, day, form]): Atom => {
      const ranges = [{ from: day }, { before: day }, { from: '2025-01-01', before: '2026-11-21' }];
      return { kind: 'date', field, ...ranges[form] };
    }),
  fc.record({
    kind: fc.constant('age' as const),
    field: fc.constant('saved' as const),
    days: fc.integer({ min: 1, max: 700 }),
    than: fc.constantFrom('younger', 'older'),
  }),
  fc
    .constantFrom('saved', 'starred', 'reading', 'untagged')
    .map((value): Atom => ({ kind: 'flag', field: 'is', value })),
  fc.constantFrom('code', 'note').map((value): Atom => ({ kind: 'flag', field: 'has', value })),
);

/** Queries of every kind, as trees the parser could have made. */
export const queries: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atoms,
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('query'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]) => joined(kind, parts)),
    tie('query').map((part): Query => (part.kind === 'not' ? part.part : { kind: 'not', part })),
  ),
})).query;
