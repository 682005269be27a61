import type { FieldSource, IsoDate, Paper, Reading } from '@/utils/domain/paper';
import { doiOf, doiPaperId } from '@/utils/domain/paper-id';
import { known } from './known';

const LONGEST = { name: 300, title: 2_000, abstract: 20_000, comment: 2_000, journalRef: 500 };
const MOST = { authors: 5_000, categories: 50 };

/** What an API said of a paper, unchecked. */
export type Answer = {
  readonly title: unknown;
  readonly authors: readonly unknown[];
  readonly abstract: unknown;
  readonly published: unknown;
  readonly updated?: unknown;
  readonly version?: number | undefined;
  readonly comment?: unknown;
  readonly journalRef?: unknown;
  readonly doi?: unknown;
  readonly primaryCategory?: unknown;
  readonly categories?: readonly unknown[];
};

/** The answer as a reading from `source`; `undefined` when it names no author or no title. */
export function readingOf(
  id: Paper['id'],
  answer: Answer,
  source: FieldSource,
): Reading | undefined {
  const title = line(answer.title, LONGEST.title);
  const authors = answer.authors
    .slice(0, MOST.authors)
    .flatMap((name) => line(name, LONGEST.name) ?? []);
  if (title === undefined || authors.length === 0) return undefined;
  const paper: Paper = {
    id,
    title,
    authors,
    ...known({
      abstract: line(answer.abstract, LONGEST.abstract),
      published: day(answer.published),
      updated: day(answer.updated),
      version: answer.version,
      comment: line(answer.comment, LONGEST.comment),
      journalRef: line(answer.journalRef, LONGEST.journalRef),
      doi: doiIn(answer.doi),
      primaryCategory: category(answer.primaryCategory),
      categories: categories(answer.categories),
    }),
  };
  const fields = Object.keys(paper).filter((name) => name !== 'id');
  return { paper, sources: Object.fromEntries(fields.map((name) => [name, source])) };
}

/** The first of the DOIs given, in lower case. arXiv's own DOI says nothing new. */
function doiIn(value: unknown): string | undefined {
  const [first = ''] = (line(value, 1_000) ?? '').split(/[\s;,]+/u);
  const id = doiPaperId(first.replace(/\.+$/, ''));
  return id && doiOf(id);
}

/** https://arxiv.org/category_taxonomy: `cs.LG`, `hep-th`; classes of other schemes are none. */
function category(value: unknown): string | undefined {
  return typeof value === 'string' &&
    /^[a-z]{2,8}(?:-[a-z]{2,4})?(?:\.[A-Za-z-]{2,10})?$/.test(value)
    ? value
    : undefined;
}

function categories(values: readonly unknown[] = []): readonly string[] | undefined {
  const ours = values.slice(0, MOST.categories).flatMap((value) => category(value) ?? []);
  return ours.length > 0 ? ours : undefined;
}

// Both APIs break lines inside titles and abstracts where the author's file did.
function line(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .slice(0, longest)
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return text === '' ? undefined : text;
}

/** The day of an instant like `2026-08-20T00:00:00.000Z`. */
function day(value: unknown): IsoDate | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return undefined;
  return Number.isNaN(Date.parse(value)) ? undefined : value.slice(0, 10);
}
