import type { IsoDate } from '@/utils/domain/paper';
import { tagKey } from '@/utils/domain/tag';
import { evaluator } from './evaluate';
import { type Problem, parse } from './parse';
import type { PatternEngine } from './pattern';
import type { Query } from './query';
import type { Subject } from './subject';

/** A search as typed, ready to be asked of papers. */
export type Search = {
  readonly query: Query;
  /** Keys of the tags every answer has. */
  readonly tags: readonly string[];
  readonly problems: readonly Problem[];
  readonly matches: (subject: Subject) => boolean;
};

/** Reads what stands in a search box: the last word may still be growing, ages count from `today`. */
export function parseSearch(text: string, today: IsoDate, engine?: PatternEngine): Search {
  const { query, problems } = parse(text, { typing: true });
  const tags = tagsOf(query).map(tagKey);
  return { query, tags: [...new Set(tags)], problems, matches: evaluator(query, today, engine) };
}

function tagsOf(query: Query): string[] {
  if (query.kind === 'tag') return [query.name];
  return query.kind === 'and' ? query.parts.flatMap(tagsOf) : [];
}

/** Whether a search as typed asks for everything that was seen, saved or not: it says `is:seen`. */
export function asksForSeen(text: string): boolean {
  const { query } = parse(text, { typing: true });
  const parts = query.kind === 'and' ? query.parts : [query];
  return parts.some((part) => part.kind === 'flag' && part.value === 'seen');
}
