import type { ComponentChild } from 'preact';
import type { CardStatus } from '@/utils/domain/entry';
import type { Library, LibraryChange, Ruling, Seen } from '@/utils/domain/library';
import type { PageReport } from '@/utils/domain/listing';
import type { PaperId, Reading } from '@/utils/domain/paper';
import type { Tag } from '@/utils/domain/tag';
import { hydrated } from '@/utils/page/hydrated';
import { watchTheme } from '@/utils/page/theme';
import { watch } from '@/utils/page/watch';
import type { Site } from '@/utils/sites/site';
import { text } from '@/utils/strings';
import { PaperActions } from './actions';
import { type Board, board } from './board';
import { type CardState, idOf } from './card-state';
import { coalesce } from './coalesce';
import { copyText } from './clipboard';
import { listenToKeys, takeAction } from './driving';
import { type PageFilter, pageFilter } from './page-filter';
import { HidingActions } from './hiding';
import { type Judge, judge } from './judge';
import { type Opened, Panel } from './panel';
import { type Pointer, pointer } from './pointer';
import { reportOf } from './report';
import type { ListingParts, Session } from './session';
import { type StripHost, strip } from './strip-host';
import { type Tools, tools } from './tools';
import { type Undoing, undoing } from './undoing';

/** Cards told to the library in one message; more would make it too large. */
const BATCH = 500;

/** Offprint on one listing page, from `start` until the signal aborts. */
export class ListingSession implements Session {
  readonly document: Document;
  readonly library: Library;
  readonly ruleSites: readonly string[];
  readonly panel: Panel;
  readonly judge: Judge;
  readonly actions: PaperActions;
  readonly hiding: HidingActions;
  readonly pointer: Pointer;
  readonly filter: PageFilter;
  readonly undoing: Undoing;
  showingAll = false;
  tags: readonly Tag[] = [];

  readonly #parts: ListingParts;
  readonly #board: Board;
  readonly #tools: Tools;
  readonly #strip: StripHost;
  /** False until the site's framework has taken over its markup: nothing is inserted before. */
  #inserting = false;
  #disconnected = false;

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
    this.judge = judge(parts.siteId, parts.today);
    this.panel = new Panel(document, sheet, signal);
    this.#tools = tools({
      document,
      sheet,
      signal,
      canHide: () => this.mayHide(),
      onAction: (state, action) => takeAction(this, state, action),
    });
    this.pointer = pointer(document, this.#board, this.#tools, signal);
    this.filter = pageFilter(this, parts, () => this.#drawStrip());
    this.#strip = strip(document, sheet, this);
    this.actions = new PaperActions(this);
    this.hiding = new HidingActions(this);
    this.undoing = undoing(parts.library);
  }

  /** Reads the page, marks its cards and keeps doing so. */
  start(): void {
    const { document, signal, site, onChange } = this.#parts;
    onChange((change) => void this.#catchUp(change), signal);
    const scan = coalesce(() => this.#scan());
    watch(document, () => void scan(), signal);
    watchTheme(document, (theme) => this.#setTheme(theme), signal);
    listenToKeys(this, signal);
    const view = document.defaultView;
    const flush = (): void => this.actions.flushNotes();
    view?.addEventListener('pagehide', flush, { signal });
    document.addEventListener('visibilitychange', flush, { signal });
    // A page that comes back from the back/forward cache may have missed changes.
    view?.addEventListener('pageshow', ({ persisted }) => persisted && void this.#catchUp(), {
      signal,
    });
    signal.addEventListener('abort', () => this.#leave(), { once: true });
    // In a task of its own: loading this script took the page's thread long enough.
    setTimeout(() => void scan());
    void hydrated(document, site.hydrating, signal).then(() => this.#insert());
  }

  /** What Offprint did on this page. */
  report(): PageReport {
    return reportOf(this.#parts.siteId, this.#board, this.judge.ruling.paused);
  }

  get states(): readonly CardState[] {
    return this.#board.states;
  }

  mayHide(): boolean {
    return this.#board.understood && this.#board.listing?.kind !== 'paper';
  }

  edit(state: CardState, label: string, content: ComponentChild, onClose?: () => void): Opened {
    this.pointer.point(state);
    return this.panel.open({ label, content, onClose }, this.#tools.hostOf(state));
  }

  adopt(statuses: readonly CardStatus[]): void {
    const byId = new Map(statuses.map((status) => [status.id, status]));
    const affected = this.states.filter((state) => byId.has(state.card.id));
    for (const state of affected) {
      state.status = byId.get(state.card.id);
      this.judge.match(state);
    }
    this.decide(affected);
  }

  decide(states: readonly CardState[]): void {
    const mayHide = this.mayHide();
    for (const state of states) {
      this.judge.decide(state, mayHide);
      if (this.#inserting) this.#tools.mount(state);
      this.#tools.update(state);
    }
    this.#drawStrip();
  }

  async refreshRules(): Promise<void> {
    this.#takeOver(await this.answer(() => this.library.known([])));
  }

  async refreshTags(): Promise<void> {
    this.tags = await this.answer(() => this.library.tags());
  }

  async answer<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await question();
      this.#setDisconnected(false);
      return answer;
    } catch (error) {
      this.#setDisconnected(error instanceof Error && error.name === 'Disconnected');
      throw error;
    }
  }

  async attempt(state: CardState | undefined, change: () => Promise<void>): Promise<boolean> {
    try {
      await this.answer(change);
      this.#fail(state, undefined);
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = this.#disconnected ? text('disconnected') : text('notSaved', reason);
      const retry = (): void => void this.attempt(state, change);
      this.#fail(state, { message, retry });
      this.panel.say({
        text: message,
        tone: 'failed',
        offer: { label: text('tryAgain'), take: retry },
      });
      return false;
    }
  }

  async undo(operations?: readonly string[]): Promise<void> {
    await this.attempt(undefined, async () => {
      const back = await this.undoing.takeBack(operations);
      if (back) await this.#refresh((id) => back.ids.has(id));
      this.panel.say({ text: back?.said ?? text('nothingToUndo'), tone: 'done' });
    });
  }

  copy(citation: string): Promise<boolean> {
    return copyText(citation, this.document);
  }

  #open(): ReturnType<Site['open']> | undefined {
    const { site, document, today } = this.#parts;
    const url = this.#parts.address();
    return site.claims(url) ? site.open({ document, url, today: today() }) : undefined;
  }

  /** Brings the cards in step with the page. */
  async #scan(): Promise<void> {
    if (this.#parts.signal.aborted) return;
    const fresh = await this.#board.scan();
    for (const state of fresh) this.judge.match(state);
    this.decide(this.states);
    this.filter.renew();
    await this.#tellLibrary(fresh);
  }

  async #tellLibrary(fresh: readonly CardState[]): Promise<void> {
    const readings = fresh.flatMap(({ reading }): Reading[] => (reading ? [reading] : []));
    for (let start = 0; start < readings.length; start += BATCH) {
      const batch = readings.slice(start, start + BATCH);
      try {
        this.#takeOver(await this.answer(() => this.library.see(this.#parts.siteId, batch)));
      } catch (error) {
        // Without an answer nothing is hidden; the tools stay and will say so when used.
        console.warn('Offprint could not ask its library about this page:', error);
        return;
      }
    }
  }

  async #catchUp(change?: LibraryChange): Promise<void> {
    const changed = change && new Set(change.ids);
    await this.#refresh((id) => !changed || changed.has(id)).catch((error: unknown) => {
      console.warn('Offprint could not follow a change:', error);
    });
  }

  async #refresh(isConcerned: (id: PaperId) => boolean): Promise<void> {
    const ids = [...new Set(this.states.map(idOf))].filter(isConcerned);
    this.#takeOver(await this.answer(() => this.library.known(ids)));
  }

  #takeOver(seen: Seen): void {
    this.tags = seen.tags;
    const ruling: Ruling = { rules: seen.rules, paused: seen.paused };
    const pausedBefore = this.judge.ruling.paused;
    const differs = this.judge.adopt(ruling);
    if (differs) for (const state of this.states) this.judge.match(state);
    this.adopt(seen.statuses);
    if (differs || pausedBefore !== seen.paused) this.decide(this.states);
  }

  #insert(): void {
    if (this.#parts.signal.aborted) return;
    this.#inserting = true;
    this.decide(this.states);
  }

  #fail(state: CardState | undefined, failure: CardState['failure']): void {
    if (!state || state.failure === failure) return;
    state.failure = failure;
    this.#tools.update(state);
  }

  #setDisconnected(disconnected: boolean): void {
    if (this.#disconnected === disconnected) return;
    this.#disconnected = disconnected;
    this.#drawStrip();
  }

  #setTheme(theme: 'light' | 'dark'): void {
    this.#tools.setTheme(theme);
    this.panel.setTheme(theme);
    this.#strip.setTheme(theme);
  }

  #drawStrip(): void {
    if (!this.#inserting) return;
    const { kind } = this.#board.listing ?? {};
    this.#strip.draw(kind === 'paper' ? undefined : this.#board.list(), {
      ...this.report(),
      selected: this.states.filter(({ selected }) => selected).length,
      showingAll: this.showingAll,
      disconnected: this.#disconnected,
      filter: this.filter.now(),
    });
  }

  #leave(): void {
    this.actions.flushNotes();
    this.filter.clear();
    this.#strip.remove();
    this.#board.clear();
  }
}
