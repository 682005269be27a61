import { render } from 'preact';
import { type CardAction, CardTools } from '@/components/card-tools';
import type { Tag } from '@/utils/domain/tag';
import type { Theme } from '@/utils/page/theme';
import { type CardState, titleOf } from './card-state';
import { nearby } from './nearby';

/** The hosts of all cards' tools. */
export type Tools = {
  /** Gives a card its host, or puts it back when the page threw it out; draws it once it is near the viewport. */
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
  const { document, sheet, signal, canHide, tags, onAction } = parts;
  const hosts = new Map<CardState, Host>();
  const owners = new WeakMap<Element, CardState>();
  let theme: Theme = 'light';
  const near = nearby((element) => {
    const state = owners.get(element);
    if (state && !hosts.get(state)?.drawn) draw(state);
  }, signal);

  function host(state: CardState): Host {
    const element = document.createElement('offprint-tools');
    const root = element.attachShadow({ mode: 'closed', delegatesFocus: true });
    root.adoptedStyleSheets = [sheet];
    element.dataset['place'] = state.card.place;
    element.dataset['theme'] = theme;
    return { element, root, drawn: false };
  }

  function draw(state: CardState): void {
    const current = hosts.get(state);
    if (!current) return;
    current.drawn = true;
    render(
      <CardTools
        title={titleOf(state)}
        status={state.status}
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
      let current = hosts.get(state);
      if (!current) {
        current = host(state);
        hosts.set(state, current);
        owners.set(current.element, state);
      }
      if (current.element.parentElement !== state.card.anchor) {
        state.card.anchor.append(current.element);
        near.watch(current.element);
      }
    },
    update(state) {
      if (hosts.get(state)?.drawn) draw(state);
    },
    unmount(state) {
      const current = hosts.get(state);
      if (!current) return;
      near.unwatch(current.element);
      if (current.drawn) render(null, current.root);
      current.element.remove();
      hosts.delete(state);
    },
    hostOf(state) {
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
