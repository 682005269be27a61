import type { JSX } from 'preact';
import { localDay } from '@/utils/domain/day';
import type { Rule, RuleRecord } from '@/utils/domain/rule';
import type { Review } from '@/utils/query/review';
import { topicName } from '@/utils/query/topic-name';
import { type StringKey, counted, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { IconButton } from './list-bars';
import { problemText } from './query-problem';
import { ACTION_NAMES } from './rule-options';

export type RuleRowProps = {
  readonly rule: Rule;
  readonly record: RuleRecord | undefined;
  readonly review: Review | undefined;
  readonly siteNames: ReadonlyMap<string, string>;
  readonly onSwitch: (on: boolean) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
};

/** One rule: what it says, what it did in 30 days, and what is wrong with it. */
export function RuleRow(props: RuleRowProps): JSX.Element {
  const { rule, record, review } = props;
  return (
    <li class={rule.enabled ? 'rule' : 'rule off'}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={rule.enabled}
        checked={rule.enabled}
        aria-label={text('ruleOn', rule.query)}
        onChange={(event) => props.onSwitch(event.currentTarget.checked)}
      />
      <div class="rule-body">
        <button type="button" class="rule-query" onClick={props.onEdit}>
          <RuleQuery rule={rule} review={review} />
        </button>
        <p class="rule-facts">{factsOf(props).join(' · ')}</p>
        {rule.note && <p class="rule-note">{rule.note}</p>}
        <p class="rule-record">{recordText(record)}</p>
        {warningsOf(props).map((warning) => (
          <p key={warning} class="rule-warning">
            <Icon outline={icons.warning} /> {warning}
          </p>
        ))}
      </div>
      <IconButton icon={icons.trash} label={text('removeRule')} onClick={props.onRemove} />
    </li>
  );
}

/** The query, with the place marked at which it breaks. */
function RuleQuery({ rule, review }: Pick<RuleRowProps, 'rule' | 'review'>): JSX.Element {
  const { query } = rule;
  const breakage = review?.breakage;
  if (!breakage || !('problem' in breakage) || breakage.part !== 'query') {
    return <>{topicName(query) || '—'}</>;
  }
  const { start, end } = breakage.problem;
  return (
    <>
      {query.slice(0, start)}
      <mark>{query.slice(start, end)}</mark>
      {query.slice(end)}
    </>
  );
}

function factsOf({ rule, siteNames }: RuleRowProps): string[] {
  const { action, unless, sites, expiresAt, pack } = rule;
  const facts = [text(ACTION_NAMES[action])];
  if (unless !== undefined) facts.push(text('ruleUnlessFact', unless));
  if (sites.length > 0) facts.push(sites.map((site) => siteNames.get(site) ?? site).join(', '));
  if (expiresAt !== undefined) facts.push(text('ruleUntil', localDay(new Date(expiresAt))));
  if (pack !== undefined) facts.push(text('rulePack', pack));
  return facts;
}

function recordText(record: RuleRecord | undefined): string {
  if (!record) return text('ruleNoMatch');
  const { matched, hidden, shown, saved, lastMatch } = record;
  const parts = [counted('ruleMatched', matched)];
  if (hidden > 0) parts.push(text('ruleHidden', hidden));
  if (shown > 0) parts.push(text('ruleShown', shown));
  if (saved > 0) parts.push(text('ruleSaved', saved));
  if (lastMatch !== undefined) parts.push(text('ruleLastMatch', localDay(new Date(lastMatch))));
  return parts.join(' · ');
}

const UNREADABLE: Record<NonNullable<Rule['unreadable']>, StringKey> = {
  query: 'unreadableQuery',
  action: 'unreadableAction',
  unless: 'unreadableUnless',
  sites: 'unreadableSites',
  expiresAt: 'unreadableExpiry',
};

function warningsOf({ review }: RuleRowProps): string[] {
  if (!review) return [];
  const { breakage, duplicateOf, expired, orphaned } = review;
  const warnings: string[] = [];
  if (breakage) {
    const reason = 'problem' in breakage ? problemText(breakage.problem) : undefined;
    const where = breakage.part === 'unless' ? text('ruleUnless') : text('ruleQuery');
    warnings.push(
      reason === undefined ? text(UNREADABLE[breakage.part]) : text('ruleBroken', where, reason),
    );
  }
  if (duplicateOf) warnings.push(text('ruleDuplicate', topicName(duplicateOf.query)));
  if (expired) warnings.push(text('ruleExpired'));
  if (orphaned) warnings.push(text('ruleOrphaned'));
  return warnings;
}
