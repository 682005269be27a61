import { render } from 'preact';
import type { IsoInstant } from '@/utils/domain/paper';
import { conceals } from '@/utils/domain/verdict';
import type { Theme } from '@/utils/page/theme';
import { counted, text } from '@/utils/strings';
import type { CardState } from './card-state';

/** The line between what is new on a listing and what was seen on an earlier visit. */
export type Divider = {
  /** Draws it where the one ends and the other begins; times in ms since 1970. */
  draw(states: readonly CardState[], lastVisit: IsoInstant | undefined, now: number): void;
  remove(): void;
  setTheme(theme: Theme): void;
};

/** Makes the divider's host; it lies on a card's edge, so the page does not move. */
export function divider(document: Document, sheet: CSSStyleSheet): Divider {
  const element = document.createElement('offprint-divider');
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet];
  return {
    draw(states, lastVisit, now) {
      const place = placeOf(states);
      if (!place || lastVisit === undefined) return element.remove();
      const time = ago(Date.parse(lastVisit), now);
      const label = text(place.isNewBelow ? 'newSinceVisit' : 'seenSinceVisit', time);
      const { anchor } = place.state.card;
      if (element.parentElement !== anchor) anchor.append(element);
      render(
        <div class="divider" role="separator" aria-label={label}>
          <span>{label}</span>
        </div>,
        root,
      );
    },
    remove() {
      render(null, root);
      element.remove();
    },
    setTheme(theme) {
      element.dataset['theme'] = theme;
    },
  };
}

/** `3 hours ago`, when the site was visited before. */
export function sinceText(lastVisit: IsoInstant | undefined, now: number): string | undefined {
  return lastVisit === undefined ? undefined : ago(Date.parse(lastVisit), now);
}

/** The card on whose edge new and seen ones part; none where they are mixed, or all of one kind. */
function placeOf(
  states: readonly CardState[],
): { readonly state: CardState; readonly isNewBelow: boolean } | undefined {
  const known = states.filter(({ status, verdict }) => status && !conceals(verdict));
  const isNew = known.map(({ status }) => status?.seenBefore === undefined);
  const at = isNew.findIndex((fresh) => fresh !== isNew[0]);
  const state = known[at];
  const parts = state && isNew.slice(at).every((fresh) => fresh === isNew[at]);
  return parts ? { state, isNewBelow: isNew[at] === true } : undefined;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

function ago(then: number, now: number): string {
  const ms = Math.max(0, now - then);
  if (ms >= DAY_MS) return counted('daysAgo', Math.floor(ms / DAY_MS));
  if (ms >= HOUR_MS) return counted('hoursAgo', Math.floor(ms / HOUR_MS));
  return counted('minutesAgo', Math.floor(ms / MINUTE_MS));
}
