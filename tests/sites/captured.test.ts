import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Paper } from '@/utils/domain/paper';
import { huggingFace } from '@/utils/sites/hugging-face';

/** Real pages, beside the project where they are at hand; they are other people's and not kept here. */
const CAPTURES = '../shared/pages/huggingface';

type Json = Record<string, unknown>;

function read(
  file: string,
  address: string,
  today: string,
): { papers: Paper[]; document: Document } {
  const url = new URL(address);
  const html = readFileSync(`${CAPTURES}/${file}`, 'utf8');
  const { document } = new JSDOM(html, { url: url.href }).window;
  const listing = huggingFace.open({ document, url, today });
  expect(listing.understood).toBe(true);
  return { papers: listing.cards().map((card) => card.read().paper), document };
}

function propsOf(document: Document, island: string): Json {
  const props = document.querySelector(`[data-target="${island}"]`)?.getAttribute('data-props');
  return JSON.parse(props ?? '{}') as Json;
}

function line(text: unknown): string {
  return String(text).replace(/\s+/g, ' ').trim();
}

/** What the page's own data says, field by field. */
function expectedOf(entry: Json, paper: Json): Record<string, unknown> {
  const submitter = (entry['submittedBy'] ?? paper['submittedOnDailyBy']) as Json;
  const authors = paper['authors'] as { name: string }[];
  return {
    id: `arxiv:${String(paper['id'])}`,
    title: line(paper['title']),
    abstract: line(paper['summary']),
    authors: authors.map(({ name }) => name),
    authorCount: authors.length,
    published: String(paper['publishedAt']).slice(0, 10),
    upvotes: paper['upvotes'],
    comments: entry['numComments'] ?? (entry['comments'] as Json[]).length,
    submitter: submitter['name'] ?? submitter['user'],
    keywords: paper['ai_keywords'],
    summary: paper['ai_summary'] && line(paper['ai_summary']),
  };
}

function compare(title: string, papers: readonly Paper[], entries: readonly [Json, Json][]): void {
  expect(papers).toHaveLength(entries.length);
  const table: Record<string, string> = {};
  for (const [index, [entry, paper]] of entries.entries()) {
    for (const [field, expected] of Object.entries(expectedOf(entry, paper))) {
      expect(papers[index]?.[field as keyof Paper], `${field} of card ${index}`).toEqual(expected);
      if (expected !== undefined)
        table[field] = `${Number.parseInt(table[field] ?? '0') + 1} equal`;
    }
  }
  process.stdout.write(`${title}: ${papers.length} cards; ${JSON.stringify(table)}\n`);
}

describe.runIf(existsSync(CAPTURES))('real pages', () => {
  it('of a day in 2024 are read as their own data has them', () => {
    const file = 'hf-daily-2024-08-01.full.html';
    const { papers, document } = read(
      file,
      'https://huggingface.co/papers?date=2024-08-01',
      '2024-08-05',
    );
    const entries = propsOf(document, 'DailyPapers')['dailyPapers'] as Json[];
    compare(
      file,
      papers,
      entries.map((entry) => [entry, entry['paper'] as Json]),
    );
  });

  it('of one paper in 2025 are read as their own data has them', () => {
    const file = 'hf-paper-2509.24002-2025-10-02.prettified.html';
    const { papers, document } = read(
      file,
      'https://huggingface.co/papers/2509.24002',
      '2025-10-02',
    );
    const props = propsOf(document, 'PaperContent');
    compare(file, papers, [[props, props['paper'] as Json]]);
    expect(papers[0]?.organization).toBe('National University of Singapore');
  });

  it('of a day in 2026 are read where no data came along', () => {
    const file = 'hf-daily-2026-09-28.excerpt-a.html';
    const { papers } = read(file, 'https://huggingface.co/papers', '2026-09-28');
    expect(papers).toMatchObject([
      { id: 'arxiv:2609.31620', upvotes: 110, comments: 2, submitter: 'Hongyang-Du' },
      { id: 'arxiv:2609.18703', upvotes: 42, comments: 2, organization: 'Peking University' },
      { id: 'arxiv:2609.31394', upvotes: 17, authorCount: 48, submitter: 'taesiri' },
      { id: 'arxiv:2609.24385', upvotes: 10, comments: 1, authorCount: 4 },
    ]);
    for (const { listed } of papers) expect(listed).toBe('2026-09-28');
  });

  it('of what is trending are read once, though each card stands there twice', () => {
    const file = 'hf-trending-2026-10.excerpt.html';
    const { papers } = read(file, 'https://huggingface.co/papers/trending', '2026-10-05');
    expect(papers).toMatchObject([
      {
        id: 'arxiv:2006.15704',
        authorCount: 11,
        upvotes: 13,
        published: '2020-06-28',
        links: { code: 'https://github.com/pytorch/pytorch' },
      },
    ]);
    expect(papers[0]?.abstract).toBeUndefined();
    expect(papers[0]?.summary).toMatch(/^The PyTorch distributed data parallel module/);
  });
});
