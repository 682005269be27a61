import { areEqual, attribute, nameOf, parentOf, walk } from '@/utils/page/select';
import { holding } from '../reading/doubts';
import { areTwins } from '../reading/twins';
import type { FoundCard } from './find-cards';

/** What on a list's cards is not as the site writes it, in words without any of the page's own. */
export function doubtsInCards(cards: readonly FoundCard[]): string[] {
  const isRepeated = cards.some((card, at) => {
    const before = cards[at - 1];
    return before?.id === card.id && areEqual(before.element, card.element);
  });
  return [
    ...holding({ 'a card twice in a row': isRepeated }),
    ...new Set(cards.flatMap(({ element }) => doubtsIn(element))),
  ];
}

/** What within one paper's elements would be read wrongly. */
export function doubtsIn(around: Element): string[] {
  let isDoubled = false;
  let isUnlinked = false;
  // The element right before, with no text in between.
  let previous: Element | undefined;
  walk(around, {
    enter(element) {
      const name = nameOf(element);
      // A title may stand on its card twice, and is read once.
      if (previous && name !== 'h3' && parentOf(previous) === parentOf(element))
        isDoubled ||= areTwins(previous, element);
      previous = undefined;
      isUnlinked ||= name === 'a' && attribute(element, 'href') === undefined;
      return name !== 'svg' && !name.startsWith('offprint-');
    },
    leave: (element) => (previous = element),
    text(text) {
      if (text.trim() !== '') previous = undefined;
    },
  });
  return holding({
    'the same element twice in a row': isDoubled,
    'a link without an address': isUnlinked,
  });
}
