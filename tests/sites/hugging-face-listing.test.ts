// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { huggingFace } from '@/utils/sites/hugging-face';
import type { OpenListing } from '@/utils/sites/site';
import { article, entry, listPage } from './hugging-face-pages';

const DAILY = 'https://huggingface.co/papers';

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function open(document: Document | string, address = DAILY, today = '2025-11-05'): OpenListing {
  const page = typeof document === 'string' ? parse(document) : document;
  return huggingFace.open({ document: page, url: new URL(address), today });
}

function ids(listing: OpenListing): string[] {
  return listing.cards().map(({ id }) => id.slice('arxiv:'.length));
}

/** A card without an article, as a search may draw it. */
function unmarked(id: string): string {
  return `<div><a href="/login?next=%2Fpapers%2F${id}">3</a><div><h3><a href="/papers/${id}">T ${id}</a></h3><a href="/papers/${id}">Its whole abstract, in one link.</a></div></div>`;
}

function wrapped(id: string): string {
  return `<div>${article({ id })}</div>`;
}

function numbered(index: number): string {
  return `2510.${String(index).padStart(5, '0')}`;
}

describe('the kind of a listing', () => {
  it.each([
    ['', { kind: 'daily', date: '2025-10-02' }],
    ['/', { kind: 'daily', date: '2025-10-02' }],
    ['?date=2025-10-02', { kind: 'daily', date: '2025-10-02' }],
    ['/date/2025-10-02', { kind: 'daily', date: '2025-10-02' }],
    ['/week/2025-W40', { kind: 'weekly', date: '2025-09-29' }],
    ['/month/2025-10', { kind: 'monthly', date: '2025-10-01' }],
    ['/trending', { kind: 'trending' }],
    ['?q=two+words', { kind: 'search', query: 'two words' }],
    ['/trending?q=x', { kind: 'search', query: 'x' }],
    ['/month/2025-10?q=%20x%0A%20y', { kind: 'search', query: 'x y' }],
    ['?q=', { kind: 'daily', date: '2025-10-02' }],
    ['/2510.00001?q=x', { kind: 'paper' }],
    ['/2510.00001v2#community', { kind: 'paper' }],
  ])('/papers%s', (path, expected) => {
    expect(open(listPage(article()), `${DAILY}${path}`).listing).toEqual(expected);
  });
});

function props(more: object): object {
  return { dailyPapers: [], ...more };
}

function unlabelled(shipped?: object): string {
  return listPage(article(), { label: '', beside: ' ', props: shipped });
}

describe('the date of a listing', () => {
  it('is the page’s, where the address names a day that it does not show', () => {
    const address = `${DAILY}/date/2031-01-01`;
    expect(open(listPage(article()), address).listing.date).toBe('2025-10-02');
    const time = '<time datetime="2024-08-01T00:00:00.000Z"><span>Aug</span><span>1</span></time>';
    expect(open(listPage(article(), { label: time }), address).listing.date).toBe('2024-08-01');
  });

  it('takes the year that its label lacks from the data or the address that agree with it', () => {
    const shipped = listPage('', { label: 'Nov 20', props: props({ dateString: '2025-11-20' }) });
    expect(open(shipped, DAILY, '2027-01-01').listing.date).toBe('2025-11-20');
    const asked = listPage('', { label: 'Nov 4' });
    expect(open(asked, `${DAILY}/date/2023-11-04`).listing.date).toBe('2023-11-04');
    const dated = listPage('', { label: 'Nov 4, 2022' });
    expect(open(dated, `${DAILY}/date/2023-11-04`).listing.date).toBe('2022-11-04');
  });

  it('is not that of stale data', () => {
    const page = listPage(article(), {
      label: 'Oct 2',
      props: props({ dateString: '2025-09-30' }),
    });
    expect(open(page).listing.date).toBe('2025-10-02');
  });

  it('lies between the days beside it where nothing names it', () => {
    const beside = '<a href="/papers/date/2025-10-01"></a><a href="/papers/date/2025-10-03"></a>';
    expect(open(listPage('', { label: '', beside })).listing.date).toBe('2025-10-02');
    const wide = '<a href="/papers/date/2025-10-03"></a><a href="/papers/date/2025-10-06"></a>';
    const weekend = listPage('', { label: '', beside: wide });
    expect(open(weekend).listing.date).toBeUndefined();
    expect(open(weekend, `${DAILY}/date/2025-10-05`).listing.date).toBe('2025-10-05');
    const fits = listPage('', {
      label: '',
      beside: wide,
      props: props({ dateString: '2025-10-04' }),
    });
    expect(open(fits, `${DAILY}/date/2031-01-01`).listing.date).toBe('2025-10-04');
  });

  it('of a week is its Monday, of a month its first', () => {
    const beside = '<a href="/papers/week/2025-W39"></a><a href="/papers/week/2025-W41"></a>';
    const week = `${DAILY}/week/2031-W01`;
    expect(open(listPage('', { label: 'Week 40', beside }), week).listing.date).toBe('2025-09-29');
    expect(open(listPage('', { label: 'Sep 29 - Oct 5', beside }), week).listing.date).toBe(
      '2025-09-29',
    );
    expect(open(listPage('', { label: '', beside }), week).listing.date).toBe('2025-09-29');
    expect(open(listPage('', { label: '', beside })).listing).toEqual({
      kind: 'weekly',
      date: '2025-09-29',
    });
    const months = '<a href="/papers/month/2025-08"></a><a href="/papers/month/2025-10"></a>';
    const month = `${DAILY}/month/2031-01`;
    for (const label of ['September', 'Sep 2025', '']) {
      const page = listPage('', { label, beside: months });
      expect(open(page, month).listing.date, label).toBe('2025-09-01');
    }
  });

  it('falls back to the data, then to the address', () => {
    expect(open(unlabelled(props({ date: '2024-08-01T00:00:00.000Z' }))).listing.date).toBe(
      '2024-08-01',
    );
    const week = `${DAILY}/week/2025-W40`;
    const shipped = props({ dateString: '2025-09-24', periodType: 'week' });
    expect(open(unlabelled(shipped), week).listing.date).toBe('2025-09-22');
    const day = props({ dateString: '2025-09-24', periodType: 'day' });
    expect(open(unlabelled(day), week).listing.date).toBe('2025-09-29');
    expect(open(unlabelled(), `${DAILY}?date=2024-02-29`).listing.date).toBe('2024-02-29');
    expect(open(unlabelled(), `${DAILY}?date=2025-02-29`).listing).toEqual({ kind: 'daily' });
  });
});

describe('the cards of a listing', () => {
  it('are its articles, each once, in page order, though each holds its title twice', () => {
    const twice = article({ id: '2510.00002' }).replace(
      '<h3>',
      '<h3><a href="/papers/2510.00002">A Title</a></h3><h3>',
    );
    const listing = open(listPage(article() + twice + article({ id: '2510.00003' })));
    expect(ids(listing)).toEqual(['2510.00001', '2510.00002', '2510.00003']);
    expect(listing.understood).toBe(true);
  });

  it('are those of the moment it is opened', () => {
    const document = parse(listPage(article() + article({ id: '2510.00002' })));
    expect(ids(open(document))).toEqual(['2510.00001', '2510.00002']);
    document.querySelector('article')?.remove();
    expect(ids(open(document))).toEqual(['2510.00002']);
  });

  it('are found without articles by what is about one paper alone', () => {
    for (const cards of [unmarked('2510.00001') + unmarked('2510.00002'), unmarked('2510.00001')]) {
      const listing = open(listPage(cards), `${DAILY}?q=x`);
      expect(listing.understood).toBe(true);
      for (const { main } of listing.cards()) {
        expect(main.querySelectorAll('h3')).toHaveLength(1);
        expect(main.querySelector('a')?.textContent).toBe('3');
        expect(main.parentElement?.className).toBe('relative grid gap-5');
      }
    }
  });

  it('hide with the grid cell around them', () => {
    const listing = open(listPage(wrapped('2510.00001') + wrapped('2510.00002')));
    const [first, second] = listing.cards();
    expect(first?.parts).toEqual([first?.main.parentElement]);
    expect(second?.parts).toEqual([second?.main.parentElement]);
    expect(listing.list()?.className).toBe('relative grid gap-5');
    const alone = open(listPage(wrapped('2510.00001')));
    expect(alone.cards()[0]?.parts[0]?.tagName).toBe('DIV');
    expect(alone.list()?.className).toBe('relative grid gap-5');
  });

  it('hide alone where the grid holds them', () => {
    for (const cards of [article() + article({ id: '2510.00002' }), article()]) {
      const listing = open(listPage(cards));
      expect(listing.cards()[0]?.parts).toEqual([listing.cards()[0]?.main]);
      expect(listing.list()?.className).toBe('relative grid gap-5');
    }
  });

  it('take the tools beside a picture, or below the text', () => {
    const [pictured, filmed, bare] = open(
      listPage(
        article({ media: '<img src="https://cdn.example/t.png">' }) +
          article({ id: '2510.00002', media: '<video src="https://cdn.example/t.mp4"></video>' }) +
          article({ id: '2510.00003', submitter: 'moduya' }),
      ),
    ).cards();
    expect([pictured, filmed, bare].map((card) => card?.place)).toEqual(['top', 'top', 'bottom']);
    expect(pictured?.anchor).toBe(pictured?.main);
  });
});

describe('whether a page is understood', () => {
  it('an empty listing in a known frame is', () => {
    const listing = open(listPage(''));
    expect(listing.understood).toBe(true);
    expect(listing.cards()).toEqual([]);
    expect(listing.list()).toBeUndefined();
  });

  it('articles with titles are, whatever became of the frame', () => {
    const page = listPage(article())
      .replace('DailyPapersPage', 'x')
      .replace('DailyPapers"', 'New"');
    expect(open(page.replace('Daily Papers', 'Fresh')).understood).toBe(true);
  });

  it.each([
    ['links to papers without titles', '<div><a href="/papers/2510.00001">A Title</a></div>'],
    [
      'titles beside their texts',
      '<h3><a href="/papers/2510.00001">A</a></h3><a href="/papers/2510.00001">Text</a><h3><a href="/papers/2510.00002">B</a></h3><a href="/papers/2510.00002">Text</a>',
    ],
  ])('%s are not', (_, cards) => {
    const listing = open(listPage(cards));
    expect(listing.understood).toBe(false);
    expect(listing.list()).toBeUndefined();
  });

  it('where it is not, every paper with a link that has words gets tools beside it', () => {
    const listing = open(
      `<h1>New</h1><p><a href="/papers/2510.00001"><img src="/t.png"></a> <span><b><a href="/papers/2510.00001v2">One</a></b></span>
        <a href="/papers/2510.00001#community">3 words here</a> <a href="/papers/2510.00002">4 authors</a>
        <a href="/login?next=%2Fpapers%2F2510.00003">Log in</a></p><li><a href="/papers/2510.00002">Two</a></li>`,
    );
    const cards = listing.cards();
    expect(cards.map((card) => card.read().paper.title)).toEqual(['One', 'Two']);
    expect(cards.map(({ anchor }) => anchor.tagName)).toEqual(['P', 'LI']);
    expect(cards.every(({ place }) => place === 'inline')).toBe(true);
  });
});

describe('hydration', () => {
  it.each([
    ['<!--[0--><!--]-->', true],
    ['<!--[-1--><!--]-->', true],
    ['<!----><!----> <!--]-->', false],
    ['', false],
  ])('with %s is still to come: %s', (comments, expected) => {
    const page = listPage(article().replace('</h3>', `${comments}</h3>`));
    expect(huggingFace.hydrating(parse(`<!--[-->${page}`))).toBe(expected);
  });

  it('is not waited for on a page without islands', () => {
    expect(huggingFace.hydrating(parse('<main><!--[--></main>'))).toBe(false);
  });
});

describe('a page of absurd size', () => {
  it('of a thousand cards is read in one pass', () => {
    const numbers = Array.from({ length: 1_000 }, (_, index) => numbered(index));
    const props = { dailyPapers: numbers.map((number) => entry(number, { upvotes: 1 })) };
    const page = listPage(numbers.map((number) => article({ id: number })).join(''), { props });
    const document = parse(page);
    const started = performance.now();
    const papers = open(document)
      .cards()
      .map((card) => card.read().paper);
    expect(papers).toHaveLength(1_000);
    expect(papers.every(({ upvotes }) => upvotes === 1)).toBe(true);
    // Anything that looks through all cards for each of them takes minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 60_000);
});
