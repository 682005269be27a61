import type { Editor } from '@/components/editors';
import type { CardStatus } from '@/utils/domain/entry';
import type { Library } from '@/utils/domain/library';
import type { PageReport } from '@/utils/domain/listing';
import { localDay } from '@/utils/domain/day';
import type { Tag } from '@/utils/domain/tag';
import { hydrated } from '@/utils/page/hydrated';
import { watchTheme } from '@/utils/page/theme';
import { watch } from '@/utils/page/watch';
import type { OpenListing, Opening } from '@/utils/sites/site';
import { text } from '@/utils/strings';
import { PaperActions } from './actions';
import { type Board, board } from './board';
import type { CardState } from './card-state';
import { coalesce } from './coalesce';
import { copyText } from './clipboard';
import { type Deciding, deciding } from './deciding';
import { type Divider, divider, sinceText } from './divider';
import { listenToKeys, takeAction } from './driving';
import { type Following, following } from './following';
import { type PageFilter, pageFilter } from './page-filter';
import { HidingActions } from './hiding';
import { type Hits, hits } from './hits';
import { lateEditors } from './late-editors';
import { type Judge, judge } from './judge';
import { type Opened, Panel } from './panel';
import { type Patterns, patterns } from './patterns';
import { type Pointer, pointer } from './pointer';
import { reportOf } from './report';
import type { ListingParts, Session } from './session';
import { type StripHost, strip } from './strip-host';
import { type Tools, tools } from './tools';
import { TopicActions } from './topics';
import { type Trouble, trouble } from './trouble';
import { type Undoing, undoing } from './undoing';

/** So many cards are counted in one go. */
const MANY = 200;

/** How long a report waits for the library's answers, in ms. */
const PATIENCE_MS = 3_000;

/** Offprint on one listing page, from `start` until the signal aborts. */
export class ListingSession implements Session {
  readonly document: Document;
  readonly library: Library;
  readonly ruleSites: readonly string[];
  readonly panel: Panel;
  readonly judge: Judge;
  readonly actions: PaperActions;
  readonly hiding: HidingActions;
  readonly topics: TopicActions;
  readonly pointer: Pointer;
  readonly filter: PageFilter;
  readonly undoing: Undoing;
  readonly patterns: Patterns;
  readonly hits: Hits;
  showingAll = false;
  tags: readonly Tag[] = [];

  readonly #parts: ListingParts;
  readonly #board: Board;
  readonly #tools: Tools;
  readonly #strip: StripHost;
  readonly #trouble: Trouble;
  readonly #divider: Divider;
  readonly #following: Following;
  readonly #deciding: Deciding;
  #wasRead: () => void = () => undefined;
  readonly #read = new Promise<void>((resolve) => {
    this.#wasRead = resolve;
  });
  #scanning: Promise<void> = Promise.resolve();
  /** False until the site's framework has taken over its markup: nothing is inserted before. */
  #inserting = false;
  #isReading = false;

  constructor(parts: ListingParts) {
    const { document, signal } = parts;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(parts.styles);
    this.#parts = parts;
    this.document = document;
    this.library = parts.library;
    this.ruleSites = parts.ruleSites;
    this.#board = board({
      open: () => this.#open(),
      onGone: (state) => this.#tools.unmount(state),
    });
    this.judge = judge(parts.siteId, parts.now);
    this.patterns = patterns(parts.library);
    this.hits = hits(parts.library);
    this.#divider = divider(document, sheet);
    this.panel = new Panel(document, sheet, lateEditors(parts.fetchEditors), signal);
    this.#trouble = trouble({
      panel: this.panel,
      onDisconnected: () => this.#drawStrip(),
      onFailure: (state) => this.#tools.update(state),
    });
    this.#tools = tools({
      document,
      sheet,
      signal,
      canHide: () => this.mayHide(),
      tags: () => this.tags,
      onAction: (state, action) => takeAction(this, state, action),
    });
    this.#deciding = deciding({
      signal,
      match: (state) => this.judge.match(state),
      decide: (state) => this.#decideOn(state),
      onDecided: (states) => {
        this.hits.note(states);
        this.#drawStrip();
      },
    });
    this.pointer = pointer(document, this.#board, this.#tools, signal);
    this.filter = pageFilter(this, parts, () => this.#drawStrip());
    this.#strip = strip(document, sheet, this);
    this.actions = new PaperActions(this);
    this.hiding = new HidingActions(this);
    this.topics = new TopicActions(this, parts.now);
    this.undoing = undoing(parts.library);
    this.#following = following(this, parts);
  }

  /** Reads the page, marks its cards and keeps doing so. */
  start(): void {
    const { document, signal, site, onChange } = this.#parts;
    onChange((change) => void this.#following.catchUp(change), signal);
    const scan = coalesce(() => (this.#scanning = this.#scan()));
    watch(document, () => void scan(), signal);
    watchTheme(document, (theme) => this.#setTheme(theme), signal);
    listenToKeys(this, signal);
    const view = document.defaultView;
    const flush = (): void => this.actions.flushNotes();
    view?.addEventListener('pagehide', flush, { signal });
    document.addEventListener('visibilitychange', flush, { signal });
    // A page that comes back from the back/forward cache may have missed changes.
    const comeBack = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void this.#following.catchUp();
    };
    view?.addEventListener('pageshow', comeBack, { signal });
    signal.addEventListener('abort', () => this.#leave(), { once: true });
    // In a task of its own: loading this script took the page's thread long enough.
    setTimeout(() => void scan());
    void hydrated(document, site.hydrating, signal).then(() => this.#insert());
  }

  /** What Offprint did on this page, once it was read through and every card decided on; not much later. */
  async report(): Promise<PageReport> {
    await this.#read;
    const scanned = this.#scanning.catch(() => undefined);
    const answered = scanned.then(() => this.#deciding.settled());
    // Long work keeps the library from answering; then what is known is told.
    await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    return this.#report();
  }

  get states(): readonly CardState[] {
    return this.#board.states;
  }

  mayHide(): boolean {
    return this.#board.understood && this.#board.listing?.kind !== 'paper';
  }

  edit(state: CardState | undefined, label: string, editor: Editor, onClose?: () => void): Opened {
    if (state) this.pointer.point(state);
    return this.panel.open({ label, editor, onClose }, state && this.#tools.hostOf(state));
  }

  adopt(statuses: readonly CardStatus[]): void {
    const byId = new Map(statuses.map((status) => [status.id, status]));
    const affected = this.states.filter((state) => byId.has(state.card.id));
    for (const state of affected) {
      state.status = byId.get(state.card.id);
    }
    this.decide(affected, 'anew');
  }

  decide(states: readonly CardState[], anew?: 'anew'): void {
    this.#deciding.decide(states, anew);
  }

  #decideOn(state: CardState): void {
    this.judge.decide(state, this.mayHide());
    if (this.#inserting) this.#tools.mount(state);
    this.#tools.update(state);
  }

  async refreshRules(): Promise<void> {
    await this.#following.refresh(() => false);
  }

  async refreshTags(): Promise<void> {
    this.tags = await this.answer(() => this.library.tags());
  }

  answer<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    return this.#trouble.answer(question);
  }

  attempt(state: CardState | undefined, change: () => Promise<void>): Promise<boolean> {
    return this.#trouble.attempt(state, change);
  }

  async undo(operations?: readonly string[]): Promise<void> {
    await this.attempt(undefined, async () => {
      const back = await this.undoing.takeBack(operations);
      if (back) await this.#following.refresh((id) => back.ids.has(id));
      this.panel.say({ text: back?.said ?? text('nothingToUndo'), tone: 'done' });
    });
  }

  copy(citation: string): Promise<boolean> {
    return copyText(citation, this.document);
  }

  #open(): Opening | undefined {
    const { site, document, now } = this.#parts;
    const url = this.#parts.address();
    if (!site.claims(url)) return undefined;
    const page = { document, url, today: localDay(new Date(now())) };
    return site.opening?.(page) ?? inOneStep(() => site.open(page));
  }

  /** Brings the cards in step with the page. */
  async #scan(): Promise<void> {
    if (this.#parts.signal.aborted) return;
    this.#isReading = true;
    const reading = this.#board.scan((read) => this.decide(read, 'anew'));
    const fresh = await reading.finally(() => {
      this.#isReading = false;
      this.#wasRead();
    });
    // Cards that were there before may have been moved, or have lost their tools.
    const isFresh = new Set(fresh);
    this.decide(this.states.filter((state) => !isFresh.has(state)));
    this.filter.renew();
    await this.#following.tell(fresh);
  }

  #report(): PageReport {
    return reportOf(this.#parts.siteId, this.#board, this.judge.ruling.paused);
  }

  #insert(): void {
    if (this.#parts.signal.aborted) return;
    this.#inserting = true;
    this.decide(this.states);
  }

  #setTheme(theme: 'light' | 'dark'): void {
    this.#tools.setTheme(theme);
    this.panel.setTheme(theme);
    this.#strip.setTheme(theme);
    this.#divider.setTheme(theme);
  }

  #drawStrip(): void {
    // While a long page is read for the first time, its counts change with every card.
    if (!this.#inserting || (this.#isReading && this.states.length > MANY)) return;
    const isListing = this.#board.listing?.kind !== 'paper';
    this.#strip.draw(isListing ? this.#board.list() : undefined, {
      ...this.#report(),
      selected: this.states.filter(({ selected }) => selected).length,
      showingAll: this.showingAll,
      disconnected: this.#trouble.disconnected,
      filter: this.filter.now(),
      since: sinceText(this.#following.lastVisit, this.#parts.now()),
    });
    this.#divider.draw(isListing ? this.states : [], this.#following.lastVisit, this.#parts.now());
  }

  #leave(): void {
    this.#wasRead();
    this.actions.flushNotes();
    this.filter.clear();
    this.#strip.remove();
    this.#divider.remove();
    this.#board.clear();
  }
}

// oxlint-disable-next-line require-yield
function* inOneStep(open: () => OpenListing): Opening {
  return open();
}
