import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { text } from '@/utils/strings';
import { Markdown, type MarkdownTree, readMarkdown } from './markdown';
import { NoteChoice } from './note-choice';
import { NoteField } from './note-field';
import type { NotePlace } from './kept-note';
import { useNote } from './use-note';

export type NoteEditorProps = {
  /** The note as it was read last. */
  readonly stored: string;
  readonly place: NotePlace;
  readonly onDone: () => void;
  readonly autoFocus: boolean;
};

/** A note that stores itself, to write and to look at as it will read. */
export function NoteEditor({ stored, place, onDone, autoFocus }: NoteEditorProps): JSX.Element {
  const note = useNote(stored, place);
  const [shown, setShown] = useState(false);
  return (
    <div class="note-editor">
      <div class="note-modes" role="group" aria-label={text('noteFieldLabel')}>
        <Mode name={text('noteWrite')} isOn={!shown} onPick={() => setShown(false)} />
        <Mode name={text('notePreview')} isOn={shown} onPick={() => setShown(true)} />
      </div>
      {shown ? (
        <NotePreview note={note.text} />
      ) : (
        <NoteField {...note} onDone={onDone} autoFocus={autoFocus} />
      )}
      <NoteChoice {...note} />
    </div>
  );
}

type ModeProps = {
  readonly name: string;
  readonly isOn: boolean;
  readonly onPick: () => void;
};

function Mode({ name, isOn, onPick }: ModeProps): JSX.Element {
  return (
    <button type="button" class="button small quiet" aria-pressed={isOn} onClick={onPick}>
      {name}
    </button>
  );
}

/** A note as it reads. */
export function NotePreview({ note }: { readonly note: string }): JSX.Element | null {
  const [tree, setTree] = useState<MarkdownTree>();
  useEffect(() => {
    let isLatest = true;
    readMarkdown(note).then(
      (read) => isLatest && setTree(read),
      (error: unknown) => console.warn('Offprint could not draw this note:', error),
    );
    return () => {
      isLatest = false;
    };
  }, [note]);
  if (note.trim() === '') return <p class="markdown muted">{text('noteEmpty')}</p>;
  return tree ? <Markdown tree={tree} /> : null;
}
