import { describe, expect, it } from 'vitest';
import type { Paper } from '@/utils/domain/paper';
import { type Web, politely } from '@/utils/sources/polite';
import { RequestFailed } from '@/utils/sources/fetch-text';
import { LOOKUPS, type Lookup, findPublished } from '@/utils/sources/published-versions';
import { publishedVersion, titleKey } from '@/utils/sources/same-work';
import { paper } from '../formats/records';

type Answer = (url: URL, body: unknown) => Response | undefined;

type World = { readonly web: Web; readonly asked: URL[]; readonly waits: number[] };

/** A network that answers by address; an address without an answer is not found. */
function world(answer: Answer): World {
  const asked: URL[] = [];
  const waits: number[] = [];
  const web: Web = {
    fetch(address, init) {
      const url = new URL(address);
      asked.push(url);
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'error' });
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      return Promise.resolve(answer(url, body) ?? new Response('', { status: 404 }));
    },
    wait(milliseconds) {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
  return { web, asked, waits };
}

const LANTERNS = paper({
  id: 'arxiv:2411.00001',
  title: 'Lanterns on Slow Rivers: A Study of $\\alpha$-Light',
  authors: ['Ada van der Example', 'Bo Sample'],
  published: '2024-11-01',
  primaryCategory: 'cs.LG',
});

function crossrefWork(more: object = {}): object {
  return {
    DOI: '10.1234/Lamp.7',
    type: 'journal-article',
    title: ['Lanterns on Slow Rivers: A Study of <i>α</i>-Light'],
    author: [
      { given: 'Ada', family: 'van der Example', sequence: 'first', affiliation: [] },
      { given: 'Bo', family: 'Sample', sequence: 'additional', affiliation: [] },
    ],
    'container-title': ['Journal of Light &amp; Lamps'],
    volume: '7',
    issue: '2',
    page: '1-20',
    publisher: 'Lamp Press',
    issued: { 'date-parts': [[2025, 1, 9]] },
    'published-print': { 'date-parts': [[2025, 3]] },
    ...more,
  };
}

function crossref(...items: object[]): Response {
  return Response.json({
    status: 'ok',
    'message-type': 'work-list',
    message: { items, 'total-results': items.length },
  });
}

function dblpHit(more: object = {}): object {
  return {
    '@score': '7',
    '@id': '1',
    info: {
      authors: {
        author: [
          { '@pid': '1/1', text: 'Ada van der Example 0001' },
          { '@pid': '1/2', text: 'Bo Sample' },
        ],
      },
      title: 'Lanterns on Slow Rivers: A Study of α-Light.',
      venue: 'ICLL',
      pages: '10-20',
      year: '2025',
      type: 'Conference and Workshop Papers',
      key: 'conf/icll/ExampleS25',
      doi: '10.1234/ICLL.10',
      ee: 'https://doi.org/10.1234/ICLL.10',
      ...more,
    },
    url: 'URL#1',
  };
}

function dblp(...hits: object[]): Response {
  const hit = hits.length === 0 ? {} : { hit: hits };
  const total = String(hits.length);
  return Response.json({
    result: { status: { '@code': '200', text: 'OK' }, hits: { '@total': total, ...hit } },
  });
}

function scholar(more: object = {}): object {
  return {
    paperId: 'abc',
    title: 'Lanterns on Slow Rivers: A Study of α-Light',
    year: 2025,
    publicationDate: '2025-03-01',
    authors: [{ authorId: '1', name: 'A. Example' }],
    venue: 'Light Conference',
    publicationVenue: { id: 'v', name: 'International Conference on Light', type: 'conference' },
    journal: { name: 'ArXiv', volume: 'abs/2411.00001' },
    externalIds: { ArXiv: '2411.00001', DOI: '10.1234/icll.10' },
    publicationTypes: ['Conference'],
    ...more,
  };
}

async function found(answer: Answer, allowed: readonly Lookup[] = LOOKUPS, given = LANTERNS) {
  const place = world(answer);
  const result = await findPublished([given], place.web, allowed);
  return { ...place, result, publication: result.found[0]?.publication };
}

describe('the published version', () => {
  it('comes from Crossref for the DOI that the page asserts, before anybody else is asked', async () => {
    const given = { ...LANTERNS, doi: '10.1234/lamp.7' };
    const { publication, asked } = await found(
      (url) =>
        url.pathname === '/works/10.1234%2Flamp.7'
          ? Response.json({ status: 'ok', 'message-type': 'work', message: crossrefWork() })
          : undefined,
      LOOKUPS,
      given,
    );
    expect(asked).toHaveLength(1);
    expect(publication).toEqual({
      kind: 'article',
      source: 'crossref',
      evidence: "Crossref: doi 10.1234/lamp.7, named on the paper's page",
      container: 'Journal of Light & Lamps',
      volume: '7',
      number: '2',
      pages: '1-20',
      publisher: 'Lamp Press',
      year: '2025',
      month: 3,
      doi: '10.1234/lamp.7',
    });
  });

  it('comes from DBLP by title, first author and year', async () => {
    const { publication, asked } = await found((url) =>
      url.hostname === 'dblp.org' ? dblp(dblpHit()) : undefined,
    );
    expect(asked[0]?.searchParams.get('q')).toBe(
      'Lanterns on Slow Rivers A Study of Light Example',
    );
    expect(publication).toEqual({
      kind: 'inproceedings',
      source: 'dblp',
      evidence: 'DBLP: same title, first author Example, 2025',
      container: 'ICLL',
      pages: '10-20',
      year: '2025',
      doi: '10.1234/icll.10',
      url: 'https://doi.org/10.1234/ICLL.10',
    });
  });

  it('is the one of the main meeting, where DBLP knows a workshop, too', async () => {
    const { publication } = await found(
      () => dblp(dblpHit({ venue: 'ICLL Workshops', year: '2024' }), dblpHit()),
      ['dblp'],
    );
    expect(publication?.container).toBe('ICLL');
  });

  it('is read where DBLP answers one author in place of a list', async () => {
    const { publication } = await found(
      () => dblp(dblpHit({ authors: { author: { '@pid': '1', text: 'Ada van der Example' } } })),
      ['dblp'],
    );
    expect(publication?.container).toBe('ICLL');
  });

  it('comes from Semantic Scholar for many papers in one request', async () => {
    let body: unknown;
    const { publication, asked } = await found(
      (_, sent) => {
        body = sent;
        return Response.json([scholar()]);
      },
      ['semantic-scholar'],
    );
    expect(body).toEqual({ ids: ['ARXIV:2411.00001'] });
    expect(asked).toHaveLength(1);
    expect(publication).toEqual({
      kind: 'inproceedings',
      source: 'semantic-scholar',
      evidence: 'Semantic Scholar: same title, first author Example, 2025',
      container: 'International Conference on Light',
      year: '2025',
      month: 3,
      doi: '10.1234/icll.10',
    });
  });

  it('comes from a search of Crossref when nobody else knows it', async () => {
    const { publication, asked } = await found((url) => {
      if (url.hostname === 'api.crossref.org') return crossref(crossrefWork());
      return url.hostname === 'dblp.org' ? dblp() : Response.json([null]);
    });
    expect(asked.map(({ hostname }) => hostname)).toEqual([
      'dblp.org',
      'api.semanticscholar.org',
      'api.crossref.org',
    ]);
    expect(publication).toMatchObject({ source: 'crossref', doi: '10.1234/lamp.7' });
  });

  it.each([
    ['another title', { title: ['Lanterns on Slow Rivers: A Study of β-Light'] }],
    ['another first author', { author: [{ given: 'Bo', family: 'Sample' }] }],
    ['an author whose name only ends alike', { author: [{ family: 'Counterexample' }] }],
    ['more than two years later', { 'published-print': { 'date-parts': [[2027]] } }],
    ['no year', { 'published-print': undefined, issued: { 'date-parts': [[null]] } }],
    ['a preprint', { type: 'posted-content' }],
    ['arXiv as its venue', { 'container-title': ['arXiv (Cornell University)'] }],
    ['SSRN as its venue', { 'container-title': ['SSRN Electronic Journal'] }],
    ['no venue', { 'container-title': [] }],
    ['no author', { author: undefined }],
  ])('is not taken from a work with %s', async (_, more) => {
    const { result } = await found(() => crossref(crossrefWork(more)), ['crossref']);
    expect(result).toEqual({ found: [], none: [LANTERNS.id], missed: [] });
  });

  it.each([
    ['CoRR', 'Journal Articles'],
    ['ICLL', 'Informal and Other Publications'],
  ])('is not taken from DBLP when it stands in %s among %s', async (venue, type) => {
    const { result } = await found(() => dblp(dblpHit({ venue, type })), ['dblp']);
    expect(result.none).toEqual([LANTERNS.id]);
  });

  it('is not taken from answers that are none, or about another DOI', async () => {
    const given = { ...LANTERNS, doi: '10.1234/lamp.7' };
    const forged = [
      () => new Response('<html>Log in</html>'),
      () => Response.json(null),
      () => Response.json({ message: 7 }),
      () => Response.json({ message: crossrefWork({ DOI: '10.9999/other' }) }),
      () => Response.json([[[{ __proto__: 1 }]]]),
    ];
    for (const forge of forged) {
      const { result } = await found(forge, LOOKUPS, given);
      expect(result.found).toEqual([]);
    }
  });
});

describe('looking for published versions', () => {
  const papers = Array.from({ length: 4 }, (_, index): Paper => {
    const number = String(index + 1).padStart(5, '0');
    return { ...LANTERNS, ...paper({ id: `arxiv:2411.${number}`, title: LANTERNS.title }) };
  });

  it('asks nobody whom the reader did not allow', async () => {
    const { asked, result } = await found(() => dblp(dblpHit()), []);
    expect(asked).toEqual([]);
    expect(result.missed).toEqual([{ id: LANTERNS.id, reason: 'permission' }]);
  });

  it('says that authors are needed, and does not ask about a title alone', async () => {
    const given = paper({ title: LANTERNS.title });
    const { asked, result } = await found(() => dblp(dblpHit()), LOOKUPS, given);
    expect(asked).toEqual([]);
    expect(result.missed).toEqual([{ id: given.id, reason: 'authors' }]);
  });

  it('spares DBLP questions about physics', async () => {
    const given = { ...LANTERNS, primaryCategory: 'hep-th' };
    const { asked } = await found(() => dblp(), ['dblp'], given);
    expect(asked).toEqual([]);
  });

  it('tells how far it is, hands answers on as they come, and pauses between questions', async () => {
    const { web, waits } = world(() => dblp(dblpHit()));
    const told: number[] = [];
    const kept: string[] = [];
    const result = await findPublished(
      papers,
      web,
      ['dblp'],
      (done) => told.push(done),
      undefined,
      (some) => void kept.push(...some.map(({ id }) => id)),
    );
    expect(result.found).toHaveLength(4);
    expect(kept).toEqual(papers.map(({ id }) => id));
    expect(told).toEqual([1, 2, 3, 4, 4]);
    expect(waits).toEqual([1_500, 1_500, 1_500]);
  });

  it('stops when the reader says so, and keeps what it found', async () => {
    const stopping = new AbortController();
    const { web, asked } = world(() => dblp(dblpHit()));
    const tell = (): void => stopping.abort();
    const result = await findPublished(papers, web, ['dblp'], tell, stopping.signal);
    expect(asked).toHaveLength(1);
    expect(result.found).toHaveLength(1);
    expect(result.missed.map(({ reason }) => reason)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('waits as long as a busy service wants, then asks the same again', async () => {
    let asked = 0;
    const { web, waits } = world(() => {
      asked += 1;
      const busy = { status: 429, headers: { 'Retry-After': '7' } };
      return asked === 1 ? new Response('', busy) : dblp(dblpHit());
    });
    const result = await findPublished([LANTERNS], web, ['dblp']);
    expect(result.found).toHaveLength(1);
    expect(waits).toEqual([7_000]);
  });

  it('leaves a service alone that stays busy, or wants too long a wait, and says so', async () => {
    for (const [seconds, requests] of [
      ['7', 3],
      ['3600', 1],
    ] as const) {
      const { web, asked } = world(
        () => new Response('', { status: 429, headers: { 'Retry-After': seconds } }),
      );
      const result = await findPublished(papers, web, ['dblp']);
      expect(asked).toHaveLength(requests);
      expect(result.missed).toEqual(
        papers.map(({ id }) => ({ id, reason: 'busy', lookup: 'dblp' })),
      );
    }
  });

  it('gives up on a service after three failures in a row, and asks the others', async () => {
    const { web, asked } = world((url) =>
      url.hostname === 'dblp.org'
        ? new Response('', { status: 500 })
        : Response.json([scholar(), null, null, null]),
    );
    const result = await findPublished(papers, web, ['dblp', 'semantic-scholar']);
    expect(asked.filter(({ hostname }) => hostname === 'dblp.org')).toHaveLength(3);
    expect(result.found).toHaveLength(1);
    expect(result.missed.map(({ reason }) => reason)).toEqual(['network', 'network', 'network']);
  });
});

describe('two spellings of one title', () => {
  it.each([
    ['Lanterns: A Study', 'LANTERNS – a study.'],
    ['$\\alpha$-Decay in Schr\\"odinger’s $\\mathrm{H}_2$', 'α-decay in Schrödinger’s H2'],
    ['Caf&eacute; <b>Light</b>', 'Caf&eacute; Light'],
    ['The \\textbf{Lamp} \\varepsilon', 'The Lamp ε'],
  ])('%s and %s have one key', (one, other) => {
    expect(titleKey(one)).toBe(titleKey(other));
  });

  it('are not enough for titles that many works have', () => {
    const short = { ...LANTERNS, title: 'Light' };
    const publication = {
      kind: 'article',
      source: 'dblp',
      container: 'J. Light',
      year: '2025',
    } as const;
    const candidate = { title: 'Light', author: { name: 'Ada Example' }, publication };
    expect(publishedVersion(short, [candidate], 'DBLP')).toBeUndefined();
  });

  it('are taken with first authors spelt in their own ways', () => {
    const publication = {
      kind: 'article',
      source: 'dblp',
      container: 'J. Light',
      year: '2025',
    } as const;
    for (const [ours, theirs] of [
      ['Łukasz Kaiser', { family: 'Kaiser' }],
      ['Özge Çelik', { name: 'O. Celik' }],
      ['Bo Sample Jr.', { family: 'Sample' }],
      ['Wei Wang', { name: 'Wei Wang 0001' }],
      ['J. van der Berg', { family: 'van der Berg' }],
      ['Jean Dupont-Martin', { family: 'Dupont‐Martin' }],
    ] as const) {
      const given = { ...LANTERNS, authors: [ours] };
      const candidate = { title: LANTERNS.title, author: theirs, publication };
      expect(publishedVersion(given, [candidate], 'DBLP'), ours).toBeDefined();
    }
  });
});

function broken(): Promise<never> {
  return Promise.reject(new TypeError('a mistake of ours'));
}

function fail(): Promise<never> {
  return Promise.reject(new RequestFailed('down'));
}

describe('asking politely', () => {
  it('does not wait on after the reader stopped it', async () => {
    const stopping = new AbortController();
    const web: Web = {
      fetch: () => Promise.reject(new Error('not asked')),
      wait: () => new Promise(() => {}),
    };
    const ask = politely(web, 1_000, stopping.signal);
    expect(await ask(() => Promise.resolve(1))).toEqual({ answer: 1 });
    const second = ask(() => Promise.resolve(2));
    stopping.abort();
    expect(await second).toBe('stopped');
  });

  it('lets errors pass that are no failed requests', async () => {
    const { web } = world(() => undefined);
    await expect(politely(web, 0)(broken)).rejects.toThrow('a mistake of ours');
  });

  it('counts failures in a row only', async () => {
    const { web } = world(() => undefined);
    const ask = politely(web, 0);
    for (let round = 0; round < 3; round += 1) {
      expect(await ask(fail)).toBe('network');
      expect(await ask(fail)).toBe('network');
      expect(await ask(() => Promise.resolve(round))).toEqual({ answer: round });
    }
  });
});
