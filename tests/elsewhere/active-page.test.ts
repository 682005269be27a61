// @vitest-environment jsdom
import { afterAll, describe, expect, it } from 'vitest';
import {
  type PageApis,
  activePage,
  paperOf,
  paperOn,
  parseStated,
} from '@/utils/elsewhere/active-page';

const PAGE = { tab: 3, address: 'https://publisher.example/article/77' };
const NOWHERE = 'https://publisher.example/article/77';

/** A browser whose active tab has this address, and shows the test's own document. */
function showing(address: string | undefined, refuses = false): PageApis {
  return {
    tabs: { query: () => Promise.resolve([{ id: 3, url: address }]) },
    scripting: {
      executeScript: ({ func }: { func: () => unknown }) =>
        refuses
          ? Promise.reject(new Error('Cannot access contents of the page.'))
          : Promise.resolve([{ result: func() }]),
    },
  } as unknown as PageApis;
}

function write(head: string): void {
  document.head.replaceChildren();
  const template = document.createElement('template');
  template.innerHTML = head;
  document.head.append(template.content);
}

afterAll(() => document.head.replaceChildren());

describe('the page in the active tab', () => {
  it('is told by the browser, for the web alone', async () => {
    expect(await activePage(showing('https://arxiv.org/abs/2401.01234'))).toEqual({
      tab: 3,
      address: 'https://arxiv.org/abs/2401.01234',
    });
    for (const address of [undefined, 'chrome://settings/', 'about:blank', 'file:///a.pdf']) {
      expect(await activePage(showing(address))).toBeUndefined();
    }
  });
});

describe('the paper on a page', () => {
  it('is named by its address, also where the page lets nobody in', async () => {
    const page = { tab: 3, address: 'https://arxiv.org/pdf/2401.01234v2' };
    const reading = await paperOn(page, showing(page.address, true));
    expect(reading?.paper).toEqual({ id: 'arxiv:2401.01234', title: 'arXiv:2401.01234' });
  });

  it('is named by the page where the address says nothing', async () => {
    write('<link rel="canonical" href="/doi/10.1000/boats.7"><title>Boats | Publisher</title>');
    expect((await paperOn(PAGE, showing(PAGE.address)))?.paper.id).toBe('doi:10.1000/boats.7');
    write('<meta name="citation_doi" content="doi:10.1000/Kites">');
    expect((await paperOn(PAGE, showing(PAGE.address)))?.paper.id).toBe('doi:10.1000/kites');
    write('<meta name="Citation_arXiv_id" content="2401.01234">');
    expect((await paperOn(PAGE, showing(PAGE.address)))?.paper.id).toBe('arxiv:2401.01234');
    write('<link rel="canonical" href="https://[broken"><meta name="dc.identifier" content="x77">');
    expect(await paperOn(PAGE, showing(PAGE.address))).toBeUndefined();
  });

  it('has the title that the page gives for indexers', async () => {
    write(
      '<meta name="citation_doi" content="10.1000/boats"><meta name="citation_title" content=" Paper\n Boats ">',
    );
    expect(await paperOn(PAGE, showing(PAGE.address))).toEqual({
      paper: { id: 'doi:10.1000/boats', title: 'Paper Boats' },
      sources: { title: 'page' },
    });
  });

  it('does not get a title that is another paper’s, or may be left over from one shown before', () => {
    const stated = { addresses: ['https://doi.org/10.1000/boats'], title: 'Paper Boats' };
    const other = paperOf('https://arxiv.org/abs/2401.01234', stated);
    expect(other?.paper.title).toBe('arXiv:2401.01234');
    const forum = 'https://openreview.net/forum?id=aB3dE6gH1j';
    const pdf = 'https://openreview.net/pdf?id=aB3dE6gH1j';
    expect(paperOf(forum, { addresses: [], title: 'Kites' })?.paper.title).toBe(
      'openreview:aB3dE6gH1j',
    );
    expect(paperOf(forum, parseStated({ pdf, title: 'Kites' }))?.paper.title).toBe('Kites');
  });

  it.each([
    null,
    'text',
    [],
    { canonical: 7, doi: {}, arxiv: null, title: [] },
    { title: 'x'.repeat(9_999), canonical: 'javascript:alert(1)' },
    { doi: '10.1000', arxiv: '../../evil', title: '' },
  ])('is not made up from nonsense: %j', (said) => {
    expect(paperOf(NOWHERE, parseStated(said))).toBeUndefined();
  });
});
