import type { JSX } from 'preact';
import { text } from '@/utils/strings';

export type CopyByHandProps = { readonly citation: string };

/** The text to copy with the reader's own hands, where the browser refuses the clipboard. */
export function CopyByHand({ citation }: CopyByHandProps): JSX.Element {
  return (
    <label class="by-hand">
      {text('copyByHand')}
      <textarea
        class="field"
        readOnly
        rows={8}
        value={citation}
        ref={(area) => {
          area?.focus();
          area?.select();
        }}
      />
    </label>
  );
}
