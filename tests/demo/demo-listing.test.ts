// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { demoListing } from '@/entrypoints/demo/demo-listing';
import { demoPapers } from '@/entrypoints/demo/papers';
import { SANDBOX_SIZE, isSandboxPaper, sandboxPaperIds } from '@/utils/domain/sandbox';
import { huggingFace } from '@/utils/sites/hugging-face';

const listing = demoListing(document);

function identifiersOnCards(): string[] {
  return [...listing.querySelectorAll('article h3 a')].map((link) =>
    (link.getAttribute('href') ?? '').replace('/papers/', ''),
  );
}

function about(words: RegExp): number {
  return demoPapers.filter(({ title, abstract }) => words.test(`${title} ${abstract}`)).length;
}

test('lists each sandbox paper once, under an id that arXiv never gives', () => {
  expect(demoPapers).toHaveLength(SANDBOX_SIZE);
  expect(identifiersOnCards().map((id) => `arxiv:${id}`)).toEqual(sandboxPaperIds());
  expect(sandboxPaperIds().every(isSandboxPaper)).toBe(true);
});

test('is understood as a page of the site whose markup it has', () => {
  document.body.append(listing);
  const url = new URL('https://huggingface.co/papers');
  const { doubts, cards } = huggingFace.open({ document, url, today: '2026-11-25' });
  expect(doubts ?? []).toEqual([]);
  expect(cards()).toHaveLength(SANDBOX_SIZE);
  listing.remove();
});

test('embeds the data of exactly the cards it shows', () => {
  const island = listing.querySelector<HTMLElement>('[data-target="DailyPapers"]');
  const { dailyPapers } = JSON.parse(island?.dataset['props'] ?? '') as {
    dailyPapers: readonly { paper: { id: string; title: string } }[];
  };
  const titles = [...listing.querySelectorAll('h3')].map(({ textContent }) => textContent);
  expect(dailyPapers.map(({ paper }) => paper.id)).toEqual(identifiersOnCards());
  expect(dailyPapers.map(({ paper }) => paper.title)).toEqual(titles);
});

test('loads nothing from anywhere', () => {
  const sources = [...listing.querySelectorAll('[src]')].map((element) =>
    element.getAttribute('src'),
  );
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.filter((source) => !source?.startsWith('data:image/svg+xml,'))).toEqual([]);
});

test('its abstracts are as long as abstracts are', () => {
  const lengths = demoPapers.map(({ abstract }) => abstract.split(/\s+/u).length);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(60);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(120);
});

test('holds one author, three and forty, and several papers on a topic', () => {
  const counts = new Set(demoPapers.map(({ authors }) => authors.length));
  expect([1, 3, 40].every((count) => counts.has(count))).toBe(true);
  expect(about(/diffusion/iu)).toBeGreaterThanOrEqual(5);
  expect(about(/agents?\b/iu)).toBeGreaterThanOrEqual(4);
  expect(about(/medical imaging/iu)).toBe(3);
});
