import type { FieldSource, IsoDate, Paper, Reading } from '@/utils/domain/paper';

const LONGEST = { name: 300, title: 2_000, abstract: 20_000 };
const MOST_AUTHORS = 5_000;

/** What an API said of a paper, unchecked. */
export type Answer = {
  readonly title: unknown;
  readonly authors: readonly unknown[];
  readonly abstract: unknown;
  readonly published: unknown;
};

/** The answer as a reading from `source`; `undefined` when it names no author or no title. */
export function readingOf(
  id: Paper['id'],
  answer: Answer,
  source: FieldSource,
): Reading | undefined {
  const title = line(answer.title, LONGEST.title);
  const authors = answer.authors
    .slice(0, MOST_AUTHORS)
    .flatMap((name) => line(name, LONGEST.name) ?? []);
  if (title === undefined || authors.length === 0) return undefined;
  const abstract = line(answer.abstract, LONGEST.abstract);
  const published = day(answer.published);
  const paper: Paper = {
    id,
    title,
    authors,
    ...(abstract !== undefined && { abstract }),
    ...(published !== undefined && { published }),
  };
  const fields = Object.keys(paper).filter((name) => name !== 'id');
  return { paper, sources: Object.fromEntries(fields.map((name) => [name, source])) };
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
