import type { CardAction } from '@/components/card-tools';
import { conceals } from '@/utils/domain/verdict';
import { text } from '@/utils/strings';
import type { CardState } from './card-state';
import { type KeyAction, keyAction } from './keys';
import type { PageFilter } from './page-filter';
import { type Pointer, isOutOfSight } from './pointer';
import type { Session } from './session';

/** A session with what keys and buttons need beside its verbs. */
export type Driven = Session & { readonly pointer: Pointer; readonly filter: PageFilter };

/** Carries out what a button on a card asks for. */
export function takeAction(session: Driven, state: CardState, action: CardAction): void {
  const { actions, hiding, pointer, topics } = session;
  pointer.point(state);
  const states = [state];
  const doing: Record<CardAction, () => unknown> = {
    save: () => actions.save(states),
    tag: () => actions.editTags(states),
    note: () => actions.editNote(state),
    state: () => actions.editState(states),
    bibtex: () => actions.copyBibtex(states),
    hide: () => hiding.hide(states),
    'hide-topic': () => topics.propose(state),
    show: () => hiding.show(states),
    except: () => hiding.except(state),
    'edit-rule': () => hiding.editRuleOf(state),
    'pause-rule': () => hiding.pauseRuleOf(state),
    why: () => hiding.why(state),
    retry: () => state.failure?.retry(),
  };
  doing[action]();
}

/** Serves the keys until the signal aborts. */
export function listenToKeys(session: Driven, signal: AbortSignal): void {
  session.document.defaultView?.addEventListener(
    'keydown',
    (event) => {
      const action = keyAction(event);
      if (action === undefined || !takeKey(session, action)) return;
      // The site has keys of its own; one press does one thing.
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
}

/** Does what a key asks for; false when there is nothing it could be meant for. */
function takeKey(session: Driven, action: KeyAction): boolean {
  const page = pageKeys(session, action);
  if (page !== undefined) return page;
  const { actions, hiding, pointer, topics } = session;
  const states = pointer.targets();
  const [state] = states;
  if (!state) return false;
  if (typeof action === 'object') {
    void actions.toggleTag(action.digit, states);
    return true;
  }
  const doing: Partial<Record<Extract<KeyAction, string>, () => unknown>> = {
    save: () => actions.save(states),
    tag: () => actions.editTags(states),
    note: () => actions.editNote(state),
    state: () => actions.editState(states),
    bibtex: () => actions.copyBibtex(states),
    hide: () => hideAndMoveOn(session, states),
    'hide-topic': () => topics.propose(state),
    authors: () => topics.authors(state),
    why: () => hiding.why(state),
    open: () => actions.open(state),
    select: () => select(session),
  };
  doing[action]?.();
  return action in doing;
}

/** The keys that are for the page and not for a card; `undefined` when this is none of them. */
function pageKeys(session: Driven, action: KeyAction): boolean | undefined {
  const { hiding, pointer, panel, filter } = session;
  switch (action) {
    case 'next':
    case 'previous':
      pointer.move(action === 'next' ? 1 : -1);
      return true;
    case 'undo':
      void session.undo();
      return true;
    case 'filter':
      filter.open();
      return true;
    case 'pause':
      void hiding.pause(!session.judge.ruling.paused);
      return true;
    case 'list-hidden':
      hiding.list();
      return true;
    case 'jump':
      jump(session);
      return true;
    case 'help':
      panel.open({ label: text('keys'), editor: { kind: 'help', props: {} } });
      return true;
    case 'escape':
      return escape(session);
    default:
      return undefined;
  }
}

function numberOf({ card }: CardState, at: number): number {
  return card.number ?? at + 1;
}

/** Goes to the entry with a number: the one the site gives it, else its place on the page. */
function jump(session: Driven): void {
  const { states, panel, pointer, hiding, filter } = session;
  const numbers = states.map(numberOf);
  panel.open({
    label: text('jumpHeading'),
    editor: {
      kind: 'jump',
      props: {
        first: numbers[0] ?? 1,
        last: numbers.at(-1) ?? states.length,
        onJump(number) {
          const state = states[numbers.indexOf(number)];
          if (!state) return false;
          panel.close();
          // Who asks for it by number wants to see it.
          if (conceals(state.verdict)) hiding.show([state]);
          if (isOutOfSight(state)) filter.clear();
          pointer.goTo(state);
          return true;
        },
      },
    },
  });
}

async function hideAndMoveOn(session: Driven, states: readonly CardState[]): Promise<void> {
  const gone = new Set(states);
  const from = states.reduce((last, state) => Math.max(last, session.states.indexOf(state)), 0);
  const after = session.states.slice(from);
  const next = after.find((state) => !gone.has(state) && !isOutOfSight(state));
  await session.hiding.hide(states);
  if (next) session.pointer.point(next);
}

function select(session: Driven): void {
  const state = session.pointer.here();
  if (!state) return;
  state.selected = !state.selected;
  session.decide([state]);
}

/** Takes back the lightest thing first: the filter, then the selection. */
function escape(session: Driven): boolean {
  if (session.filter.now()) {
    session.filter.clear();
    return true;
  }
  const selected = session.states.filter((state) => state.selected);
  for (const state of selected) state.selected = false;
  session.decide(selected);
  return selected.length > 0;
}
