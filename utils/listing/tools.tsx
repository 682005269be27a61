import { render } from 'preact';
import { type CardAction, CardTools } from '@/components/card-tools';
import type { Tag } from '@/utils/domain/tag';
import type { Theme } from '@/utils/page/theme';
import { type CardState, titleOf } from './card-state';
import { nearby } from './nearby';

/** The hosts of all cards' tools. */
export type Tools = {
  /** Gives a card its host once it is near the viewport, or puts it back when the page threw it out. */
  mount(state: CardState): void;
  /** Draws a card's tools again, if they are drawn at all. */
  update(state: CardState): void;
  unmount(state: CardState): void;
  /** The host element of a card, for focus and position; draws it at once. */
  hostOf(state: CardState): HTMLElement | undefined;
  setTheme(theme: Theme): void;
};

export type ToolsParts = {
  readonly document: Document;
  readonly sheet: CSSStyleSheet;
  readonly signal: AbortSignal;
  readonly canHide: () => boolean;
  readonly tags: () => readonly Tag[];
  readonly onAction: (state: CardState, action: CardAction) => void;
};

type Host = { readonly element: HTMLElement; readonly root: ShadowRoot; drawn: boolean };

/** Keeps one closed shadow root of tools on each card, drawn only near the viewport. */
export function tools(parts: ToolsParts): Tools {
  const { signal, canHide, tags, onAction } = parts;
  const hosts = new Map<CardState, Host>();
  const owners = new WeakMap<Element, CardState>();
  let theme: Theme = 'light';
  const watched = new Map<CardState, Element>();
  const near = nearby((anchor) => {
    const state = owners.get(anchor);
    if (!state) return;
    place(state);
    if (!hosts.get(state)?.drawn) draw(state);
  }, signal);

  function unwatch(state: CardState): void {
    const anchor = watched.get(state);
    if (anchor) near.unwatch(anchor);
    watched.delete(state);
  }

  /** Gives a card its host, or puts it back when the page threw it out. */
  function place(state: CardState): void {
    let current = hosts.get(state);
    if (!current) hosts.set(state, (current = newHost(parts, state, theme)));
    if (current.element.parentElement !== state.card.anchor) {
      state.card.anchor.append(current.element);
    }
  }

  function draw(state: CardState): void {
    const current = hosts.get(state);
    if (!current) return;
    current.drawn = true;
    render(
      <CardTools
        title={titleOf(state)}
        status={state.status}
        version={state.reading?.paper.version}
        tags={tags()}
        verdict={state.verdict}
        ruled={state.matches.length > 0}
        shownAnyway={state.shownAnyway}
        failure={state.failure?.message}
        canHide={canHide()}
        onAction={(action) => onAction(state, action)}
      />,
      current.root,
    );
  }

  return {
    mount(state) {
      // The line that is left of a collapsed card takes its room at once.
      if (hosts.has(state) || state.verdict.kind === 'collapse') place(state);
      const { anchor } = state.card;
      if (watched.get(state) === anchor) return;
      unwatch(state);
      watched.set(state, anchor);
      owners.set(anchor, state);
      near.watch(anchor);
    },
    update(state) {
      if (hosts.get(state)?.drawn) draw(state);
    },
    unmount(state) {
      unwatch(state);
      const current = hosts.get(state);
      if (!current) return;
      if (current.drawn) render(null, current.root);
      current.element.remove();
      hosts.delete(state);
    },
    hostOf(state) {
      if (!watched.has(state)) return undefined;
      place(state);
      const current = hosts.get(state);
      if (current && !current.drawn) draw(state);
      return current?.element;
    },
    setTheme(next) {
      theme = next;
      for (const { element } of hosts.values()) element.dataset['theme'] = next;
    },
  };
}

function newHost({ document, sheet }: ToolsParts, { card }: CardState, theme: Theme): Host {
  const element = document.createElement('offprint-tools');
  const root = element.attachShadow({ mode: 'closed', delegatesFocus: true });
  root.adoptedStyleSheets = [sheet];
  element.dataset['place'] = card.place;
  element.dataset['theme'] = theme;
  return { element, root, drawn: false };
}
