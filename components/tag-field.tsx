import type { JSX, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Tag, colourOf, tagName } from '@/utils/domain/tag';
import { counted, text } from '@/utils/strings';
import * as icons from './icon-outlines';
import { Icon } from './icons';
import { ComboField, ListBox, stepped } from './list-box';
import { type TagOption, impliedTag, tagOptions } from './tag-options';

export type TagFieldProps = {
  readonly tags: readonly string[];
  /** Every tag there is, to pick from. */
  readonly suggestions: readonly Tag[];
  readonly onAdd: (name: string) => void;
  readonly onRemove: (name: string) => void;
  /** The reader is finished: Escape, or Enter with nothing typed. */
  readonly onDone?: (() => void) | undefined;
  readonly autoFocus?: boolean | undefined;
};

/** A paper's tags as chips, and a field that completes known tags and creates new ones. */
export function TagField(props: TagFieldProps): JSX.Element {
  const { tags, suggestions, onRemove, autoFocus } = props;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number>();
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  useLayoutEffect(() => {
    if (autoFocus) input.current?.focus({ preventScroll: true });
  }, [autoFocus]);
  const options = open ? tagOptions(suggestions, tags, typed) : [];
  const show = (next: string, opened: boolean): void => {
    setTyped(next);
    setOpen(opened);
    setActive(undefined);
  };
  const add = (name: string): void => {
    props.onAdd(name);
    show('', true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Until composition ends, keys choose characters and not tags.
    if (event.isComposing) return;
    const field = { ...props, typed, options, active, show, add, move: setActive };
    if (press(event.key, field)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <div class="tag-field">
      <Chips tags={tags} suggestions={suggestions} onRemove={onRemove} input={input} />
      <div class="tag-entry">
        <ComboField
          list={list}
          isOpen={options.length > 0}
          active={active}
          input={input}
          attributes={{
            'aria-label': text('tagFieldLabel'),
            placeholder: text('tagFieldPlaceholder'),
            value: typed,
            onInput: (event) => show(event.currentTarget.value, true),
            onFocus: () => setOpen(true),
            onClick: () => setOpen(true),
            onBlur: () => show(typed, false),
            onKeyDown,
          }}
        />
        <ListBox
          id={list}
          label={text('tagFieldOptions')}
          options={options}
          active={active}
          onPick={({ name }) => add(name)}
          draw={optionText}
        />
      </div>
    </div>
  );
}

type FieldState = TagFieldProps & {
  readonly typed: string;
  readonly options: readonly TagOption[];
  readonly active: number | undefined;
  readonly show: (typed: string, open: boolean) => void;
  readonly add: (name: string) => void;
  readonly move: (active: number | undefined) => void;
};

/** Does what a key means in the field; false leaves it to the browser. */
function press(key: string, field: FieldState): boolean {
  const { typed, options, active, show, add, move } = field;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (options.length === 0) show(typed, true);
    else move(stepped(active, key === 'ArrowDown' ? 1 : -1, options.length));
  } else if (key === 'Enter') {
    const name = options[active ?? -1]?.name ?? impliedTag(options, typed);
    if (name !== undefined) add(name);
    else field.onDone?.();
  } else if (key === ',') {
    const name = tagName(typed);
    if (name !== undefined) add(impliedName(options, name));
  } else if (key === 'Escape') {
    if (typed !== '' && options.length > 0) show(typed, false);
    else field.onDone?.();
  } else if (key === 'Backspace' && typed === '') {
    const last = field.tags.at(-1);
    if (last !== undefined) field.onRemove(last);
  } else return false;
  return true;
}

/** A comma ends the name as it is written; only a known tag's own spelling replaces it. */
function impliedName(options: readonly TagOption[], name: string): string {
  const same = options.find((option) => option.name.toLowerCase() === name.toLowerCase());
  return same?.name ?? name;
}

type ChipsProps = Pick<TagFieldProps, 'tags' | 'suggestions' | 'onRemove'> & {
  readonly input: RefObject<HTMLInputElement | null>;
};

function Chips({ tags, suggestions, onRemove, input }: ChipsProps): JSX.Element | null {
  if (tags.length === 0) return null;
  const remove = (tag: string): void => {
    onRemove(tag);
    input.current?.focus();
  };
  return (
    <ul class="chips" aria-label={text('tagFieldChips')}>
      {tags.map((tag) => (
        <li key={tag} class="chip" data-colour={colourOf(suggestions, tag)}>
          <span class="chip-name">{tag}</span>
          <button type="button" aria-label={text('tagRemove', tag)} onClick={() => remove(tag)}>
            <Icon outline={icons.close} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function optionText(option: TagOption): JSX.Element {
  if (option.kind === 'create') return <span>{text('tagCreate', option.name)}</span>;
  return (
    <>
      <span class="option-name">{option.name}</span>
      {option.tag.digit !== undefined && <kbd>{option.tag.digit}</kbd>}
      <span class="option-count">{counted('tagUsed', option.tag.count)}</span>
    </>
  );
}
