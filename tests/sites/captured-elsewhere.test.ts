import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Paper } from '@/utils/domain/paper';
import { siteFor } from '@/utils/sites';

/** Real pages, beside the project where they are at hand; they are other people's and not kept here. */
const CAPTURES = '../shared/pages';

function opened(file: string, address: string): { papers: Paper[]; document: Document } {
  const url = new URL(address);
  const html = readFileSync(`${CAPTURES}/${file}`, 'utf8');
  const { document } = new JSDOM(html, { url: url.href }).window;
  const listing = siteFor(url)?.open({ document, url, today: '2026-11-26' });
  expect(listing?.understood).toBe(true);
  return { papers: listing?.cards().map((card) => card.read().paper) ?? [], document };
}

/** The words of an element, read another way than the adapters do: on a copy, with formulas put back. */
function words(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element;
  for (const typeset of copy.querySelectorAll('.MathJax, .MathJax_Preview')) typeset.remove();
  for (const script of copy.querySelectorAll('script')) {
    script.replaceWith(`$${script.textContent}$`);
  }
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

function without(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

describe.runIf(existsSync(`${CAPTURES}/papers-cool`))('papers.cool as it really is', () => {
  it('is read field by field, whatever other extensions left in the page', () => {
    const { papers, document } = opened(
      'papers-cool/search-effective-reasoning-show50-2025-10-29.saved-page.html',
      'https://papers.cool/arxiv/search?highlight=1&query=effective+reasoning&show=50',
    );
    const of = (part: string, key: string): Element | null =>
      document.getElementById(`${part}-${key}`);
    const expected = [...document.querySelectorAll('.papers > .paper')].map(({ id: key }) => {
      const authors = [...(of('authors', key)?.querySelectorAll('a') ?? [])].map(words);
      const categories = [...(of('subjects', key)?.querySelectorAll('i.fa-plus-circle') ?? [])].map(
        (icon) => icon.getAttribute('value') ?? '',
      );
      return {
        id: `arxiv:${key}`,
        title: words(of('app-bar-star', key)?.querySelector('.i-title') ?? null),
        authors,
        authorCount: authors.length,
        abstract: words(of('summary', key)),
        published: /\d{4}-\d{2}-\d{2}/.exec(words(of('date', key)))?.[0],
        primaryCategory: categories[0],
        categories,
      };
    });
    expect(expected).toHaveLength(50);
    expect(papers).toEqual(expected);
  });
});

describe.runIf(existsSync(`${CAPTURES}/google-scholar`))('Google Scholar as it really is', () => {
  it.each([
    ['LZ5D_p4AAAAJ', 12],
    ['amIMrIEAAAAJ', 20],
  ])('lists the papers of %s', (person, count) => {
    const { papers, document } = opened(
      `google-scholar/profile-${person}-2026-02-16.html`,
      `https://scholar.google.com/citations?user=${person}&hl=en`,
    );
    const expected = [...document.querySelectorAll('tr.gsc_a_tr')].map((row) => {
      const link = row.querySelector('a.gsc_a_at');
      const [names, place] = row.querySelectorAll('.gs_gray');
      const year = words(row.querySelector('.gsc_a_y'));
      const line = words(place ?? null).replace(new RegExp(`, ${year}$`), '');
      const venue = line.endsWith('…')
        ? undefined
        : line.replace(/,? (?:\d+ \([^)]*\)|[\d–-]+)(?:, [\d–-]+)?$/, '').replace(/,$/, '');
      const authors = words(names ?? null).split(', ');
      return without({
        id: `scholar:${/citation_for_view=(.+)$/.exec(link?.getAttribute('href') ?? '')?.[1]}`,
        title: words(link),
        authors,
        authorCount: authors.length,
        venue: venue === '' ? undefined : venue,
      });
    });
    expect(expected).toHaveLength(count);
    expect(papers).toEqual(expected);
  });

  it('lists results as it did in 2016', () => {
    const found = opened(
      'google-scholar/search-title1-2016-05-14.html',
      'https://scholar.google.com/scholar?q=%22Learning+deep+architectures+for+AI%22',
    );
    expect(found.papers).toEqual([
      {
        id: 'scholar:pYyS8T9g_kkJ',
        title: 'Learning deep architectures for AI',
        authors: ['Y Bengio'],
        authorCount: 1,
        venue: 'Foundations and trends® in Machine Learning',
      },
    ]);
    const looked = opened(
      'google-scholar/cluster-lookup-2016-05-14.html',
      'https://scholar.google.com/scholar?cluster=5362332738201102290&num=1',
    );
    expect(looked.papers).toEqual([
      {
        id: 'scholar:0qfs6zbVakoJ',
        title: 'Deep learning',
        authors: ['Y LeCun', 'Y Bengio', 'G Hinton'],
        authorCount: 3,
        venue: 'Nature',
      },
    ]);
  });
});
