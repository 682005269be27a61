import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Card, OpenListing } from '@/utils/sites/site';
import { siteFor } from '@/utils/sites';
import { authorsOf, bylineOf, venueOf } from '@/utils/sites/google-scholar/byline';
import { authorsIn, daysIn, forumAt } from '@/utils/sites/openreview/note-fields';
import { idOf } from '@/utils/sites/papers-cool/card';
import { paperAt } from '@/utils/sites/reading/paper-address';
import { hasTwins } from '@/utils/sites/reading/parts';

function saved(name: string, change?: (document: Document) => void): OpenListing {
  const html = readFileSync(`tests/fixtures/${name}.html`, 'utf8');
  const { url } = JSON.parse(/^<!-- (.*) -->/.exec(html)?.[1] ?? '') as { url: string };
  const address = new URL(url);
  const { document } = new JSDOM(html, { url }).window;
  change?.(document);
  const listing = siteFor(address)?.open({ document, url: address, today: '2026-11-26' });
  if (!listing) throw new Error(`No site claims ${url}`);
  return listing;
}

function element(html: string): Element {
  const found = new JSDOM(`<body>${html}</body>`).window.document.body.firstElementChild;
  if (!found) throw new Error('no element');
  return found;
}

const ids = (cards: readonly Card[]): string[] => cards.map(({ id }) => id);

describe('an address that names a paper', () => {
  it.each([
    ['https://arxiv.org/abs/2310.09486v3', 'arxiv:2310.09486'],
    ['http://www.arxiv.org/pdf/2310.09486v3.pdf', 'arxiv:2310.09486'],
    ['https://arxiv.org/pdf/hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['https://doi.org/10.48550/arXiv.2310.09486', 'arxiv:2310.09486'],
    ['https://doi.org/10.1145%2F3292500.3330701?x=1', 'doi:10.1145/3292500.3330701'],
    ['https://dl.acm.org/doi/abs/10.1145/1930464.1930480', 'doi:10.1145/1930464.1930480'],
    ['https://aclanthology.org/P18-1001v2.pdf', 'acl:P18-1001'],
    ['http://www.aclweb.org/anthology/P18-1001', 'acl:P18-1001'],
    ['https://aclanthology.org/2024.acl-long.1/', 'acl:2024.acl-long.1'],
    ['https://openreview.net/pdf?id=bZ4fzw1iz7', 'openreview:bZ4fzw1iz7'],
    ['https://pubmed.ncbi.nlm.nih.gov/12345678/', 'pmid:12345678'],
  ])('is %s', (address, id) => {
    expect(paperAt(address)).toBe(id);
  });

  it.each([
    '',
    '/abs/2310.09486',
    'https://arxiv.org.example.org/abs/2310.09486',
    'https://example.org/?u=https://arxiv.org/abs/2310.09486',
    'https://arxiv.org/list/cs.CL/new',
    'https://www.emerald.com/doi/10.1108/IJ-05-2025-0048/1343209',
    'https://dl.acm.org/doi/abs/10.1145/1930464.1930480/suppl',
    'https://openreview.net/group?id=bZ4fzw1iz7',
    'https://aclanthology.org/volumes/2024.acl-long/',
    'https://doi.org/%E0%A4%A',
    'javascript:alert(1)//arxiv.org/abs/2310.09486',
  ])('is not %j', (address) => {
    expect(paperAt(address)).toBeUndefined();
  });
});

describe('a doubled element', () => {
  it.each([
    ['<p><b>owl</b><b>owl</b></p>', true],
    ['<p><b>owl</b> <b>owl</b></p>', false],
    ['<p><b>owl</b><i>owl</i></p>', false],
    ['<p><b></b><b></b></p>', false],
    ['<p><a><b>owl</b></a><a><b>owl</b></a></p>', true],
    ['<p><span class="MathJax"><i>x</i><i>x</i></span></p>', false],
  ])('in %s is seen: %s', (html, isDoubled) => {
    expect(hasTwins(element(html))).toBe(isDoubled);
  });
});

describe('papers.cool', () => {
  it('knows a paper by what its source calls it, and guesses nothing', () => {
    expect(idOf('2510.20867')).toBe('arxiv:2510.20867');
    expect(idOf('aVh9KRZdRk@OpenReview')).toBe('openreview:aVh9KRZdRk');
    expect(idOf('2025.acl-long.1@ACL')).toBe('acl:2025.acl-long.1');
    expect(idOf('36984@AAAI')).toBeUndefined();
    expect(idOf('Park_SplineGS@CVPR2025@CVF')).toBeUndefined();
    expect(idOf('2510.20867v2')).toBeUndefined();
  });

  it('is understood in whatever order the reader sorts it', () => {
    const listing = saved('papers-cool--search-2025', (document) => {
      const list = document.querySelector('.papers');
      list?.append(...[...list.children].reverse());
    });
    expect(listing.understood).toBe(true);
    expect(listing.cards().map(({ number }) => number)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('is not understood when a paper in the middle is gone', () => {
    const listing = saved('papers-cool--category-2025', (document) => {
      document.querySelectorAll('.paper')[3]?.remove();
    });
    expect(listing.understood).toBe(false);
    expect(listing.list()).toBeUndefined();
    expect(listing.cards()).toHaveLength(7);
    for (const card of listing.cards()) expect(card.read().paper.title).toMatch(/^arXiv:/);
  });

  it('is not understood when a title differs from the one kept for the stars', () => {
    const listing = saved('papers-cool--search-2025', (document) => {
      const title = document.querySelector('.title-link');
      if (title) title.textContent = 'Something else';
    });
    expect(listing.understood).toBe(false);
  });
});

describe('the ACL Anthology', () => {
  it('keeps an abstract with its paper', () => {
    const [, first, second] = saved('acl-anthology--event-2026').cards();
    expect(first?.parts).toHaveLength(2);
    expect(second?.parts).toHaveLength(1);
  });

  it('is not understood when an abstract moves to another paper', () => {
    const listing = saved('acl-anthology--volume-2022', (document) => {
      const [abstract] = document.querySelectorAll('.abstract-collapse');
      document.querySelectorAll('p.d-sm-flex')[4]?.after(abstract ?? '');
    });
    expect(listing.understood).toBe(false);
    expect(ids(listing.cards())).toHaveLength(11);
  });

  it('is not understood when a volume shows more papers than it has', () => {
    const listing = saved('acl-anthology--event-2026', (document) => {
      const count = document.querySelector('li .badge');
      if (count) count.textContent = '6 papers';
    });
    expect(listing.understood).toBe(false);
  });
});

describe('OpenReview', () => {
  it('tells a paper from an answer to it', () => {
    expect(forumAt('/forum?id=bZ4fzw1iz7')).toEqual({ id: 'openreview:bZ4fzw1iz7' });
    expect(forumAt('/forum?id=bZ4fzw1iz7&noteId=bZ4fzw1iz7')?.reply).toBeUndefined();
    expect(forumAt('/forum?id=bZ4fzw1iz7&noteId=rEpLy12345')?.reply).toBe('rEpLy12345');
    expect(forumAt('/forum?id=bZ4fzw1iz7?noteId=rEpLy12345')?.reply).toBe('rEpLy12345');
    expect(forumAt('https://example.org/forum?id=bZ4fzw1iz7')).toBeUndefined();
  });

  it('writes days in full, or leaves them open', () => {
    expect(daysIn('22 Sept 2023 (modified: 15 Mar 2024)')).toEqual({
      published: '2023-09-22',
      updated: '2024-03-15',
    });
    expect(daysIn('2023')).toEqual({});
    expect(daysIn('31 Feb 2023')).toEqual({});
    expect(daysIn('yesterday')).toBeUndefined();
  });

  it('counts the authors it does not show', () => {
    const row = element(
      '<div><span><a href="/profile?id=~A1">A One</a>, <span>B Two</span> <a class="show-all">et al. (7 additional authors not shown)</a> </span></div>',
    );
    expect(authorsIn(row)).toEqual({ authors: ['A One', 'B Two'], authorCount: 9 });
  });

  it('loses no author without notice', () => {
    const row = element(
      '<div><span><a href="/profile?id=~A1">A One</a>, , <span>C Three</span></span></div>',
    );
    expect(authorsIn(row)).toBeUndefined();
  });

  it('is empty, and not understood, until its papers have come', () => {
    const listing = saved('openreview--group-2026', (document) => {
      for (const list of document.querySelectorAll('.submissions-list')) list.remove();
    });
    expect(listing.understood).toBe(false);
    expect(listing.cards()).toEqual([]);
  });
});

describe('Google Scholar', () => {
  it.each([
    ['Journal of Slow Things 12 (3), 45-67', 'Journal of Slow Things'],
    ['2011 28th Radio Conference (NRC), 1-9', '2011 28th Radio Conference (NRC)'],
    ['Archive (IJ) 12 (1), 3111–3126', 'Archive (IJ)'],
    ['Things, 120-134', 'Things'],
    ['US Patent 9,123,456', 'US Patent 9,123,456'],
    ['Proceedings of the Meeting …', undefined],
    ['arXiv preprint arXiv:2310.90003', undefined],
    ['2019', undefined],
    ['', undefined],
  ])('says where: %s', (text, venue) => {
    expect(venueOf(text)).toBe(venue);
  });

  it('says who, and whether those are all', () => {
    expect(authorsOf('Y Bengio, G Hinton')).toEqual({
      authors: ['Y Bengio', 'G Hinton'],
      authorCount: 2,
    });
    expect(authorsOf('Y Bengio, G Hinton…')).toEqual({ authors: ['Y Bengio', 'G Hinton'] });
    expect(authorsOf('Y Bengio, G Hinton, ...')).toEqual({ authors: ['Y Bengio', 'G Hinton'] });
    expect(authorsOf('')).toEqual({});
  });

  it('takes a line apart, and takes no host for a venue', () => {
    expect(bylineOf('A Quill - Nature, 2015 - nature.com')).toMatchObject({ venue: 'Nature' });
    expect(bylineOf('A Quill - arxiv.org').venue).toBeUndefined();
    expect(bylineOf('A Quill - Snow - and Weather, 2015 - nature.com').venue).toBeUndefined();
  });

  it('offers only links where a row does not say twice which paper it is', () => {
    const listing = saved('google-scholar--search-2023', (document) => {
      document.querySelectorAll('.gs_r[data-cid]')[4]?.setAttribute('data-cid', 'AAAAAAAAAAAA');
    });
    expect(listing.understood).toBe(false);
    expect(ids(listing.cards())).not.toContain('scholar:AAAAAAAAAAAA');
  });

  it('is not understood when it says to show more papers than it does', () => {
    const listing = saved('google-scholar--profile-2026', (document) => {
      const said = document.querySelector('#gsc_a_nn');
      if (said) said.textContent = 'Articles 1–11';
    });
    expect(listing.understood).toBe(false);
  });
});

describe('PubMed and bioRxiv', () => {
  it.each([
    ['pubmed--search-2023', '.docsum-pmid', '1'],
    ['biorxiv--search-2021', '.highwire-cite-metadata-doi', 'doi: https://doi.org/10.1101/1'],
  ])('%s is not understood when a card names two papers', (name, part, text) => {
    const whole = ids(saved(name).cards());
    const listing = saved(name, (document) => {
      const [, second] = document.querySelectorAll(part);
      if (second) second.textContent = text;
    });
    expect(listing.understood).toBe(false);
    expect(ids(listing.cards())).toEqual(whole);
    for (const card of listing.cards()) expect(card.read().paper.authors).toBeUndefined();
  });

  it('does not take the number of a result for that of another', () => {
    const listing = saved('pubmed--search-2023', (document) => {
      document.querySelectorAll('article')[2]?.remove();
    });
    expect(listing.understood).toBe(false);
  });

  it('tells the words of a search from what else its address holds', () => {
    expect(saved('biorxiv--search-2021').listing).toEqual({ kind: 'search', query: 'slow owls' });
  });
});
