import type { JSX } from 'preact';
import { text } from '@/utils/strings';
import type { EditedNote } from './use-note';

export type NoteChoiceProps = Pick<EditedNote, 'other' | 'onChoose'>;

/** Two texts of one note, of which the reader chooses; nothing while there is only one. */
export function NoteChoice({ other, onChoose }: NoteChoiceProps): JSX.Element | null {
  if (other === undefined) return null;
  return (
    <div class="note-choice" role="alert">
      <p>{text('noteChangedElsewhere')}</p>
      <blockquote>{other === '' ? text('noteEmpty') : other}</blockquote>
      <div class="editor-buttons">
        <button type="button" class="button small" onClick={() => onChoose('mine')}>
          {text('noteKeepMine')}
        </button>
        <button type="button" class="button small" onClick={() => onChoose('other')}>
          {text('noteTakeOther')}
        </button>
      </div>
    </div>
  );
}
