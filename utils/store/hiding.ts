import type { Changed, Subject } from '@/utils/domain/library';
import type { PaperId } from '@/utils/domain/paper';
import type { Rule, RuleDraft } from '@/utils/domain/rule';
import { tagKey } from '@/utils/domain/tag';
import type { Facts } from './facts';
import {
  type RuleChange,
  parseDigit,
  parseId,
  parseRuleChange,
  parseRuleDraft,
  parseTag,
  parseText,
} from './parse-arguments';
import { type Store, nowOf } from './parts';
import { changePaper } from './saving';
import { type Draft, type Intent, change, transact } from './writing';

/** More than anybody keeps; each rule costs every card. */
const MOST_RULES = 5_000;

export function hide(store: Store, subject: Subject): Promise<Changed> {
  return changePaper(store, subject, { kind: 'hide' }, async (draft, id) => {
    const hidden = await draft.get('hidden', id);
    if (!hidden) draft.set('hidden', id, { hiddenAt: nowOf(store) });
  });
}

export function unhide(store: Store, subject: PaperId): Promise<Changed> {
  return changePaper(store, parseId(subject), { kind: 'unhide' }, async (draft, id) => {
    await draft.get('hidden', id);
    draft.set('hidden', id, null);
  });
}

export async function addRule(
  store: Store,
  given: RuleDraft,
): Promise<{ rule: Rule; operation: string }> {
  const draft = parseRuleDraft(given);
  const rule = { id: store.parts.newId(), ...draft, enabled: true, createdAt: nowOf(store) };
  return transact(store, async () => {
    if ((await store.db.rules.count()) >= MOST_RULES) {
      throw new Error(`There is room for ${MOST_RULES} rules.`);
    }
    const { id, ...fact } = rule;
    const operation = await changeRule(store, id, 'rule-add', rule.query, () => fact);
    return { rule, operation: operation ?? '' };
  });
}

export function editRule(store: Store, id: string, given: RuleChange): Promise<string | undefined> {
  const changed = parseRuleChange(given);
  return transact(store, async () => {
    const rule = await existingRule(store, id);
    const subject = changed.query ?? rule.query;
    return changeRule(store, id, 'rule-edit', subject, (fact) => fact && { ...fact, ...changed });
  });
}

export function removeRule(store: Store, id: string): Promise<{ operation: string }> {
  return transact(store, async () => {
    const rule = await existingRule(store, id);
    const operation = await changeRule(store, id, 'rule-remove', rule.query, () => null);
    return { operation: operation ?? '' };
  });
}

async function existingRule({ db }: Store, id: string): Promise<Rule> {
  const rule = await db.rules.get(parseText(id));
  if (!rule) throw new Error('This rule is no longer there.');
  return rule;
}

type RuleFact = Facts['rules'] | null;

async function changeRule(
  store: Store,
  id: string,
  kind: Intent['kind'],
  subject: string,
  turn: (fact: RuleFact) => RuleFact,
): Promise<string | undefined> {
  const operation = await change(store, { kind, papers: [], subject }, async (draft) => {
    draft.set('rules', id, turn(await draft.get('rules', id)));
  });
  return operation?.id;
}

/** Stops or starts all rules; a setting of the moment, not an operation. */
export async function setPaused({ db }: Store, paused: boolean): Promise<void> {
  await db.meta.put({ key: 'paused', paused: paused === true });
}

/** Gives a tag a digit or takes it away; whoever had the digit loses it. */
export function setDigit(
  store: Store,
  name: string,
  given: number | undefined,
): Promise<string | undefined> {
  const wanted = parseTag(name);
  const digit = parseDigit(given);
  return transact(store, async () => {
    const intent: Intent = { kind: 'tag-digit', papers: [], subject: wanted };
    const operation = await change(store, intent, async (draft) => {
      if (digit !== undefined) await freeDigit(store, draft, digit, tagKey(wanted));
      await draft.get('tags', tagKey(wanted));
      const row = await store.db.tags.get(tagKey(wanted));
      const fact = digit === undefined ? null : { name: row?.name ?? wanted, digit };
      draft.set('tags', tagKey(wanted), fact);
    });
    return operation?.id;
  });
}

async function freeDigit(store: Store, draft: Draft, digit: number, but: string): Promise<void> {
  const holders = await store.db.tags.filter((tag) => tag.digit === digit).toArray();
  for (const { key } of holders) {
    await draft.get('tags', key);
    if (key !== but) draft.set('tags', key, null);
  }
}
