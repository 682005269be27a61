import type { RulePreview } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper-id';
import type { Rule } from '@/utils/domain/rule';
import { glance } from '@/utils/query/glance';
import { parse } from '@/utils/query/parse';
import { compileRules } from '@/utils/query/rules';
import type { Store } from './parts';
import { occasionOf } from './reaching';
import { seenIds, seenPapers } from './seen-papers';

const MOST_EXAMPLES = 20;

/** What a rule would have done to every paper ever seen, told again and again while it is found out. */
export async function* previewRule(
  store: Store,
  rule: Pick<Rule, 'query' | 'unless'>,
  signal: AbortSignal,
): AsyncGenerator<RulePreview> {
  const draft: Rule = {
    ...rule,
    id: '',
    action: 'collapse',
    sites: [],
    enabled: true,
    createdAt: '',
  };
  const matches = compileRules([draft], occasionOf(store));
  const ids = await seenIds(store.db);
  const counts = { looked: 0, matching: 0, saved: 0, excepted: 0 };
  const examples: { id: PaperId; title: string }[] = [];
  const mayMatch = glance([parse(rule.query).query]);
  for await (const { looked, papers } of seenPapers(store.db, ids, mayMatch)) {
    if (signal.aborted) return;
    for (const { id, title, isSaved, subject } of papers) {
      const [match] = matches(subject);
      if (!match) continue;
      counts.matching += 1;
      if (match.unless) counts.excepted += 1;
      else if (isSaved) counts.saved += 1;
      else if (examples.length < MOST_EXAMPLES) examples.push({ id, title });
    }
    counts.looked = looked;
    yield { ...counts, total: ids.length, examples: [...examples] };
  }
  if (ids.length === 0) yield { ...counts, total: 0, examples };
}
