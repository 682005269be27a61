import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { READING_STATES, type ReadingState } from '@/utils/domain/entry';
import { text } from '@/utils/strings';
import { STATE_NAMES } from './state-names';

export type StateMenuProps = {
  /** Absent while the paper is not saved. */
  readonly state: ReadingState | undefined;
  readonly onSet: (state: ReadingState) => void;
  readonly autoFocus?: boolean | undefined;
};

/** The five reading states, one of them chosen. */
export function StateMenu({ state, onSet, autoFocus }: StateMenuProps): JSX.Element {
  const group = useId();
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (autoFocus) first.current?.focus({ preventScroll: true });
  }, [autoFocus]);
  return (
    <fieldset class="state-menu">
      <legend class="op-hidden">{text('readingState')}</legend>
      {READING_STATES.map((option) => (
        <label key={option} class="state-option">
          <input
            ref={option === (state ?? 'inbox') ? first : null}
            type="radio"
            name={group}
            value={option}
            checked={option === state}
            onChange={() => onSet(option)}
          />
          <span>{text(STATE_NAMES[option])}</span>
        </label>
      ))}
    </fieldset>
  );
}
