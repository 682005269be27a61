import type { Editor } from '@/components/editors';
import type { HiddenGroup } from '@/components/hidden-list';
import type { PaperId } from '@/utils/domain/paper-id';
import { conceals } from '@/utils/domain/verdict';
import { withException } from '@/utils/query/exception';
import { counted, text } from '@/utils/strings';
import { type CardState, titleOf } from './card-state';
import type { Session } from './session';

/** What the reader can do about what is in sight. */
export class HidingActions {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Hides these papers, or brings them back if all of them are hidden. */
  async hide(states: readonly CardState[]): Promise<void> {
    const { panel } = this.#session;
    if (!this.#session.mayHide()) {
      return panel.say({ text: text('cannotHideHere'), tone: 'warning' });
    }
    await this.#setHidden(states, !states.every(({ status }) => status?.hidden));
  }

  /** Shows cards for now, whatever the rules say. */
  show(states: readonly CardState[]): void {
    this.#session.hits.noteShown(states);
    for (const state of states) state.shownAnyway = true;
    this.#session.decide(states);
  }

  /** Shows every card for now, or goes back to what the rules say. */
  showAll(all: boolean): void {
    const session = this.#session;
    for (const state of session.states) state.shownAnyway = all;
    session.showingAll = all;
    session.decide(session.states);
  }

  /** Has the rule that hides a card leave it alone from now on. */
  async except(state: CardState): Promise<void> {
    const rule = state.verdict.because?.rule;
    if (!rule) return;
    this.#session.hits.noteShown([state]);
    await this.#session.topics.except(rule, state, withException(rule.unless, state.card.id));
  }

  /** Switches off the rule that hides a card. */
  async pauseRuleOf(state: CardState): Promise<void> {
    const rule = state.verdict.because?.rule;
    if (rule) await this.#session.topics.pause(rule);
  }

  /** Opens the rule that hides a card. */
  editRuleOf(state: CardState): void {
    const rule = state.verdict.because?.rule;
    if (rule) this.#session.topics.edit(rule, state);
  }

  /** Explains a card's verdict. */
  why(state: CardState): void {
    const { judge, topics } = this.#session;
    this.#session.edit(state, text('whyHeading'), {
      kind: 'why',
      props: {
        explanation: judge.explain(state),
        paused: judge.ruling.paused,
        onEdit: (rule) => topics.edit(rule, state),
      },
    });
  }

  /** Lists everything hidden here, by what hid it. */
  list(): void {
    const { panel } = this.#session;
    const redraw = (): void => opened.refresh(this.#hiddenList(redraw));
    const opened = panel.open({ label: text('hiddenList'), editor: this.#hiddenList(redraw) });
  }

  async pause(paused: boolean): Promise<void> {
    const { library, panel } = this.#session;
    await this.#session.attempt(undefined, async () => {
      await library.setPaused(paused);
      await this.#session.refreshRules();
      panel.say({ text: text(paused ? 'pausedAll' : 'resumedAll'), tone: 'done' });
    });
  }

  #hiddenList(redraw: () => void): Editor {
    const { topics } = this.#session;
    const then = (done: Promise<unknown>): void => void done.then(redraw);
    const doing = (act: (state: CardState) => unknown) => (id: PaperId) =>
      then(Promise.resolve(this.#withId(id).map(act)[0]));
    return {
      kind: 'hidden',
      props: {
        groups: this.#groups(),
        onShow: doing((state) => this.show([state])),
        onUnhide: doing((state) => this.#setHidden([state], false)),
        onExcept: doing((state) => this.except(state)),
        onEdit: (rule) => topics.edit(rule),
        onPauseRule: (rule) => then(topics.pause(rule)),
      },
    };
  }

  #withId(id: PaperId): CardState[] {
    return this.#session.states.filter(({ card }) => card.id === id);
  }

  #groups(): HiddenGroup[] {
    const groups = new Map<
      string,
      HiddenGroup & { readonly papers: HiddenGroup['papers'][number][] }
    >();
    for (const state of this.#session.states) {
      const { because, by } = state.verdict;
      const reason = because?.rule ?? by;
      if (!conceals(state.verdict) || reason === undefined) continue;
      const key = typeof reason === 'string' ? reason : reason.id;
      const group = groups.get(key) ?? { reason, papers: [] };
      groups.set(key, group);
      group.papers.push({ id: state.card.id, title: titleOf(state), words: because?.words ?? [] });
    }
    return [...groups.values()];
  }

  async #setHidden(states: readonly CardState[], hidden: boolean): Promise<void> {
    const session = this.#session;
    const operations: string[] = [];
    for (const state of states) {
      const { reading } = state;
      if (!reading) continue;
      await session.attempt(state, async () => {
        const { library } = session;
        const changed = await (hidden ? library.hide(reading) : library.unhide(state.card.id));
        state.shownAnyway = false;
        session.adopt([changed.status]);
        if (changed.operation !== undefined) operations.push(changed.operation);
      });
    }
    if (operations.length === 0) return;
    session.undoing.together(operations);
    session.panel.say({
      text: counted(hidden ? 'hidPapers' : 'unhidPapers', operations.length),
      tone: 'done',
      undo: () => void session.undo(operations),
    });
  }
}
