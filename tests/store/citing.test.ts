import { describe, expect, it } from 'vitest';
import { id, openLibrary, reading } from './open-library';

const A = reading('2611.00001', { authors: ['Ada Example'] });
const B = reading('2611.00002', { authors: ['Bo EXAMPLE'] });
const C = reading('2611.00003', { authors: ['Cy Example'] });

describe('a citation key', () => {
  it('is made once, and stays when the facts it was made of change', async () => {
    const { library } = openLibrary();
    expect((await library.bibtex([A])).text).toBe('Example[]');
    await library.see('huggingface', [
      { ...A, paper: { ...A.paper, authors: ['Somebody Else', 'Ada Example'] } },
    ]);
    expect((await library.bibtex([id('2611.00001')])).text).toBe('Example[]');
  });

  it('is nobody else’s, whatever its case, even when all are asked for at once', async () => {
    const { library } = openLibrary();
    const texts = await Promise.all([A, B, C].map((one) => library.bibtex([one])));
    const keys = texts.map(({ text }) => text.toLowerCase());
    expect(new Set(keys).size).toBe(3);
  });

  it('is not given away again when its paper is trashed', async () => {
    const { library } = openLibrary();
    await library.save(A);
    await library.bibtex([A]);
    await library.trash([id('2611.00001')]);
    expect((await library.bibtex([B])).text).toBe('EXAMPLEa[]');
  });

  it('is made for each of many papers at once', async () => {
    const { library } = openLibrary();
    const many = Array.from({ length: 60 }, (_, index) =>
      reading(`2611.${String(index + 100)}00`.slice(0, 10), { authors: [`Ada Name${index}`] }),
    );
    const { text, count } = await library.bibtex(many);
    expect(count).toBe(60);
    expect(new Set(text.split('\n')).size).toBe(60);
  });

  it('is shown in the list of saved papers', async () => {
    const { library } = openLibrary();
    await library.save(A);
    await library.bibtex([A]);
    expect((await library.find({ query: '', limit: 1 })).rows[0]?.citationKey).toBe('Example');
  });
});

describe('an export', () => {
  it('holds each paper once, in the order given, with its tags', async () => {
    const { library } = openLibrary();
    await library.tag(A, 'kept');
    const { text } = await library.bibtex([B, A, B]);
    expect(text).toBe('EXAMPLE[]\nExamplea[kept]');
  });
});

describe('fetching authors', () => {
  const unknown = reading('2611.00009', { authorCount: 4 });

  it('asks only for papers without authors, keeps the answer, and says who was found', async () => {
    const { library, fetched } = openLibrary();
    await library.save(A);
    await library.save(unknown);
    fetched.answer = {
      readings: [
        {
          paper: { id: id('2611.00009'), title: 'Paper 2611.00009', authors: ['Dee Found'] },
          sources: { title: 'api:arxiv', authors: 'api:arxiv' },
        },
      ],
      missed: [],
    };
    const answer = await library.fetchAuthors([id('2611.00001'), id('2611.00009')]);
    expect(fetched.asked).toEqual([id('2611.00009')]);
    expect(answer).toEqual({ filled: [id('2611.00009')], missed: [] });
    const details = await library.details(id('2611.00009'));
    expect(details?.paper.authors).toEqual(['Dee Found']);
    expect(details?.provenance.authors?.source).toBe('api:arxiv');
    expect(details?.row.authorsKnown).toBe(true);
  });

  it('believes no answer about a paper it did not ask for', async () => {
    const { library, fetched } = openLibrary();
    await library.save(A);
    await library.save(unknown);
    fetched.answer = {
      readings: [
        {
          paper: { id: id('2611.00001'), title: 'Forged', authors: ['For Ged'] },
          sources: { title: 'api:arxiv', authors: 'api:arxiv' },
        },
      ],
      missed: [{ id: id('2611.00009'), reason: 'network' }],
    };
    const answer = await library.fetchAuthors([id('2611.00009')]);
    expect(answer).toEqual({
      filled: [],
      missed: [{ id: id('2611.00009'), reason: 'network' }],
    });
    expect((await library.details(id('2611.00001')))?.paper.title).toBe('Paper 2611.00001');
  });
});

describe('looking for published versions', () => {
  const BOTH = [id('2611.00001'), id('2611.00002')];

  async function opened() {
    const all = openLibrary();
    await all.library.save(A);
    await all.library.save(reading('2611.00002'));
    all.fetched.published = { versions: [], none: BOTH, missed: [] };
    return all;
  }

  it('does not ask for months what a service did not know', async () => {
    const { library, fetched, clock } = await opened();
    expect(await library.findPublished(BOTH, ['dblp'])).toMatchObject({ nothing: 2 });
    fetched.published = { versions: [], none: [], missed: [] };
    expect(await library.findPublished(BOTH, ['dblp'])).toMatchObject({ nothing: 2 });
    expect(fetched.asked).toEqual(BOTH);
    clock.now += 61 * 86_400_000;
    await library.findPublished(BOTH, ['dblp']);
    expect(fetched.asked).toEqual([...BOTH, ...BOTH]);
  });

  it('asks another service, and asks again about one paper alone', async () => {
    const { library, fetched } = await opened();
    await library.findPublished(BOTH, ['dblp']);
    await library.findPublished(BOTH, ['dblp', 'crossref']);
    expect(fetched.asked).toHaveLength(4);
    await library.findPublished(BOTH.slice(0, 1), ['dblp']);
    expect(fetched.asked).toHaveLength(5);
  });
});
