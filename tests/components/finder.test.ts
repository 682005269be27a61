import { expect, test, vi } from 'vitest';
import { type Papers, everyRow, finder } from '@/components/finder';
import type { EntryRow } from '@/utils/domain/entry';
import type { Find, Found } from '@/utils/domain/library';
import { arxivPaperId } from '@/utils/domain/paper';

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
    const start = question.after ? all.findIndex(({ id }) => id === question.after?.id) + 1 : 0;
    const rows = all.slice(start, start + question.limit);
    return { rows, total: size, more: start + rows.length < size };
  };
  return { reads: { find }, asked };
}

const ALL = { query: '', trashed: false };

/** Waits until the finder has shown `rows` rows. */
async function shows(latest: () => Papers | undefined, rows: number): Promise<void> {
  await vi.waitFor(() => {
    const papers = latest();
    expect(papers?.kind === 'found' && papers.rows.length).toBe(rows);
  });
}

function watched(reads: Parameters<typeof finder>[0]) {
  const shown: Papers[] = [];
  return {
    search: finder(reads, (papers) => shown.push(papers)),
    latest: () => shown.at(-1),
    shown,
  };
}

test('continues each page after the last row of the one before', async () => {
  const { reads, asked } = shelf(120);
  const { search, latest } = watched(reads);
  search.ask(ALL);
  await shows(latest, 50);
  search.more();
  await shows(latest, 100);
  search.more();
  await shows(latest, 120);
  expect(asked.map(({ after }) => after?.id)).toEqual([undefined, row(49).id, row(99).id]);
});

test('keeps as many rows as were there when the library changes', async () => {
  const { reads } = shelf(120);
  const { search, latest } = watched(reads);
  search.ask(ALL);
  await shows(latest, 50);
  search.more();
  await shows(latest, 100);
  search.ask(ALL);
  await vi.waitFor(() => expect(latest()).toMatchObject({ kind: 'found' }));
  await shows(latest, 100);
});

test('shows only the answer to the latest question', async () => {
  const answers = new Map<string, (found: Found) => void>();
  const { search, shown } = watched({
    find: ({ query }) => new Promise((resolve) => void answers.set(query, resolve)),
  });
  search.ask({ query: 'slow', trashed: false });
  search.ask({ query: 'quick', trashed: false });
  answers.get('quick')?.({ rows: [row(1)], total: 1, more: false });
  answers.get('slow')?.({ rows: [row(2)], total: 1, more: false });
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  await Promise.resolve();
  expect(shown).toMatchObject([{ question: { query: 'quick' } }]);
});

test('shows the error of a library that does not open', async () => {
  const { search, latest } = watched({ find: () => Promise.reject(new Error('no disk')) });
  search.ask(ALL);
  await vi.waitFor(() => expect(latest()).toMatchObject({ kind: 'failed' }));
});

test('finds every row, however many there are', async () => {
  const { reads } = shelf(1_203);
  const rows = await everyRow(reads, ALL);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(1_203);
});
