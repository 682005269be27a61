import type { ComponentChildren, ComponentProps, JSX, RefObject } from 'preact';

/** One line of a list under a field. */
export type ListOption = { readonly name: string; readonly kind?: string };

export type ListBoxProps<Option extends ListOption> = {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly active: number | undefined;
  readonly onPick: (option: Option) => void;
  readonly draw: (option: Option) => ComponentChildren;
};

/** The list a combobox opens; the keyboard reaches its options through the field's aria-activedescendant. */
export function ListBox<Option extends ListOption>(props: ListBoxProps<Option>): JSX.Element {
  const { id, options, active, onPick } = props;
  return (
    <div
      id={id}
      class="tag-options"
      role="listbox"
      aria-label={props.label}
      hidden={options.length === 0}
    >
      {options.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={`${option.kind} ${option.name}`}
          id={`${id}-${index}`}
          class={`tag-option ${option.kind ?? ''}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
        >
          {props.draw(option)}
        </div>
      ))}
    </div>
  );
}

export type ComboFieldProps = {
  readonly list: string;
  readonly isOpen: boolean;
  readonly active: number | undefined;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly attributes: Omit<ComponentProps<'input'>, 'ref' | 'role' | 'type' | 'list'>;
};

/** The field above such a list. */
export function ComboField({
  list,
  isOpen,
  active,
  input,
  attributes,
}: ComboFieldProps): JSX.Element {
  return (
    <input
      {...attributes}
      ref={input}
      type="text"
      role="combobox"
      aria-expanded={isOpen}
      aria-controls={list}
      aria-autocomplete="list"
      aria-activedescendant={active === undefined ? undefined : `${list}-${active}`}
      autocomplete="off"
      spellcheck={false}
    />
  );
}

/** The option one step on; past either end comes the field itself, as the combobox pattern has it. */
export function stepped(active: number | undefined, by: number, count: number): number | undefined {
  const next = active === undefined ? (by > 0 ? 0 : count - 1) : active + by;
  return next < 0 || next >= count ? undefined : next;
}
