import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { type StringKey, text } from '@/utils/strings';

/** How far the note on the screen got into the library. */
export type NoteStatus = 'saved' | 'saving' | 'unsaved' | 'failed';

const STATUS_TEXTS: Readonly<Record<NoteStatus, StringKey>> = {
  saved: 'noteSaved',
  saving: 'noteSaving',
  unsaved: 'noteUnsaved',
  failed: 'noteFailed',
};

export type NoteFieldProps = {
  /** The whole text, as `onInput` gave it last. */
  readonly text: string;
  readonly status: NoteStatus;
  readonly onInput: (text: string) => void;
  readonly onRetry?: (() => void) | undefined;
  /** The reader is finished: Escape or Ctrl+Enter. */
  readonly onDone?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly autoFocus?: boolean | undefined;
};

/** A note that grows with its text and says whether it is stored. */
export function NoteField(props: NoteFieldProps): JSX.Element {
  const { text: note, status, onInput, onRetry, onDone, onBlur, autoFocus } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => grow(area.current), [note]);
  // At once, not after the next paint: keys typed meanwhile would go to the page.
  useLayoutEffect(() => {
    if (autoFocus) focusAtEnd(area.current);
  }, [autoFocus]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || !finishes(event)) return;
    event.preventDefault();
    event.stopPropagation();
    onDone?.();
  };
  return (
    <div class={`note-field ${status}`}>
      <label class="op-hidden" for={id}>
        {text('noteFieldLabel')}
      </label>
      <textarea
        id={id}
        ref={area}
        rows={2}
        value={note}
        placeholder={text('noteFieldPlaceholder')}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <p class="note-status">
        <span aria-live="polite">
          {status === 'saved' && note === '' ? '' : text(STATUS_TEXTS[status])}
        </span>
        {status === 'failed' && onRetry && (
          <button type="button" class="link" data-action="retry" onClick={onRetry}>
            {text('tryAgain')}
          </button>
        )}
      </p>
    </div>
  );
}

function finishes(event: KeyboardEvent): boolean {
  return event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
}

// Firefox has no `field-sizing: content` yet.
function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

function focusAtEnd(area: HTMLTextAreaElement | null): void {
  area?.focus({ preventScroll: true });
  area?.setSelectionRange(area.value.length, area.value.length);
}
