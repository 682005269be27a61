import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '@/utils/strings';
import { QueryField, type Suggest } from './query-field';

export type FilterFieldProps = {
  readonly query: string;
  readonly suggest: Suggest;
  readonly onInput: (query: string) => void;
  readonly onDone: () => void;
};

/** The field that filters the cards of the page while one types. */
export function FilterField({ query, suggest, onInput, onDone }: FilterFieldProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(query);
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
      <QueryField
        input={input}
        query={typed}
        suggest={suggest}
        onQuery={(next) => {
          setTyped(next);
          onInput(next);
        }}
        attributes={{
          id: 'page-filter',
          class: 'field',
          maxLength: 1000,
          placeholder: text('filterPlaceholder'),
        }}
      />
    </form>
  );
}
