import { describe, expect, it } from 'vitest';
import { type PaperId, arxivPaperId } from '@/utils/domain/paper-id';
import { ARXIV_IDS_PER_REQUEST, ARXIV_PAUSE_MS } from '@/utils/sources/arxiv-api';
import { type Network, fetchAuthors } from '@/utils/sources/authors';

function id(arxivId: string): PaperId {
  const made = arxivPaperId(arxivId);
  if (!made) throw new Error(`${arxivId} is no arXiv id`);
  return made;
}

function numbered(count: number): PaperId[] {
  return Array.from({ length: count }, (_, index) =>
    id(`2611.${String(index + 1).padStart(5, '0')}`),
  );
}

type World = {
  readonly network: Network;
  readonly asked: string[];
  readonly waits: number[];
};

/** A network that answers by address; an address without an answer is not found. */
function world(
  answer: (url: URL) => Response | 'offline' | undefined,
  hasArxivPermission = true,
): World {
  const asked: string[] = [];
  const waits: number[] = [];
  const network: Network = {
    fetch(url, init) {
      asked.push(url);
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'error' });
      const answered = answer(new URL(url));
      if (answered === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve(answered ?? new Response('', { status: 404 }));
    },
    wait(milliseconds) {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    hasArxivPermission: () => Promise.resolve(hasArxivPermission),
  };
  return { network, asked, waits };
}

function paperJson(arxivId: string, ...names: string[]): Response {
  const authors = names.map((name) => ({ name, hidden: false }));
  return Response.json({ id: arxivId, title: 'A Title', summary: 'A text.', authors });
}

function entryXml(arxivId: string, name: string): string {
  return `<entry><id>http://arxiv.org/abs/${arxivId}v2</id><title>A\n  Title &amp; More</title>
    <published>2026-11-01T10:00:00Z</published><summary>Of &lt;things&gt;.</summary>
    <author><name>${name}</name></author><author><name>Zo&#235; &#xD1;and&#xfa;</name></author></entry>`;
}

function feed(...entries: string[]): Response {
  return new Response(`<?xml version="1.0"?><feed><id>x</id>${entries.join('')}</feed>`);
}

function isArxiv(url: URL): boolean {
  return url.hostname === 'export.arxiv.org';
}

function endless(): Response {
  return new Response(
    new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000).fill(32)),
    }),
  );
}

describe('the authors of papers', () => {
  it('are asked of Hugging Face, and of arXiv where that does not know them', async () => {
    const [one, other] = [id('2611.00001'), id('2611.00002')];
    const { network, asked } = world((url) => {
      if (isArxiv(url)) return feed(entryXml('2611.00002', 'Bo Sample'));
      return url.pathname.endsWith('/2611.00001')
        ? paperJson('2611.00001', 'Ada Example')
        : undefined;
    });
    const { readings, missed } = await fetchAuthors([one, other], network);
    expect(missed).toEqual([]);
    expect(readings).toMatchObject([
      { paper: { id: one, authors: ['Ada Example'] }, sources: { authors: 'api:huggingface' } },
      {
        paper: {
          id: other,
          title: 'A Title & More',
          abstract: 'Of <things>.',
          authors: ['Bo Sample', 'Zoë Ñandú'],
          published: '2026-11-01',
        },
        sources: { authors: 'api:arxiv' },
      },
    ]);
    expect(asked.filter((url) => isArxiv(new URL(url)))).toHaveLength(1);
  });

  it('stay unknown where neither knows them, and nobody is made up', async () => {
    const { network } = world((url) => (isArxiv(url) ? feed() : undefined));
    expect(await fetchAuthors([id('2611.00001')], network)).toEqual({
      readings: [],
      missed: [{ id: id('2611.00001'), reason: 'unknown' }],
    });
  });

  it('are not asked of arXiv before the reader allowed it', async () => {
    const { network, asked } = world(() => undefined, false);
    const { missed } = await fetchAuthors([id('2611.00001')], network);
    expect(missed).toEqual([{ id: id('2611.00001'), reason: 'permission' }]);
    expect(asked.some((url) => isArxiv(new URL(url)))).toBe(false);
  });

  it('are not taken from an answer about another paper, an error, or what is no answer', async () => {
    const wanted = id('2611.00001');
    const forged = [
      () => paperJson('2611.99999', 'For Ged'),
      () => new Response('<html>Log in</html>'),
      () => new Response('{"id":"2611.00001","authors":"Ada"}'),
      () => new Response('[]'),
      () => new Response('null'),
    ];
    for (const forge of forged) {
      const { network } = world((url) =>
        isArxiv(url)
          ? feed(
              '<entry><id>https://arxiv.org/api/errors#incorrect</id><title>Error</title><author><name>arXiv api core</name></author></entry>',
              entryXml('2611.99999', 'For Ged'),
            )
          : forge(),
      );
      const { readings, missed } = await fetchAuthors([wanted], network);
      expect(readings).toEqual([]);
      expect(missed).toEqual([{ id: wanted, reason: 'unknown' }]);
    }
  });

  it('are asked of arXiv by the hundred, with the pause its terms want in between', async () => {
    const { network, asked, waits } = world((url) => (isArxiv(url) ? feed() : undefined));
    await fetchAuthors(numbered(ARXIV_IDS_PER_REQUEST * 2 + 1), network);
    const lists = asked
      .map((url) => new URL(url))
      .filter(isArxiv)
      .map((url) => url.searchParams.get('id_list')?.split(',').length);
    expect(lists).toEqual([ARXIV_IDS_PER_REQUEST, ARXIV_IDS_PER_REQUEST, 1]);
    expect(waits).toEqual([ARXIV_PAUSE_MS, ARXIV_PAUSE_MS]);
  });

  it('are given up on soon when the network is down', async () => {
    const { network, asked } = world(() => 'offline', false);
    const { missed } = await fetchAuthors(numbered(40), network);
    expect(missed).toHaveLength(40);
    expect(missed.every(({ reason }) => reason === 'network')).toBe(true);
    expect(asked.length).toBeLessThan(10);
  });

  it('are not read from an answer that never ends', async () => {
    const { network } = world(endless);
    const { missed } = await fetchAuthors([id('2611.00001')], network);
    expect(missed).toEqual([{ id: id('2611.00001'), reason: 'network' }]);
  });
});

describe('a long run of asking', () => {
  it('hands answers on as they come, and tells how far it is', async () => {
    const ids = numbered(3);
    const { network } = world((url) => {
      if (isArxiv(url)) return feed(entryXml('2611.00003', 'Bo Sample'));
      const arxivId = url.pathname.split('/').at(-1) ?? '';
      return arxivId === '2611.00003' ? undefined : paperJson(arxivId, 'Ada Example');
    });
    const kept: string[] = [];
    const told: (readonly [number, number])[] = [];
    const { readings } = await fetchAuthors(ids, network, {
      onReadings: (some) => void kept.push(...some.map(({ paper }) => paper.id)),
      tell: (done, total) => void told.push([done, total]),
    });
    expect(kept).toEqual(readings.map(({ paper }) => paper.id));
    expect(kept.toSorted()).toEqual(ids);
    expect(told.at(-1)).toEqual([3, 3]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted());
  });

  it('stops when the reader says so, and keeps what came before', async () => {
    const stopping = new AbortController();
    const { network, asked } = world((url) => {
      const arxivId = url.pathname.split('/').at(-1) ?? '';
      return paperJson(arxivId, 'Ada Example');
    });
    const { readings, missed } = await fetchAuthors(numbered(40), network, {
      signal: stopping.signal,
      onReadings: () => stopping.abort(),
    });
    expect(readings.length).toBeGreaterThan(0);
    expect(readings.length + missed.length).toBe(40);
    expect(asked.length).toBeLessThan(8);
    expect(missed.every(({ reason }) => reason === 'network')).toBe(true);
  });

  it('waits as long as arXiv wants when it is busy', async () => {
    let asked = 0;
    const { network, waits } = world((url) => {
      if (!isArxiv(url)) return undefined;
      asked += 1;
      return asked === 1
        ? new Response('', { status: 503, headers: { 'Retry-After': '10' } })
        : feed(entryXml('2611.00001', 'Bo Sample'));
    });
    const { readings } = await fetchAuthors([id('2611.00001')], network);
    expect(readings).toHaveLength(1);
    expect(waits).toEqual([10_000]);
  });
});

function entry(more: string): string {
  return `<entry><id>http://arxiv.org/abs/2611.00001v3</id><title>A Title</title>
    <updated>2026-11-20T10:00:00Z</updated><published>2026-11-01T10:00:00Z</published>
    <summary>Words.</summary><author><name>Ada Example</name></author>${more}</entry>`;
}

async function read(more: string) {
  const { network } = world((url) => (isArxiv(url) ? feed(entry(more)) : undefined));
  const { readings } = await fetchAuthors([id('2611.00001')], network);
  return readings[0];
}

describe('what arXiv says beside the authors', () => {
  it('is kept, with its source', async () => {
    const reading = await read(`
      <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
      <category term="hep-th" scheme="http://arxiv.org/schemas/atom"/>
      <category term="53D10, 53D15" scheme="http://arxiv.org/schemas/atom"/>
      <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">Accepted at
        Lamps &amp; Light 2027</arxiv:comment>
      <arxiv:journal_ref>J. Light 7, 1-20 (2027)</arxiv:journal_ref>
      <arxiv:doi>10.1234/Lamp.7. 10.1234/Lamp.8</arxiv:doi>
      <arxiv:primary_category term="cs.LG"/>`);
    expect(reading?.paper).toMatchObject({
      comment: 'Accepted at Lamps & Light 2027',
      journalRef: 'J. Light 7, 1-20 (2027)',
      doi: '10.1234/lamp.7',
      categories: ['cs.LG', 'hep-th'],
      primaryCategory: 'cs.LG',
      published: '2026-11-01',
      updated: '2026-11-20',
      version: 3,
    });
    expect(reading?.sources).toMatchObject({ comment: 'api:arxiv', version: 'api:arxiv' });
  });

  it('is left out where it is absent, or no such thing', async () => {
    const reading = await read(
      '<arxiv:doi>none yet</arxiv:doi><category term="lamps and light"/><category/>',
    );
    expect(Object.keys(reading?.paper ?? {}).toSorted()).toEqual([
      'abstract',
      'authors',
      'id',
      'published',
      'title',
      'updated',
      'version',
    ]);
  });

  it('is not read from arXiv’s own DOI, which says nothing new', async () => {
    const reading = await read('<arxiv:doi>10.48550/arXiv.2611.00001</arxiv:doi>');
    expect(reading?.paper.doi).toBeUndefined();
  });
});
