import type { Rule, RuleChange, RuleDraft } from '@/utils/domain/rule';
import type { SeenAction } from '@/utils/domain/verdict';
import type { Facts } from './facts';
import {
  parseRuleChange,
  parseRuleDraft,
  parseSeenAction,
  parseText,
  withoutNulls,
} from './parse-arguments';
import { type Store, nowOf } from './parts';
import { readRule } from './read-rule';
import { type Intent, change, transact } from './writing';

/** More than anybody keeps; each rule costs every card. */
const MOST_RULES = 20_000;

const LONGEST_PACK_NAME = 100;

export async function addRule(
  store: Store,
  given: RuleDraft,
): Promise<{ rule: Rule; operation: string }> {
  const draft = parseRuleDraft(given);
  const rule: Rule = { id: store.parts.newId(), ...draft, createdAt: nowOf(store) };
  const operation = await addAll(store, [rule], rule.query);
  return { rule, operation: operation ?? '' };
}

/** Adds rules in one operation, as a pack when it has a name. */
export function addRules(
  store: Store,
  given: readonly RuleDraft[],
  pack: string | undefined,
): Promise<string | undefined> {
  const name = parseText(pack).trim().slice(0, LONGEST_PACK_NAME);
  const drafts = (Array.isArray(given) ? given.slice(0, MOST_RULES + 1) : []).map(parseRuleDraft);
  const createdAt = nowOf(store);
  const rules = drafts.map((draft): Rule => ({
    id: store.parts.newId(),
    ...draft,
    createdAt,
    ...(name !== '' && { pack: name }),
  }));
  return addAll(store, rules, name === '' ? (rules[0]?.query ?? '') : name);
}

function addAll(
  store: Store,
  rules: readonly Rule[],
  subject: string,
): Promise<string | undefined> {
  return transact(store, async () => {
    if ((await store.db.rules.count()) + rules.length > MOST_RULES) {
      throw new Error(`There is room for ${MOST_RULES} rules.`);
    }
    return changeRules(
      store,
      rules.map(({ id }) => id),
      { kind: 'rule-add', subject },
      (_, id) => {
        const { id: _id, ...fact } = rules.find((rule) => rule.id === id) ?? { id };
        return fact as Facts['rules'];
      },
    );
  });
}

export function editRule(store: Store, id: string, given: RuleChange): Promise<string | undefined> {
  const changed = parseRuleChange(given);
  return transact(store, async () => {
    const rule = await store.db.rules.get(parseText(id));
    if (!rule) throw new Error('This rule is no longer there.');
    const subject = changed.query ?? readRule(rule).query;
    return changeRules(store, [rule.id], { kind: 'rule-edit', subject }, (fact) =>
      fact ? withoutNulls({ ...fact, ...changed }) : null,
    );
  });
}

/** Removes rules in one operation; those that are gone already are passed over. */
export function removeRules(store: Store, given: readonly string[]): Promise<string | undefined> {
  const ids = (Array.isArray(given) ? given : []).slice(0, MOST_RULES).map(parseText);
  return transact(store, async () => {
    const rules = (await store.db.rules.bulkGet([...new Set(ids)])).flatMap((rule) => rule ?? []);
    const [first] = rules;
    if (!first) return undefined;
    const subject = rules.length === 1 ? readRule(first).query : (first.pack ?? '');
    return changeRules(
      store,
      rules.map(({ id }) => id),
      { kind: 'rule-remove', subject },
      () => null,
    );
  });
}

type RuleFact = Facts['rules'] | null;

async function changeRules(
  store: Store,
  ids: readonly string[],
  intent: Pick<Intent, 'kind' | 'subject'>,
  turn: (fact: RuleFact, id: string) => RuleFact,
): Promise<string | undefined> {
  const operation = await change(store, { ...intent, papers: [] }, async (draft) => {
    for (const id of ids) draft.set('rules', id, turn(await draft.get('rules', id), id));
  });
  return operation?.id;
}

/** Stops or starts all rules; a setting of the moment, not an operation. */
export async function setPaused({ db }: Store, paused: boolean): Promise<void> {
  await db.meta.put({ key: 'paused', paused: paused === true });
}

/** What becomes of cards seen on an earlier visit. */
export async function setSeenAction({ db }: Store, action: SeenAction): Promise<void> {
  await db.meta.put({ key: 'seen-action', action: parseSeenAction(action) });
}
