import type { JSX } from 'preact';
import type { SeenAction } from '@/utils/domain/verdict';
import { type StringKey, text } from '@/utils/strings';

const NAMES: Record<SeenAction, StringKey> = {
  leave: 'seenLeave',
  dim: 'seenDim',
  collapse: 'seenCollapse',
};

export type SeenSettingProps = {
  readonly action: SeenAction;
  readonly onChange: (action: SeenAction) => void;
};

/** Chooses what becomes of cards seen on an earlier visit. */
export function SeenSetting({ action, onChange }: SeenSettingProps): JSX.Element {
  return (
    <label class="seen-setting">
      {text('seenSetting')}
      <select
        class="select"
        value={action}
        onChange={({ currentTarget: { value } }) => {
          if (value === 'leave' || value === 'dim' || value === 'collapse') onChange(value);
        }}
      >
        {(Object.keys(NAMES) as SeenAction[]).map((name) => (
          <option key={name} value={name}>
            {text(NAMES[name])}
          </option>
        ))}
      </select>
    </label>
  );
}
