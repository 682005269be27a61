import { expect, test, vi } from 'vitest';
import { type Papers, finder, rowAt } from '@/components/finder';
import type { EntryRow } from '@/utils/domain/entry';
import type { Find, Found } from '@/utils/domain/library';
import { arxivPaperId } from '@/utils/domain/paper-id';

function row(index: number): EntryRow {
  const id = arxivPaperId(`2511.${String(index).padStart(5, '0')}`);
  if (!id) throw new Error('no such paper');
  const savedAt = new Date(Date.UTC(2026, 0, 1) - index * 1000).toISOString();
  return {
    id,
    savedAt,
    state: 'inbox',
    starred: false,
    tags: [],
    title: `Paper ${index}`,
    byline: '',
    authorsKnown: false,
    hasNote: false,
  };
}

/** A library of `size` papers that records its questions. */
function shelf(size: number) {
  const all = Array.from({ length: size }, (_, index) => row(index));
  const asked: Find[] = [];
  const find = async (question: Find): Promise<Found> => {
    asked.push(question);
    const { offset = 0, limit } = question;
    return { rows: all.slice(offset, offset + limit), total: size };
  };
  return { reads: { find }, asked };
}

const ALL = { query: '', trashed: false };

function watched(reads: Parameters<typeof finder>[0]) {
  const shown: Papers[] = [];
  const latest = () => shown.at(-1);
  return {
    search: finder(reads, (papers) => shown.push(papers)),
    shown,
    latest,
    /** The titles at these places, as far as they are there. */
    titles(...places: number[]) {
      const papers = latest();
      return places.map((place) =>
        papers?.kind === 'found' ? rowAt(papers, place)?.title : undefined,
      );
    },
  };
}

test('reads the pages in sight, each once', async () => {
  const { reads, asked } = shelf(1_203);
  const { search, titles } = watched(reads);
  search.ask(ALL);
  await vi.waitFor(() => expect(titles(0, 49, 50)).toEqual(['Paper 0', 'Paper 49', undefined]));
  search.look([24]);
  search.look([23, 24]);
  await vi.waitFor(() => expect(titles(1_200, 1_150)).toEqual(['Paper 1200', 'Paper 1150']));
  expect(asked.map(({ offset }) => offset)).toEqual([0, 1_200, 1_150]);
});

test('forgets pages that are long out of sight, and reads them again', async () => {
  const { reads, asked } = shelf(5_000);
  const { search, titles } = watched(reads);
  search.ask(ALL);
  await vi.waitFor(() => expect(titles(0)).toEqual(['Paper 0']));
  for (let page = 1; page < 40; page += 1) {
    search.look([page]);
    await vi.waitFor(() => expect(titles(page * 50)).toEqual([`Paper ${page * 50}`]));
  }
  expect(titles(50)).toEqual([undefined]);
  search.look([1]);
  await vi.waitFor(() => expect(titles(50)).toEqual(['Paper 50']));
  expect(asked).toHaveLength(41);
});

test('keeps what is in sight when the library changes', async () => {
  const { reads } = shelf(1_203);
  const { search, titles, shown } = watched(reads);
  search.ask(ALL);
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  search.look([10, 11]);
  await vi.waitFor(() => expect(titles(500, 550)).toEqual(['Paper 500', 'Paper 550']));
  const before = shown.length;
  search.ask(ALL);
  await vi.waitFor(() => expect(shown.length).toBeGreaterThan(before));
  expect(titles(0, 500, 550)).toEqual(['Paper 0', 'Paper 500', 'Paper 550']);
});

test('shows only the answer to the latest question', async () => {
  const answers = new Map<string, (found: Found) => void>();
  const { search, shown } = watched({
    find: ({ query }) => new Promise((resolve) => void answers.set(query, resolve)),
  });
  search.ask({ query: 'slow', trashed: false });
  search.ask({ query: 'quick', trashed: false });
  answers.get('quick')?.({ rows: [row(1)], total: 1 });
  answers.get('slow')?.({ rows: [row(2)], total: 1 });
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  await Promise.resolve();
  expect(shown).toMatchObject([{ question: { query: 'quick' } }]);
});

test('shows the error of a library that does not open', async () => {
  const { search, latest } = watched({ find: () => Promise.reject(new Error('no disk')) });
  search.ask(ALL);
  await vi.waitFor(() => expect(latest()).toMatchObject({ kind: 'failed' }));
});
