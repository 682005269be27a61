import { type Browser, browser } from 'wxt/browser';
import type { BulkProgress, Library, LibraryChange } from '@/utils/domain/library';
import type { PageReport } from '@/utils/domain/listing';
import { VERBS, type Verb } from '@/utils/domain/verbs';

type Call = { readonly offprint: 'call'; readonly verb: Verb; readonly args: readonly unknown[] };
type News = { readonly offprint: 'news'; readonly change: LibraryChange };
type Reply =
  | { readonly value?: unknown }
  | { readonly error: { readonly name: string; readonly message: string } };
type Sender = Browser.runtime.MessageSender;

/** The page lost its extension: it was updated, reloaded or removed. Only a reload of the page helps. */
class Disconnected extends Error {
  override readonly name = 'Disconnected';

  constructor(cause?: unknown) {
    super('Offprint was updated. Reload this page.', { cause });
  }
}

/**
 * Answers the verbs that `remoteLibrary` calls elsewhere, once `ready`, until `signal` aborts. Must
 * be called as the worker starts, before anything is awaited, or the message that woke it is lost.
 */
export function serve(
  library: Library,
  signal?: AbortSignal,
  ready: Promise<unknown> = Promise.resolve(),
): void {
  // What does not begin well must not keep anybody from an answer.
  const begun = ready.catch((error: unknown) => console.warn('Offprint began badly:', error));
  // Not an async listener: that would answer every message, also those meant for others.
  listen((message, sender) => {
    const call = parseCall(message);
    return call && mayCall(sender) ? begun.then(() => answer(library, call, sender)) : undefined;
  }, signal);
}

async function answer(library: Library, { verb, args }: Call, sender: Sender): Promise<Reply> {
  try {
    if (VERBS[verb].by === 'own' && !isOwnPage(sender)) {
      throw new Error(`A page may not call “${verb}”.`);
    }
    const call = library[verb] as (...args: readonly unknown[]) => Promise<unknown>;
    return { value: await call(...args) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message } };
  }
}

/** The library that the worker serves, for content scripts and pages. */
export function remoteLibrary(): Library {
  const verbs = Object.keys(VERBS) as Verb[];
  const remote = verbs.map((verb) => [verb, (...args: unknown[]) => ask(verb, args)]);
  // One function a verb of `Library`, by the type of VERBS; the worker's answers carry their types.
  return Object.fromEntries(remote) as Library;
}

async function ask(verb: Verb, args: readonly unknown[]): Promise<unknown> {
  const call: Call = { offprint: 'call', verb, args: withoutTrailingGaps(args) };
  const reply = (await deliver(call)) ?? (await deliver(call));
  if (reply === undefined) throw new Disconnected();
  if ('error' in reply)
    throw Object.assign(new Error(reply.error.message), { name: reply.error.name });
  return reply.value;
}

/** One attempt; `undefined` when a second one may get an answer, as after the worker's death. */
async function deliver(call: Call): Promise<Reply | undefined> {
  // The browser takes `runtime.id` away from scripts that outlived their extension.
  if (!browser.runtime?.id) throw new Disconnected();
  try {
    const reply: unknown = await browser.runtime.sendMessage(call);
    if (isReply(reply)) return reply;
    return lost(call);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (NOT_DELIVERED.test(error.message)) return undefined;
    if (NOT_ANSWERED.test(error.message)) return lost(call, error);
    throw INVALIDATED.test(error.message) ? new Disconnected(error) : error;
  }
}

const NOT_DELIVERED = /could not establish connection|receiving end does not exist/i;
const NOT_ANSWERED = /port closed|channel closed|channel is closed|page moved/i;
const INVALIDATED = /context invalidated|extension context|can't access dead object/i;

/** The worker may have done what it was asked before it died: not everything may be asked twice. */
function lost({ verb }: Call, cause?: unknown): undefined {
  if (VERBS[verb].again) return undefined;
  throw new Disconnected(cause);
}

/** Tells every extension page, and every tab with a listing, what changed. */
export function announce(change: LibraryChange): void {
  const news: News = { offprint: 'news', change };
  tell(browser.runtime.sendMessage(news));
  tell(
    listingTabs().then((tabs) => {
      for (const { id } of tabs) if (id !== undefined) tell(browser.tabs.sendMessage(id, news));
    }),
  );
}

// Nobody listening is the usual case, and rejects.
function tell(sent: Promise<unknown>): void {
  void sent.catch(() => undefined);
}

/** Only the tabs of sites that are read: asking for all and telling each costs a message a tab. */
async function listingTabs(): Promise<Browser.tabs.Tab[]> {
  const { content_scripts: scripts = [], host_permissions: hosts = [] } =
    browser.runtime.getManifest() as {
      content_scripts?: readonly { readonly matches?: readonly string[] }[];
      host_permissions?: readonly string[];
    };
  // The sites the reader switched on.
  const switched = await browser.scripting.getRegisteredContentScripts();
  const read = [...scripts, ...switched].flatMap(({ matches = [] }) => matches);
  const url = [...new Set([...hosts, ...read])];
  return url.length === 0 ? [] : browser.tabs.query({ url });
}

/** Has the scripts of this site leave their pages, in every tab. */
export function tellToLeave(site: string): void {
  tell(
    // Whoever may no longer read a site does not learn which tabs hold its pages.
    browser.tabs.query({}).then((tabs) => {
      const leave = { offprint: 'leave', site };
      for (const { id } of tabs) if (id !== undefined) tell(browser.tabs.sendMessage(id, leave));
    }),
  );
}

/** Hears that the reader wants this site read no longer, until `signal` aborts. */
export function onLeave(site: string, leave: () => void, signal: AbortSignal): void {
  listen((message, sender) => {
    const told = isRecord(message) && message['offprint'] === 'leave' && message['site'] === site;
    if (told && sender.id === browser.runtime.id) leave();
    return undefined;
  }, signal);
}

/** Hears of changes made anywhere, until `signal` aborts. */
export function onChange(listener: (change: LibraryChange) => void, signal: AbortSignal): void {
  listen((message, sender) => {
    if (isNews(message) && sender.id === browser.runtime.id) listener(message.change);
    return undefined;
  }, signal);
}

/** Tells extension pages how far long work got. */
export function tellProgress(progress: BulkProgress): void {
  tell(browser.runtime.sendMessage({ offprint: 'progress', progress }));
}

/** Hears how far long work got, until `signal` aborts. */
export function onProgress(listener: (progress: BulkProgress) => void, signal: AbortSignal): void {
  listen((message, sender) => {
    const told = isRecord(message) && message['offprint'] === 'progress' && message['progress'];
    if (isRecord(told) && sender.id === browser.runtime.id) listener(told as BulkProgress);
    return undefined;
  }, signal);
}

const ASK_FOR_REPORT = { offprint: 'page-report' } as const;

/** What Offprint did on the page in the active tab; `undefined` where it is not at work. */
export async function askPage(): Promise<PageReport | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  try {
    const report: unknown = await browser.tabs.sendMessage(tab.id, ASK_FOR_REPORT);
    return isPageReport(report) ? report : undefined;
  } catch {
    // No content script there: the usual case, and no error for the reader.
    return undefined;
  }
}

/** Answers `askPage`, until `signal` aborts. */
export function answerPageReports(report: () => Promise<PageReport>, signal: AbortSignal): void {
  listen((message, sender) => {
    const asked = isRecord(message) && message['offprint'] === ASK_FOR_REPORT.offprint;
    return asked && sender.id === browser.runtime.id ? report() : undefined;
  }, signal);
}

const FETCH_EDITORS = { offprint: 'editors' } as const;

/** Has the worker run the script with the editors in this very frame; throws when it cannot. */
export async function fetchEditors(): Promise<void> {
  const reply: unknown = await browser.runtime.sendMessage(FETCH_EDITORS);
  if (!isReply(reply) || 'error' in reply) throw new Disconnected(reply);
}

/** Answers `fetchEditors` by running their script in the frame that asks. */
export function serveEditors(): void {
  listen((message, sender) => {
    const asked = isRecord(message) && message['offprint'] === FETCH_EDITORS.offprint;
    const { tab, frameId = 0 } = sender;
    if (!asked || !mayCall(sender) || tab?.id === undefined) return undefined;
    const target = { tabId: tab.id, frameIds: [frameId] };
    return browser.scripting.executeScript({ target, files: ['/editors.js'] }).then(
      () => ({ value: true }),
      ({ name, message: reason }: Error) => ({ error: { name, message: reason } }),
    );
  });
}

/** The content script is ours; only its version may differ from this page's after an update. */
function isPageReport(value: unknown): value is PageReport {
  if (!isRecord(value) || !isRecord(value['listing'])) return false;
  const counts = [
    'cards',
    'unreadable',
    'concealed',
    'byHand',
    'asSeen',
    'rules',
    'pinned',
    'fresh',
    'saved',
  ];
  const claims = ['understood', 'paused'];
  return (
    typeof value['site'] === 'string' &&
    counts.every((key) => Number.isFinite(value[key])) &&
    claims.every((key) => typeof value[key] === 'boolean')
  );
}

/** Answers a message, without fail, or leaves it to others. */
type Listener = (message: unknown, sender: Sender) => Promise<unknown> | undefined;

function listen(listener: Listener, signal?: AbortSignal): void {
  if (signal?.aborted) return;
  const hear = (message: unknown, sender: Sender, respond: (reply: unknown) => void): boolean => {
    const reply = listener(message, sender);
    void reply?.then(respond);
    // Chromium takes no promise for an answer, but waits where it is told so.
    return reply !== undefined;
  };
  browser.runtime.onMessage.addListener(hear);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(hear), {
    once: true,
  });
}

function parseCall(message: unknown): Call | undefined {
  if (!isRecord(message) || message['offprint'] !== 'call') return undefined;
  const { verb, args } = message as Readonly<Record<'verb' | 'args', unknown>>;
  if (typeof verb !== 'string' || !Object.hasOwn(VERBS, verb) || !Array.isArray(args)) {
    return undefined;
  }
  // JSON, by which Chromium passes messages, turns a missing argument into null.
  const given: unknown[] = args.map((value: unknown) => (value === null ? undefined : value));
  return { offprint: 'call', verb: verb as Verb, args: given };
}

function mayCall(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (isOwnPage(sender) || isContentScript(sender));
}

/** The address and the origin come from the browser, not from who speaks. */
function isOwnPage({ url, origin }: Sender): boolean {
  const own = browser.runtime.getURL('');
  return url?.startsWith(own) === true && (origin === undefined || `${origin}/` === own);
}

function isContentScript({ tab, url }: Sender): boolean {
  return tab !== undefined && /^https?:\/\//.test(url ?? '');
}

function isNews(message: unknown): message is News {
  return isRecord(message) && message['offprint'] === 'news' && isRecord(message['change']);
}

function isReply(message: unknown): message is Reply {
  return isRecord(message);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function withoutTrailingGaps(args: readonly unknown[]): readonly unknown[] {
  return args.slice(0, args.findLastIndex((value) => value !== undefined) + 1);
}
