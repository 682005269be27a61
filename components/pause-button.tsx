import type { JSX } from 'preact';
import type { Library } from '@/utils/domain/library';
import { text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { IconButton } from './list-bars';
import type { Changes } from './use-changes';

export type PauseButtonProps = {
  readonly paused: boolean;
  readonly library: Pick<Library, 'setPaused'>;
  readonly changes: Changes;
};

/** Stops all hiding on listings, or starts it again. */
export function PauseButton({ paused, library, changes }: PauseButtonProps): JSX.Element {
  const toggle = (): void =>
    void changes.make(text(paused ? 'hidingResumed' : 'hidingPaused'), async () => {
      await library.setPaused(!paused);
      return {};
    });
  return (
    <IconButton
      icon={paused ? icons.play : icons.pause}
      label={text('pauseHiding')}
      hint={text(paused ? 'resumeHiding' : 'pauseHidingHint')}
      pressed={paused}
      onClick={toggle}
    />
  );
}
