import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server behaves where Zotero's own depends on its state. */
export type Behaviour = {
  readonly readOnly?: boolean;
  /** The version of its connector API; 3 since Zotero 7. */
  readonly apiVersion?: number;
  /** Titles of items that the database will not take: a request with one is answered 500. */
  readonly unsavable?: readonly string[];
};

type Received = {
  readonly sessionID: string;
  readonly uri: string;
  readonly items: readonly Readonly<Record<string, unknown>>[];
};

export type ZoteroConnector = {
  readonly address: string;
  /** What was saved, a request each. */
  readonly saved: readonly Received[];
  /** What was refused, and why. */
  readonly refused: readonly string[];
  close(): Promise<void>;
};

const FIELDS_OF_ALL =
  'title abstractNote date url accessDate DOI shortTitle language archive archiveLocation libraryCatalog callNumber rights extra citationKey';

// https://api.zotero.org/schema: what each type has beside the fields of all.
const FIELDS: Readonly<Record<string, string>> = {
  journalArticle:
    'publicationTitle volume issue pages section series seriesTitle seriesText journalAbbreviation ISSN PMID PMCID publisher place',
  conferencePaper:
    'proceedingsTitle conferenceName place eventPlace publisher volume issue numberOfVolumes pages series seriesNumber ISBN ISSN',
  bookSection:
    'bookTitle series seriesNumber volume numberOfVolumes edition place publisher pages ISBN ISSN',
  book: 'series seriesNumber volume numberOfVolumes edition place publisher numPages ISBN ISSN',
  thesis: 'thesisType university place numPages ISBN ISSN',
  report: 'reportNumber reportType seriesTitle place institution pages ISBN ISSN',
  preprint: 'genre repository archiveID place series seriesNumber',
  manuscript: 'manuscriptType place numPages institution number',
  document: 'publisher type number place',
};

const CREATORS = new Set(['author', 'editor', 'contributor', 'translator', 'seriesEditor']);

/** The parts of an item that are no fields. */
const PARTS = new Set(['id', 'itemType', 'creators', 'tags', 'notes', 'attachments', 'seeAlso']);

/**
 * A server like the one in Zotero that browsers send items to, at a free port of this computer. It
 * checks what zotero/zotero does (chrome/content/zotero/xpcom/server/server.js, server_connector.js,
 * as of 2026): the header that tells browsers apart, methods, content types, sessions used twice, read-only
 * libraries, all or nothing saved. Stricter than Zotero, it refuses item types, fields and creator
 * types that are not of the schema, which Zotero drops or moves to `extra` without a word.
 */
export async function startZotero(behaviour: Behaviour = {}): Promise<ZoteroConnector> {
  const saved: Received[] = [];
  const refused: string[] = [];
  const sessions = new Set<string>();
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [status, body] = handle(request, await bodyOf(request));
    if (status >= 400) refused.push(`${status} ${JSON.stringify(body)}`);
    const isText = typeof body === 'string';
    response.writeHead(status, {
      'Content-Type': isText ? 'text/plain' : 'application/json',
      'X-Zotero-Version': '7.0.30',
      'X-Zotero-Connector-API-Version': String(behaviour.apiVersion ?? 3),
    });
    response.end(isText ? body : body === undefined ? '' : JSON.stringify(body));
  }

  function handle({ method, url, headers }: IncomingMessage, text: string): [number, unknown?] {
    const path = url?.split('?')[0];
    const known = ['/connector/ping', '/connector/getSelectedCollection', '/connector/saveItems'];
    if (path === undefined || !known.includes(path)) return [404, 'No endpoint found\n'];
    const version = headers['x-zotero-connector-api-version'];
    const isBrowser = (headers['user-agent'] ?? '').startsWith('Mozilla/') || 'origin' in headers;
    if (isBrowser && version === undefined) return [403, 'Request not allowed\n'];
    if (method !== 'POST') return [400, 'Endpoint does not support method\n'];
    if (headers['content-type']?.split(';')[0] !== 'application/json') {
      return [400, 'Endpoint does not support content-type\n'];
    }
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      return [400, 'Invalid JSON provided\n'];
    }
    if (path.endsWith('ping')) return [200, { prefs: { automaticSnapshots: true } }];
    if (path.endsWith('getSelectedCollection')) return [200, target(behaviour.readOnly === true)];
    if (Number(version) < 3) return [400, { error: 'CONNECTOR_VERSION_OUTDATED' }];
    return save(data as Received);
  }

  function save(data: Received): [number, unknown?] {
    if (sessions.has(data.sessionID)) return [409, { error: 'SESSION_EXISTS' }];
    if (typeof data.sessionID === 'string') sessions.add(data.sessionID);
    if (behaviour.readOnly === true) return [500, { libraryEditable: false }];
    if (!Array.isArray(data.items) || data.items.length === 0) return [400, { error: 'NO_ITEMS' }];
    const fault = data.items.map(faultOf).find((found) => found !== undefined);
    if (fault !== undefined) return [400, { error: fault }];
    const isUnsavable = data.items.some(({ title }) =>
      (behaviour.unsavable ?? []).includes(String(title)),
    );
    if (isUnsavable) return [500];
    saved.push(data);
    return [201];
  }

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    saved,
    refused,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** What is selected in Zotero: a collection, or a group's library that others alone may change. */
function target(readOnly: boolean): unknown {
  return {
    libraryID: readOnly ? 5 : 1,
    libraryName: readOnly ? 'Reading Group' : 'My Library',
    libraryEditable: !readOnly,
    filesEditable: !readOnly,
    editable: !readOnly,
    id: readOnly ? null : 12,
    name: readOnly ? 'Reading Group' : 'Lanterns',
    targets: [{ id: 'L1', name: 'My Library', filesEditable: true, level: 0 }],
  };
}

function faultOf(item: Readonly<Record<string, unknown>>): string | undefined {
  const type = String(item['itemType']);
  const own = FIELDS[type];
  if (own === undefined) return `unknown itemType ${type}`;
  const fields = new Set(`${FIELDS_OF_ALL} ${own}`.split(' '));
  for (const [name, value] of Object.entries(item)) {
    if (PARTS.has(name)) continue;
    if (!fields.has(name)) return `${type} has no field ${name}`;
    if (typeof value !== 'string') return `${name} is no text`;
  }
  if (typeof item['title'] !== 'string' || item['title'] === '') return 'no title';
  return creatorFault(item['creators']) ?? partsFault(item);
}

function creatorFault(creators: unknown): string | undefined {
  if (!Array.isArray(creators)) return 'creators is no list';
  for (const creator of creators as readonly Readonly<Record<string, unknown>>[]) {
    const { creatorType, name, lastName, firstName } = creator;
    if (!CREATORS.has(String(creatorType))) return `unknown creatorType ${String(creatorType)}`;
    const isPerson = typeof lastName === 'string' && typeof firstName === 'string';
    if (isPerson === (typeof name === 'string')) return 'a creator has either name or two parts';
  }
  return undefined;
}

function partsFault({
  tags,
  notes,
  attachments,
}: Readonly<Record<string, unknown>>): string | undefined {
  if (!hasAll(tags, 'tag')) return 'a tag has no text';
  if (!hasAll(notes, 'note')) return 'a note has no text';
  return Array.isArray(attachments) ? undefined : 'attachments is no list';
}

function hasAll(list: unknown, part: string): boolean {
  return (
    Array.isArray(list) &&
    list.every((one: unknown) => typeof (one as Record<string, unknown>)[part] === 'string')
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
