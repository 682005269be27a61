import { attribute, attributeNames, nameOf, walk } from './select';

/** Most elements told of; a card has some 30. */
const MOST = 120;
const LONGEST_NAME = 40;

/**
 * How an element is built, one line for each element in it: names of elements, of classes and of
 * attributes. No text and no value of an attribute, so that it tells nothing of paper or reader.
 */
export function skeletonOf(root: Element): string {
  const lines: string[] = [];
  let depth = 0;
  const add = (element: Element): void => {
    if (lines.length < MOST) lines.push(`${'  '.repeat(Math.min(depth, 12))}${lineOf(element)}`);
  };
  add(root);
  walk(root, {
    enter(element) {
      depth += 1;
      const isOurs = nameOf(element).startsWith('offprint-');
      if (!isOurs) add(element);
      return !isOurs && nameOf(element) !== 'svg';
    },
    leave: () => (depth -= 1),
  });
  return lines.join('\n');
}

function lineOf(element: Element): string {
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(isName);
  const attributes = attributeNames(element)
    .filter((name) => name !== 'class' && !name.startsWith('data-offprint'))
    .filter(isName);
  const told = attributes.length > 0 ? ` [${attributes.join(' ')}]` : '';
  return `${[nameOf(element).slice(0, LONGEST_NAME), ...classes].join('.')}${told}`;
}

/** A number in a class may be a paper's or a reader's. */
function isName(word: string): boolean {
  return word !== '' && word.length <= LONGEST_NAME && !/\d{4}|@/.test(word);
}
