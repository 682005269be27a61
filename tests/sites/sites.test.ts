import { readdirSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Paper } from '@/utils/domain/paper';
import { optionalSites, requiredSites, siteFor, sites } from '@/utils/sites';
import type { OpenListing } from '@/utils/sites/site';
import { type Fixture, fixtures } from './fixture-pages';

/** What holds a paper's title, on one site or another. */
const TITLES =
  'h3, p.title, div.list-title, .title-link, strong > a.align-middle, h4 > a:first-child, .gsc_a_at, .docsum-title, .highwire-cite-linked-title';

function opened({ html, url, now }: Fixture): { document: Document; listing: OpenListing } {
  const { document } = new JSDOM(html, { url: url.href }).window;
  const site = siteFor(url);
  if (!site) throw new Error(`No site claims ${url.href}`);
  return { document, listing: site.open({ document, url, today: now }) };
}

/** What can be read, each paper once, and how many cards cannot. */
function read(listing: OpenListing): { papers: Paper[]; unreadable: number } {
  const papers: Paper[] = [];
  let unreadable = 0;
  for (const card of listing.cards()) {
    try {
      papers.push(card.read().paper);
    } catch {
      unreadable += 1;
    }
  }
  return { papers, unreadable };
}

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
  it('yields its papers, with every field the page holds', () => {
    const { listing } = opened(fixture);
    const { papers, unreadable } = read(listing);
    expect(listing.listing).toEqual(fixture.expected.listing);
    expect(listing.understood).toBe(fixture.expected.understood ?? true);
    expect(unreadable).toBe(fixture.expected.unreadable ?? 0);
    expect(papers).toEqual(fixture.expected.papers);
  });

  it('is not changed by being read', () => {
    const { document, listing } = opened(fixture);
    const before = document.documentElement.outerHTML;
    read(listing);
    listing.list();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('is claimed by exactly one site', () => {
    expect(sites.filter((site) => site.claims(fixture.url))).toHaveLength(1);
  });

  it('says of every field where it comes from', () => {
    for (const card of opened(fixture).listing.cards()) {
      if (card.id === 'arxiv:2609.72002') continue;
      const { paper, sources } = card.read();
      const { id: _id, ...fields } = paper;
      expect(Object.keys(sources).sort()).toEqual(Object.keys(fields).sort());
    }
  });

  it('keeps its other cards when one loses its title', () => {
    const { document, listing } = opened(fixture);
    const all = read(listing).papers;
    const [first] = listing.cards();
    if (!first || all.length < 2 || fixture.expected.understood === false) return;
    for (const heading of first.main.querySelectorAll(TITLES)) heading.textContent = '';
    const again = siteFor(fixture.url)?.open({ document, url: fixture.url, today: fixture.now });
    // A site may rather take the page for one it does not know, and offer links alone.
    const rest = again ? read(again).papers.map(({ id }) => id) : [];
    if (again?.understood === false) {
      const known = all.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
      for (const id of rest) expect(known).toContain(id);
      return;
    }
    expect(rest).toEqual(all.slice(1).map(({ id }) => id));
  });
});

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  const { document } = new JSDOM('<!doctype html><title>Nothing</title>').window;
  const fixture = fixtures.find(({ name }) => name.startsWith(`${site.id}--`));

  it('has a saved page, named after it', () => {
    expect(fixture, `Save a page as tests/fixtures/${site.id}--….html`).toBeDefined();
  });

  it('finds nothing on an empty page, and hides nothing there', () => {
    if (!fixture) return;
    const listing = site.open({ document, url: fixture.url, today: fixture.now });
    expect(listing.cards()).toEqual([]);
    expect(listing.understood).toBe(false);
    expect(listing.list()).toBeUndefined();
  });

  it('claims no page of another host, nor the host’s other pages', () => {
    const addresses = [
      'https://example.org/papers',
      'https://huggingface.co.example.org/papers',
      'https://arxiv.org.example.org/list/cs.CL/new',
      'http://arxiv.org/list/cs.CL/new',
      'https://arxiv.org/list/cs.CL',
      'https://arxiv.org/help',
      'http://huggingface.co/papers',
      'https://huggingface.co/models',
      'https://huggingface.co/papersplease',
      'https://huggingface.co/papers/submit/new',
      'http://papers.cool/arxiv/cs.CL',
      'https://papers.cool/',
      'https://papers.cool/arxiv/2510.20867/notes',
      'https://aclanthology.org/',
      'https://aclanthology.org/2024.acl-long.1/',
      'https://aclanthology.org/volumes/2024.acl-long.bib',
      'https://aclanthology.org.example.org/events/acl-2024/',
      'https://openreview.net/',
      'https://openreview.net/profile?id=~Ada_Quill1',
      'https://openreview.net/forum',
      'https://scholar.google.com/',
      'https://scholar.google.com/scholar_labs',
      'https://scholar.google.com/citations?view_op=view_citation&user=x&citation_for_view=x:y',
      'https://scholar.google.com.example.org/scholar?q=owls',
      'https://www.biorxiv.org/content/10.1101/2021.11.04.467278v1',
      'https://www.biorxiv.org/search/',
      'https://pubmed.ncbi.nlm.nih.gov/',
      'https://pubmed.ncbi.nlm.nih.gov/37988744/',
    ];
    for (const address of addresses) expect(site.claims(new URL(address)), address).toBe(false);
  });
});

it('what is always read and what is read on request are all sites there are', () => {
  expect([...requiredSites, ...optionalSites]).toEqual(sites);
  expect(requiredSites.map(({ id }) => id)).toEqual(['arxiv', 'huggingface']);
  for (const site of optionalSites) {
    for (const pattern of site.matches) expect(pattern).toMatch(/^https:\/\/[^*/]+\/.*\*$/);
  }
});

it('every file of a site is listed', () => {
  const files = readdirSync('utils/sites').filter((file) => file.endsWith('.ts'));
  const adapters = files.filter((file) => file !== 'site.ts' && file !== 'index.ts');
  expect(
    adapters.length,
    'A file in utils/sites is not in the list of utils/sites/index.ts: add its line there.',
  ).toBe(sites.length);
});
