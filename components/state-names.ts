import type { ReadingState } from '@/utils/domain/entry';
import type { StringKey } from '@/utils/strings';

/** What each reading state is called. */
export const STATE_NAMES: Readonly<Record<ReadingState, StringKey>> = {
  inbox: 'stateInbox',
  'to-read': 'stateToRead',
  reading: 'stateReading',
  read: 'stateRead',
  skipped: 'stateSkipped',
};
