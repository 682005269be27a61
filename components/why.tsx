import type { JSX } from 'preact';
import type { Rule } from '@/utils/domain/rule';
import type { Explanation, Verdict } from '@/utils/domain/verdict';
import { topicName } from '@/utils/query/topic-name';
import { type StringKey, text } from '@/utils/strings';
import { LinkButton } from './link-button';
import { ACTION_NAMES } from './rule-options';

export type WhyProps = {
  readonly explanation: Explanation;
  readonly paused: boolean;
  readonly onEdit: (rule: Rule) => void;
};

/** Why a card is as it is: each rule that matched, and what would be without the exceptions. */
export function Why({ explanation, paused, onEdit }: WhyProps): JSX.Element {
  const { rules, verdict, without } = explanation;
  const would = verdictText(without);
  return (
    <div class="why">
      <h2 class="heading" tabIndex={-1} ref={(heading) => heading?.focus()}>
        {text('whyHeading')}
      </h2>
      <p>{paused ? text('whyPaused') : verdictText(verdict)}</p>
      {rules.length === 0 && <p>{text('whyNoRule')}</p>}
      <ul>
        {rules.map(({ match, obstacle }) => (
          <li key={match.rule.id}>
            <strong>{topicName(match.rule.query)}</strong> · {text(ACTION_NAMES[match.rule.action])}
            {' · '}
            {text('whyMatched', match.words.join(', '))}
            {obstacle === 'saved' && ` · ${text('whySaved')}`}
            {obstacle === 'unless' && ` · ${text('whyUnless', match.unless?.join(', ') ?? '')}`}
            <LinkButton
              action="edit-rule"
              label={text('editRule')}
              onPress={() => onEdit(match.rule)}
            />
          </li>
        ))}
      </ul>
      {would !== verdictText(verdict) && <p>{text('whyWithout', would)}</p>}
    </div>
  );
}

const KINDS: Record<Verdict['kind'], StringKey> = {
  show: 'isShown',
  hide: 'isHidden',
  collapse: 'isCollapsed',
  dim: 'isDimmed',
  highlight: 'isHighlighted',
  pin: 'isPinned',
};

function verdictText({ kind, because, by }: Verdict): string {
  const what = text(KINDS[kind]);
  if (because) return text('whyRule', what, topicName(because.rule.query));
  return by ? text(by === 'hand' ? 'whyHand' : 'whySeen', what) : text('whyPlain', what);
}
