import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '@/utils/strings';

export type FilterFieldProps = {
  readonly query: string;
  readonly onInput: (query: string) => void;
  readonly onDone: () => void;
};

/** The field that filters the cards of the page while one types. */
export function FilterField({ query, onInput, onDone }: FilterFieldProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <form
      class="filter"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <label class="heading" for="page-filter">
        {text('filterPage')}
      </label>
      <input
        id="page-filter"
        ref={input}
        class="field"
        type="search"
        defaultValue={query}
        placeholder={text('filterPlaceholder')}
        autocomplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </form>
  );
}
