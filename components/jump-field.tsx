import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '@/utils/strings';

export type JumpFieldProps = {
  /** The numbers of the first and the last entry of the page. */
  readonly first: number;
  readonly last: number;
  /** False when the page has no such entry. */
  readonly onJump: (number: number) => boolean;
};

/** Asks for the number of an entry to go to. */
export function JumpField({ first, last, onJump }: JumpFieldProps): JSX.Element {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState<string>();
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const jump = (event: Event): void => {
    event.preventDefault();
    const typed = field.current?.value.trim() ?? '';
    const found = /^\[?\d{1,6}\]?$/.test(typed) && onJump(Number(typed.replace(/[[\]]/g, '')));
    setMissing(found ? undefined : typed);
  };
  return (
    <form class="jump" onSubmit={jump}>
      <label for={id}>{text('jumpTo', String(first), String(last))}</label>
      <input id={id} ref={field} type="text" inputMode="numeric" autocomplete="off" />
      {missing !== undefined && <p role="alert">{text('noSuchEntry', missing)}</p>}
    </form>
  );
}
