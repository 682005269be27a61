import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SearchDraft } from '@/utils/domain/saved-search';
import { text } from '@/utils/strings';

export type SearchFormProps = {
  readonly search: SearchDraft;
  readonly onSave: (draft: SearchDraft) => void;
  readonly onCancel: () => void;
  readonly onRemove?: () => void;
  /** Keeps the search as it stands here, and proposes to tag what it finds. */
  readonly onTagAll?: (draft: SearchDraft, tag: string) => void;
};

/** A saved search's name, query, and the tag it gives. */
export function SearchForm(props: SearchFormProps): JSX.Element {
  const { search, onSave, onCancel, onRemove, onTagAll } = props;
  const [name, setName] = useState(search.name ?? '');
  const [query, setQuery] = useState(search.query ?? '');
  const [tag, setTag] = useState(search.tag ?? '');
  const wanted = tag.trim();
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.select(), []);
  const draft: SearchDraft = { name, query, tag: wanted === '' ? null : wanted };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      class="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <label>
        {text('keepSearchName')}
        <input ref={first} value={name} required maxLength={200} onInput={read(setName)} />
      </label>
      <label>
        {text('searchQuery')}
        <input value={query} required maxLength={1000} onInput={read(setQuery)} />
      </label>
      <label>
        {text('searchTag')}
        <input
          value={tag}
          maxLength={80}
          placeholder={text('searchTagHint')}
          onInput={read(setTag)}
        />
      </label>
      <div class="editor-buttons">
        <button type="submit" class="button small primary">
          {text('fieldSave')}
        </button>
        <button type="button" class="button small" onClick={onCancel}>
          {text('bulkCancel')}
        </button>
        {onTagAll && wanted !== '' && (
          <button type="button" class="button small" onClick={() => onTagAll(draft, wanted)}>
            {text('searchTagNow')}
          </button>
        )}
        {onRemove && (
          <button type="button" class="button small danger" onClick={onRemove}>
            {text('searchRemove')}
          </button>
        )}
      </div>
    </form>
  );
}

function read(set: (value: string) => void): (event: Event) => void {
  return ({ currentTarget: field }) => {
    if (field instanceof HTMLInputElement) set(field.value);
  };
}
