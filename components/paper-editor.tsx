import type { JSX } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { EntryRow, ReadingState } from '@/utils/domain/entry';
import type { Library } from '@/utils/domain/library';
import type { Tag } from '@/utils/domain/tag';
import { text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import type { NotePlace } from './kept-note';
import { NoteChoice } from './note-choice';
import { NoteField } from './note-field';
import { StateMenu } from './state-menu';
import { TagField } from './tag-field';
import { useNote } from './use-note';
import { useReading } from './use-reading';

/** The part of an editor that takes the keyboard when it opens. */
export type EditorFocus = 'tag' | 'note' | 'state' | undefined;

export type PaperEditorProps = {
  readonly row: EntryRow;
  readonly tags: readonly Tag[];
  readonly focus: EditorFocus;
  readonly read: Library['details'];
  readonly onTag: (name: string) => void;
  readonly onUntag: (name: string) => void;
  /** Changes when the paper may have changed. */
  readonly revision: number;
  readonly note: NotePlace;
  readonly onState: (state: ReadingState) => void;
  readonly onCopy: () => void;
  readonly onTrash: () => void;
  readonly onRestore: () => void;
  readonly onDone: () => void;
};

/** Tags, note and state of one saved paper, and what else can be done with it. */
export function PaperEditor(props: PaperEditorProps): JSX.Element {
  const { row, tags, focus, read, revision, onTag, onUntag, onState, onDone } = props;
  const reading = useReading(
    useCallback(() => read(row.id), [read, row.id]),
    revision,
  );
  const details = reading.value;
  const editor = useRef<HTMLDivElement>(null);
  // With its details it has its full height; short windows would show half of it.
  const isWhole = details !== undefined;
  useEffect(() => editor.current?.scrollIntoView({ block: 'nearest' }), [isWhole]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={editor}
      class="editor"
      role="group"
      aria-label={text('editPaper', row.title)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      {details?.paper.abstract && <p class="abstract">{details.paper.abstract}</p>}
      <TagField
        tags={row.tags}
        suggestions={tags}
        onAdd={onTag}
        onRemove={onUntag}
        onDone={onDone}
        autoFocus={focus === 'tag'}
      />
      {details && <Note {...props} stored={details.note} />}
      {!details && reading.isFailed && <p class="editor-failed">{text('noteUnreadable')}</p>}
      {!details && !reading.isFailed && <div class="note-waiting" />}
      <StateMenu state={row.state} onSet={onState} autoFocus={focus === 'state'} />
      <EditorButtons {...props} title={row.title} />
    </div>
  );
}

function Note(props: PaperEditorProps & { readonly stored: string }): JSX.Element {
  const note = useNote(props.stored, props.note);
  return (
    <>
      <NoteField {...note} onDone={props.onDone} autoFocus={props.focus === 'note'} />
      <NoteChoice {...note} />
    </>
  );
}

type EditorButtonsProps = Pick<PaperEditorProps, 'onCopy' | 'onTrash'> & {
  readonly title: string;
};

/** What can be done with a paper beside describing it. */
export function EditorButtons({ title, onCopy, onTrash }: EditorButtonsProps): JSX.Element {
  return (
    <div class="editor-buttons">
      <button type="button" class="button small" onClick={onCopy}>
        <Icon outline={icons.quote} />
        {text('copyBibtex')}
      </button>
      <button
        type="button"
        class="button small danger"
        aria-label={text('trashPaper', title)}
        onClick={onTrash}
      >
        <Icon outline={icons.trash} />
        {text('moveToTrash')}
      </button>
    </div>
  );
}
