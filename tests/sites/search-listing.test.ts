import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Paper } from '@/utils/domain/paper';
import { huggingFace } from '@/utils/sites/hugging-face';

const FIXTURE = 'tests/fixtures/huggingface--search-2025-11-05.html';

/** The text of the real listing, where the shared captures are at hand. */
const TEXT = '../shared/pages/huggingface/hf-search-2025-11-05.text.txt';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function papers(): Paper[] {
  const url = new URL('https://huggingface.co/papers?q=model+agnostic');
  const { document } = new JSDOM(readFileSync(FIXTURE, 'utf8'), { url: url.href }).window;
  const listing = huggingFace.open({ document, url, today: '2025-11-05' });
  return listing.cards().map((card) => card.read().paper);
}

describe('the search listing of 5 November 2025', () => {
  it('has 89 papers, one of them without a footer', () => {
    const all = papers();
    expect(all).toHaveLength(89);
    const bare = all.filter(({ authorCount }) => authorCount === undefined);
    expect(bare.map(({ title }) => title)).toEqual([expect.stringMatching(/^PlanGEN: /)]);
    expect(bare[0]?.published).toBeUndefined();
    expect(bare[0]?.abstract).toBeDefined();
  });

  it('tells a comment count from the date it stands behind', () => {
    const commented = papers().filter(({ comments }) => comments !== undefined);
    expect(commented).toHaveLength(8);
    expect(commented[0]).toMatchObject({ published: '2025-10-02', comments: 2 });
  });

  it.runIf(existsSync(TEXT))('is read as the real page has it, line by line', () => {
    const lines = readFileSync(TEXT, 'utf8')
      .split('\n')
      .map((line) => line.trim());
    const read = papers();
    let at = 0;
    for (const { title, authorCount, published, comments } of read) {
      at = lines.indexOf(title, at);
      expect(at, title).toBeGreaterThan(0);
      if (authorCount === undefined) continue;
      const authors = lines.findIndex((line, index) => index > at && /^• \d+ author/.test(line));
      expect(lines[authors]).toBe(`• ${authorCount} authors`);
      expect(lines[authors + 2]).toBe(asShown(published, comments));
    }
  });
});

/** A date as the site shows it on 5 November 2025, and the comments behind it. */
function asShown(published = '', comments: number | undefined): string {
  const [year, month, day] = published.split('-').map(Number);
  const shown = `${MONTHS[(month ?? 0) - 1]} ${day}${year === 2025 ? '' : `, ${year}`}`;
  return comments === undefined ? shown : `${shown} ${comments}`;
}
