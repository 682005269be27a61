import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Library } from '@/utils/domain/library';
import { TAG_COLOURS, type Tag, type TagColour, tagKey, tagName } from '@/utils/domain/tag';
import { type StringKey, counted, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { IconButton } from './list-bars';
import { Toast } from './toast';
import type { Changes } from './use-changes';
import { Unread } from './unread';
import { useReading } from './use-reading';
import { useUndoKeys } from './use-undo-keys';

export type TagsPageProps = {
  readonly reads: Pick<Library, 'tags'>;
  readonly library: Pick<Library, 'setColour' | 'setDigit' | 'renameTag' | 'removeTag'>;
  readonly changes: Changes;
};

/** All tags: how many papers wear them, their keys and colours, and every way to change them. */
export function TagsPage({ reads, library, changes }: TagsPageProps): JSX.Element {
  const [renaming, setRenaming] = useState<string>();
  const [sought, setSought] = useState('');
  const reading = useReading(reads.tags, changes.revision);
  const tags = reading.value;
  const list = useRef<HTMLUListElement>(null);
  const left = useRef<string>(undefined);
  const close = useCallback(() => setRenaming(undefined), []);
  useLayoutEffect(() => {
    // The field takes the keyboard with it when it goes; the line it stood in gets it back.
    if (renaming !== undefined) left.current = renaming;
    else if (left.current !== undefined && document.activeElement === document.body) {
      const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-tag]') ?? [])];
      const line = lines.find(({ dataset }) => dataset['tag'] === left.current) ?? lines[0];
      line?.querySelector('button')?.focus();
      left.current = undefined;
    }
  });
  useUndoKeys(changes.undo, close);
  const found = (tags ?? [])
    .filter(({ name }) => tagKey(name).includes(tagKey(sought.trim())))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  const make = (said: string, change: Parameters<Changes['make']>[1]): void =>
    void changes.make(said, change).then((done) => done && close());
  return (
    <div class="tags-page">
      <input
        class="field"
        type="search"
        aria-label={text('findTags')}
        placeholder={text('findTags')}
        value={sought}
        onInput={(event) => setSought(event.currentTarget.value)}
      />
      <NewTag
        tags={tags ?? []}
        onKey={(name, digit) => make(text('tagKeySet', name), () => library.setDigit(name, digit))}
      />
      <Unread reading={reading} />
      {tags?.length === 0 && <p class="rules-empty">{text('tagsEmpty')}</p>}
      <ul ref={list} class="tags" aria-label={text('tagsHeading')}>
        {found.map((tag) => (
          <li key={tag.name} class="tag-line" data-tag={tag.name}>
            {renaming === tag.name ? (
              <Rename
                tag={tag}
                tags={tags ?? []}
                onCancel={close}
                onRename={(to) =>
                  make(text('tagRenamed', tag.name, to), () => library.renameTag(tag.name, to))
                }
              />
            ) : (
              <TagLine
                tag={tag}
                onRename={() => setRenaming(tag.name)}
                onColour={(colour) =>
                  make(text('tagColoured', tag.name), () => library.setColour(tag.name, colour))
                }
                onDigit={(digit) =>
                  make(text('tagKeySet', tag.name), () => library.setDigit(tag.name, digit))
                }
                onRemove={() =>
                  make(counted('tagRemoved', tag.count, tag.name), () =>
                    library.removeTag(tag.name),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      <Toast message={changes.message} />
    </div>
  );
}

type NewTagProps = {
  readonly tags: readonly Tag[];
  readonly onKey: (name: string, digit: number) => void;
};

/** Gives a key to a tag that no paper wears yet. */
function NewTag({ tags, onKey }: NewTagProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const free = DIGITS.filter((key) => tags.every(({ digit }) => digit !== key));
  const [chosen, setChosen] = useState<number>();
  const digit = chosen ?? free[0] ?? 1;
  const name = tagName(typed);
  return (
    <form
      class="tag-rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === undefined) return;
        onKey(name, digit);
        setTyped('');
        setChosen(undefined);
      }}
    >
      <input
        class="field"
        aria-label={text('newTag')}
        placeholder={text('newTag')}
        value={typed}
        maxLength={80}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <select
        class="select"
        aria-label={text('newTagKey')}
        value={digit}
        onChange={(event) => setChosen(Number(event.currentTarget.value))}
      >
        {DIGITS.map((key) => (
          <option key={key} value={key}>
            {text('keyDigitName', key)}
          </option>
        ))}
      </select>
      <button type="submit" class="button small" disabled={name === undefined}>
        {text('newTagAdd')}
      </button>
    </form>
  );
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const COLOURS: Record<TagColour, StringKey> = {
  red: 'colourRed',
  orange: 'colourOrange',
  yellow: 'colourYellow',
  green: 'colourGreen',
  blue: 'colourBlue',
  purple: 'colourPurple',
  pink: 'colourPink',
  grey: 'colourGrey',
};

type TagLineProps = {
  readonly tag: Tag;
  readonly onRename: () => void;
  readonly onColour: (colour: TagColour | undefined) => void;
  readonly onDigit: (digit: number | undefined) => void;
  readonly onRemove: () => void;
};

function TagLine({ tag, onRename, onColour, onDigit, onRemove }: TagLineProps): JSX.Element {
  const { name, count, digit, colour } = tag;
  return (
    <>
      <span class="chip" data-colour={colour}>
        <span class="chip-name">{name}</span>
      </span>
      <span class="tag-count">{counted('tagUsed', count)}</span>
      <select
        class="select"
        aria-label={text('tagColour', name)}
        value={colour ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onColour(TAG_COLOURS.find((known) => known === value))
        }
      >
        <option value="">{text('colourNone')}</option>
        {TAG_COLOURS.map((known) => (
          <option key={known} value={known}>
            {text(COLOURS[known])}
          </option>
        ))}
      </select>
      <select
        class="select"
        aria-label={text('tagKey', name)}
        value={digit ?? ''}
        onChange={({ currentTarget: { value } }) => onDigit(Number(value) || undefined)}
      >
        <option value="">{text('keyNone')}</option>
        {DIGITS.map((key) => (
          <option key={key} value={key}>
            {text('keyDigitName', key)}
          </option>
        ))}
      </select>
      <button type="button" class="button small" onClick={onRename}>
        {text('renameTag')}
      </button>
      <IconButton icon={icons.trash} label={text('removeTag', name)} onClick={onRemove} />
    </>
  );
}

type RenameProps = {
  readonly tag: Tag;
  readonly tags: readonly Tag[];
  readonly onRename: (to: string) => void;
  readonly onCancel: () => void;
};

/** Another name for a tag, with what that would do. */
function Rename({ tag, tags, onRename, onCancel }: RenameProps): JSX.Element {
  const [typed, setTyped] = useState(tag.name);
  const wanted = tagName(typed);
  const other = tags.find(
    ({ name }) => name !== tag.name && wanted !== undefined && tagKey(name) === tagKey(wanted),
  );
  return (
    <form
      class="tag-rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== undefined && wanted !== tag.name) onRename(wanted);
      }}
    >
      <input
        class="field"
        aria-label={text('renameTagTo', tag.name)}
        value={typed}
        maxLength={80}
        ref={(field) => field?.focus()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <span class="tag-count" role="status">
        {other
          ? counted('tagMerges', tag.count, other.name, other.count)
          : counted('tagUsed', tag.count)}
      </span>
      <button type="submit" class="button small primary" disabled={wanted === undefined}>
        {text(other ? 'mergeTags' : 'renameTag')}
      </button>
      <button type="button" class="button small" onClick={onCancel}>
        {text('cancel')}
      </button>
    </form>
  );
}
