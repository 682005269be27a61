import type { JSX } from 'preact';
import { localDay } from '@/utils/domain/day';
import type { IsoInstant } from '@/utils/domain/paper';
import { RULE_ACTIONS, type RuleAction, isRuleAction } from '@/utils/domain/rule';
import { type StringKey, text } from '@/utils/strings';

/** What a rule does, and for how long; `null` for good. */
export type RuleOptionsValue = {
  readonly action: RuleAction;
  readonly expiresAt: IsoInstant | null;
};

export type RuleOptionsProps = RuleOptionsValue & {
  /** In ms since 1970. */
  readonly now: number;
  readonly onChange: (value: RuleOptionsValue) => void;
};

export const ACTION_NAMES: Record<RuleAction, StringKey> = {
  hide: 'actionHide',
  collapse: 'actionCollapse',
  dim: 'actionDim',
  highlight: 'actionHighlight',
  pin: 'actionPin',
};

const DAY_MS = 86_400_000;

/** Chooses what a rule does with the papers it matches, and when that ends. */
export function RuleOptions({ action, expiresAt, now, onChange }: RuleOptionsProps): JSX.Element {
  const choose = (choice: string): void => {
    const days = { day: 1, week: 7, date: 30 }[choice];
    const until = days === undefined ? null : new Date(now + days * DAY_MS).toISOString();
    onChange({ action, expiresAt: until });
  };
  return (
    <div class="rule-options">
      <select
        class="select"
        aria-label={text('ruleAction')}
        value={action}
        onChange={({ currentTarget: { value } }) =>
          isRuleAction(value) && onChange({ action: value, expiresAt })
        }
      >
        {RULE_ACTIONS.map((name) => (
          <option key={name} value={name}>
            {text(ACTION_NAMES[name])}
          </option>
        ))}
      </select>
      <select
        class="select"
        aria-label={text('ruleDuration')}
        value={expiresAt === null ? 'always' : 'date'}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="always">{text('durationAlways')}</option>
        <option value="day">{text('durationDay')}</option>
        <option value="week">{text('durationWeek')}</option>
        <option value="date">{text('durationDate')}</option>
      </select>
      {expiresAt !== null && (
        <input
          class="select"
          type="date"
          aria-label={text('durationDate')}
          required
          value={dayOf(expiresAt)}
          onChange={({ currentTarget: { value } }) =>
            value !== '' && onChange({ action, expiresAt: endOf(value) })
          }
        />
      )}
    </div>
  );
}

/** The reader's day on which an instant falls. */
function dayOf(instant: IsoInstant): string {
  return localDay(new Date(instant));
}

/** The last moment of the reader's day. */
function endOf(day: string): IsoInstant {
  return new Date(`${day}T23:59:59`).toISOString();
}
