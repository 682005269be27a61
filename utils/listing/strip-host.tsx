import { render } from 'preact';
import { Help } from '@/components/help';
import { Strip, type StripProps } from '@/components/strip';
import { mark } from '@/utils/page/mark';
import type { Theme } from '@/utils/page/theme';
import { text } from '@/utils/strings';
import type { PageFilter } from './page-filter';
import type { Session } from './session';

type StripFacts = Omit<StripProps, 'onPause' | 'onShowAll' | 'onClearFilter' | 'onHelp'>;

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
  session: Session & { readonly filter: PageFilter },
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
          onClearFilter={() => session.filter.clear()}
          onHelp={() => session.panel.open({ label: text('keys'), content: <Help /> })}
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
