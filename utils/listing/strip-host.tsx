import { render } from 'preact';
import { Strip, type StripProps } from '@/components/strip';
import { mark } from '@/utils/page/mark';
import type { Theme } from '@/utils/page/theme';
import { text } from '@/utils/strings';
import type { PageFilter } from './page-filter';
import type { Pointer } from './pointer';
import type { Session } from './session';

const HELP = { kind: 'help', props: {} } as const;

type StripFacts = Omit<
  StripProps,
  'onPause' | 'onShowAll' | 'onList' | 'onNextPinned' | 'onClearFilter' | 'onHelp'
>;

/** The strip above a list. */
export type StripHost = {
  /** Draws it right above `list`; without a list it goes. */
  draw(list: Element | undefined, facts: StripFacts): void;
  remove(): void;
  setTheme(theme: Theme): void;
};

/** Makes the strip's host; it has no height of its own, so the page does not move. */
export function strip(
  document: Document,
  sheet: CSSStyleSheet,
  session: Session & { readonly filter: PageFilter; readonly pointer: Pointer },
): StripHost {
  const element = document.createElement('offprint-strip');
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet];
  let marked: Element | undefined;
  return {
    draw(list, facts) {
      if (marked !== list) {
        if (marked) mark(marked, 'list', false);
        if (list) mark(list, 'list', '');
        marked = list;
      }
      if (!list) return element.remove();
      if (list.previousElementSibling !== element) list.before(element);
      render(
        <Strip
          {...facts}
          onPause={(paused) => void session.hiding.pause(paused)}
          onShowAll={(all) => session.hiding.showAll(all)}
          onList={() => session.hiding.list()}
          onNextPinned={() => goToPinned(session)}
          onClearFilter={() => session.filter.clear()}
          onHelp={() => session.panel.open({ label: text('keys'), editor: HELP })}
        />,
        root,
      );
    },
    remove() {
      if (marked) mark(marked, 'list', false);
      render(null, root);
      element.remove();
    },
    setTheme(theme) {
      element.dataset['theme'] = theme;
    },
  };
}

/** Goes on to the next pinned card, from the last to the first. */
function goToPinned({ states, pointer }: Pick<Session, 'states'> & { pointer: Pointer }): void {
  const here = pointer.here();
  const from = here ? states.indexOf(here) + 1 : 0;
  const inOrder = [...states.slice(from), ...states.slice(0, from)];
  const next = inOrder.find(({ verdict }) => verdict.kind === 'pin');
  if (next) pointer.goTo(next);
}
