import { localDay } from '@/utils/domain/day';
import type { Reach } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper';
import type { Rule } from '@/utils/domain/rule';
import { parse } from '@/utils/query/parse';
import type { PatternEngine } from '@/utils/query/pattern';
import { type Occasion, compileRules } from '@/utils/query/rules';
import { evaluator } from '@/utils/query/evaluate';
import { parseIds, parseText } from './parse-arguments';
import { type Store, nowOf } from './parts';
import { seenIds, seenPapers } from './seen-papers';

const RECENT_MS = 30 * 86_400_000;

const MOST_QUERIES = 500;

/** How many papers seen in the last 30 days each query matches, as a rule would. */
export async function reachOf(store: Store, given: readonly string[]): Promise<Reach[]> {
  const queries = (Array.isArray(given) ? given.slice(0, MOST_QUERIES) : []).map(parseText);
  const drafts = queries.map((query, index) => draftRule(query, String(index)));
  const matches = compileRules(drafts, occasionOf(store));
  const reach = queries.map(() => ({ seen: 0, saved: 0 }));
  const since = new Date(store.parts.now() - RECENT_MS).toISOString();
  for await (const papers of seenPapers(store.db, await seenIds(store.db, since))) {
    for (const { subject, isSaved } of papers) {
      for (const { rule } of matches(subject)) {
        const one = reach[Number(rule.id)];
        if (one) one.seen += 1;
        if (one && isSaved) one.saved += 1;
      }
    }
  }
  return reach;
}

/** A rule that is only thought of. */
function draftRule(query: string, id: string): Rule {
  return { id, query, action: 'collapse', sites: [], enabled: true, createdAt: '' };
}

/** Asked of a paper that stands on no page. */
export function occasionOf(store: Store): Occasion {
  return {
    site: '',
    today: localDay(new Date(store.parts.now())),
    now: nowOf(store),
    engine: store.parts.patterns,
  };
}

/** For each pattern, as printed, which of these papers hold it in title or abstract. */
export async function patternsIn(
  { db, parts }: Store,
  given: readonly string[],
  ids: readonly PaperId[],
): Promise<PaperId[][]> {
  const patterns = (Array.isArray(given) ? given.slice(0, MOST_QUERIES) : []).map(parseText);
  const tests = patterns.map((pattern) => patternTest(pattern, parts.patterns));
  const rows = (await db.papers.bulkGet(parseIds(ids))).flatMap((row) => row ?? []);
  return tests.map((test) => rows.filter((row) => test(row.paper)).map((row) => row.id));
}

function patternTest(
  printed: string,
  engine: PatternEngine,
): (paper: { readonly title: string; readonly abstract?: string }) => boolean {
  const { query } = parse(printed);
  if (query.kind !== 'pattern') return () => false;
  return evaluator(query, '', engine);
}
