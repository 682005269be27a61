import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PAGE } from './finder';

/** A piece of a long list, from top to bottom: a page of rows, or the room of pages left out. */
export type Span =
  | { readonly kind: 'page'; readonly page: number; readonly height: number }
  | { readonly kind: 'gap'; readonly from: number; readonly height: number };

/** Height of a row nobody has seen yet, in px; the first rows say better. */
const GUESSED_ROW = 70;

/** Rendered above and below what is in sight, as a share of it. */
const MARGIN = 1;

type Sight = { readonly first: number; readonly last: number };

/**
 * Which pages of a list of `total` rows to render, so that a hundred thousand rows scroll as a hundred
 * do: those in sight, those near, and the one the keyboard is on. `shape` says when heights are others.
 */
export function useWindow(
  list: RefObject<HTMLElement | null>,
  total: number,
  keep: number,
  shape: string,
): readonly Span[] {
  const heights = useRef(new Map<number, number>());
  const known = useRef(shape);
  if (known.current !== shape) heights.current.clear();
  known.current = shape;
  const [sight, setSight] = useState<Sight>({ first: 0, last: 1 });
  const pages = Math.ceil(total / PAGE);
  const heightOf = (page: number): number =>
    heights.current.get(page) ?? guess(heights.current) * Math.min(PAGE, total - page * PAGE);

  const look = useRef((): void => undefined);
  look.current = () => {
    const scroller = list.current?.closest('.scroll');
    if (!list.current || !scroller) return;
    const top = scroller.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
    const margin = scroller.clientHeight * MARGIN;
    const next = pagesBetween(top - margin, top + scroller.clientHeight + margin, pages, heightOf);
    setSight((before) =>
      before.first === next.first && before.last === next.last ? before : next,
    );
  };

  useEffect(() => {
    const scroller = list.current?.closest('.scroll');
    if (!scroller) return undefined;
    const onScroll = (): void => look.current();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    const resized = new ResizeObserver(onScroll);
    resized.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [list]);

  useLayoutEffect(() => {
    measure(list.current, heights.current);
    look.current();
  });

  const wanted = new Set([Math.min(Math.floor(keep / PAGE), pages - 1)]);
  for (let page = sight.first; page <= Math.min(sight.last, pages - 1); page += 1) wanted.add(page);
  return spansOf(wanted, pages, heightOf);
}

function guess(heights: ReadonlyMap<number, number>): number {
  if (heights.size === 0) return GUESSED_ROW;
  const sum = [...heights.values()].reduce((total, height) => total + height, 0);
  return sum / heights.size / PAGE;
}

function pagesBetween(
  top: number,
  bottom: number,
  pages: number,
  heightOf: (page: number) => number,
): Sight {
  let first = 0;
  let at = 0;
  while (first < pages - 1 && at + heightOf(first) < top) at += heightOf(first++);
  let last = first;
  while (last < pages - 1 && at + heightOf(last) < bottom) at += heightOf(last++);
  return { first, last };
}

function spansOf(
  wanted: ReadonlySet<number>,
  pages: number,
  heightOf: (page: number) => number,
): Span[] {
  const spans: Span[] = [];
  let gap: { from: number; height: number } | undefined;
  for (let page = 0; page < pages; page += 1) {
    if (wanted.has(page)) {
      if (gap) spans.push({ kind: 'gap', ...gap });
      gap = undefined;
      spans.push({ kind: 'page', page, height: heightOf(page) });
    } else {
      gap ??= { from: page, height: 0 };
      gap.height += heightOf(page);
    }
  }
  if (gap) spans.push({ kind: 'gap', ...gap });
  return spans;
}

/** Full pages only: the last one is shorter, and would make the guess a wrong one. */
function measure(list: HTMLElement | null, heights: Map<number, number>): void {
  const ends = new Map<number, { top: number; bottom: number; rows: number }>();
  for (const item of list?.querySelectorAll<HTMLElement>(':scope > [data-page]') ?? []) {
    const page = Number(item.dataset['page']);
    const { top, bottom } = item.getBoundingClientRect();
    const end = ends.get(page);
    const rows = (end?.rows ?? 0) + Number(item.dataset['index'] !== undefined);
    ends.set(page, { top: end?.top ?? top, bottom, rows });
  }
  for (const [page, { top, bottom, rows }] of ends) {
    if (rows === PAGE) heights.set(page, bottom - top);
  }
}
