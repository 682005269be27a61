import { type TopicEffect, TopicField } from '@/components/topic-field';
import type { Rule } from '@/utils/domain/rule';
import { mark } from '@/utils/page/mark';
import { topicName } from '@/utils/query/topic-name';
import { counted, text } from '@/utils/strings';
import { type CardState, idOf, titleOf } from './card-state';
import type { Session } from './session';

/** What the reader can do about what is in sight. */
export class HidingActions {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Hides these papers, or brings them back if all of them are hidden. */
  async hide(states: readonly CardState[]): Promise<void> {
    if (!this.#session.mayHide()) return this.#refuse();
    await this.#setHidden(states, !states.every(({ status }) => status?.hidden));
  }

  /** Proposes topics of a card to hide. */
  hideTopic(state: CardState): void {
    this.#openTopic(state, undefined);
  }

  /** Opens the rule that hides a card. */
  editRule(state: CardState): void {
    this.#openTopic(state, state.verdict.because?.rule);
  }

  /** Shows one card for now, whatever the rules say. */
  show(state: CardState): void {
    state.shownAnyway = true;
    this.#session.decide([state]);
  }

  /** Shows every card for now, or goes back to what the rules say. */
  showAll(all: boolean): void {
    const session = this.#session;
    for (const state of session.states) state.shownAnyway = all;
    session.showingAll = all;
    session.decide(session.states);
  }

  /** Takes back what hides this card: its rule, or the reader's own hand. */
  async undoHide(state: CardState): Promise<void> {
    const rule = state.verdict.because?.rule;
    await (rule ? this.#removeRule(state, rule) : this.#setHidden([state], false));
  }

  async pause(paused: boolean): Promise<void> {
    const { library, panel } = this.#session;
    await this.#session.attempt(undefined, async () => {
      await library.setPaused(paused);
      await this.#session.refreshRules();
      panel.say({ text: text(paused ? 'pausedAll' : 'resumedAll'), tone: 'done' });
    });
  }

  #refuse(): void {
    this.#session.panel.say({ text: text('cannotHideHere'), tone: 'warning' });
  }

  #openTopic(state: CardState, rule: Rule | undefined): void {
    if (!this.#session.mayHide()) return this.#refuse();
    const close = (): void => this.#preview('');
    const opened = this.#session.edit(
      state,
      text('hideTopicFrom', titleOf(state)),
      this.#field(state, rule, rule && []),
      close,
    );
    if (rule) return;
    // The field takes typing meanwhile; without an answer it has no proposals, and still works.
    const fill = (topics: readonly string[]): void =>
      opened.refresh(this.#field(state, rule, topics));
    const { library, states } = this.#session;
    library.topics(state.card.id, states.map(idOf)).then(fill, (error: unknown) => {
      console.warn('Offprint could not propose topics:', error);
      fill([]);
    });
  }

  #field(
    state: CardState,
    rule: Rule | undefined,
    proposals: readonly string[] | undefined,
  ): preact.JSX.Element {
    const { panel } = this.#session;
    return (
      <TopicField
        proposals={proposals}
        editing={rule?.query}
        effectOf={(query) => this.#effectOf(query)}
        onPreview={(query) => this.#preview(query)}
        onHide={(query) => void this.#keepRule(state, rule, query)}
        {...(rule && { onRemove: () => void this.#removeRule(state, rule) })}
        onDone={() => panel.close()}
      />
    );
  }

  #effectOf(query: string): TopicEffect {
    const { judge, states } = this.#session;
    const affected = judge.wouldMatch(query, states);
    const kept = affected.filter(({ status }) => status?.entry).length;
    return { hidden: affected.length - kept, kept, problem: judge.problemOf(query) };
  }

  #preview(query: string): void {
    const { judge, states } = this.#session;
    const affected = new Set(query.trim() === '' ? [] : judge.wouldMatch(query, states));
    for (const state of states) {
      const goes = affected.has(state) && !state.status?.entry;
      mark(state.card.main, 'preview', goes && '');
    }
  }

  /** Makes a rule of the query, or changes the rule that was being edited. */
  async #keepRule(state: CardState, rule: Rule | undefined, query: string): Promise<void> {
    const { library, panel, ruleSites } = this.#session;
    panel.close();
    await this.#session.attempt(state, async () => {
      const { operation } = await (rule
        ? library.editRule(rule.id, { query })
        : library.addRule({ query, action: 'collapse', sites: ruleSites }));
      await this.#session.refreshRules();
      this.#sayHidden(query, operation);
    });
  }

  async #removeRule(state: CardState, rule: Rule): Promise<void> {
    const { library, panel } = this.#session;
    panel.close();
    await this.#session.attempt(state, async () => {
      const { operation } = await library.removeRule(rule.id);
      await this.#session.refreshRules();
      const undo = (): void => void this.#session.undo([operation]);
      panel.say({ text: text('ruleRemoved', topicName(rule.query)), tone: 'done', undo });
    });
  }

  #sayHidden(query: string, operation: string | undefined): void {
    const { states, panel } = this.#session;
    const hidden = states.filter(({ verdict }) => verdict.because?.rule.query === query);
    const undo = operation === undefined ? undefined : () => void this.#session.undo([operation]);
    panel.say({ text: counted('topicHides', hidden.length, topicName(query)), tone: 'done', undo });
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
