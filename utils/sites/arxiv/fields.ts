import type { Paper } from '@/utils/domain/paper';
import { attribute, LONGEST, maybe, named, textOf } from '@/utils/page/select';
import { wordsOf } from './words';

/** Names cut short are told of in words: `, et al. (11 additional authors not shown)`. */
const NOT_SHOWN = /\((\d{1,5}) additional authors?\s+not shown\)/;

/** arXiv's lists cut the names after so many, and say nothing of it (seen 2026-06). */
const SHOWN_IN_LISTS = 100;

/** The names of a paper's authors, and how many there are where not all are shown. */
export function authorsIn(element: Element): Pick<Paper, 'authors' | 'authorCount'> {
  const authors = authorLinks(element)
    .map((link) => wordsOf(link, LONGEST.line))
    .filter((name) => name !== '');
  if (authors.length === 0) return {};
  const more = Number(NOT_SHOWN.exec(textOf(element, 60_000))?.[1] ?? 0);
  if (more > 0 && !areKept(element)) return { authors, authorCount: authors.length + more };
  const isFull = authors.length !== SHOWN_IN_LISTS;
  return isFull ? { authors, authorCount: authors.length } : { authors };
}

/** The page of one paper holds the rest of the names too, out of sight, and a link that shows them. */
function areKept(element: Element): boolean {
  return named(element, 'a').some((link) =>
    (attribute(link, 'href') ?? '').startsWith('javascript:toggleAuthorList'),
  );
}

function authorLinks(element: Element): Element[] {
  return named(element, 'a').filter((link) =>
    /[?&]searchtype=author|\/a\/[\w.-]+$/.test(attribute(link, 'href') ?? ''),
  );
}

/** Whether the text between the names is as it should be: a lost or doubled name would show there. */
export function areAuthorsWhole(element: Element): boolean {
  // At most the names kept out of sight have a block of their own.
  if (named(element, 'div').length > 1) return false;
  if (named(element, 'a').some((link) => attribute(link, 'href') === undefined)) return false;
  const text = wordsOf(element, 60_000);
  const names = authorLinks(element).map((link) => wordsOf(link, LONGEST.line));
  if (names.length === 0) return /author list is unavailable/i.test(text);
  const rest = names.reduce(
    ({ at, isWhole }, name) => {
      const found = text.indexOf(name, at);
      const between = text.slice(at, found);
      return {
        at: found + name.length,
        isWhole: isWhole && found >= 0 && (at === 0 ? /^\W*$/u : BETWEEN).test(between),
      };
    },
    { at: 0, isWhole: true },
  );
  return rest.isWhole;
}

// Affiliations and `and` may stand between names: `(1), `, ` (for the … Collaboration), `.
const BETWEEN = /^(?=.*(?:,|:|;|\band\b|\bet al|\)))/s;

const CODE = /\(([a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]+(?:-[a-z]+)*)?)\)/g;

/** The codes of a paper's subjects, the primary one first: `Computation and Language (cs.CL); …`. */
export function subjectsIn(element: Element): Pick<Paper, 'categories' | 'primaryCategory'> {
  const primary = maybe(element, '.primary-subject');
  const [primaryCategory] = codesIn(primary ? textOf(primary) : '');
  if (primaryCategory === undefined) return {};
  return {
    primaryCategory,
    categories: [...new Set([primaryCategory, ...codesIn(textOf(element, 2_000))])],
  };
}

/** All codes in a text, in order. */
export function codesIn(text: string): string[] {
  return [...text.matchAll(CODE)].flatMap(([, code]) => code ?? []);
}
