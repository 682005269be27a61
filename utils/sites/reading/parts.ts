import { attribute, childrenOf, nameOf, parentOf, textOf, walk } from '@/utils/page/select';

/** Offprint's own elements on a page. */
export const OURS = /^offprint-/;

/** Whether one of an element's classes is this one. */
export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** The elements directly inside, without those that Offprint put there. */
export function ownParts(element: Element): Element[] {
  return childrenOf(element).filter((child) => !OURS.test(nameOf(child)));
}

/** The one element among these that is so; `undefined` when none is, or several are. */
export function onlyOne(
  elements: readonly Element[],
  isMeant: (element: Element) => boolean,
): Element | undefined {
  const found = elements.filter(isMeant);
  return found.length === 1 ? found[0] : undefined;
}

const INLINE =
  /^(?:a|abbr|b|bdi|big|br|cite|code|em|font|i|img|mark|q|s|small|span|strong|sub|sup|tt|u|var|wbr|mjx-container|offprint-[a-z-]+)$/;

/**
 * Whether an element holds a line of text and nothing else: no block inside, nothing doubled, and no
 * part of a formula outside what MathJax made of it.
 */
export function isLine(element: Element): boolean {
  let isInline = true;
  walk(element, {
    enter(inner) {
      const isSource =
        nameOf(inner) === 'script' && (attribute(inner, 'type') ?? '').startsWith('math/tex');
      if (!INLINE.test(nameOf(inner)) && !isSource) isInline = false;
      return isInline && !isTypeset(inner) && !OURS.test(nameOf(inner));
    },
  });
  return isInline && !hasTwins(element);
}

/** Whether an element follows another of its kind with the same words and not even a blank between them. */
export function hasTwins(element: Element): boolean {
  let isDoubled = false;
  let last: { around: Element | undefined; look: string } | undefined;
  walk(element, {
    enter(inner) {
      const around = parentOf(inner);
      const words = textOf(inner, 200);
      const look = `${nameOf(inner)} ${attribute(inner, 'class') ?? ''} ${words}`;
      if (words !== '' && last?.around === around && last?.look === look) isDoubled = true;
      last = { around, look };
      return !isDoubled && !isTypeset(inner) && !OURS.test(nameOf(inner));
    },
    leave(inner) {
      const words = textOf(inner, 200);
      last = {
        around: parentOf(inner),
        look: `${nameOf(inner)} ${attribute(inner, 'class') ?? ''} ${words}`,
      };
    },
    text() {
      last = undefined;
    },
  });
  return isDoubled;
}

/** What MathJax 2 and 3 made of a formula, before they are done too. */
export function isTypeset(element: Element): boolean {
  return (
    nameOf(element) === 'mjx-container' || /(?:^|\s)MathJax/.test(attribute(element, 'class') ?? '')
  );
}
