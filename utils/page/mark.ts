import type { PaperId } from '@/utils/domain/paper-id';

/** Every attribute Offprint sets on somebody else's elements, and nothing else does. */
export const MARKS = {
  paper: 'data-offprint-paper',
  verdict: 'data-offprint-verdict',
  beside: 'data-offprint-beside',
  collapsed: 'data-offprint-collapsed',
  folded: 'data-offprint-folded',
  gone: 'data-offprint-gone',
  list: 'data-offprint-list',
  anchor: 'data-offprint-anchor',
  current: 'data-offprint-current',
  selected: 'data-offprint-selected',
  preview: 'data-offprint-preview',
  filtered: 'data-offprint-filtered',
} as const;

type Mark = keyof typeof MARKS;

/** The elements of a card that marks are written on. */
export type Marked = {
  readonly id: PaperId;
  readonly main: Element;
  readonly parts: readonly Element[];
  readonly anchor: Element;
};

/** Sets or clears one mark; touches the element only when something changes. */
export function mark(element: Element, name: Mark, value: string | false): void {
  const attribute = MARKS[name];
  if (value === false) {
    if (element.hasAttribute(attribute)) element.removeAttribute(attribute);
  } else if (element.getAttribute(attribute) !== value) {
    element.setAttribute(attribute, value);
  }
}

/** Writes a card's verdict; `kind` as in `Verdict`, carried out by the style sheet alone. */
export function markVerdict(card: Marked, kind: string): void {
  mark(card.main, 'paper', card.id);
  mark(card.main, 'verdict', kind);
  mark(card.anchor, 'anchor', '');
  mark(card.anchor, 'collapsed', kind === 'collapse' && '');
  for (const part of card.parts) {
    if (!part.contains(card.main)) mark(part, 'beside', kind);
    // The line that stays stands in the part with the tools.
    const isBeside = !part.contains(card.anchor);
    mark(part, 'folded', kind === 'collapse' && !isBeside && '');
    mark(part, 'gone', (kind === 'hide' || (kind === 'collapse' && isBeside)) && '');
  }
}

/** Takes a card out of sight while the page is filtered, or puts it back. */
export function markFiltered({ main, parts }: Marked, isFiltered: boolean): void {
  for (const part of [main, ...parts]) {
    if (part === main || !part.contains(main)) mark(part, 'filtered', isFiltered && '');
  }
}

/** Removes every mark from a card. */
export function unmark(card: Marked): void {
  const names = Object.keys(MARKS) as Mark[];
  for (const element of [card.main, card.anchor, ...card.parts]) {
    for (const name of names) mark(element, name, false);
  }
}
