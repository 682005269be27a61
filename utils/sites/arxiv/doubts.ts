import { attribute, nameOf, named, parentOf, textOf, walk } from '@/utils/page/select';
import { areTwins } from '../reading/twins';
import { areAuthorsWhole, codesIn } from './fields';
import type { Fields } from './entry';
import { hasClass } from '../reading/parts';
import { isFormula, isTypeset } from './words';

/** What in a paper's fields is not as arXiv writes it, in words without any of the page's own. */
export function doubtsIn(fields: Fields): string[] {
  const { title, authors, abstract, comment, journalRef, subjects } = fields;
  const texts = [title, abstract, comment, journalRef].filter((field) => field !== undefined);
  return [
    ...texts.flatMap((field) => doubtIn(field) ?? []),
    ...(title ? [] : ['no title']),
    ...(authors && areAuthorsWhole(authors) ? [] : ['names that do not follow one another']),
    ...(subjects && !areSubjectsWhole(subjects) ? ['subjects without a primary one'] : []),
  ];
}

/** The first thing in a text that would be read wrongly if the text were read. */
function doubtIn(field: Element): string | undefined {
  let doubt: string | undefined;
  let hasBegun = false;
  // The element right before, with no text in between.
  let previous: Element | undefined;
  walk(field, {
    enter(element) {
      const beside = previous && parentOf(previous) === parentOf(element) ? previous : undefined;
      previous = undefined;
      doubt ??= doubtOf(element, beside, hasBegun);
      return doubt === undefined && !isTypeset(element) && nameOf(element) !== 'script';
    },
    leave: (element) => (previous = element),
    text(text) {
      previous = undefined;
      hasBegun ||= text.trim() !== '';
    },
  });
  return doubt;
}

function doubtOf(
  element: Element,
  beside: Element | undefined,
  hasBegun: boolean,
): string | undefined {
  const name = nameOf(element);
  if (name === 'a' && attribute(element, 'href') === undefined && !isSwitch(element))
    return 'a link without an address';
  if (name === 'script' && !isFormula(element)) return 'a script that is no formula';
  if (hasBegun && hasClass(element, 'descriptor')) return 'a label amid the words';
  // MathJax 2 puts what it draws right before the source of it.
  if (isFormula(element) && !(beside && isTypeset(beside))) return UNKNOWN_FORMULA;
  if (!beside) return undefined;
  if (areTwins(beside, element)) return 'the same element twice in a row';
  const isBesideWords = /^(?:span|div)$/.test(nameOf(beside)) && !isTypeset(beside);
  return isTypeset(element) && isBesideWords && !hasClass(beside, 'search-hit')
    ? UNKNOWN_FORMULA
    : undefined;
}

const UNKNOWN_FORMULA = 'a formula drawn in a way that is not known';

/** `△ Less` and `▽ More` lead nowhere. */
function isSwitch(link: Element): boolean {
  return /^[△▽] (?:Less|More)$/u.test(textOf(link, 20));
}

function areSubjectsWhole(subjects: Element): boolean {
  const primary = named(subjects, 'span').find((span) => hasClass(span, 'primary-subject'));
  return primary !== undefined && codesIn(textOf(primary)).length === 1;
}
