import type { Citable } from '@/utils/domain/citing';
import type { PaperId } from '@/utils/domain/paper-id';
import { type Fetch, RequestFailed, fetchReply } from './fetch-text';
import { at } from './json';
import { type Texts, type ZoteroItem, zoteroItem } from './zotero-item';

/** Where Zotero listens on the reader's own machine; the port can be changed in its hidden settings. */
const ZOTERO = 'http://127.0.0.1:23119';

/** What keeps all papers from Zotero. */
export type ZoteroTrouble =
  | 'not-running'
  | 'no-answer'
  | 'read-only'
  | 'too-old'
  | 'too-new'
  | 'refused';

const SENTENCES: Readonly<Record<ZoteroTrouble, string>> = {
  'not-running': 'Zotero is not running. Start it on this computer, then send the papers again.',
  'no-answer':
    'Zotero took too long to answer. Look there for the papers before you send them again.',
  'read-only':
    'The library or collection that is selected in Zotero cannot be changed. Select another one there, then send again.',
  'too-old': 'This Zotero is too old to take papers. Update Zotero, then send again.',
  'too-new': 'This Zotero wants a newer way of sending than Offprint knows. Update Offprint.',
  refused: 'Zotero refused the request.',
};

/** Nothing could be sent; `code` says why, and `message` says it to the reader. */
export class ZoteroFailed extends Error {
  override readonly name = 'ZoteroFailed';
  readonly code: ZoteroTrouble;

  constructor(code: ZoteroTrouble, cause?: unknown) {
    super(SENTENCES[code], { cause });
    this.code = code;
  }
}

/** Why one paper was not saved; `refusal` is what Zotero said of it. */
type Unsent = {
  readonly reason: ZoteroTrouble | 'stopped' | 'unreadable';
  readonly refusal?: string;
};

export type SentToZotero = {
  readonly sent: readonly PaperId[];
  readonly failed: readonly (Unsent & { readonly id: PaperId })[];
  /** Collection or library they went to, by its name in Zotero. */
  readonly target: string;
};

/** What sending needs of the world outside, and of the formats. */
export type Sending = Texts & {
  readonly fetch: Fetch;
  /** A name that no other request had. */
  newId(): string;
  /** Another address than Zotero's own, for tests. */
  readonly address?: string;
  readonly tell?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

/** Papers in one request; Zotero saves them all or none. */
const AT_ONCE = 25;

/** Zotero 6 speaks 2, Zotero 7 and later speak 3. */
const API_VERSION = 3;
const OLDEST_API_VERSION = 2;
const VERSION_HEADER = 'X-Zotero-Connector-API-Version';

const MOST_BYTES = 8_000_000;
/** A large library takes its time to save. */
const TIMEOUT_MS = 60_000;

/**
 * Hands papers to the Zotero that runs on this computer, to the collection selected there. One paper
 * that it refuses holds up no other. Throws `ZoteroFailed` when none could be sent for a reason that
 * concerns all; once some were, the rest are `failed` for it.
 */
export async function sendToZotero(
  items: readonly Citable[],
  sending: Sending,
): Promise<SentToZotero> {
  const target = await selectedTarget(sending);
  const sent: PaperId[] = [];
  const failed: (Unsent & { readonly id: PaperId })[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const batch = items.slice(start, start + AT_ONCE);
    const outcomes = await saveBatch(batch, sending);
    if (outcomes instanceof ZoteroFailed) {
      if (sent.length === 0) throw outcomes;
      failed.push(...all(items.slice(start), { reason: outcomes.code }));
      break;
    }
    for (const [index, { paper }] of batch.entries()) {
      const unsent = outcomes[index];
      if (unsent) failed.push({ id: paper.id, ...unsent });
      else sent.push(paper.id);
    }
    sending.tell?.(start + batch.length, items.length);
  }
  return { sent, failed, target };
}

function all(items: readonly Citable[], unsent: Unsent): (Unsent & { readonly id: PaperId })[] {
  return items.map(({ paper }) => ({ id: paper.id, ...unsent }));
}

/** The name of the collection or library that is selected. Throws `ZoteroFailed`. */
async function selectedTarget(sending: Sending): Promise<string> {
  const { status, version, body } = await call(sending, 'getSelectedCollection', {});
  if (version !== undefined && version < OLDEST_API_VERSION) throw new ZoteroFailed('too-old');
  if (status !== 200) throw troubleIn(status, body) ?? new ZoteroFailed('refused');
  if (at(body, 'libraryEditable') === false || at(body, 'editable') === false) {
    throw new ZoteroFailed('read-only');
  }
  const name = at(body, 'name');
  return typeof name === 'string' ? name : '';
}

/** For each paper why it was not saved, or `undefined`; or what keeps all of them from Zotero. */
async function saveBatch(
  batch: readonly Citable[],
  sending: Sending,
): Promise<readonly (Unsent | undefined)[] | ZoteroFailed> {
  try {
    if (sending.signal?.aborted === true) return batch.map(() => ({ reason: 'stopped' }));
    const unsent = await save(batch, sending);
    // All or nothing was saved, so that each can be tried by itself without doubling any.
    if (unsent === undefined || batch.length === 1) return batch.map(() => unsent);
    const outcomes: (Unsent | undefined)[] = [];
    for (const item of batch) outcomes.push(await saveOne(item, sending));
    return outcomes;
  } catch (error) {
    if (error instanceof ZoteroFailed) return error;
    throw error;
  }
}

async function saveOne(item: Citable, sending: Sending): Promise<Unsent | undefined> {
  try {
    return await save([item], sending);
  } catch (error) {
    // Others of its batch may have been saved; their outcome is kept.
    if (error instanceof ZoteroFailed) return { reason: error.code };
    throw error;
  }
}

/** Saves all of these papers or none. Throws `ZoteroFailed` for what concerns more than them. */
async function save(batch: readonly Citable[], sending: Sending): Promise<Unsent | undefined> {
  const items = itemsOf(batch, sending);
  if (items === undefined) return { reason: 'unreadable' };
  const uri = items[0]?.['url'] ?? '';
  const data = { sessionID: sending.newId(), uri, items };
  const { status, body } = await call(sending, 'saveItems', data);
  if (status === 201 || status === 200) return undefined;
  const trouble = troubleIn(status, body);
  if (trouble) throw trouble;
  const error = at(body, 'error');
  return {
    reason: 'unreadable',
    refusal: typeof error === 'string' && error !== '' ? error.slice(0, 200) : `HTTP ${status}`,
  };
}

/** `undefined` when one of the records is broken. */
function itemsOf(batch: readonly Citable[], sending: Sending): readonly ZoteroItem[] | undefined {
  try {
    return batch.map((item) => zoteroItem(item, sending.newId(), sending));
  } catch {
    return undefined;
  }
}

/** What concerns all papers, and not this one. */
function troubleIn(status: number, body: unknown): ZoteroFailed | undefined {
  if (at(body, 'libraryEditable') === false || status === 423) return new ZoteroFailed('read-only');
  if (at(body, 'error') === 'CONNECTOR_VERSION_OUTDATED') return new ZoteroFailed('too-new');
  if (status === 404 || status === 412 || status === 501) return new ZoteroFailed('too-old');
  return status === 403 ? new ZoteroFailed('refused') : undefined;
}

type Reply = {
  readonly status: number;
  readonly version: number | undefined;
  readonly body: unknown;
};

/** One call of the connector's server. Throws `ZoteroFailed` when nobody answers. */
async function call(sending: Sending, method: string, json: unknown): Promise<Reply> {
  const url = `${sending.address ?? ZOTERO}/connector/${method}`;
  // Zotero answers no browser that does not send this header.
  const headers = { [VERSION_HEADER]: String(API_VERSION) };
  try {
    const asking = { json, headers, timeout: TIMEOUT_MS };
    const { response, text } = await fetchReply(sending.fetch, url, MOST_BYTES, asking);
    const version = response.headers.get(VERSION_HEADER);
    return {
      status: response.status,
      version: version === null ? undefined : Number(version),
      body: bodyIn(text),
    };
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const isLate = error.cause instanceof DOMException && error.cause.name === 'TimeoutError';
    throw new ZoteroFailed(isLate ? 'no-answer' : 'not-running', error);
  }
}

/** Refusals come as JSON or as a plain line. */
function bodyIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { error: text.trim() };
  }
}
