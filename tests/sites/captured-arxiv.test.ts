import { existsSync, readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Paper } from '@/utils/domain/paper';
import { arxiv } from '@/utils/sites/arxiv';

/** Real pages, beside the project where they are at hand; they are other people's and not kept here. */
const CAPTURES = '../shared/pages/arxiv';

const MONTHS =
  'January February March April May June July August September October November December';

type Read = { readonly html: string; readonly papers: readonly Paper[] };

function read(file: string, address: string, today: string): Read {
  const html = readFileSync(`${CAPTURES}/${file}`, 'utf8');
  const url = new URL(address);
  const options = { url: url.href, virtualConsole: new VirtualConsole() };
  const { document } = new JSDOM(html, options).window;
  const listing = arxiv.open({ document, url, today });
  expect(listing.doubts).toEqual([]);
  expect(listing.understood).toBe(true);
  return { html, papers: listing.cards().map((card) => card.read().paper) };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&#34;': '"',
  '&quot;': '"',
  '&hellip;': '…',
  '&nbsp;': ' ',
};

/** The words of a piece of source, by plain patterns; nothing of the adapter's is used. */
function words(source: string | undefined): string | undefined {
  return source
    ?.replace(/<a href="([^"]+)"[^>]*>this https? URL<\/a>/g, '$1')
    .replace(/<br ?\/?>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

function first(pattern: RegExp, source: string): string | undefined {
  return pattern.exec(source)?.[1];
}

function every(pattern: RegExp, source: string): string[] {
  return [...source.matchAll(pattern)].map(([, found]) => found ?? '');
}

function day(text: string | undefined): string | undefined {
  const [, number, month = '', year] = /(\d{1,2}) (\w{3})\w*,? (\d{4})/.exec(text ?? '') ?? [];
  const index = MONTHS.split(' ').findIndex((name) => name.startsWith(month));
  if (number === undefined) return undefined;
  return `${year}-${String(index + 1).padStart(2, '0')}-${number.padStart(2, '0')}`;
}

function namesIn(source: string): string[] {
  return every(/searchtype=author[^>]*>([^<]+)<\/a>/g, source).map((name) => words(name) ?? '');
}

function listed(html: string): object[] {
  const pageDay = day(first(/<h3>Showing new listings for ([^<]+)</, html));
  const [, ...sections] = html.split("<dl id='articles'>");
  return sections.flatMap((section) => {
    const [head = '', ...entries] = section.split('<dt>');
    return entries.map((entry) => ({
      id: `arxiv:${first(/href ="\/abs\/([^"]+)"/, entry)}`,
      title: words(first(/Title:<\/span>([^]*?)<\/div>/, entry)),
      authors: namesIn(first(/<div class='list-authors'>([^]*?)<\/div>/, entry) ?? ''),
      comment: words(first(/Comments:<\/span>([^]*?)<\/div>/, entry)),
      journalRef: words(first(/Journal-ref:<\/span>([^]*?)<\/div>/, entry)),
      categories: every(
        /\(([a-z-]+(?:\.[A-Za-z-]+)?)\)/g,
        first(/Subjects:<\/span>([^]*?)<\/div>/, entry) ?? '',
      ),
      listed: day(head) ?? pageDay,
      abstract: words(first(/<p class='mathjax'>([^]*?)<\/p>/, entry)) || undefined,
    }));
  });
}

function found(html: string): object[] {
  const [, ...results] = html.split('<li class="arxiv-result">');
  return results.map((result) => {
    const names = namesIn(result);
    const more = Number(first(/\((\d+) additional authors? not shown\)/, result) ?? 0);
    const v1 = first(/v1<\/span> submitted ([^;]+);/, result);
    const submitted = first(/Submitted<\/span> ([^;]+);/, result);
    return {
      id: `arxiv:${first(/arxiv\.org\/abs\/([\w./-]+?)(?:v\d+)?"/, result)}`,
      title: words(first(/<p class="title is-5 mathjax">([^]*?)<\/p>/, result)),
      authors: names,
      authorCount: names.length + more,
      comment: words(first(/Comments:<\/span>([^]*?)<\/p>/, result)),
      journalRef: words(first(/Journal ref:<\/span>([^]*?)<\/p>/, result)),
      categories: every(/data-tooltip="[^"]*">([^<]+)</g, result),
      published: day(v1 ?? submitted),
      updated: v1 === undefined ? undefined : day(submitted),
      doi: first(/href="https:\/\/doi\.org\/([^"]+)"/, result)?.toLowerCase(),
      abstract: words(first(/<span class="abstract-full[^>]*>([^]*?)<a class="is-size-7"/, result)),
    };
  });
}

function compare(title: string, papers: readonly Paper[], expected: readonly object[]): void {
  expect(papers).toHaveLength(expected.length);
  const equal: Record<string, number> = {};
  for (const [index, fields] of expected.entries()) {
    for (const [field, value] of Object.entries(fields)) {
      expect(papers[index]?.[field as keyof Paper], `${field} of card ${index}`).toEqual(value);
      if (value !== undefined) equal[field] = (equal[field] ?? 0) + 1;
    }
  }
  process.stdout.write(`${title}: ${papers.length} cards; equal ${JSON.stringify(equal)}\n`);
}

describe.runIf(existsSync(CAPTURES))('real pages of arXiv', () => {
  it('of recent papers are read as their source has them', () => {
    const file = 'list-cs.CL-recent-2026-07-28.html';
    const { html, papers } = read(file, 'https://arxiv.org/list/cs.CL/recent', '2026-07-28');
    expect(papers).toHaveLength(50);
    compare(file, papers, listed(html));
  });

  it('of new papers, in arXiv’s own template, are read as their source has them', () => {
    const file = 'rendered/list-astro-ph-new-2023-03-03.RENDERED.html';
    const { html, papers } = read(file, 'https://arxiv.org/list/astro-ph/new', '2023-03-03');
    expect(papers).toHaveLength(97);
    compare(file, papers, listed(html));
  });

  it('of a search are read as their source has them', () => {
    const file = 'search-abstract-distributed-systems-size200-2025-12.html';
    const address = 'https://arxiv.org/search/?query=distributed+systems&searchtype=abstract';
    const { html, papers } = read(file, address, '2025-12-14');
    expect(papers).toHaveLength(200);
    compare(file, papers, found(html));
  });

  it('of a month without papers are understood, and empty', () => {
    const file = 'list-empty-month-1991-01-2024-06.reformatted.html';
    expect(read(file, 'https://arxiv.org/list/cs/1991-01', '2024-06-13').papers).toEqual([]);
  });
});
