import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay } from '@/utils/domain/day';
import { SORTS } from '@/utils/domain/library';
import type { Paper } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import { evaluator } from '@/utils/query/evaluate';
import { linearEngine } from '@/utils/query/linear-engine';
import { parseSearch } from '@/utils/query/search';
import { print } from '@/utils/query/print';
import type { Query } from '@/utils/query/query';
import { subjectsOf } from '@/utils/store/subjects';
import { queries } from '../query/queries';
import { openIndexed } from './index-library';
import { MINUTE, id, reading } from './open-library';

const TITLES = [
  'Low-rank graphs for video',
  'GPT-4 draws a graph',
  'Schrödinger bridges and grapes',
  'The feet of Kuka robots',
  'On APIs, GPUs and LLMs',
  'Videos without words or graphs',
] as const;
const NAMES = ['Geoffrey E. Hinton', 'Zoë Ñandú', 'Ada Example', 'G. Hinton', 'Hinton Geoffrey'];
const ABSTRACTS = [
  'We study low rank video graphs, and a graph video.',
  'Attention is all you need.',
  '量子重力の研究 with α and β',
  'A foot is not a mouse; mice are.',
];
const TAGS = ['alpha', 'to read', 'graph video'];
const CATEGORIES = ['cs.LG', 'cs.CV', 'stat.ML'];

const papers = fc.array(
  fc.record({
    title: fc.constantFrom(...TITLES),
    authors: fc.subarray(NAMES, { minLength: 0 }),
    abstract: fc.constantFrom(undefined, ...ABSTRACTS),
    organization: fc.constantFrom(undefined, 'Graph Labs'),
    published: fc.constantFrom(undefined, '2024-12-31', '2025-01-01', '2026-11-20'),
    upvotes: fc.constantFrom(undefined, 0, 3, 5),
    categories: fc.subarray(CATEGORIES),
    tags: fc.subarray(TAGS),
    note: fc.constantFrom('', 'see the video', 'graph'),
    isRead: fc.boolean(),
    isHidden: fc.boolean(),
    isTrashed: fc.boolean(),
    isSeen: fc.boolean(),
  }),
  { minLength: 1, maxLength: 14 },
);

/** Typed as readers type: names, beginnings, words that are still growing. */
const TYPED = [
  'author:hinton',
  'author:"g hinton"',
  'author:"geoffrey hinton"',
  'author:"e hinton"',
  'author:geo*',
  'author:"g h*"',
  'author:h*',
  'author:é',
  'vid',
  'g',
  'gr*',
  'graph v',
  '"low rank v',
  'foot',
  'feet*',
  'fee',
  'mice',
  'models or gpus',
  'hinton',
  '"e hinton"',
  'z. ñandú',
  '量子',
  '重*',
  'alpha',
  '-alpha',
  '-(graph or video) -note:graph',
  'title:graph abstract:graph',
  '#alpha or #"to read"',
  'is:hidden',
  'is:seen -is:starred',
  'site:huggingface',
  'seen:<3d',
  'id:2611.00003',
  'id:arxiv:2611.00003',
  'primary:cs',
  'is:untagged',
  'has:pdf',
  'has:key',
  '/gr.ph/ video',
  '-/gr.ph/',
  '"attention is all you need"',
  'attention or',
  '',
];

const asked = fc.oneof(
  fc.constantFrom(...TYPED),
  queries.map((query: Query) => print(query)),
);

function numbered(index: number): string {
  return `2611.${String(index + 1).padStart(5, '0')}`;
}

describe('searching by the index', () => {
  it('finds what looking at every paper finds, in every sort', async () => {
    await fc.assert(
      fc.asyncProperty(
        papers,
        fc.array(asked, { minLength: 6, maxLength: 10 }),
        fc.nat(14),
        fc.nat(14),
        fc.constantFrom(3, 40, 2_048),
        fc.constantFrom(2, 4_096),
        fc.array(fc.constantFrom(...ACTS), { maxLength: 8 }),
        fc.nat(12),
        async (kept, texts, packedAt, changed, placesInRow, notesInRound, later, steps) => {
          const opened = openIndexed(undefined, { placesInRow, notesInRound });
          const { library, clock, db } = opened;
          for (const [index, paper] of kept.entries()) {
            clock.now += MINUTE;
            await keep(opened, index, paper);
            if (index === packedAt) await opened.catchUp();
          }
          await opened.catchUp();
          expect(await db.stale.count()).toBe(0);
          expect(await db.segments.count()).toBeGreaterThan(0);
          // Some changed since, and the index is behind with them.
          const late = numbered(changed % kept.length);
          await library.note(id(late), 'graph of a low-rank video');
          await library.setState(id(numbered((changed + 1) % kept.length)), 'reading');
          await library.findIds({ query: 'graph' });
          for (const [step, act] of later.entries()) {
            clock.now += MINUTE;
            await change(opened, act, id(numbered((changed + step) % kept.length)));
          }
          await library.findIds({ query: 'graph' });
          await opened.catchUpFor(steps);
          for (const text of texts) {
            for (const trashed of [false, true]) {
              const expected = await naive(opened, text, trashed);
              for (const sort of SORTS) {
                const question = { query: text, trashed, sort };
                const ids = await library.findIds(question);
                expect([...ids].sort(), `${text} by ${sort}`).toEqual(expected);
                if (sort === 'relevance') continue;
                const reversed = await library.findIds({ ...question, reversed: true });
                expect([...reversed].sort()).toEqual(expected);
              }
            }
          }
          expect(opened.damages).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('gives the same order with the index as without', async () => {
    await fc.assert(
      fc.asyncProperty(
        papers,
        asked,
        fc.constantFrom(...SORTS),
        fc.boolean(),
        async (kept, query, sort, reversed) => {
          const opened = openIndexed();
          for (const [index, paper] of kept.entries()) {
            opened.clock.now += index % 3 === 0 ? MINUTE : 0;
            await keep(opened, index, paper);
          }
          const question = { query, sort, reversed };
          const before = await opened.library.findIds(question);
          await opened.catchUp();
          expect(await opened.library.findIds(question), `${query} by ${sort}`).toEqual(before);
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);
});

it('goes on beside changes, which neither fail nor are missed', async () => {
  const opened = openIndexed();
  const { library } = opened;
  for (let index = 0; index < 9; index += 1) {
    await library.save(reading(numbered(index), { title: 'A graph of videos' }));
  }
  await opened.catchUp();
  for (let round = 0; round < 40; round += 1) {
    opened.clock.now += MINUTE;
    const imported = {
      reading: reading(numbered(20 + round), { title: 'A graph' }),
      tags: ['alpha'],
    };
    await Promise.all([
      library.findIds({ query: 'gr*' }),
      round % 2 === 0
        ? library.trash([id(numbered(round % 9))])
        : library.changeMany([id(numbered((round + 8) % 9))], { kind: 'restore' }),
      library.importPapers([imported]),
      library.findIds({ query: '"graph of videos"' }),
      library.findIds({ query: '' }),
      opened.catchUpFor(round % 12),
    ]);
    expect(await library.findIds({ query: 'graph' })).toHaveLength(
      9 + round + 1 - (round % 2 === 0 ? 1 : 0),
    );
  }
}, 60_000);

type Opened = ReturnType<typeof openIndexed>;

/** What readers do between one search and the next. */
const ACTS = [
  'tag',
  'untag',
  'star',
  'read',
  'hide',
  'trash',
  'restore',
  'see',
  'key',
  'retitle',
  'search',
  'pack',
  'pack some',
  'undo',
] as const;

async function change(
  { library, catchUp, catchUpFor }: Opened,
  act: (typeof ACTS)[number],
  own: PaperId,
): Promise<void> {
  const acts = {
    tag: () => library.changeMany([own], { kind: 'tag', name: 'alpha' }),
    untag: () => library.changeMany([own], { kind: 'untag', name: 'alpha' }),
    star: () => library.changeMany([own], { kind: 'star', starred: true }),
    read: () => library.changeMany([own], { kind: 'state', state: 'read' }),
    hide: () => library.hide(own),
    trash: () => library.changeMany([own], { kind: 'trash' }),
    restore: () => library.changeMany([own], { kind: 'restore' }),
    see: () => library.see('arxiv', [reading(own.replace('arxiv:', ''))]),
    key: () => library.pinKeys([own]),
    retitle: () => library.editPaper(own, { title: 'A graph of feet' }),
    search: () => library.findIds({ query: '#alpha or is:read' }),
    pack: catchUp,
    'pack some': () => catchUpFor(9),
    undo: () => library.undo(),
  };
  await acts[act]();
}

async function keep(
  { library }: Opened,
  index: number,
  paper: typeof papers extends fc.Arbitrary<readonly (infer One)[]> ? One : never,
): Promise<void> {
  const { title, authors, abstract, organization, published, upvotes, categories } = paper;
  const fields: Partial<Paper> = {
    title,
    ...(authors.length > 0 && { authors }),
    ...(abstract !== undefined && { abstract }),
    ...(organization !== undefined && { organization }),
    ...(published !== undefined && { published }),
    ...(upvotes !== undefined && { upvotes }),
    ...(categories.length > 0 && { categories, primaryCategory: categories[0] ?? '' }),
  };
  const read = reading(numbered(index), fields);
  const own = read.paper.id;
  await library.save(read);
  if (paper.isSeen) await library.see('huggingface', [read]);
  for (const tag of paper.tags) await library.tag(own, tag);
  await library.note(own, paper.note);
  if (paper.isRead) await library.setState(own, 'read');
  if (paper.isHidden) await library.hide(own);
  if (paper.isTrashed) await library.trash([own]);
}

/** Every paper of the list, asked one by one. */
async function naive({ db, clock }: Opened, text: string, trashed: boolean): Promise<string[]> {
  const today = localDay(new Date(clock.now));
  const { query } = parseSearch(text, today);
  const matches = evaluator(query, today, linearEngine);
  const rows = await db.entries.filter(({ list }) => (list === 'trash') === trashed).toArray();
  const subjects = await subjectsOf(db, rows, query);
  return rows
    .filter((_, index) => matches(subjects[index] ?? { title: '' }))
    .map((row) => row.id)
    .sort();
}
