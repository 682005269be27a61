// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { MissingElement } from '@/utils/page/select';
import { huggingFace } from '@/utils/sites/hugging-face';
import type { OpenListing } from '@/utils/sites/site';

const URL_OF_PAPER = 'https://huggingface.co/papers/2509.24002';

const SUMMARY = 'Lanterns drift, and are counted.';
const ABSTRACT = 'We count lanterns on slow rivers. The second count is the lower one.';

/** Parts of a paper's own page; what is not given is left out. */
type PageParts = {
  readonly title?: string;
  readonly line?: string;
  readonly votes?: string;
  readonly authors?: string;
  readonly prose?: string;
  readonly buttons?: string;
  readonly props?: object;
};

function page(parts: PageParts = {}): string {
  const shipped = parts.props
    ? ` data-props="${JSON.stringify(parts.props).replaceAll('"', '&quot;')}"`
    : '';
  return `<body class="PaperPage"><main><section><div data-target="PaperContent"${shipped}>
    <div class="pb-10"><a href="/papers">Papers</a><h1>${parts.title ?? 'A Title of\n  Two Lines'}</h1>
      <div>${parts.line ?? ''}</div>${parts.votes ?? ''}<div>Authors: ${parts.authors ?? ''}</div></div>
    <div><h2>Abstract</h2>${parts.prose ?? ''}</div><div>${parts.buttons ?? ''}</div>
    <div><h3 id="community">Community</h3><p>${'A comment, longer than any abstract. '.repeat(40)}</p>
      <a href="https://github.com/other/thing">GitHub</a> <a href="https://other.example">Project page</a>
      <a href="/papers/2401.00001">A paper</a> <a href="/someone"><img alt="x" src="/o.png">Someone</a>
      Published on Jan 1, 2001</div></div></section></main></body>`;
}

function open(html: string): OpenListing {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return huggingFace.open({ document, url: new URL(URL_OF_PAPER), today: '2025-10-02' });
}

function read(parts: PageParts): object | undefined {
  return open(page(parts)).cards()[0]?.read().paper;
}

function person(name: string, tag = 'button'): string {
  return `<div><span class="author flex"><span><${tag} href="/user">\n ${name}\n</${tag}></span>\n,</span></div>`;
}

/** What the page ships when it has two comments and these authors, all of them hidden. */
function written(...names: string[]): object {
  return {
    comments: [{ type: 'comment' }, { type: 'status-change' }, { type: 'comment' }],
    paper: { id: '2509.24002', authors: names.map((name) => ({ name, hidden: true })) },
  };
}

const BOX = `<div><p>${SUMMARY}</p><div><svg></svg> AI-generated summary</div></div>`;

describe('a paper’s own page', () => {
  it('is one card, in the blank below whose heading’s block the tools stand', () => {
    const listing = open(page());
    expect(listing.listing).toEqual({ kind: 'paper' });
    expect(listing.understood).toBe(true);
    expect(listing.list()).toBeUndefined();
    const [card, ...more] = listing.cards();
    expect(more).toEqual([]);
    expect(card?.anchor.className).toBe('pb-10');
    expect(card?.place).toBe('below');
  });

  it('says nothing but its title when it shows nothing else, whatever readers write below', () => {
    expect(read({})).toEqual({
      id: 'arxiv:2509.24002',
      title: 'A Title of Two Lines',
      links: { page: URL_OF_PAPER },
    });
  });

  it('is read without any data', () => {
    const paper = read({
      line: `<div>Published on Sep 28</div><div><span>Submitted by</span> <a href="/Jakumetsu"><img alt="" src="/a.svg"> Zijian Wu</a> <span>on Oct 1</span></div>
        <a href="/tide-lab"><img alt="tide-lab" src="/o.png"> <span>Tide Lab</span></a>`,
      votes:
        '<a href="/login?next=%2Fpapers%2F2509.24002"><div><input type="checkbox" disabled> Upvote <div>118</div></div></a>',
      authors: person('Ada Example', 'a') + person('Zoë Ñandú'),
      prose: `${BOX}<p>We count <a href="/papers?q=lanterns">lanterns</a> on slow <a href="/papers?q=slow%20rivers">rivers</a>. The second count is the lower one.</p>`,
      buttons:
        '<a href="https://arxiv.org/abs/2509.24002">View arXiv page</a><a href="https://boats.example/">Project page</a><a href="https://github.com/invented/boats">GitHub <span>182</span></a>',
    });
    expect(paper).toEqual({
      id: 'arxiv:2509.24002',
      title: 'A Title of Two Lines',
      authors: ['Ada Example', 'Zoë Ñandú'],
      authorCount: 2,
      abstract: ABSTRACT,
      published: '2025-09-28',
      listed: '2025-10-01',
      upvotes: 118,
      submitter: 'Jakumetsu',
      organization: 'Tide Lab',
      keywords: ['lanterns', 'rivers'],
      summary: SUMMARY,
      links: {
        page: URL_OF_PAPER,
        code: 'https://github.com/invented/boats',
        project: 'https://boats.example/',
      },
    });
  });

  it.each([
    ['after its text', BOX],
    ['before its text', `<div><p>AI-generated summary</p><p>${SUMMARY}</p></div>`],
    ['nowhere', `<div><p>${SUMMARY}</p></div>`],
  ])('tells the summary from the abstract with the label %s', (_, box) => {
    expect(read({ prose: `${box}<p>${ABSTRACT}</p>` })).toMatchObject({
      summary: SUMMARY,
      abstract: ABSTRACT,
    });
  });

  it('takes a lone text for the abstract, and a lone box for the summary', () => {
    const lone = read({ prose: `<p>${ABSTRACT}</p>` });
    expect(lone).toMatchObject({ abstract: ABSTRACT });
    expect(lone).not.toHaveProperty('summary');
    const boxed = read({ prose: BOX });
    expect(boxed).toMatchObject({ summary: SUMMARY });
    expect(boxed).not.toHaveProperty('abstract');
  });

  it('knows the day it was listed from its rank', () => {
    const line =
      '<a href="/papers?date=2025-09-30">#1 Paper of the day</a> Submitted by <a href="/u">U</a> on Oct 1';
    expect(read({ line })).toMatchObject({ listed: '2025-09-30' });
  });

  it('completes its list of authors from the data, unless that has others', () => {
    const authors = person('Ada Example');
    expect(read({ authors, props: written('Bo Hidden', 'Ada Example') })).toMatchObject({
      authors: ['Bo Hidden', 'Ada Example'],
      authorCount: 2,
      comments: 2,
    });
    expect(read({ authors, props: written('Somebody Else') })).toMatchObject({
      authors: ['Ada Example'],
      authorCount: 1,
    });
  });

  it('is not filled from the data of another paper', () => {
    const props = { paper: { id: '2509.99999', title: 'Other', summary: 'Other.', upvotes: 7 } };
    expect(read({ props })).toEqual(read({}));
  });

  it('cannot be read without a title', () => {
    expect(() => read({ title: ' ' })).toThrow(MissingElement);
  });

  it('without a heading is not understood', () => {
    const listing = open('<main><a href="/papers/2509.24002">A Title</a></main>');
    expect(listing.understood).toBe(false);
    expect(listing.cards().map((card) => card.read().paper.title)).toEqual(['A Title']);
  });
});
