import { describe, expect, it } from 'vitest';
import { isBareTitle } from '@/utils/domain/paper';
import { bookmarks } from '@/utils/formats/read/bookmarks';
import { idList } from '@/utils/formats/read/id-list';
import { identitiesIn } from '@/utils/formats/read/ids-in';
import { localId } from '@/utils/domain/local-id';
import { fixture, papersIn, readAll } from './read-files';

describe('ids in a text', () => {
  it.each([
    ['https://arxiv.org/abs/2310.09486v2', ['arxiv:2310.09486']],
    ['http://export.arxiv.org/pdf/hep-th/9901001v3.pdf', ['arxiv:hep-th/9901001']],
    ['math.AG/0601001', ['arxiv:math.AG/0601001'.replace('.AG', '')]],
    ['https://huggingface.co/papers/2310.09486', ['arxiv:2310.09486']],
    ['https://papers.cool/arxiv/2310.09486', ['arxiv:2310.09486']],
    ['https://doi.org/10.48550/arXiv.2310.09486', ['arxiv:2310.09486']],
    ['(doi:10.1145/3292500.3330701).', ['doi:10.1145/3292500.3330701']],
    ['https://dl.acm.org/doi/pdf/10.1145/1234.5678?x=1', ['doi:10.1145/1234.5678']],
    ['10.1016/S0370-2693(97)00001-2', ['doi:10.1016/s0370-2693(97)00001-2']],
    [
      'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full.pdf',
      ['doi:10.1101/2020.01.02.123456'],
    ],
    [
      '10.18653/v1/2020.acl-main.405',
      ['acl:2020.acl-main.405', 'doi:10.18653/v1/2020.acl-main.405'],
    ],
    ['https://aclanthology.org/P18-1001.pdf', ['acl:P18-1001']],
    ['https://openreview.net/forum?noteId=abc&id=EZNOb_uXYZk', ['openreview:EZNOb_uXYZk']],
    ['https://pubmed.ncbi.nlm.nih.gov/12345678/', ['pmid:12345678']],
    ['version 1234.5678, pi 3.14159, 2399.12345, 2013.01234, 2310.0948', []],
    ['https://example.org/item/1234567', []],
  ])('%s', (text, ids) => {
    expect(identitiesIn([text])).toEqual(ids);
  });

  it('make papers whose title only stands in for the true one', async () => {
    const { papers, unreadable } = await readAll(idList, fixture('ids.txt'));
    expect(papers.map(({ reading }) => reading.paper.id)).toEqual([
      'arxiv:2310.09486',
      'arxiv:hep-th/9901001',
      'arxiv:2401.01234',
      'arxiv:2401.01235',
      'doi:10.1145/3292500.3330701',
      'acl:2024.acl-long.1',
      'openreview:EZNOb_uXYZk',
    ]);
    expect(papers[0]?.reading).toEqual({
      paper: { id: 'arxiv:2310.09486', title: 'arXiv:2310.09486' },
      sources: { title: 'page' },
    });
    expect(papers.every(({ reading }) => isBareTitle(reading.paper))).toBe(true);
    expect(unreadable.map(({ line }) => line)).toEqual([8]);
  });
});

describe('bookmarks', () => {
  it('that lead to papers are read with folders, tags, day and description', async () => {
    expect(await papersIn(bookmarks, fixture('bookmarks.html'))).toEqual([
      {
        id: 'arxiv:2106.01001',
        title: 'Lanterns on Slow Rivers',
        savedAt: '2021-06-17T10:30:00.000Z',
        tags: ['Rivers & Canals'],
      },
      {
        id: 'arxiv:2310.09486',
        title: 'Boats without End',
        savedAt: '2023-10-16T23:46:40.000Z',
        tags: ['Rivers & Canals', 'boats', 'to read'],
        note: 'Ask Mia about this & that',
      },
      { id: 'arxiv:2401.01234', title: 'arXiv:2401.01234' },
      { id: 'openreview:EZNOb_uXYZk', title: 'Pictures of Floods' },
    ]);
  });
});

function bookmark(href: string): string {
  return `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF="${href}">Found</A></DL>`;
}

describe('a bookmark of a search', () => {
  it.each([
    'https://www.google.com/search?q=arxiv+2106.01001&amp;hl=en',
    'https://duckduckgo.com/?q=10.1145/1234.5678',
    'https://arxiv.org/search/?query=2106.01001&amp;searchtype=all',
  ])('is no paper: %s', async (href) => {
    expect(await papersIn(bookmarks, bookmark(href))).toEqual([]);
  });

  it('does not cost the paper that an address leads to', async () => {
    const href = 'https://arxiv.org/abs/2106.01001?q=kites';
    expect(await papersIn(bookmarks, bookmark(href))).toMatchObject([{ id: 'arxiv:2106.01001' }]);
  });
});

describe('the id of a work without one', () => {
  it('is the same for the same title and family name, and another for others', () => {
    const id = localId('Boats without End', 'Brook', '2026');
    expect(id).toMatch(/^local:[a-z\d]{22}$/);
    expect(localId('Boats  Without end.', 'brook', '2026')).toBe(id);
    expect(localId('Boats without End', 'Weir', '2026')).not.toBe(id);
  });

  it('tells titles of all scripts apart', () => {
    const titles = ['河流上的灯笼', '没有尽头的船', 'Фонари на реке', 'مصابيح على النهر'];
    expect(new Set(titles.map((title) => localId(title, '', ''))).size).toBe(titles.length);
    expect(localId('…', '', '')).toBeUndefined();
  });
});
