import { afterEach, describe, expect, it } from 'vitest';
import type { Citable } from '@/utils/domain/citing';
import { splitName } from '@/utils/formats/names/split-name';
import { type Sending, ZoteroFailed, sendToZotero } from '@/utils/sources/zotero';
import { zoteroItem } from '@/utils/sources/zotero-item';
import { paper } from '../formats/records';
import { type Behaviour, type ZoteroConnector, startZotero } from './zotero-connector';

const TEXTS = { splitName, plainTitle: (title: string) => title.replaceAll('$', '') };

let servers: ZoteroConnector[] = [];

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function zotero(behaviour?: Behaviour): Promise<ZoteroConnector> {
  const server = await startZotero(behaviour);
  servers.push(server);
  return server;
}

function sending(address: string, more: Partial<Sending> = {}): Sending {
  let ids = 0;
  const newId = (): string => `offprint-${(ids += 1)}`;
  return { ...TEXTS, fetch: globalThis.fetch, newId, address, ...more };
}

function citable(number: number, more: Partial<Citable> = {}): Citable {
  const id = `arxiv:2611.${String(number).padStart(5, '0')}`;
  return {
    paper: paper({ id, title: `Lanterns ${number}`, authors: ['Ada van der Example'] }),
    key: `example2026lanterns${number}`,
    tags: [],
    ...more,
  };
}

function splitBadly(name: string): ReturnType<typeof splitName> {
  if (name.startsWith('Broken')) throw new Error('no name');
  return splitName(name);
}

async function trouble(to: Sending): Promise<ZoteroFailed> {
  const error: unknown = await sendToZotero([citable(1)], to).catch((thrown: unknown) => thrown);
  if (!(error instanceof ZoteroFailed)) throw new Error('it did not fail');
  return error;
}

function tooLate(): Promise<Response> {
  return Promise.reject(new DOMException('too late', 'TimeoutError'));
}

describe('papers sent to Zotero', () => {
  it('arrive as preprints with names in parts, tags, note and key', async () => {
    const server = await zotero();
    const given = citable(1, {
      paper: paper({
        title: 'Lanterns on $x$ Rivers',
        authors: ['Ada van der Example', 'Bo Sample Jr.', 'OpenAI'],
        abstract: 'A text.',
        published: '2026-11-01',
        primaryCategory: 'cs.LG',
      }),
      tags: ['to read', 'light'],
      note: 'First <line>\nsecond\n\nnew & last',
    });
    const result = await sendToZotero([given], sending(server.address));
    expect(server.refused).toEqual([]);
    expect(result).toEqual({ sent: [given.paper.id], failed: [], target: 'Lanterns' });
    expect(server.saved).toMatchObject([
      {
        uri: 'https://arxiv.org/abs/2611.00001',
        items: [
          {
            itemType: 'preprint',
            title: 'Lanterns on x Rivers',
            creators: [
              { creatorType: 'author', firstName: 'Ada', lastName: 'van der Example' },
              { creatorType: 'author', firstName: 'Bo, Jr.', lastName: 'Sample' },
              { creatorType: 'author', name: 'OpenAI' },
            ],
            abstractNote: 'A text.',
            date: '2026-11-01',
            repository: 'arXiv',
            archiveID: 'arXiv:2611.00001',
            DOI: '10.48550/arXiv.2611.00001',
            url: 'https://arxiv.org/abs/2611.00001',
            extra: 'arXiv:2611.00001 [cs.LG]\nCitation Key: example2026lanterns1',
            tags: [{ tag: 'to read' }, { tag: 'light' }],
            notes: [{ note: '<p>First &lt;line&gt;<br>second</p><p>new &amp; last</p>' }],
          },
        ],
      },
    ]);
  });

  const KINDS = [
    ['article', 'journalArticle'],
    ['inproceedings', 'conferencePaper'],
    ['incollection', 'bookSection'],
    ['book', 'book'],
    ['phdthesis', 'thesis'],
    ['mastersthesis', 'thesis'],
    ['techreport', 'report'],
    ['unpublished', 'manuscript'],
    ['misc', 'document'],
  ] as const;

  it.each(KINDS)('have only fields that a published %s has in Zotero', async (kind, itemType) => {
    const server = await zotero();
    const published = paper({
      authors: ['Ada Example'],
      publication: {
        kind,
        source: 'crossref',
        container: 'Journal of Light',
        series: 'Lamps',
        volume: '7',
        number: '2',
        pages: '1-20',
        editors: ['Cy Editor'],
        publisher: 'Lamp Press',
        address: 'Leeds',
        edition: '2',
        year: '2027',
        month: 3,
        doi: '10.1234/lamp.7',
        isbn: '978-3-16-148410-0',
      },
    });
    const given = citable(1, { paper: published, citesPublication: true });
    const result = await sendToZotero([given], sending(server.address));
    expect(server.refused).toEqual([]);
    expect(result.sent).toHaveLength(1);
    const [item] = server.saved[0]?.items ?? [];
    expect(item).toMatchObject({ itemType, date: '2027-03' });
    expect(JSON.stringify(item)).toContain('10.1234/lamp.7');
    expect(item?.['creators']).toContainEqual({
      creatorType: 'editor',
      firstName: 'Cy',
      lastName: 'Editor',
    });
  });

  it('stay preprints until the reader chose the published version', async () => {
    const given = citable(1, {
      paper: paper({ publication: { kind: 'article', source: 'page', container: 'J. Light' } }),
    });
    expect(zoteroItem(given, 'a', TEXTS).itemType).toBe('preprint');
  });

  it('go in few requests, each a session of its own, with progress', async () => {
    const server = await zotero();
    const told: number[] = [];
    const items = Array.from({ length: 60 }, (_, index) => citable(index + 1));
    const tell = (done: number): void => void told.push(done);
    const result = await sendToZotero(items, sending(server.address, { tell }));
    expect(result.sent).toHaveLength(60);
    expect(server.saved.map((request) => request.items.length)).toEqual([25, 25, 10]);
    expect(told).toEqual([25, 50, 60]);
  });

  it('do not hold up one another when Zotero refuses one', async () => {
    const server = await zotero({ unsavable: ['Lanterns 2'] });
    const result = await sendToZotero(
      [citable(1), citable(2), citable(3)],
      sending(server.address),
    );
    expect(result.sent).toEqual(['arxiv:2611.00001', 'arxiv:2611.00003']);
    expect(result.failed).toEqual([
      { id: 'arxiv:2611.00002', reason: 'unreadable', refusal: 'HTTP 500' },
    ]);
    expect(server.saved.flatMap(({ items }) => items)).toHaveLength(2);
  });

  it('do not hold up one another when one cannot be written', async () => {
    const server = await zotero();
    const broken = citable(2, { paper: paper({ authors: ['Broken'] }) });
    const result = await sendToZotero(
      [citable(1), broken],
      sending(server.address, { splitName: splitBadly }),
    );
    expect(result.sent).toEqual(['arxiv:2611.00001']);
    expect(result.failed).toMatchObject([{ reason: 'unreadable' }]);
  });

  it('stop when the reader says so, and what was sent is told', async () => {
    const server = await zotero();
    const stopping = new AbortController();
    const items = Array.from({ length: 30 }, (_, index) => citable(index + 1));
    const result = await sendToZotero(
      items,
      sending(server.address, { signal: stopping.signal, tell: () => stopping.abort() }),
    );
    expect(result.sent).toHaveLength(25);
    expect(result.failed).toHaveLength(5);
    expect(result.failed[0]).toMatchObject({ reason: 'stopped' });
  });

  it('are told apart from those that did not arrive when Zotero is closed on the way', async () => {
    const server = await zotero();
    const items = Array.from({ length: 30 }, (_, index) => citable(index + 1));
    let calls = 0;
    const fetch: Sending['fetch'] = (url, init) => {
      calls += 1;
      return calls > 2 ? Promise.reject(new TypeError('refused')) : globalThis.fetch(url, init);
    };
    const result = await sendToZotero(items, sending(server.address, { fetch }));
    expect(result.sent).toHaveLength(25);
    expect(result.failed.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 5 }, () => 'not-running'),
    );
  });
});

describe('when Zotero cannot take papers, the reader is told', () => {
  it('that it is not running', async () => {
    const server = await startZotero();
    await server.close();
    const error = await trouble(sending(server.address));
    expect(error.code).toBe('not-running');
    expect(error.message).toMatch(/^Zotero is not running\. Start it/);
  });

  it('that the selected library cannot be changed', async () => {
    const server = await zotero({ readOnly: true });
    expect((await trouble(sending(server.address))).code).toBe('read-only');
    expect(server.saved).toEqual([]);
  });

  it('that it is too old', async () => {
    const server = await zotero({ apiVersion: 1 });
    expect((await trouble(sending(server.address))).code).toBe('too-old');
  });

  it.each([
    [500, '{"libraryEditable":false}', 'read-only'],
    [423, '', 'read-only'],
    [400, '{"error":"CONNECTOR_VERSION_OUTDATED"}', 'too-new'],
    [412, '', 'too-old'],
    [403, 'Request not allowed', 'refused'],
  ] as const)('what a refusal %i %s means', async (status, body, code) => {
    const fetch: Sending['fetch'] = (url) =>
      Promise.resolve(
        url.endsWith('saveItems')
          ? new Response(body, { status })
          : Response.json({ name: 'My Library', libraryEditable: true }),
      );
    expect((await trouble(sending('http://127.0.0.1:1', { fetch }))).code).toBe(code);
  });

  it('that it did not answer in time', async () => {
    expect((await trouble(sending('http://127.0.0.1:1', { fetch: tooLate }))).code).toBe(
      'no-answer',
    );
  });
});

describe('the server that stands in for Zotero', () => {
  const json = { 'Content-Type': 'application/json', 'X-Zotero-Connector-API-Version': '3' };
  const item = {
    itemType: 'preprint',
    title: 'Lanterns',
    creators: [],
    tags: [],
    notes: [],
    attachments: [],
  };

  async function save(body: unknown, headers: Record<string, string> = json) {
    const { address } = await zotero();
    const url = `${address}/connector/saveItems`;
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const first = await fetch(url, init);
    return { first, again: () => fetch(url, init) };
  }

  it.each([
    ['a page without the header', { 'Content-Type': 'application/json', Origin: 'https://x' }, 403],
    ['another content type', { ...json, 'Content-Type': 'text/plain' }, 400],
    ['an old connector', { ...json, 'X-Zotero-Connector-API-Version': '2' }, 400],
  ] as const)('refuses %s', async (_, headers, status) => {
    const { first } = await save({ sessionID: 'a', uri: '', items: [item] }, { ...headers });
    expect(first.status).toBe(status);
  });

  it.each([
    ['an unknown type', { itemType: 'paper' }, 'unknown itemType paper'],
    ['a field of another type', { volume: '7' }, 'preprint has no field volume'],
    ['an unknown creator', { creators: [{ creatorType: 'poet', name: 'A' }] }, 'poet'],
    ['a creator without a name', { creators: [{ creatorType: 'author' }] }, 'either name'],
    ['tags that are plain text', { tags: ['a'] }, 'a tag has no text'],
  ])('refuses %s and says why', async (_, change, reason) => {
    const { first } = await save({ sessionID: 'a', uri: '', items: [{ ...item, ...change }] });
    expect(first.status).toBe(400);
    expect(await first.text()).toContain(reason);
  });

  it('refuses a session that was used before', async () => {
    const { first, again } = await save({ sessionID: 'a', uri: '', items: [item] });
    expect([first.status, (await again()).status]).toEqual([201, 409]);
  });
});
