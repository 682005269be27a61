import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Details } from '@/utils/domain/library';
import {
  EDITABLE,
  type EditableField,
  type Edits,
  type FieldSource,
  type PaperField,
} from '@/utils/domain/paper';
import { type StringKey, text } from '@/utils/strings';
import { dayText } from './day-text';

export type FieldListProps = {
  readonly details: Details;
  /** What the reader wrote; a blank field goes back to what the site says. */
  readonly onEdit: (edits: Edits) => void;
};

/** What each field a reader may write is called. */
export const FIELD_NAMES: Readonly<Record<EditableField, StringKey>> = {
  title: 'fieldTitle',
  authors: 'fieldAuthors',
  abstract: 'fieldAbstract',
  published: 'fieldPublished',
  venue: 'fieldVenue',
  organization: 'fieldOrganization',
  primaryCategory: 'fieldPrimaryCategory',
};

const OTHERS: readonly (readonly [PaperField, StringKey])[] = [
  ['authorCount', 'fieldAuthorCount'],
  ['categories', 'fieldCategories'],
  ['keywords', 'fieldKeywords'],
  ['submitter', 'fieldSubmitter'],
  ['listed', 'fieldListed'],
  ['upvotes', 'fieldUpvotes'],
  ['comments', 'fieldComments'],
  ['doi', 'fieldDoi'],
  ['comment', 'fieldComment'],
  ['journalRef', 'fieldJournalRef'],
  ['updated', 'fieldUpdated'],
  ['version', 'fieldVersion'],
  ['aliases', 'fieldAliases'],
];

const SOURCES: Readonly<Record<FieldSource, StringKey>> = {
  page: 'sourcePage',
  embedded: 'sourceEmbedded',
  import: 'sourceImport',
  'api:arxiv': 'sourceArxiv',
  'api:huggingface': 'sourceHuggingFace',
  'api:lookup': 'sourceLookUp',
  reader: 'sourceReader',
};

/** All that is known of a paper, who said so, and how to say otherwise. */
export function FieldList({ details, onEdit }: FieldListProps): JSX.Element {
  const { paper, row } = details;
  const [editing, setEditing] = useState<EditableField>();
  const list = useRef<HTMLDListElement>(null);
  const left = useRef<EditableField>(undefined);
  useLayoutEffect(() => {
    // A field that closes takes the keyboard with it; its button gets it back.
    if (editing === undefined && left.current !== undefined) {
      list.current?.querySelector<HTMLElement>(`[data-field="${left.current}"]`)?.focus();
    }
    left.current = editing;
  }, [editing]);
  const known = OTHERS.filter(([name]) => paper[name] !== undefined);
  return (
    <dl ref={list} class="field-list">
      {EDITABLE.map((name) => (
        <div key={name}>
          <dt>{text(FIELD_NAMES[name])}</dt>
          <dd>
            {editing === name ? (
              <FieldEditor
                details={details}
                name={name}
                onEdit={onEdit}
                onDone={() => setEditing(undefined)}
              />
            ) : (
              <Editable details={details} name={name} onOpen={() => setEditing(name)} />
            )}
          </dd>
        </div>
      ))}
      {known.map(([name, label]) => (
        <div key={name}>
          <dt>{text(label)}</dt>
          <dd>
            {shown(paper[name])} <Source details={details} name={name} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{text('fieldSaved')}</dt>
        <dd>{dayText(row.savedAt)}</dd>
      </div>
      <div>
        <dt>{text('fieldId')}</dt>
        <dd>
          <code>{paper.id}</code>
        </dd>
      </div>
    </dl>
  );
}

type PartProps = { readonly details: Details; readonly name: EditableField };

function Editable({
  details,
  name,
  onOpen,
}: PartProps & { readonly onOpen: () => void }): JSX.Element {
  const value = details.paper[name];
  return (
    <>
      <span class={name === 'abstract' ? 'field-long' : ''}>
        {value === undefined ? <em>{text('fieldUnknown')}</em> : shown(value)}
      </span>{' '}
      <Source details={details} name={name} />
      <button
        type="button"
        class="link"
        data-field={name}
        aria-label={text('fieldEdit', text(FIELD_NAMES[name]))}
        onClick={onOpen}
      >
        {text('editRule')}
      </button>
    </>
  );
}

function Source({ details, name }: { readonly details: Details; readonly name: PaperField }) {
  const origin = details.provenance[name];
  if (!origin) return null;
  return <small class="field-source">{text(SOURCES[origin.source], dayText(origin.at))}</small>;
}

type EditorProps = PartProps & {
  readonly onEdit: (edits: Edits) => void;
  readonly onDone: () => void;
};

function FieldEditor({ details, name, onEdit, onDone }: EditorProps): JSX.Element {
  const [value, setValue] = useState(written(details.paper[name]));
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const finish = (next: string): void => {
    if (next !== written(details.paper[name])) onEdit({ [name]: readBack(name, next) });
    onDone();
  };
  const onInput = (event: Event): void => {
    const { currentTarget: target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      setValue(target.value);
    }
  };
  const attributes = { value, 'aria-label': text(FIELD_NAMES[name]), onInput };
  const isLong = name === 'abstract' || name === 'authors';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      class="field-editor"
      onSubmit={(event) => {
        event.preventDefault();
        finish(value);
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        const isSaved = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (event.key !== 'Escape' && !isSaved) return;
        event.preventDefault();
        event.stopPropagation();
        if (isSaved) finish(value);
        else onDone();
      }}
    >
      {isLong ? (
        <textarea ref={field} {...attributes} rows={name === 'abstract' ? 8 : 4} />
      ) : (
        <OneLine field={field} {...attributes} isDate={name === 'published'} />
      )}
      {name === 'authors' && <small>{text('fieldAuthorsHint')}</small>}
      <div class="editor-buttons">
        <button type="submit" class="button small primary">
          {text('fieldSave')}
        </button>
        <button type="button" class="button small" onClick={onDone}>
          {text('bulkCancel')}
        </button>
        {details.edits?.[name] !== undefined && (
          <button type="button" class="button small" onClick={() => finish('')}>
            {text('fieldBack')}
          </button>
        )}
      </div>
    </form>
  );
}

type OneLineProps = {
  readonly field: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>;
  readonly value: string;
  readonly 'aria-label': string;
  readonly onInput: (event: Event) => void;
  readonly isDate: boolean;
};

function OneLine({ isDate, field, ...attributes }: OneLineProps): JSX.Element {
  return isDate ? (
    <input ref={field} {...attributes} type="date" />
  ) : (
    <input ref={field} {...attributes} type="text" />
  );
}

function written(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : String(value ?? '');
}

function readBack(name: EditableField, value: string): string | string[] {
  return name === 'authors' ? value.split('\n').filter((line) => line.trim() !== '') : value;
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}
