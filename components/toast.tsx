import type { JSX } from 'preact';
import { text } from '@/utils/strings';

/** A short message about what just happened, with the way back. */
export type Message = {
  readonly text: string;
  readonly tone: 'done' | 'warning' | 'failed';
  readonly undo?: (() => void) | undefined;
  /** Another step offered, with its label. */
  readonly offer?: { readonly label: string; readonly take: () => void } | undefined;
};

/** The message at the foot of the page. The live region stays when there is none, so that it is announced. */
export function Toast({ message }: { readonly message: Message | undefined }): JSX.Element {
  return (
    <div class="toast-region" role="status" aria-live="polite">
      {message && (
        <div class={`toast ${message.tone}`}>
          <span>{message.text}</span>
          {message.offer && (
            <button
              type="button"
              class="link"
              data-action="offer"
              onClick={(event) => event.isTrusted && message.offer?.take()}
            >
              {message.offer.label}
            </button>
          )}
          {message.undo && (
            <button
              type="button"
              class="link"
              data-action="undo"
              onClick={(event) => event.isTrusted && message.undo?.()}
            >
              {text('undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
