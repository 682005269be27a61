import type { Paper } from '@/utils/domain/paper';
import { attribute, maybe, named, textOf } from '@/utils/page/select';
import { authorRow } from './author-row';

/** Names cut short are told of in words: `, et al. (11 additional authors not shown)`. */
const NOT_SHOWN = /\((\d{1,5}) additional authors?\s+not shown\)/;

/** arXiv's lists cut the names after so many, and say nothing of it (seen 2026-06). */
const SHOWN_IN_LISTS = 100;

/** The names of a paper's authors, and how many there are where not all are shown. */
export function authorsIn(element: Element): Pick<Paper, 'authors' | 'authorCount'> {
  const authors = authorRow(element).names;
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

/** Whether the text between the names is as it should be: a lost or doubled name would show there. */
export function areAuthorsWhole(element: Element): boolean {
  // At most the names kept out of sight have a block of their own.
  if (named(element, 'div').length > 1) return false;
  if (named(element, 'a').some((link) => attribute(link, 'href') === undefined)) return false;
  return authorRow(element).isWhole;
}

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
