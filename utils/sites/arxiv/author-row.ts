import { attribute, LONGEST, nameOf, textOf, tidy, walk } from '@/utils/page/select';
import { LABEL, wordsOf } from './words';

/** The names of a row in order; `isWhole` is false when something in it is not known. */
export type AuthorRow = { readonly names: readonly string[]; readonly isWhole: boolean };

/**
 * Reads a row of authors: a link for each name, between them commas, affiliations and the like.
 * arXiv leaves some names without a link, those of collaborations and the shortest (its author
 * linker, 2026-06).
 */
export function authorRow(element: Element): AuthorRow {
  const names: string[] = [];
  let isWhole = true;
  let linked = 0;
  const end = (gap: string, isLast: boolean): void => {
    const found = namesIn(gap, linked > 0, isLast);
    isWhole &&= found !== undefined;
    names.push(...(found ?? []));
  };
  let gap = '';
  let hasBegun = false;
  walk(element, {
    enter(inner) {
      const name = nameOf(inner);
      if (/^(?:script|style|noscript|template|offprint-.*)$/.test(name)) return false;
      if (!hasBegun && name === 'span' && LABEL.test(textOf(inner, 40))) return false;
      if (name !== 'a' || !isAuthorLink(inner)) return true;
      hasBegun = true;
      // Inside brackets stands what an author belongs to, which may be a person's name too.
      if (openIn(gap) > 0) isWhole = false;
      end(gap, false);
      gap = '';
      linked += 1;
      const words = wordsOf(inner, LONGEST.line);
      if (words !== '') names.push(words);
      return false;
    },
    text(text) {
      hasBegun ||= text.trim() !== '';
      gap += text;
    },
  });
  end(gap, true);
  return { names, isWhole: isWhole && (names.length > 0 || UNAVAILABLE.test(gap)) };
}

const UNAVAILABLE = /author list is unavailable/i;

function isAuthorLink(link: Element): boolean {
  return /[?&]searchtype=author|\/a\/[\w.-]+$/.test(attribute(link, 'href') ?? '');
}

function openIn(text: string): number {
  return [...text].reduce(
    (open, letter) => open + (letter === '(' ? 1 : letter === ')' ? -1 : 0),
    0,
  );
}

/** The names without a link between two linked ones; `undefined` when the text is not one that stands there. */
function namesIn(gap: string, isAfterName: boolean, isLast: boolean): string[] | undefined {
  const text = tidy(gap, 60_000);
  if (isAfterName && !isLast && !SEPARATOR.test(text)) return undefined;
  const names: string[] = [];
  for (const part of withoutBrackets(text).split(/[,:;&]|\band\b/)) {
    const words = part.replace(FILLERS, ' ').replace(/\s+/g, ' ').trim();
    if (!/\p{L}/u.test(words)) continue;
    if (!isUnlinkedName(words)) return undefined;
    names.push(words);
  }
  return names;
}

const SEPARATOR = /[,:;&)]|\b(?:and|for|behalf|et al)\b/;
const FILLERS = /\b(?:on behalf of|for|the|The|et al\.?)(?![\p{L}\d])/gu;

/** Affiliations and counts: `(1)`, `(for the … group)`, `(11 additional authors not shown)`, one in another. */
function withoutBrackets(text: string): string {
  let left = text;
  for (let inner = left; ; left = inner) {
    inner = left.replace(/\([^()]*\)/g, ' ');
    if (inner === left) return left;
  }
}

/** Only such names have no link: of many together, or of at most three letters. */
function isUnlinkedName(words: string): boolean {
  return (
    [...words].length <= 3 ||
    (words.length <= 120 &&
      /\b(?:collaborations?|groups?|teams?|consortium|project)\b/i.test(words))
  );
}
