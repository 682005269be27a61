import type { JSX } from 'preact';
import { Broken } from './list-states';
import type { ReadingState } from './use-reading';

export type UnreadProps = { readonly reading: Omit<ReadingState<unknown>, 'value'> };

/** Says that something could not be read, and offers to try again; nothing while it can. */
export function Unread({ reading }: UnreadProps): JSX.Element | null {
  return reading.isFailed ? <Broken error={reading.error} onRetry={reading.retry} /> : null;
}
