// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Paper } from '@/utils/domain/paper';
import { MissingElement } from '@/utils/page/select';
import { huggingFace } from '@/utils/sites/hugging-face';
import type { OpenListing } from '@/utils/sites/site';
import { article, type CardParts, entry, listPage, votes } from './hugging-face-pages';

const DAILY = 'https://huggingface.co/papers';
const SEARCH = 'https://huggingface.co/papers?q=source+citations';
const TRENDING = 'https://huggingface.co/papers/trending';
const ABSTRACT =
  'We study how lanterns drift on slow rivers. The lanterns are counted twice, and the second count is always the lower one, whatever the weather may be.';

function open(html: string, address = DAILY, today = '2025-10-03'): OpenListing {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return huggingFace.open({ document, url: new URL(address), today });
}

function papersOf(html: string, address = DAILY, today = '2025-10-03'): Paper[] {
  return open(html, address, today)
    .cards()
    .map((card) => card.read().paper);
}

function read(parts: CardParts, address = DAILY, props?: unknown): Paper | undefined {
  return papersOf(listPage(article(parts), { props }), address)[0];
}

describe('the title of a card', () => {
  it.each([
    ['two\n  lines &amp; more', 'two lines & more'],
    [
      'hits <span class="highlight">source</span> <span class="highlight">citations</span>',
      'hits source citations',
    ],
    ['<em>M</em>oE$^2$: $\\nabla^2$DFT', 'MoE$^2$: $\\nabla^2$DFT'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['right&#x202e;to&#x202c;left', 'righttoleft'],
  ])('%s', (title, expected) => {
    expect(read({ title })?.title).toBe(expected);
  });

  it('is taken from the page’s data where marked words ran into each other', () => {
    const title = '<span>source</span><span>citations</span> matter';
    const props = { searchResults: [entry('2510.00001', { title: 'source\n  citations matter' })] };
    expect(read({ title }, SEARCH, props)?.title).toBe('source citations matter');
  });

  it('of a megabyte is cut, and quickly', () => {
    expect(read({ title: 'x '.repeat(500_000) })?.title.length).toBeLessThanOrEqual(2_000);
  });

  it('is what no card can be read without', () => {
    const [lacking, other] = open(
      listPage(article({ title: ' ' }) + article({ id: '2510.00002' })),
    ).cards();
    expect(() => lacking?.read()).toThrow(MissingElement);
    expect(other?.read().paper.title).toBe('A Title');
  });

  it('may have lost its link, or stand inside it', () => {
    const unlinked =
      '<article><a href="/papers/2510.00003"><img src="/t.png"></a><h3>Bare</h3></article>';
    const inside = '<article><a href="/papers/2510.00004"><h3>Inside</h3></a></article>';
    const papers = papersOf(listPage(article() + unlinked + inside));
    expect(papers.map(({ title }) => title)).toEqual(['A Title', 'Bare', 'Inside']);
  });
});

describe('the paper of a card', () => {
  it.each([
    '/papers/2510.12345v3',
    '/papers/2510.12345/',
    '/papers/2510.12345?utm=x',
    'https://huggingface.co/papers/2510.12345',
    'https://www.huggingface.co/papers/2510.12345v1?x=1',
    ' //huggingface.co/papers/2510.12345 ',
  ])('is known from %s', (href) => {
    expect(read({ href })?.id).toBe('arxiv:2510.12345');
  });

  it.each([
    '/papers/2510.123',
    '/papers/submit',
    '/papers/2510.12345/edit',
    '/login?next=%2Fpapers%2F2510.12345',
    'https://example.org/papers/2510.12345',
    '/papers/2510.12345#community',
  ])('is not known from %s', (href) => {
    const page = listPage(article({ href }) + article({ id: '2510.00009' }));
    expect(papersOf(page).map(({ id }) => id)).toEqual(['arxiv:2510.00009']);
  });
});

describe('the numbers of a card', () => {
  it.each([
    [votes('101'), 101],
    [votes('-'), 0],
    [votes('1,204'), 1204],
    [votes('1.5k'), 1500],
    [votes('\n 7 \n'), 7],
    ['<label><input type="checkbox"><svg></svg><div class="leading-none">12</div></label>', 12],
    ['<div role="checkbox"><svg></svg> Upvote <div>13</div></div>', 13],
    ['<div><input type="checkbox" class="peer hidden"><div>14</div></div>', 14],
    ['<button>Upvoted 15</button>', 15],
    ['', undefined],
  ])('upvotes in %s', (box, expected) => {
    expect(read({ votes: box })?.upvotes).toBe(expected);
  });

  it.each([
    ['<li>• 4 authors</li>', 4],
    ['<ul><li title="ada-e"></li><li><div><div>·</div> 533 authors</div></li></ul>', 533],
    ['<span>1 author</span>', 1],
    ['<span>1,024</span> <span>authors</span>', 1024],
    ['coauthors 3', undefined],
  ])('authors in %s', (foot, expected) => {
    const paper = read({ foot });
    expect(paper?.authorCount).toBe(expected);
    expect(paper?.authors).toBeUndefined();
  });

  it.each([
    [
      '<span>Oct 2</span> <a href="/papers/2510.00001#community"><svg></svg> 6</a>',
      '2025-10-02',
      6,
    ],
    ['<span>May 29</span><a href="/papers/2510.00001#community">6</a>', '2025-05-29', 6],
    ['Oct 2 2', '2025-10-02', 2],
    ['<span>Mar 19, 2024</span> <span>4</span>', '2024-03-19', 4],
    ['· Dec 31', '2024-12-31', undefined],
    ['<span>Published on</span> <span>Jun 28, 2020</span>', '2020-06-28', undefined],
    ['<span>Oct</span> <span>14, 2023</span>', '2023-10-14', undefined],
    ['3 authors', undefined, undefined],
  ])('date and comments in %s', (foot, published, comments) => {
    const paper = read({ foot }, SEARCH);
    expect(paper?.published).toBe(published);
    expect(paper?.comments).toBe(comments);
  });

  it('a date of tomorrow is no year old on a paper of this month', () => {
    const page = listPage(article({ id: '2510.00001', foot: 'Oct 3' }));
    expect(papersOf(page, SEARCH, '2025-10-02')[0]?.published).toBe('2025-10-03');
    expect(papersOf(page, SEARCH, '2025-10-01')[0]?.published).toBe('2024-10-03');
  });

  it('stars of the code are no comments', () => {
    const foot = '<a href="/papers/2510.00001"><svg></svg><span>12</span></a>';
    const paper = read({ foot });
    expect(paper?.comments).toBeUndefined();
    expect(paper?.upvotes).toBeUndefined();
  });
});

describe('the texts of a card', () => {
  it.each([
    ['a link', `<a href="/papers/2510.00001">${ABSTRACT}</a>`],
    ['a link around a paragraph', `<a href="/papers/2510.00001"><p>${ABSTRACT}</p></a>`],
    ['a paragraph', `<p>${ABSTRACT.replaceAll(' ', '\n  ')}</p>`],
    ['no mark-up of its own', `<div>${ABSTRACT}</div>`],
  ])('an abstract in %s', (_, prose) => {
    expect(read({ prose, foot: '4 authors · Oct 2' }, SEARCH)).toMatchObject({
      abstract: ABSTRACT,
      authorCount: 4,
      published: '2025-10-02',
    });
  });

  it('nothing else is an abstract', () => {
    const foot =
      '<a href="/papers/2510.00001">4 authors</a> <span>Oct 2</span> <a href="/papers/2510.00001">Read it</a>';
    const paper = read({ foot, submitter: 'moduya' }, SEARCH);
    expect(paper?.abstract).toBeUndefined();
    expect(paper?.summary).toBeUndefined();
  });

  it('numbers and dates in an abstract are not the card’s', () => {
    const prose = `<p>${ABSTRACT} It took 12 authors until <b>Oct 1, 2020</b></p>`;
    const paper = read({ prose, foot: '2 authors' }, SEARCH);
    expect(paper?.authorCount).toBe(2);
    expect(paper?.published).toBeUndefined();
  });

  it('a trending card shows a summary, or the abstract when it is long', () => {
    expect(read({ prose: `<p>${ABSTRACT}</p>` }, TRENDING)).toMatchObject({ summary: ABSTRACT });
    const long = `${ABSTRACT} `.repeat(4).trim();
    expect(read({ prose: `<p>${long}</p>` }, TRENDING)).toMatchObject({ abstract: long });
  });

  it('a short abstract is told from a summary by the page’s data', () => {
    const props = {
      dailyPapers: [entry('2510.00001', { summary: ABSTRACT, ai_summary: 'Lanterns.' })],
    };
    expect(read({ prose: `<p>${ABSTRACT}</p>` }, TRENDING, props)).toMatchObject({
      abstract: ABSTRACT,
      summary: 'Lanterns.',
    });
  });

  it('whoever submitted it, and for which organisation', () => {
    const foot =
      '<a href="/tide-lab"><img alt="tide-lab" src="/o.png"> <span>Tide Lab &amp; Friends</span></a>';
    expect(read({ foot, submitter: '\n moduya \n' })).toMatchObject({
      submitter: 'moduya',
      organization: 'Tide Lab & Friends',
    });
  });

  it('a chip without a name submits nobody', () => {
    expect(read({ submitter: ' ', foot: '3 authors' })?.submitter).toBeUndefined();
  });
});

describe('the links of a card', () => {
  it.each([
    ['<img src="https://cdn.example/t.png">', 'https://cdn.example/t.png'],
    ['<img class="invisible" src="/t.png">', 'https://huggingface.co/t.png'],
    [
      '<video src="https://cdn.example/t.mp4" preload="metadata"></video>',
      'https://cdn.example/t.mp4',
    ],
    ['<video><source src="https://cdn.example/t.webm"></video>', 'https://cdn.example/t.webm'],
    ['<img src="./Daily Papers_files/t.png">', undefined],
    ['<img src="data:image/png;base64,AA">', undefined],
    ['<img src="javascript:alert(1)">', undefined],
  ])('a picture from %s', (media, expected) => {
    expect(read({ media })?.links?.thumbnail).toBe(expected);
  });

  it('avatars are no picture of the paper', () => {
    const foot =
      '<a href="/papers/2510.00001"><ul><li title="a"><img src="/avatars/a.svg"></li></ul></a>';
    expect(read({ foot })?.links).toEqual({ page: 'https://huggingface.co/papers/2510.00001' });
  });

  it('the code is on GitHub, not in the abstract', () => {
    const prose = `<p>${ABSTRACT} <a href="https://github.com/other/thing">code</a></p>`;
    const foot = '<a href="https://github.com/invented/boats">GitHub 104k</a>';
    expect(read({ prose, foot }, TRENDING)?.links?.code).toBe('https://github.com/invented/boats');
    expect(read({ prose }, TRENDING)?.links?.code).toBeUndefined();
  });

  it('addresses that are none stay out of what the data adds', () => {
    const paper = { githubRepo: 'javascript:alert(1)', projectPage: ['https://a.example'] };
    const props = { dailyPapers: [entry('2510.00001', paper, { thumbnail: '//x' })] };
    expect(Object.keys(read({}, DAILY, props)?.links ?? {})).toEqual(['page']);
  });
});

describe('data beside the cards', () => {
  const full = {
    title: 'An Older Title',
    summary: 'An older abstract.',
    authors: [{ name: 'Ada Example' }, { name: ' Zoë\n Ñandú', hidden: true }, { name: 7 }, null],
    publishedAt: '2025-09-30T23:00:00.000Z',
    submittedOnDailyAt: '2025-10-01T01:00:00.000Z',
    upvotes: 3,
    ai_keywords: ['lanterns', 5, ' '],
    ai_summary: 'Lanterns drift.',
    githubRepo: 'https://github.com/invented/boats',
    projectPage: 'https://boats.example/',
    organization: { name: 'tide-lab', fullname: 'Tide Lab' },
  };
  const more = {
    numComments: 9,
    submittedBy: { name: 'moduya', fullname: 'Mo Duya' },
    thumbnail: 'https://cdn.example/shipped.png',
  };
  const props = { dailyPapers: [entry('2510.00001', full, more), entry('2510.09999', full, more)] };

  it('fills in what the card does not show', () => {
    expect(read({}, DAILY, props)).toEqual({
      id: 'arxiv:2510.00001',
      title: 'A Title',
      authors: ['Ada Example', 'Zoë Ñandú'],
      authorCount: 2,
      abstract: 'An older abstract.',
      published: '2025-09-30',
      listed: '2025-10-01',
      upvotes: 3,
      comments: 9,
      submitter: 'moduya',
      organization: 'Tide Lab',
      keywords: ['lanterns'],
      summary: 'Lanterns drift.',
      links: {
        page: 'https://huggingface.co/papers/2510.00001',
        code: 'https://github.com/invented/boats',
        project: 'https://boats.example/',
        thumbnail: 'https://cdn.example/shipped.png',
      },
    });
  });

  it('never wins over what the card shows', () => {
    const foot = '5 authors · Mar 2, 2024 <a href="/papers/2510.00001#community">1</a>';
    const parts = { votes: votes('-'), prose: `<p>${ABSTRACT}</p>`, submitter: 'ada-e', foot };
    const [card] = open(listPage(article(parts), { props }), SEARCH).cards();
    const reading = card?.read();
    expect(reading?.paper).toMatchObject({
      title: 'A Title',
      abstract: ABSTRACT,
      published: '2024-03-02',
      authorCount: 5,
      upvotes: 0,
      comments: 1,
      submitter: 'ada-e',
    });
    expect(reading?.sources).toMatchObject({ title: 'page', upvotes: 'page', authors: 'embedded' });
  });

  it('adds no paper', () => {
    expect(papersOf(listPage(article(), { props }))).toHaveLength(1);
    expect(papersOf(listPage('', { props }))).toEqual([]);
  });

  it('tells the day where the screen’s time zone shifts it, and the year where it has none', () => {
    expect(read({ foot: 'Oct 1' }, SEARCH, props)?.published).toBe('2025-09-30');
    const older = {
      searchResults: [entry('2510.00001', { publishedAt: '2023-06-05T00:00:00.000Z' })],
    };
    expect(read({ foot: 'Jun 5' }, SEARCH, older)?.published).toBe('2023-06-05');
    expect(read({ foot: 'Jun 5, 2024' }, SEARCH, older)?.published).toBe('2024-06-05');
    expect(read({ foot: 'Jun 8' }, SEARCH, older)?.published).toBe('2025-06-08');
  });

  it.each([
    ['no JSON', '{"dailyPapers":'],
    ['a list', '[1]'],
    ['a number', '5'],
    ['nothing', 'null'],
    ['papers that are none', '{"dailyPapers":{"length":3},"searchResults":"x"}'],
    ['entries that are none', '{"dailyPapers":[null,1,"x",[],{"paper":null},{"paper":{"id":{}}}]}'],
    [
      'prototype keys',
      '{"__proto__":{"dailyPapers":[]},"dailyPapers":[{"__proto__":{"paper":{}}}]}',
    ],
    [
      'wrong types',
      '{"date":7,"dailyPapers":[{"paper":{"id":"2510.00001","title":1,"summary":{},"authors":{"0":1},"upvotes":"5","publishedAt":1,"ai_keywords":"x","organization":"y"},"numComments":-1,"submittedBy":"z"}]}',
    ],
    ['absurdly deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('that is %s is passed over', (_, text) => {
    expect(read({}, DAILY, text)).toEqual({
      id: 'arxiv:2510.00001',
      title: 'A Title',
      listed: '2025-10-02',
      links: { page: 'https://huggingface.co/papers/2510.00001' },
    });
  });
});

describe('markup that would be read wrongly', () => {
  it('is not: one text set as two nodes is one number', () => {
    const document = new DOMParser().parseFromString(
      listPage(article({ votes: votes('118'), foot: '533 authors' })),
      'text/html',
    );
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found) if (text.data.length > 2) text.splitText(1);
    const listing = huggingFace.open({ document, url: new URL(DAILY), today: '2025-10-03' });
    expect(listing.cards()[0]?.read().paper).toMatchObject({ upvotes: 118, authorCount: 533 });
  });

  it.each([
    ['a card twice in a row', `${article()}${article()}`],
    ['the same element twice in a row', article({ title: '<em>Mo</em><em>Mo</em>' })],
    ['a link without an address', article({ foot: '<a><img alt="tide-lab"> Tide Lab</a>' })],
  ])('is told of: %s', (doubt, cards) => {
    const listing = open(listPage(cards));
    expect(listing.understood).toBe(false);
    expect(listing.doubts).toEqual([doubt]);
  });
});
