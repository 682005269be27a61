import type { Editor } from '@/components/editors';
import type { TopicDraft } from '@/components/topic-field';
import type { Rule, RuleAction } from '@/utils/domain/rule';
import { mark } from '@/utils/page/mark';
import { parse } from '@/utils/query/parse';
import { patternsIn, ruleProblem } from '@/utils/query/rules';
import { topicName } from '@/utils/query/topic-name';
import { type PluralKey, counted, text } from '@/utils/strings';
import { type CardState, idOf, titleOf } from './card-state';
import type { Opened } from './panel';
import type { Session } from './session';

const DONE: Record<RuleAction, PluralKey> = {
  hide: 'ruleHides',
  collapse: 'ruleHides',
  dim: 'ruleDims',
  highlight: 'ruleHighlights',
  pin: 'rulePins',
};

/** What the reader can do about rules from a page. */
export class TopicActions {
  readonly #session: Session;
  readonly #now: () => number;

  constructor(session: Session, now: () => number) {
    this.#session = session;
    this.#now = now;
  }

  /** Proposes topics of a card for a rule. */
  propose(state: CardState): void {
    const opened = this.#open(state, undefined, undefined);
    // The field takes typing meanwhile; without an answer it has no proposals, and still works.
    const fill = (topics: readonly string[]): void =>
      opened?.refresh(this.#field(opened, state, undefined, topics));
    const { library, states } = this.#session;
    library.topics(state.card.id, states.map(idOf)).then(fill, (error: unknown) => {
      console.warn('Offprint could not propose topics:', error);
      fill([]);
    });
  }

  /** Opens a rule, beside a card if there is one. */
  edit(rule: Rule, state?: CardState): void {
    this.#open(state, rule, []);
  }

  /** Offers the authors of a card to follow: their later papers are highlighted. */
  authors(state: CardState): void {
    const { judge } = this.#session;
    const { authors = [], categories = [] } = state.reading?.paper ?? {};
    const follow = (query: string): void =>
      void this.#keep(state, undefined, { query, action: 'highlight', expiresAt: null });
    this.#session.edit(state, text('authorsHeading'), {
      kind: 'authors',
      props: {
        authors,
        categories,
        followed: judge.ruling.rules
          .filter(({ action, query }) => action === 'highlight' && query.startsWith('author:'))
          .map(({ query }) => query),
        onFollow: follow,
        onUnfollow: (query) => {
          const rule = judge.ruling.rules.find(
            (known) => known.query === query && known.action === 'highlight',
          );
          if (rule) void this.remove(rule);
        },
      },
    });
  }

  async remove(rule: Rule): Promise<void> {
    const { library, panel } = this.#session;
    panel.close();
    await this.#session.attempt(undefined, async () => {
      const { operation } = await library.removeRules([rule.id]);
      await this.#session.refreshRules();
      this.#say(text('ruleRemoved', topicName(rule.query)), operation);
    });
  }

  /** Switches a rule off until the reader switches it on again. */
  async pause(rule: Rule): Promise<void> {
    await this.#change(rule, { enabled: false }, text('rulePaused', topicName(rule.query)));
  }

  /** Has a rule leave one paper alone. */
  async except(rule: Rule, state: CardState, unless: string): Promise<void> {
    await this.#change(rule, { unless }, text('ruleExcepts', titleOf(state)));
  }

  async #change(
    rule: Rule,
    change: Parameters<Session['library']['editRule']>[1],
    said: string,
  ): Promise<void> {
    await this.#session.attempt(undefined, async () => {
      const { operation } = await this.#session.library.editRule(rule.id, change);
      await this.#session.refreshRules();
      this.#say(said, operation);
    });
  }

  #open(
    state: CardState | undefined,
    rule: Rule | undefined,
    proposals: readonly string[] | undefined,
  ): Opened | undefined {
    const session = this.#session;
    if (!session.mayHide()) {
      session.panel.say({ text: text('cannotHideHere'), tone: 'warning' });
      return undefined;
    }
    const label = state ? text('hideTopicFrom', titleOf(state)) : text('editTopicHeading');
    const close = (): void => this.#preview('');
    // What the field shows may change while it is open, which `opened` tells it.
    const field = this.#field(undefined, state, rule, proposals);
    const opened = session.edit(state, label, field, close);
    opened.refresh(this.#field(opened, state, rule, proposals));
    return opened;
  }

  #field(
    opened: Opened | undefined,
    state: CardState | undefined,
    rule: Rule | undefined,
    proposals: readonly string[] | undefined,
  ): Editor {
    const { panel, library } = this.#session;
    const redraw = (): void => opened?.refresh(this.#field(opened, state, rule, proposals));
    return {
      kind: 'topic',
      props: {
        proposals,
        editing: rule,
        now: this.#now(),
        effectOf: (query) => this.#effectOf(query),
        reachOf: library.reachOf,
        suggest: library.suggest,
        onPreview: (query) => this.#look(query, redraw),
        onKeep: (draft) => void this.#keep(state, rule, draft),
        onRemove: rule && (() => void this.remove(rule)),
        onDone: () => panel.close(),
      },
    };
  }

  #effectOf(query: string): { here: number; problem: ReturnType<typeof ruleProblem> } {
    const { judge, states } = this.#session;
    return { here: judge.wouldMatch(query, states).length, problem: ruleProblem(query) };
  }

  /** Shows on the page what a query means; its patterns have to be asked about first. */
  #look(query: string, redraw: () => void): void {
    this.#preview(query);
    const wanted = query.includes('/') ? patternsIn([parse(query).query]) : [];
    if (wanted.length === 0) return;
    const { patterns, states } = this.#session;
    const shown = (learnt: boolean): void => {
      if (!learnt) return;
      this.#preview(query);
      redraw();
    };
    patterns.learn(wanted, states).then(shown, (error: unknown) => {
      console.warn('Offprint could not look for patterns:', error);
    });
  }

  #preview(query: string): void {
    const { judge, states } = this.#session;
    const affected = new Set(query.trim() === '' ? [] : judge.wouldMatch(query, states));
    for (const state of states) {
      const goes = affected.has(state) && !state.status?.entry;
      mark(state.card.main, 'preview', goes && '');
    }
  }

  /** Makes a rule of the draft, or changes the rule that was being edited. */
  async #keep(
    state: CardState | undefined,
    rule: Rule | undefined,
    draft: TopicDraft,
  ): Promise<void> {
    const { library, panel, ruleSites } = this.#session;
    panel.close();
    await this.#session.attempt(state, async () => {
      const { query, action, expiresAt } = draft;
      const { operation } = await (rule
        ? library.editRule(rule.id, { query, action, expiresAt })
        : library.addRule({
            query,
            action,
            sites: ruleSites,
            ...(expiresAt !== null && { expiresAt }),
          }));
      await this.#session.refreshRules();
      const acted = this.#session.states.filter(
        ({ verdict }) => verdict.because?.rule.query === query,
      );
      this.#say(counted(DONE[action], acted.length, topicName(query)), operation);
    });
  }

  #say(said: string, operation: string | undefined): void {
    const undo = operation === undefined ? undefined : () => void this.#session.undo([operation]);
    this.#session.panel.say({ text: said, tone: 'done', undo });
  }
}
