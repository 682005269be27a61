import { localDay } from '@/utils/domain/day';
import type { Reach } from '@/utils/domain/library';
import type { Paper } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Rule } from '@/utils/domain/rule';
import { evaluator } from '@/utils/query/evaluate';
import { glance } from '@/utils/query/glance';
import { parse } from '@/utils/query/parse';
import type { PatternEngine } from '@/utils/query/pattern';
import { type Occasion, compileRules } from '@/utils/query/rules';
import type { OffprintDatabase } from './database';
import { parseIds, parseText } from './parse-arguments';
import { type Store, nowOf } from './parts';
import { type SeenPaper, readSeen, seenIds, subjectsOfSeen } from './seen-papers';

const RECENT_MS = 30 * 86_400_000;

const MOST_QUERIES = 500;

/** How many papers seen in the last 30 days each query matches, as a rule would. */
export async function reachOf(store: Store, given: readonly string[]): Promise<Reach[]> {
  const texts = (Array.isArray(given) ? given.slice(0, MOST_QUERIES) : []).map(parseText);
  const drafts = texts.map((query, index) => draftRule(query, String(index)));
  const queries = texts.map((text) => parse(text).query);
  const matches = compileRules(drafts, occasionOf(store));
  const mayMatch = glance(queries);
  const candidates = (await recentPapers(store)).filter(mayMatch);
  const reach = texts.map(() => ({ seen: 0, saved: 0 }));
  const count = ({ subject, isSaved }: SeenPaper): void => {
    for (const { rule } of matches(subject)) {
      const one = reach[Number(rule.id)];
      if (one) one.seen += 1;
      if (one && isSaved) one.saved += 1;
    }
  };
  for await (const papers of subjectsOfSeen(store.db, candidates)) papers.forEach(count);
  return reach;
}

type Recent = { readonly at: number; readonly papers: Promise<readonly Paper[]> };

/** While somebody types, one reading of the last month serves; anything newly seen ends it. */
const recent = new WeakMap<OffprintDatabase, Recent>();
const FRESH_MS = 60_000;

function recentPapers({ db, parts }: Store): Promise<readonly Paper[]> {
  const known = recent.get(db);
  if (known && parts.now() - known.at < FRESH_MS) return known.papers;
  const since = new Date(parts.now() - RECENT_MS).toISOString();
  const papers = seenIds(db, since).then((ids) => readSeen(db, ids));
  recent.set(db, { at: parts.now(), papers });
  papers.catch(() => recent.delete(db));
  return papers;
}

/** To be called when papers were seen: what is known of the last month may not be all of it now. */
export function forgetRecent(db: OffprintDatabase): void {
  recent.delete(db);
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
  const papers = await readSeen(db, parseIds(ids));
  return tests.map((test) => papers.filter(test).map(({ id }) => id));
}

function patternTest(
  printed: string,
  engine: PatternEngine,
): (paper: Pick<Paper, 'title' | 'abstract'>) => boolean {
  const { query } = parse(printed);
  return query.kind === 'pattern' ? evaluator(query, '', engine) : () => false;
}
