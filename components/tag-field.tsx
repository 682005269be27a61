import type { JSX, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Tag, tagName } from '@/utils/domain/tag';
import { counted, text } from '@/utils/strings';
import { Icon } from './icons';
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
      <Chips tags={tags} onRemove={onRemove} input={input} />
      <div class="tag-entry">
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={text('tagFieldLabel')}
          aria-expanded={options.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : `${list}-${active}`}
          autocomplete="off"
          spellcheck={false}
          placeholder={text('tagFieldPlaceholder')}
          value={typed}
          onInput={(event) => show(event.currentTarget.value, true)}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onBlur={() => show(typed, false)}
          onKeyDown={onKeyDown}
        />
        <Options id={list} options={options} active={active} onPick={add} />
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
    else move(step(active, key === 'ArrowDown' ? 1 : -1, options.length));
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

// Past either end comes the field itself, as the combobox pattern has it.
function step(active: number | undefined, by: 1 | -1, count: number): number | undefined {
  const next = active === undefined ? (by === 1 ? 0 : count - 1) : active + by;
  return next < 0 || next >= count ? undefined : next;
}

type ChipsProps = Pick<TagFieldProps, 'tags' | 'onRemove'> & {
  readonly input: RefObject<HTMLInputElement | null>;
};

function Chips({ tags, onRemove, input }: ChipsProps): JSX.Element | null {
  if (tags.length === 0) return null;
  const remove = (tag: string): void => {
    onRemove(tag);
    input.current?.focus();
  };
  return (
    <ul class="chips" aria-label={text('tagFieldChips')}>
      {tags.map((tag) => (
        <li key={tag} class="chip">
          <span class="chip-name">{tag}</span>
          <button type="button" aria-label={text('tagRemove', tag)} onClick={() => remove(tag)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

type OptionsProps = {
  readonly id: string;
  readonly options: readonly TagOption[];
  readonly active: number | undefined;
  readonly onPick: (name: string) => void;
};

function Options({ id, options, active, onPick }: OptionsProps): JSX.Element {
  return (
    <div
      id={id}
      class="tag-options"
      role="listbox"
      aria-label={text('tagFieldOptions')}
      hidden={options.length === 0}
    >
      {options.map((option, index) => (
        // The keyboard reaches options through the field's aria-activedescendant.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={`${option.kind} ${option.name}`}
          id={`${id}-${index}`}
          class={`tag-option ${option.kind}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(option.name)}
        >
          <OptionText option={option} />
        </div>
      ))}
    </div>
  );
}

function OptionText({ option }: { readonly option: TagOption }): JSX.Element {
  if (option.kind === 'create') return <span>{text('tagCreate', option.name)}</span>;
  return (
    <>
      <span class="option-name">{option.name}</span>
      {option.tag.digit !== undefined && <kbd>{option.tag.digit}</kbd>}
      <span class="option-count">{counted('tagUsed', option.tag.count)}</span>
    </>
  );
}
